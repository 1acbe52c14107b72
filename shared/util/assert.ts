/** Throws when an invariant of the program does not hold; the message is a sentence for a developer, never shown to a user. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${sentence}`);
}

/** Marks a place no value can reach; compiles only when every case of a union is handled. */
export function assertNever(value: never, sentence: string): never {
  throw new Error(`Invariant broken: ${sentence}: ${JSON.stringify(value)}`);
}
