/** Elements that end a piece of text: what stands before and after is never one word. */
const ENDS = /<\/(?:w:p|a:p|m:oMathPara|si|c|row|c:v|c:pt|dc:\w+|dcterms:\w+|cp:\w+|vt:\w+|Company|Manager|property|comment)>/;
/** What stands between two pieces of one paragraph: a word may go on behind it, a number does not. */
const BREAKS = /<(?:w:br|w:cr|a:br)\b[^>]*>/g;
const TABS = /<w:tab\b[^>]*>/g;
const TAG = /<[^>]*>/g;
const ELEMENT = /<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))+)\s*\/?>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Attributes that hold a person's words, whatever they look like; elements whose every attribute does. */
const WORDED = new Set([
  'descr',
  'title',
  'name',
  'tooltip',
  'author',
  'initials',
  'alt',
  'caption',
  'instr',
  'Target',
  'location',
  'anchor',
]);
const WORDED_ELEMENTS = new Set([
  'w:docVar',
  'w:tag',
  'w:alias',
  'w:placeholder',
  'property',
  'definedName',
  'w:listItem',
  'w:statusText',
  'w:helpText',
]);
/** A width, a place, a colour, the number of a revision: what the program writes for itself. */
const MEASURE = /^-?(?:\d+(?:pt|in|cm|mm|px|%)?|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}|\{[0-9A-Fa-f-]{36}\})$/;

/** Every text of an XML part: paragraphs, rows of tables with their cells between tabs, attributes, comments and what is quoted as it is. */
export function readXmlTexts(xml: string): string[] {
  const plain = xml.replaceAll(/<!\[CDATA\[([^]*?)\]\]>/g, (_whole, inner: string) => escapeXml(inner));
  const bare = (piece: string) => unescapeXml(piece.replaceAll(BREAKS, '\n').replaceAll(TABS, '\t').replaceAll(TAG, ''));
  const paragraphs = plain.split(ENDS).map(bare);
  const rows = Array.from(plain.matchAll(/<w:tr[ >][^]*?<\/w:tr>/g), ([row]) => row.split('</w:tc>').map(bare).join('\t'));
  const comments = Array.from(plain.matchAll(/<!--([^]*?)-->/g), (match) => match[1]!);
  return [...paragraphs, ...rows, ...readAttributes(plain), ...comments].filter((text) => text.trim() !== '');
}

function readAttributes(xml: string): string[] {
  const said = new Set<string>();
  for (const [, element, attributes] of xml.matchAll(ELEMENT)) {
    for (const [, name, double, single] of attributes!.matchAll(ATTRIBUTE)) {
      const value = double ?? single ?? '';
      const isWorded = WORDED.has(name!) || WORDED.has(name!.slice(name!.indexOf(':') + 1)) || WORDED_ELEMENTS.has(element!);
      if (isWorded || !MEASURE.test(value)) said.add(unescapeXml(value));
    }
  }
  return [...said];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
