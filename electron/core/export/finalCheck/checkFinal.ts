import { message, type Message } from '../../../../shared/domain/message';
import type { Warning } from '../../../../shared/domain/place';
import { PARAGRAPH_STYLES } from '../../../../shared/document/filingBlock';
import { OPEN_BLANK } from '../../../../shared/document/openBlank';
import type { DataTable } from '../../../../shared/domain/dataTable';
import { HOUSE_STYLES } from '../docx/styles';
import { findWrongSigns } from './findWrongSigns';
import { lintDocx, readParts } from './lintDocx';
import { findElements, getElement, getElements, getText, parseXml, type XmlElement } from './xmlTree';

/** Characters quoted of a paragraph. */
const QUOTE_LENGTH = 30;

const TRACKED = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange', 'w:pPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange'];

/** `inTemplate`: the styles are a company's own. `tables`: those the document prints, whose numbers its own must agree with. */
export type FinalCheckOptions = { inTemplate?: boolean; tables?: Iterable<DataTable> };

/**
 * The last look at an exported file before it is signed: what only a draft may have (tracked changes, comments, blanks, names of authors),
 * minus signs a reader could miss or that a cell does not have, formulas left in code, fonts and styles that are not the house format's (or,
 * `inTemplate`, the company's own), and structure Word would refuse. Empty when it may go.
 */
export function checkFinal(file: string, docx: Uint8Array, { inTemplate = false, tables = [] }: FinalCheckOptions = {}): Warning[] {
  const parts = readParts(docx);
  const stories = Object.entries(parts)
    .filter(([path]) => /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/.test(path))
    .map(([, xml]) => parseXml(xml));
  const found = [
    ...findTraces(stories, parts),
    ...findOpenBlanks(stories),
    ...findHiddenMinuses(stories),
    ...findFormulaCode(stories),
    ...findWrongSigns(stories, tables).map(({ row, printed, value }) => message('warning.final-sign', { row, printed, value })),
    ...findForeignLooks(stories, inTemplate ? listStyles(parts) : [...PARAGRAPH_STYLES, ...HOUSE_STYLES]),
    ...lintDocx(parts).map((problem) => message('warning.final-structure', { problem })),
  ];
  return found.map((said) => ({ code: said.key.replace('warning.', ''), message: said, file, place: null }));
}

function findTraces(stories: readonly XmlElement[], parts: Readonly<Record<string, string>>): Message[] {
  const count = (names: readonly string[]) => stories.reduce((sum, story) => sum + findElements(story, ...names).length, 0);
  const [changes, comments] = [count(TRACKED), count(['w:comment', 'w:commentReference'])];
  const authors = Object.entries(parts).flatMap(([path, xml]) => findAuthors(path, xml));
  return [
    ...(changes > 0 ? [message('warning.final-tracked', { count: changes })] : []),
    ...(comments > 0 ? [message('warning.final-comments', { count: comments })] : []),
    ...[...new Set(authors)].map((name) => message('warning.final-author', { name })),
  ];
}

const AUTHOR = /<(?:dc:creator|cp:lastModifiedBy|Manager|Company)>([^<]+)<|\bw:author="([^"]+)"/g;

/** Who wrote it: docx names itself as the author of nothing else, so any name counts. Custom properties may hold one too. */
function findAuthors(path: string, xml: string): string[] {
  if (path === 'docProps/custom.xml') return Array.from(xml.matchAll(/<vt:lpwstr>([^<]+)</g), (match) => match[1]!);
  return Array.from(xml.matchAll(AUTHOR), (match) => match[1] ?? match[2]!);
}

function findOpenBlanks(stories: readonly XmlElement[]): Message[] {
  const texts = stories.flatMap((story) => findElements(story, 'w:p').map(getText)).filter((text) => OPEN_BLANK.test(text));
  return texts.map((text) => message('warning.final-blank', { text: quoteAround(text) }));
}

function quoteAround(text: string): string {
  const at = OPEN_BLANK.exec(text)?.index ?? 0;
  return text.slice(Math.max(0, at - QUOTE_LENGTH / 2), at + QUOTE_LENGTH / 2);
}

/** A negative number in a cell is written with the hyphen alone: brackets, dashes and the true minus are read over or lost in copying. */
const HIDDEN_MINUS = /^(?:[（(]\s*[\d,]+(?:\.\d+)?\s*%?\s*[)）]|[−–—－‐]\s*[\d,]+(?:\.\d+)?%?)$/;

function findHiddenMinuses(stories: readonly XmlElement[]): Message[] {
  const cells = stories.flatMap((story) => findElements(story, 'w:tc').flatMap((cell) => getElements(cell, 'w:p').map(getText)));
  return cells.filter((text) => HIDDEN_MINUS.test(text.trim())).map((text) => message('warning.final-minus', { text }));
}

/** A formula as a text file spells it, such as $A_n \\leq A$, which no reader should see. */
const FORMULA_CODE = /\$[^$\n]*(?:\\[a-z]+|[_^])[^$\n]*\$/i;

function findFormulaCode(stories: readonly XmlElement[]): Message[] {
  const codes = stories.flatMap((story) => findElements(story, 'w:p').map((paragraph) => FORMULA_CODE.exec(getText(paragraph))?.[0]));
  return codes.flatMap((text) => (text === undefined ? [] : [message('warning.final-formula', { text: text.slice(0, QUOTE_LENGTH) })]));
}

/** Emphasis a writer may set directly; everything else is in styles. */
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
]);

const NOT_ASCII = /[^\0-\x7f]/;

function listStyles(parts: Readonly<Record<string, string>>): string[] {
  return findElements(parseXml(parts['word/styles.xml'] ?? '<w:styles/>'), 'w:style').map(
    ({ attributes }) => attributes['w:styleId'] ?? '',
  );
}

function findForeignLooks(stories: readonly XmlElement[], known: readonly string[]): Message[] {
  const styles = new Set(known);
  const used = stories.flatMap((story) =>
    findElements(story, 'w:pStyle', 'w:rStyle', 'w:tblStyle').map((style) => style.attributes['w:val'] ?? ''),
  );
  const foreign = [...new Set(used)].filter((style) => !styles.has(style));
  const runs = stories.flatMap((story) => findElements(story, 'w:r'));
  const bare = runs.filter((run) => NOT_ASCII.test(getText(run)) && getHint(run) !== 'eastAsia');
  const loud = runs.filter((run) => getElements(getElement(run, 'w:rPr') ?? run).some(isForeign(run)));
  return [
    ...foreign.map((style) => message('warning.final-style', { style })),
    ...(bare.length > 0 ? [message('warning.final-hint', { count: bare.length, text: getText(bare[0]!).slice(0, QUOTE_LENGTH) })] : []),
    ...(loud.length > 0 ? [message('warning.final-direct', { count: loud.length, text: getText(loud[0]!).slice(0, QUOTE_LENGTH) })] : []),
  ];
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
