import type { FindingPlace } from './finding';

/** Two names of one metric (营业收入, 收入总额), without blanks, the one that sorts first first: a pair has one form. */
export type AliasPair = { first: string; second: string };

/** What somebody said of two names the documents give the same numbers: one metric, or two that happen to agree. */
export type AliasVerdict = 'confirmed' | 'rejected';

export type AliasDecision = AliasPair & { verdict: AliasVerdict; actor: string /** ISO. */; at: string };

/** The pair of two names; null where they are one. */
export function pairNames(a: string, b: string): AliasPair | null {
  if (a === b) return null;
  return a < b ? { first: a, second: b } : { first: b, second: a };
}

/** Two names the tables give the same numbers: how many are equal under both, how many are not, and the first equal ones in pairs. */
export type LearntAlias = AliasPair & { equal: number; differing: number; places: FindingPlace[] };

/** A pair as the page shows it: what the tables say of it, and what somebody decided; null while nobody did. */
export type AliasEntry = LearntAlias & { verdict: AliasVerdict | null };
