/** The sentence about this Node, or null when it serves. */
export function judgeNode(version: string, platform: string): string | null;
/** The sentence about the lock file, or null. */
export function judgeLock(lock: { packages: Record<string, { version: string }> }): string | null;
