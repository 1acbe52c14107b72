/** `compute` with its results kept: it runs once for every key, which `keyOf` makes of its argument (the argument itself unless told otherwise). */
export function memoize<Argument, Value>(
  compute: (argument: Argument) => Value,
  keyOf: (argument: Argument) => unknown = (argument) => argument,
): (argument: Argument) => Value {
  const known = new Map<unknown, Value>();
  return (argument) => {
    const key = keyOf(argument);
    const value = known.get(key);
    if (value !== undefined || known.has(key)) return value as Value;
    const computed = compute(argument);
    known.set(key, computed);
    return computed;
  };
}
