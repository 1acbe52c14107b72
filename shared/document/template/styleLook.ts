/** How paragraphs of a style look, with all it is based on folded in; lengths in twips, sizes in half points, null where nothing says. */
export type StyleLook = {
  latinFont: string | null;
  eastAsianFont: string | null;
  halfPoints: number;
  bold: boolean;
  italic: boolean;
  /** Six hexadecimal digits; null for the colour of text. */
  colour: string | null;
  align: 'left' | 'center' | 'right' | 'justify';
  /** Negative for a hanging line. */
  firstLine: { twips: number } | { characters: number };
  left: number;
  right: number;
  before: number;
  after: number;
  line: { times: number } | { exactly: number };
  keepNext: boolean;
};
