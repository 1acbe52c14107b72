import type { Finding, FindingSeverity } from '../domain/finding';

const RANK: Record<FindingSeverity, number> = { error: 0, warning: 1, note: 2 };

/** Rules by what they endanger: what contradicts itself across the document first, then what does not add up, then wording. */
const RULES = [
  'same-metric',
  'unit-line',
  'text-table',
  'dates-contradict',
  'event-dated-twice',
  'claim-against-rows',
  'stated-',
  'range-units',
  'table-',
];

/** Worst first, in the order given within a severity; of findings that say the same of the same place only the first stays. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const kept = findings
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || rankRule(a.rule) - rankRule(b.rule))
    .filter((finding) => {
      const place = finding.places[0];
      const key = [finding.rule, place?.tableId, place?.rowId, place?.colId, place?.blockId, place?.text, finding.stated].join('|');
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  return kept;
}

function rankRule(rule: string): number {
  const rank = RULES.findIndex((prefix) => rule.startsWith(prefix));
  return rank < 0 ? RULES.length : rank;
}
