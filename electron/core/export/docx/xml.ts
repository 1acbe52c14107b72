/** Control characters and lone halves of surrogate pairs, which XML cannot hold. */
const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu;
const MARKUP = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that XML can hold: what it cannot hold becomes the replacement character, so that a reader sees something was there. */
export function toXmlText(text: string): string {
  return text.replace(NOT_XML, '\ufffd');
}

/** Text as it stands between tags or in an attribute. */
export function escapeXml(text: string): string {
  return toXmlText(text).replace(MARKUP, (character) => ENTITIES[character]!);
}
