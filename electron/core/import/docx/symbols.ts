/** Characters of Word's symbol fonts (Wingdings, Wingdings 2, Symbol) that Chinese documents use, by private-use code. */
const SYMBOLS: Readonly<Record<number, string>> = {
  0xf020: ' ',
  0xf02d: '-',
  0xf052: '☑',
  0xf053: '☒',
  0xf06c: '●',
  0xf06d: '○',
  0xf06e: '■',
  0xf06f: '□',
  0xf071: '❑',
  0xf075: '◆',
  0xf076: '❖',
  0xf077: '◆',
  0xf0a3: '□',
  0xf0a7: '▪',
  0xf0a8: '□',
  0xf0b3: '≥',
  0xf0b4: '×',
  0xf0b7: '•',
  0xf0b1: '±',
  0xf0d7: '⋅',
  0xf0d8: '➢',
  0xf0e0: '→',
  0xf0fb: '✗',
  0xf0fc: '✓',
  0xf0fd: '☒',
  0xf0fe: '☑',
};

/** What stands for a symbol this table does not know. */
export const UNKNOWN_SYMBOL = '\uFFFD';

/** A character as text: private-use codes of symbol fonts become the sign they show, U+FFFD when unknown; all others stay. */
export function showSymbol(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xe000 && code <= 0xf8ff ? (SYMBOLS[code] ?? UNKNOWN_SYMBOL) : character;
}

/** A w:sym element's w:char (hexadecimal, sometimes without the F0 half) as text. */
export function showSymbolCode(hexadecimal: string): string {
  const code = Number.parseInt(hexadecimal, 16);
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff) return UNKNOWN_SYMBOL;
  return SYMBOLS[code] ?? SYMBOLS[code | 0xf000] ?? showSymbol(String.fromCodePoint(code));
}
