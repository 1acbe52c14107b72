import type { Finding } from '../domain/finding';

/** What makes a finding the same one again: its rule, its places and the numbers that stand there. Another number on either side is another finding. */
export function identifyFinding({ rule, stated, expected, places }: Finding): string {
  const at = places.map(({ questionId, blockId, tableId, rowId, colId, text }) =>
    [questionId, blockId, tableId, rowId, colId, text].join(' '),
  );
  return JSON.stringify([rule, stated, expected, ...at]);
}
