import { ARABIC_DIGIT, CHINESE_DIGIT, readNumeral } from '../numerals';

const NUMBER = `[${ARABIC_DIGIT}]{1,2}|[${CHINESE_DIGIT}]{1,3}`;
const OF_QUESTION = new RegExp(`^(?:【?(?:问题|事项|关注) ?(${NUMBER})[】、.．：: ]*|(${NUMBER}) ?[、.．](?![${ARABIC_DIGIT}]))`);
const OF_ITEM = new RegExp(`^(?:[（(] ?(${NUMBER}) ?[)）][、.．]?|([①-⑳])|(${NUMBER}) ?[)）、.．](?![${ARABIC_DIGIT}]))`);

/** A number printed at the start of a text, with its label and what follows. */
export type PrintedLabel = { label: string; no: string; rest: string };

/** The label a text begins with, of a question (4.、问题四：) or of an item (（3）、③); null when it begins without one. */
export function readPrintedLabel(kind: 'question' | 'item', text: string): PrintedLabel | null {
  const match = (kind === 'question' ? OF_QUESTION : OF_ITEM).exec(text);
  const value = match ? readNumeral(match.slice(1).find((group) => group !== undefined)!) : null;
  if (!match || value === null) return null;
  const rest = text.slice(match[0].length).trimStart();
  return rest === '' ? null : { label: match[0].trim(), no: String(value), rest };
}

/** `wanted` when no other has it, else the number behind the highest one. */
export function chooseNumber(wanted: string | null, taken: readonly string[]): string {
  if (wanted !== null && !taken.includes(wanted)) return wanted;
  return String(Math.max(0, ...taken.map(Number)) + 1);
}
