/** Control characters and lone halves of surrogate pairs, which XML cannot hold. */
const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu;

/** Text that XML can hold: what it cannot hold becomes the replacement character, so that a reader sees something was there. */
export function toXmlText(text: string): string {
  return text.replace(NOT_XML, '\ufffd');
}

const NOT_ASCII = /[^\0-\x7f]/;

/**
 * True when a run of this text needs the East Asian hint: without it quotation marks, dashes and circled digits are drawn half wide in
 * the Latin font.
 */
export function hasEastAsian(text: string): boolean {
  return NOT_ASCII.test(text);
}
