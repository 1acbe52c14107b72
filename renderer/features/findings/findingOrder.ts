import { identifyFinding } from '../../../shared/checks/identifyFinding';
import type { Acceptance } from '../../../shared/domain/acceptance';
import type { Finding, FindingPlace, FindingSeverity, PlaceCorrection } from '../../../shared/domain/finding';

/** A finding somebody accepted, and how. */
export type AcceptedFinding = { finding: Finding; acceptance: Acceptance };

/** Findings still open, and those accepted; both in the order the checks gave, worst first. */
export function splitFindings(
  findings: readonly Finding[],
  acceptances: readonly Acceptance[],
): { open: Finding[]; accepted: AcceptedFinding[] } {
  const byKey = new Map(acceptances.map((acceptance) => [acceptance.key, acceptance]));
  const open: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of findings) {
    const acceptance = byKey.get(identifyFinding(finding));
    if (acceptance) accepted.push({ finding, acceptance });
    else open.push(finding);
  }
  return { open, accepted };
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

/** The place whose number can be set right, and what it should be; null when none is known. */
export function findCorrection(finding: Finding): { place: FindingPlace; correction: PlaceCorrection } | null {
  const place = finding.places.find(({ correction }) => correction !== undefined);
  return place?.correction ? { place, correction: place.correction } : null;
}

/** Whether a finding says how an imported draft repeats a question, so that the letter's own words may stand instead. */
export function isOfDraftsQuestion({ rule, places }: Finding): boolean {
  return rule === 'question-restated' && places[0]?.questionId !== undefined;
}
