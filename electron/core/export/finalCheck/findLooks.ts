import { message, type Message } from '../../../../shared/domain/message';
import { sayPlaces, getStyleId, readParagraph, type Placed } from './storyPlaces';
import { getElement, getElements, type XmlElement } from './xmlTree';

/** Emphasis a writer may set directly, and marks of language; everything else is in styles. Hidden and highlighted words are told apart. */
const DIRECT: ReadonlySet<string> = new Set([
  'w:rStyle',
  'w:rFonts',
  'w:b',
  'w:bCs',
  'w:i',
  'w:iCs',
  'w:u',
  'w:vertAlign',
  'w:webHidden',
  'w:noProof',
  'w:lang',
  'w:vanish',
  'w:specVanish',
  'w:highlight',
  'w:rPrChange',
]);

/** What a paragraph says of itself besides its style: how it holds together, an alignment the writer chose, a list, the frame and bar of a 签批稿. */
const OF_PARAGRAPH: ReadonlySet<string> = new Set([
  'w:pStyle',
  'w:keepNext',
  'w:keepLines',
  'w:widowControl',
  'w:numPr',
  'w:framePr',
  'w:pBdr',
  'w:jc',
  'w:rPr',
  'w:sectPr',
  'w:pPrChange',
]);

const NOT_ASCII = /[^\0-\x7f]/;

/** Styles of a file that must look as they should: `known` are their ids, `unit` and `list` those that may be indented directly. */
export type ExpectedStyles = {
  known: ReadonlySet<string>;
  unit: string;
  list: string;
  looks: ReadonlyMap<string, string>;
  defaults: string;
};

/** Formatting that is not the house format's or the template's: styles unknown or changed, fonts, sizes, colours and distances set directly. */
export function findForeignLooks(placed: readonly Placed[], styles: XmlElement | undefined, expected: ExpectedStyles): Message[] {
  const used = placed.filter(({ element: { name } }) => name === 'w:pStyle' || name === 'w:rStyle' || name === 'w:tblStyle');
  const idOf = ({ element }: Placed) => element.attributes['w:val'] ?? '';
  const foreign = used.filter((one) => !expected.known.has(idOf(one)));
  const runs = placed.filter(({ element }) => element.name === 'w:r');
  const bare = runs.filter(({ element }) => NOT_ASCII.test(readParagraph(element)) && getHint(element) !== 'eastAsia');
  const loud = runs.filter(({ element }) => getElements(getElement(element, 'w:rPr') ?? element).some(isForeign(element)));
  const shifted = placed.filter((one) => isShifted(one, expected));
  return [
    ...[...new Set(foreign.map(idOf))].map((id) => {
      const where = sayPlaces(foreign.filter((one) => idOf(one) === id).map(({ place }) => place));
      return message('warning.final-style', { style: nameStyle(styles, id), where });
    }),
    ...listRestyled(styles, expected, new Set(used.map(idOf))).map((id) =>
      message('warning.final-restyled', { style: nameStyle(styles, id) }),
    ),
    ...count('warning.final-hint', bare),
    ...count('warning.final-direct', loud),
    ...count('warning.final-paragraph', shifted),
  ];
}

/** What the user's program calls a style; its id where it has no name. */
function nameStyle(styles: XmlElement | undefined, id: string): string {
  const style = styles && getElements(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id);
  return (style && getElement(style, 'w:name')?.attributes['w:val']) ?? id;
}

function count(key: 'warning.final-hint' | 'warning.final-direct' | 'warning.final-paragraph', found: readonly Placed[]): Message[] {
  return found.length === 0 ? [] : [message(key, { count: found.length, where: sayPlaces(found.map(({ place }) => place)) })];
}

function getHint(run: XmlElement): string | undefined {
  const properties = getElement(run, 'w:rPr');
  return properties && getElement(properties, 'w:rFonts')?.attributes['w:hint'];
}

/** Formatting of a run that is neither a style nor emphasis: fonts by name, sizes, colours. */
function isForeign(run: XmlElement): (property: XmlElement) => boolean {
  if (getElement(run, 'w:rPr') === undefined) return () => false;
  return ({ name, attributes }) => !DIRECT.has(name) || (name === 'w:rFonts' && Object.keys(attributes).some((key) => key !== 'w:hint'));
}

/** Whether a paragraph sets distances, indents, shading or the like itself; a unit line may reach to the edge of its table, a list item is indented. */
function isShifted({ element, place }: Placed, { unit, list }: ExpectedStyles): boolean {
  if (element.name !== 'w:p' || place.kind === 'footnote' || place.kind === 'endnote') return false;
  const properties = getElement(element, 'w:pPr');
  const style = getStyleId(element);
  return (properties === undefined ? [] : getElements(properties)).some(
    ({ name }) => !OF_PARAGRAPH.has(name) && !(name === 'w:ind' && (style === unit || style === list)),
  );
}

/** Ids of the styles in use that no longer look as they should. */
function listRestyled(styles: XmlElement | undefined, { looks, defaults }: ExpectedStyles, used: ReadonlySet<string>): string[] {
  if (styles === undefined) return [];
  const now = readLooks(styles);
  const changed = [...looks].filter(([id, look]) => (used.has(id) || BASES.has(id)) && now.looks.has(id) && now.looks.get(id) !== look);
  return [...changed.map(([id]) => id), ...(now.defaults === defaults ? [] : ['docDefaults'])];
}

/** Styles others are based on. */
const BASES: ReadonlySet<string> = new Set(['Normal', 'ReplyBase']);

/** Properties that make a look, and the attributes of theirs that count. */
const LOOK: Readonly<Record<string, readonly string[]>> = {
  'w:rFonts': ['w:ascii', 'w:hAnsi', 'w:eastAsia'],
  'w:sz': ['w:val'],
  'w:b': ['w:val'],
  'w:i': ['w:val'],
  'w:u': ['w:val'],
  'w:color': ['w:val'],
  'w:strike': ['w:val'],
  'w:caps': ['w:val'],
  'w:vanish': ['w:val'],
  'w:highlight': ['w:val'],
  'w:shd': ['w:fill'],
  'w:jc': ['w:val'],
  'w:ind': ['w:left', 'w:right', 'w:firstLine', 'w:hanging', 'w:firstLineChars', 'w:leftChars', 'w:rightChars', 'w:hangingChars'],
  'w:spacing': ['w:before', 'w:after', 'w:line', 'w:lineRule', 'w:val'],
  'w:outlineLvl': ['w:val'],
  'w:numPr': [],
  'w:pageBreakBefore': ['w:val'],
};

const SWITCHES: ReadonlySet<string> = new Set(['w:b', 'w:i', 'w:strike', 'w:caps', 'w:vanish', 'w:pageBreakBefore']);

/** The looks of the styles of a styles part, each as one text that is equal where they look the same, and that of what they all begin from. */
export function readLooks(styles: XmlElement): { looks: Map<string, string>; defaults: string } {
  const looks = new Map(getElements(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', describeLook(style)]));
  const given = getElement(styles, 'w:docDefaults');
  const defaults =
    given === undefined
      ? ''
      : getElements(given)
          .map((one) => getElements(one).map(describeProperties).join(''))
          .join('');
  return { looks, defaults };
}

function describeLook(style: XmlElement): string {
  const base = getElement(style, 'w:basedOn')?.attributes['w:val'] ?? '';
  return `${base}|${['w:pPr', 'w:rPr']
    .map((name) => getElement(style, name))
    .map((one) => (one === undefined ? '' : describeProperties(one)))
    .join('|')}`;
}

function describeProperties(properties: XmlElement): string {
  return getElements(properties)
    .flatMap(({ name, attributes }) => {
      const keys = LOOK[name];
      if (keys === undefined) return [];
      const values = keys.map((key) => `${key}=${readValue(name, key, attributes[key])}`);
      return [`${name}(${values.join(' ')})`];
    })
    .toSorted()
    .join('');
}

function readValue(name: string, key: string, value: string | undefined): string {
  if (SWITCHES.has(name) && key === 'w:val') return /^(?:0|false|off)$/.test(value ?? '1') ? 'off' : 'on';
  return value ?? '';
}
