import type { RawPart } from './rawTable';

/** The reporting period of a document: what 本期, 上年同期, 期末 and 期初 mean in it. `isStated` false when only the file's name says so. */
export type ReportPeriod = { year: number; kind: 'year' | 'half'; isStated: boolean };

/** A report names its year on its first pages. */
const PARAGRAPHS_LOOKED_AT = 80;
const LONGEST_TITLE = 60;
const REPORT = /((?:19|20)\d{2})\s*年?\s*(半年度|年\s*度)\s*(?:财务\s*)?报告/;

const NOW = /^(?:本期|本年|报告期)(?!期末|期初)/;
const BEFORE = /^(?:上年同期|上期|上年)(?!期末|年末)/;
const CLOSING = /^(?:本期期末|期末|年末)/;
const OPENING = /^(?:本期期初|上年期末|上期期末|上年年末|期初|年初)/;

/** Reads the reporting period off the first titles of a document, else off its file's name; null where neither says it. */
export function readReportPeriod(parts: readonly RawPart[], fileName: string): ReportPeriod | null {
  let looked = 0;
  for (const part of parts) {
    if (part.type !== 'paragraph') continue;
    const found = part.text.length <= LONGEST_TITLE ? readTitle(part.text, true) : null;
    if (found) return found;
    looked += 1;
    if (looked > PARAGRAPHS_LOOKED_AT) break;
  }
  return readTitle(fileName, false);
}

function readTitle(text: string, isStated: boolean): ReportPeriod | null {
  const match = REPORT.exec(text);
  return match && { year: Number(match[1]), kind: match[2] === '半年度' ? 'half' : 'year', isStated };
}

/** A table's period words with the dates they mean in a report: 期末余额 → 2023年12月31日（期末余额）. Words without a meaning stay as they are. */
export function resolvePeriod(period: string, report: ReportPeriod): string {
  return period
    .split('、')
    .map((word) => {
      const dated = dateOf(word, report);
      return dated === null ? word : `${dated}（${word}）`;
    })
    .join('、');
}

function dateOf(word: string, { year, kind }: ReportPeriod): string | null {
  const span = (of: number) => (kind === 'year' ? `${of}年度` : `${of}年1-6月`);
  if (OPENING.test(word)) return `${year - 1}年12月31日`;
  if (CLOSING.test(word)) return kind === 'year' ? `${year}年12月31日` : `${year}年6月30日`;
  if (BEFORE.test(word)) return span(year - 1);
  return NOW.test(word) ? span(year) : null;
}
