const CHINESE_DIGITS = '零一二三四五六七八九';

/** Characters a printed number may be made of: half- and full-width digits and Chinese numerals; for building patterns. */
export const ARABIC_DIGIT = '0-9０-９';
export const CHINESE_DIGIT = '一二三四五六七八九十';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** The value of a printed number below 100: "12", "１２", "十二", "③"; null for anything else. */
export function readNumeral(printed: string): number | null {
  if (/^[0-9０-９]{1,2}$/.test(printed)) return Number(toHalfWidthDigits(printed));
  const circled = printed.length === 1 ? CIRCLED.indexOf(printed) : -1;
  if (circled >= 0) return circled + 1;
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(printed);
  if (!match || printed === '') return null;
  const [, first, ten, last] = match;
  if (!ten) return first && !last ? CHINESE_DIGITS.indexOf(first) : null;
  return (first ? CHINESE_DIGITS.indexOf(first) : 1) * 10 + (last ? CHINESE_DIGITS.indexOf(last) : 0);
}

/** The text with full-width digits turned into half-width ones; nothing else changes. */
function toHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
