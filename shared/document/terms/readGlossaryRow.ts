import { MEANS, TERM_SEPARATOR } from './termWords';

/** A row of a 释义 table, 公司、本公司 | 指 | 甲股份有限公司: the short names and what they stand for; null for any other row. */
export function readGlossaryRow(cells: readonly string[]): { terms: string[]; fullName: string } | null {
  const [names, means, fullName, ...more] = cells.map((cell) => cell.trim());
  if (!names || !fullName || more.some((cell) => cell !== '') || !MEANS.test(means ?? '')) return null;
  return { terms: names.split(TERM_SEPARATOR).filter((term) => term !== ''), fullName };
}
