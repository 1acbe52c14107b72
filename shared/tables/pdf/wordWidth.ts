/** Characters that may not begin a line stay with the word before, those that may not end one with the word behind, a sign with its number. */
const FIRST_WORD = /^[（《“‘「『【〔([]*(?:[!-~]+|[^!-~](?:-[!-~]+)?)[。，、；：！？）》”’」』】〕％,.;:!?)\]%]*/;
const LONGEST_WORD = 80;

/** Width in em of what a line break must keep together at the beginning of `text`: one Chinese character or one Latin word with its punctuation. */
export function measureFirstWord(text: string): number {
  const word = FIRST_WORD.exec(text)?.[0] ?? '';
  return measureText(word.slice(0, LONGEST_WORD));
}

/** Printed width of a text in em: Chinese characters 1, others about a half. */
export function measureText(text: string): number {
  let width = 0;
  for (const char of text) width += char === ' ' ? 0.25 : char.codePointAt(0)! > 0x2000 ? 1 : /[A-Z%]/.test(char) ? 0.7 : 0.5;
  return width;
}
