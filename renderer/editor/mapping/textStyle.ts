import { IS_BOLD, IS_ITALIC, IS_SUBSCRIPT, IS_SUPERSCRIPT, IS_UNDERLINE } from 'lexical';
import type { TextStyle } from '../../../shared/domain/reply';

const BITS: readonly [keyof TextStyle, number][] = [
  ['bold', IS_BOLD],
  ['italic', IS_ITALIC],
  ['underline', IS_UNDERLINE],
  ['sub', IS_SUBSCRIPT],
  ['sup', IS_SUPERSCRIPT],
];

/** Every format bit a reply can store; other bits are taken off as they appear. */
export const STORED_FORMATS = BITS.reduce((mask, [, bit]) => mask | bit, 0);

/** The editor's format bits for a stored style. */
export function toFormatBits(style: TextStyle): number {
  return BITS.reduce((format, [name, bit]) => (style[name] ? format | bit : format), 0);
}

/** The stored style for the editor's format bits; an empty object for plain text. */
export function toTextStyle(format: number): TextStyle {
  const style: TextStyle = {};
  for (const [name, bit] of BITS) if (format & bit) style[name] = true;
  return style;
}
