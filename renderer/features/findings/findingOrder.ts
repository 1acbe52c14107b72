import type { Finding, FindingPlace, FindingSeverity } from '../../../shared/domain/finding';

const RANK: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, note: 2 };

/** Findings worst first; those of one severity stay in the order the checks gave. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => RANK[one.severity] - RANK[other.severity]);
}

/** How many findings of each severity there are. */
export function countFindings(findings: readonly Finding[]): Record<FindingSeverity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** The finding's first place in a reply, or in a table; null when it has none. */
export function findFirstPlace(finding: Finding, kind: 'question' | 'table'): FindingPlace | null {
  return finding.places.find((place) => (kind === 'question' ? place.questionId : place.tableId) !== undefined) ?? null;
}
