import { message, type Message } from '../../../../shared/domain/message';
import type { FinalParts } from './finalParts';
import { findElements, getElement, getElements, getOwnText, type XmlElement } from './xmlTree';

/** A part of a file that a reader sees. */
export type StoryKind = 'body' | 'header' | 'footer' | 'footnote' | 'endnote' | 'comment';
export type Story = { kind: StoryKind; root: XmlElement };

/** Where an element stands as a reader would look for it: under which headings, in which table of theirs, beside which words. */
export type StoryPlace = {
  kind: StoryKind;
  headings: readonly string[];
  table: number | null;
  row: number;
  column: number;
  isInBox: boolean;
  paragraph: XmlElement | null;
  /** The words last read before it. */
  after: string;
};

/** An element of a story with its place. */
export type Placed = { element: XmlElement; place: StoryPlace };

const STORIES: Readonly<Record<string, StoryKind>> = {
  'w:document': 'body',
  'w:hdr': 'header',
  'w:ftr': 'footer',
  'w:footnotes': 'footnote',
  'w:endnotes': 'endnote',
  'w:comments': 'comment',
};

/** The stories of a file, by what their parts are and not by what they are called. */
export function listStories({ xml }: FinalParts): Story[] {
  return [...xml.values()].flatMap((root) => {
    const kind = STORIES[root.name];
    return kind === undefined ? [] : [{ kind, root }];
  });
}

/** Every element of the stories in reading order, each with its place. `headings`: ids of the styles of our headings, outermost first, whatever their outline levels. */
export function placeElements(stories: readonly Story[], styles: XmlElement | undefined, headings: readonly string[]): Placed[] {
  const levels = new Map([...readOutlineLevels(styles), ...headings.map((id, level) => [id, level] as const)]);
  return stories.flatMap(({ kind, root }) => {
    const walk: Walk = { levels, headings: [], tables: 0, last: '', placed: [] };
    const place: StoryPlace = { kind, headings: [], table: null, row: 0, column: 0, isInBox: false, paragraph: null, after: '' };
    visit(root, place, walk);
    return walk.placed;
  });
}

type Walk = { levels: ReadonlyMap<string, number>; headings: (string | undefined)[]; tables: number; last: string; placed: Placed[] };

function visit(parent: XmlElement, place: StoryPlace, walk: Walk): void {
  let [row, column] = [0, 0];
  for (const element of getElements(parent)) {
    const inside = { ...place, headings: listHeadings(walk), after: walk.last };
    if (element.name === 'w:tr' && parent.name === 'w:tbl') Object.assign(inside, { row: ++row, column: 0 });
    else if (element.name === 'w:tc') Object.assign(inside, { column: ++column });
    else if (element.name === 'w:tbl' && place.table === null) Object.assign(inside, { table: ++walk.tables, row: 0, column: 0 });
    else if (element.name === 'w:txbxContent') Object.assign(inside, { isInBox: true });
    else if (element.name === 'w:p') {
      enterHeading(element, place, walk);
      Object.assign(inside, { paragraph: element, headings: listHeadings(walk) });
    }
    walk.placed.push({ element, place: inside });
    visit(element, inside, walk);
    if (element.name === 'w:p') walk.last = readParagraph(element).trim() || walk.last;
  }
}

function listHeadings({ headings }: Walk): string[] {
  return headings.filter((heading) => heading !== undefined);
}

function enterHeading(paragraph: XmlElement, { kind, table }: StoryPlace, walk: Walk): void {
  const level = walk.levels.get(getStyleId(paragraph));
  if (kind !== 'body' || table !== null || level === undefined) return;
  walk.headings[level] = readParagraph(paragraph).trim();
  walk.headings.length = level + 1;
  if (level === 0) walk.tables = 0;
}

/** Id of a paragraph's style; empty for the default one. */
export function getStyleId(paragraph: XmlElement): string {
  const properties = getElement(paragraph, 'w:pPr');
  return (properties && getElement(properties, 'w:pStyle')?.attributes['w:val']) ?? '';
}

/** Outline levels by style, those inherited included. */
function readOutlineLevels(styles: XmlElement | undefined): Map<string, number> {
  const own = new Map<string, { level: string | undefined; base: string | undefined }>();
  for (const style of styles === undefined ? [] : getElements(styles, 'w:style')) {
    const properties = getElement(style, 'w:pPr');
    own.set(style.attributes['w:styleId'] ?? '', {
      level: properties && getElement(properties, 'w:outlineLvl')?.attributes['w:val'],
      base: getElement(style, 'w:basedOn')?.attributes['w:val'],
    });
  }
  const find = (id: string, seen: readonly string[]): number | undefined => {
    const style = own.get(id);
    if (style === undefined || seen.includes(id)) return undefined;
    return style.level === undefined ? find(style.base ?? '', [...seen, id]) : Number(style.level);
  };
  return new Map(
    [...own.keys()].flatMap((id) => {
      const level = find(id, []);
      return level === undefined || !(level < 9) ? [] : [[id, level]];
    }),
  );
}

/** Characters quoted of a heading and of a paragraph. */
const QUOTE_LENGTH = 24;

const SAYINGS = {
  header: 'final.in-header',
  footer: 'final.in-footer',
  footnote: 'final.in-footnote',
  endnote: 'final.in-endnote',
  comment: 'final.in-comment',
} as const;

/** The place in words; `quote` says which words of the paragraph are meant. */
export function sayStoryPlace(place: StoryPlace, quote?: string): Message {
  const { kind, headings, table, row, column, isInBox, paragraph, after } = place;
  const words = clip(quote ?? (paragraph === null ? '' : readParagraph(paragraph)).trim());
  const text = words === '' ? null : message('final.quote', { text: words });
  if (kind !== 'body') return message(SAYINGS[kind], { text });
  const under = [...new Set([headings[0], headings.at(-1)])].flatMap((heading) => (heading === undefined ? [] : [clip(heading)]));
  const heading = under.length === 0 ? null : message('final.under', { heading: under.join(' › ') });
  if (table !== null && row === 0) return message('final.in-table', { heading, table });
  if (table !== null && column === 0) return message('final.in-row', { heading, table, row });
  if (table !== null) return message('final.in-cell', { heading, table, row, column, text });
  return message(isInBox ? 'final.in-box' : 'final.in-text', { heading, text: text ?? message('final.after', { text: clip(after) }) });
}

function clip(text: string): string {
  return text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text;
}

/** How many places a sentence names. */
const NAMED_PLACES = 3;

/** The first of many places in words, one after another. */
export function sayPlaces(places: readonly StoryPlace[]): Message[] {
  const said = new Map<string, Message>();
  for (const place of places) {
    const where = sayStoryPlace(place);
    said.set(JSON.stringify(where), where);
    if (said.size === NAMED_PLACES) break;
  }
  return [...said.values()].map((where, index) => (index === 0 ? where : message('final.and', { where })));
}

/** Characters that stand for elements of a run. */
const STANDING: Readonly<Record<string, string>> = {
  'w:noBreakHyphen': '\u2011',
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
};

/** What a reader sees of a paragraph or cell, words of a text box anchored in it left out. */
export function readParagraph(element: XmlElement): string {
  let text = '';
  for (const child of getElements(element)) {
    if (child.name === 'w:t' || child.name === 'm:t') text += getOwnText(child);
    else if (child.name !== 'w:txbxContent' && child.name !== 'w:pPr' && child.name !== 'w:rPr')
      text += STANDING[child.name] ?? readParagraph(child);
  }
  return text;
}

/** The paragraphs among placed elements with what a reader sees of them. */
export function listParagraphs(placed: readonly Placed[]): (Placed & { text: string })[] {
  return placed.flatMap(({ element, place }) => (element.name === 'w:p' ? [{ element, place, text: readParagraph(element) }] : []));
}

/** Whether a paragraph shows anything but words: a picture, a field, a note’s separator, a break. */
export function showsSomething(paragraph: XmlElement): boolean {
  return (
    findElements(
      paragraph,
      'w:drawing',
      'w:pict',
      'w:object',
      'w:fldChar',
      'w:fldSimple',
      'w:separator',
      'w:continuationSeparator',
      'w:br',
      'w:footnoteReference',
      'w:sym',
      'm:oMath',
    ).length > 0
  );
}
