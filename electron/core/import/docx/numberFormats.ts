/** Chinese counting words as Word writes them: 一…十, 十一, 二十, 一百零一. */
const DIGITS = '零一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '十', '百', '千'];
const LEGAL_PLACES = ['', '拾', '佰', '仟'];
const HEAVENLY_STEMS = '甲乙丙丁戊己庚辛壬癸';
const EARTHLY_BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: toFullWidth,
  decimalHalfWidth: String,
  decimalEnclosedCircle: toCircled,
  decimalEnclosedCircleChinese: toCircled,
  decimalEnclosedParen: (n) => fromBlock(n, 0x2474, 20) ?? `(${n})`,
  decimalEnclosedFullstop: (n) => fromBlock(n, 0x2488, 20) ?? `${n}.`,
  upperLetter: (n) => toLetters(n, 65),
  lowerLetter: (n) => toLetters(n, 97),
  upperRoman: toRoman,
  lowerRoman: (n) => toRoman(n).toLowerCase(),
  chineseCounting: (n) => toChinese(n, DIGITS, PLACES),
  chineseCountingThousand: (n) => toChinese(n, DIGITS, PLACES),
  taiwaneseCounting: (n) => toChinese(n, DIGITS, PLACES),
  taiwaneseCountingThousand: (n) => toChinese(n, DIGITS, PLACES),
  japaneseCounting: (n) => toChinese(n, DIGITS, PLACES),
  chineseLegalSimplified: (n) => toChinese(n, LEGAL_DIGITS, LEGAL_PLACES),
  ideographDigital: (n) => String(n).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!),
  ideographTraditional: (n) => HEAVENLY_STEMS[n - 1] ?? String(n),
  ideographZodiac: (n) => EARTHLY_BRANCHES[n - 1] ?? String(n),
  ideographEnclosedCircle: (n) => fromBlock(n, 0x3280, 10) ?? String(n),
  none: () => '',
};

/** An automatic number as Word prints it in a w:numFmt; null for a format this table does not know. */
export function formatNumber(n: number, format: string): string | null {
  return FORMATS[format]?.(n) ?? null;
}

function toCircled(n: number): string {
  return fromBlock(n, 0x2460, 20) ?? fromBlock(n - 20, 0x3251, 15) ?? fromBlock(n - 35, 0x32b1, 15) ?? String(n);
}

function fromBlock(n: number, first: number, length: number): string | null {
  return n >= 1 && n <= length ? String.fromCodePoint(first + n - 1) : null;
}

function toFullWidth(n: number): string {
  return String(n).replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));
}

/** After Z Word repeats the letter: AA, BB. */
function toLetters(n: number, first: number): string {
  if (n < 1 || n > 780) return String(n);
  return String.fromCodePoint(first + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}

function toRoman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let rest = n;
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

function toChinese(n: number, digits: string, places: readonly string[]): string {
  if (n < 0 || n > 9999) return String(n);
  if (n === 0) return digits[0]!;
  const written = String(n);
  let text = '';
  let zero = false;
  for (let i = 0; i < written.length; i++) {
    const digit = Number(written[i]);
    if (digit === 0) {
      zero = true;
      continue;
    }
    if (zero) text += digits[0];
    zero = false;
    // 十一, not 一十一.
    const leadingTen = digit === 1 && written.length === 2 && i === 0;
    text += (leadingTen ? '' : digits[digit]) + places[written.length - 1 - i]!;
  }
  return text;
}
