import { RELATIVE_PERIODS } from './tableTerms';

const DATED =
  /(?:19|20)\d{2}\s*年?\s*(?:[-－—~至]\s*(?:19|20)\d{2}\s*年?度?|\d{1,2}\s*[-－—~至]\s*\d{1,2}\s*月|(?:第?[一三]季报|第?[一二三四1-4]\s*季度?|半年度?|中期|上半年|下半年|前三季度|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}\s*月末?|年?度|年?末|年?初))?/g;

/** The periods a text names, as printed without blanks: 2023年度, 2024年一季度, 2023年12月31日. A bare year counts only before 年. */
export function readPeriods(text: string): string[] {
  const periods: string[] = [];
  for (const match of text.matchAll(DATED)) {
    const period = match[0].replace(/\s+/g, '');
    if (period.includes('年') || /^(?:19|20)\d{2}(?:半?年?度|[-－—~至])/.test(period)) periods.push(period);
  }
  return periods;
}

/** The period of a table: those its column headers name, in order; else its caption's; else a relative one (本期、上年同期); null when none is named. */
export function inferPeriod(columns: readonly (readonly string[])[], caption: string | null): string | null {
  const labels = new Set(columns.slice(1).flat());
  const dated = new Set([...labels].flatMap((label) => readPeriods(label)));
  if (dated.size > 0 && dated.size <= 8) return [...dated].join('、');
  const captioned = caption === null ? [] : readPeriods(caption);
  if (captioned.length > 0) return [...new Set(captioned)].join('、');
  const relative = new Set<string>();
  for (const label of labels) {
    const plain = label.replace(/\s+/g, '');
    const period = RELATIVE_PERIODS.find((candidate) => plain.startsWith(candidate));
    if (period !== undefined) relative.add(period);
  }
  return relative.size > 0 ? [...relative].join('、') : null;
}
