import type { StyleLook } from '../../../../shared/document/template/styleLook';
import { childOf, childrenOf, findAll, toggleOf, valueOf, type XmlElement } from './xmlTree';

/** What is said of a look at one place, and what of it is left to what it is based on. */
type Said = Partial<StyleLook>;

const PLAIN: StyleLook = {
  latinFont: null,
  eastAsianFont: null,
  halfPoints: 20,
  bold: false,
  italic: false,
  colour: null,
  align: 'left',
  firstLine: { twips: 0 },
  left: 0,
  right: 0,
  before: 0,
  after: 0,
  line: { times: 1 },
  keepNext: false,
};

const ALIGNMENTS: Readonly<Record<string, StyleLook['align']>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

/** How each paragraph style of a styles.xml looks, by id. `theme` names the fonts that styles take from it; circles of basedOn are broken. */
export function readStyleLooks(root: XmlElement, theme: XmlElement | undefined): ReadonlyMap<string, StyleLook> {
  const styles = childrenOf(root, 'w:style').filter((style) => (style.attributes['w:type'] ?? 'paragraph') === 'paragraph');
  const byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const defaults = childOf(root, 'w:docDefaults');
  const base: StyleLook = {
    ...PLAIN,
    ...readParagraph(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')),
    ...readCharacters(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'), theme),
  };
  const resolve = (id: string, above: ReadonlySet<string>): StyleLook => {
    const style = byId.get(id);
    if (style === undefined || above.has(id)) return base;
    const basedOn = valueOf(style, 'w:basedOn');
    const inherited = basedOn === undefined ? base : resolve(basedOn, new Set([...above, id]));
    return { ...inherited, ...readParagraph(childOf(style, 'w:pPr')), ...readCharacters(childOf(style, 'w:rPr'), theme) };
  };
  return new Map([...byId.keys()].map((id) => [id, resolve(id, new Set())]));
}

function readParagraph(properties: XmlElement | undefined): Said {
  const said: Said = {};
  const align = ALIGNMENTS[valueOf(properties, 'w:jc') ?? ''];
  if (align !== undefined) said.align = align;
  const keepNext = toggleOf(properties, 'w:keepNext');
  if (keepNext !== undefined) said.keepNext = keepNext;
  readIndent(childOf(properties, 'w:ind')?.attributes ?? {}, said);
  readSpacing(childOf(properties, 'w:spacing')?.attributes ?? {}, said);
  return said;
}

type Attributes = XmlElement['attributes'];

function readNumber(attributes: Attributes, name: string): number | null {
  const value = Number(attributes[`w:${name}`] ?? Number.NaN);
  return Number.isFinite(value) && Math.abs(value) <= 31_680 ? value : null;
}

function readIndent(attributes: Attributes, said: Said): void {
  const characters = readNumber(attributes, 'firstLineChars');
  const [first, hanging] = [readNumber(attributes, 'firstLine'), readNumber(attributes, 'hanging')];
  if (characters !== null && characters !== 0) said.firstLine = { characters: characters / 100 };
  else if (hanging !== null) said.firstLine = { twips: -hanging };
  else if (first !== null) said.firstLine = { twips: first };
  const left = readNumber(attributes, 'left') ?? readNumber(attributes, 'start');
  const right = readNumber(attributes, 'right') ?? readNumber(attributes, 'end');
  if (left !== null) said.left = left;
  if (right !== null) said.right = right;
}

const LINE = 240;

function readSpacing(attributes: Attributes, said: Said): void {
  const [before, after, line] = ['before', 'after', 'line'].map((name) => readNumber(attributes, name));
  if (before !== null && before !== undefined) said.before = before;
  if (after !== null && after !== undefined) said.after = after;
  if (line === null || line === undefined || line <= 0) return;
  said.line = (attributes['w:lineRule'] ?? 'auto') === 'auto' ? { times: line / LINE } : { exactly: line };
}

function readCharacters(properties: XmlElement | undefined, theme: XmlElement | undefined): Said {
  const said: Said = {};
  const fonts = childOf(properties, 'w:rFonts')?.attributes ?? {};
  const latin = fonts['w:ascii'] ?? findThemeFont(theme, fonts['w:asciiTheme']);
  const eastAsian = fonts['w:eastAsia'] ?? findThemeFont(theme, fonts['w:eastAsiaTheme']);
  if (latin !== undefined) said.latinFont = latin;
  if (eastAsian !== undefined) said.eastAsianFont = eastAsian;
  const size = Number(valueOf(properties, 'w:sz'));
  if (Number.isInteger(size) && size >= 2 && size <= 400) said.halfPoints = size;
  const [bold, italic] = [toggleOf(properties, 'w:b'), toggleOf(properties, 'w:i')];
  if (bold !== undefined) said.bold = bold;
  if (italic !== undefined) said.italic = italic;
  const colour = valueOf(properties, 'w:color');
  if (colour !== undefined) said.colour = /^[0-9a-f]{6}$/i.test(colour) ? colour : null;
  return said;
}

/** The font a theme names for a use such as minorEastAsia; of Chinese its own, where it names one. */
function findThemeFont(theme: XmlElement | undefined, use: string | undefined): string | undefined {
  if (theme === undefined || use === undefined) return undefined;
  const fonts = findAll(theme, use.startsWith('major') ? 'a:majorFont' : 'a:minorFont')[0];
  if (!use.endsWith('EastAsia')) return childOf(fonts, 'a:latin')?.attributes.typeface;
  const chinese = childrenOf(fonts, 'a:font').find(({ attributes }) => attributes.script === 'Hans')?.attributes.typeface;
  return childOf(fonts, 'a:ea')?.attributes.typeface || chinese;
}
