import { type Message, message } from '../../../../shared/domain/message';
import { LIST_STYLE_NAME } from '../../../../shared/document/draft/draftTerms';
import { areTelling, joinRuns, sliceRuns } from '../../../../shared/domain/readRun';
import type { Warning } from '../../../../shared/domain/place';
import type { RawPart } from '../../../../shared/tables/rawTable';
import { openDocx } from './docxPackage';
import { type DocxReading, getPlace, warn } from './docxReading';
import { chooseAlternative, type InlineContent, readInlines } from './inlines';
import { readNumbering } from './numbering';
import { readOutline, readStyles, type Style } from './styles';
import { readTable } from './tables';
import { childOf, elementsOf, findAll, valueOf, type XmlElement } from './xmlTree';

/**
 * Reads a DOCX in reading order: paragraphs with their automatic numbers written out, tables with spans, pictures. Headers, footers and
 * empty paragraphs are left out; every other thing left out is a warning. `forReply` keeps what a reply can hold besides: footnotes,
 * cross references, charts, looks of words. Throws an AppError naming the file when it cannot be read at all.
 */
export function readDocx(bytes: Uint8Array, fileName: string, forReply = false): { parts: RawPart[]; warnings: Warning[] } {
  const pack = openDocx(bytes, fileName);
  const reading: DocxReading = {
    fileName,
    pack,
    styles: readStyles(pack.styles),
    numberer: readNumbering(pack.numbering),
    warnings: [],
    paragraph: 0,
    table: 0,
    tableDepth: 0,
    gridPositions: 0,
    forReply,
    insertions: 0,
    deletions: 0,
    comments: 0,
  };
  const parts = readBlocks(pack.body, reading);
  return { parts, warnings: [...summarise(reading), ...mergeRepeats(reading.warnings)] };
}

/** What holds for the whole document, said once. */
function summarise(reading: DocxReading): Warning[] {
  const whole = (code: string, sentence: Message): Warning => ({ code, message: sentence, file: reading.fileName, place: null });
  const warnings: Warning[] = [];
  if (reading.insertions + reading.deletions > 0) {
    const { insertions, deletions } = reading;
    warnings.push(whole('tracked-changes', message('warning.tracked-changes', { insertions, deletions })));
  }
  if (reading.comments > 0) warnings.push(whole('comments-not-read', message('warning.comments-not-read', { count: reading.comments })));
  return warnings;
}

/** One warning for what happened many times, at the first place, with the count. */
function mergeRepeats(warnings: readonly Warning[]): Warning[] {
  const merged = new Map<string, { warning: Warning; count: number }>();
  for (const warning of warnings) {
    const key = `${warning.code} ${JSON.stringify(warning.message)}`;
    const known = merged.get(key);
    if (known) known.count++;
    else merged.set(key, { warning, count: 1 });
  }
  return [...merged.values()].map(({ warning, count }) =>
    count === 1 ? warning : { ...warning, message: message('warning.first-of', { message: warning.message, count }) },
  );
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);

function readBlocks(parent: XmlElement, reading: DocxReading): RawPart[] {
  const parts: RawPart[] = [];
  let joined: InlineContent | null = null;
  // Bookmarks may begin between blocks, or behind all that a paragraph holds (so LibreOffice writes these): they mark the block that follows.
  const waiting: string[] = [];
  for (const element of flattenBlocks(parent)) {
    if (element.name === 'w:tbl') {
      joined = addRest(joined, parts, reading);
      const table = readTable(element, reading, readBlocks);
      const own = [...waiting.splice(0), ...findAll(element, 'w:bookmarkStart').map((start) => start.attributes['w:name'] ?? '')];
      if (table.cells.length > 0) parts.push({ type: 'table', table, ...(reading.forReply && own.length > 0 && { bookmarks: own }) });
    } else if (element.name === 'w:altChunk') {
      warn(reading, 'embedded-document', message('warning.embedded-document'));
    } else if (element.name === 'w:bookmarkStart') {
      waiting.push(element.attributes['w:name'] ?? '');
    } else if (element.name === 'w:p') {
      if (reading.tableDepth === 0) reading.paragraph++;
      joined = readParagraph(element, joined, waiting, parts, reading);
    }
  }
  addRest(joined, parts, reading);
  return parts;
}

/** Adds text whose paragraph mark was deleted and that found no paragraph to join. */
function addRest(joined: InlineContent | null, parts: RawPart[], reading: DocxReading): null {
  const content = joined ? readContent(joined, reading) : null;
  if (content) parts.push({ type: 'paragraph', ...content, place: getPlace(reading) });
  return null;
}

/** A paragraph's own content with its label before it; null when there is none. Indents typed as blanks are layout; blanks inside stay. */
function readContent(content: InlineContent, reading: DocxReading, label = '') {
  const whole = joinRuns(content.runs);
  const [start, end] = [whole.length - whole.trimStart().length, whole.trimEnd().length];
  const text = label + whole.slice(start, end);
  const { pictures, charts, bookmarks } = content;
  if (text === '' && pictures.length === 0 && charts.length === 0) return null;
  const runs = [...(label === '' ? [] : [{ text: label }]), ...sliceRuns(content.runs, start, end)];
  return {
    text,
    ...(pictures.length > 0 && { pictures }),
    ...(charts.length > 0 && { charts }),
    ...(reading.forReply && areTelling(runs) && { runs }),
    ...(reading.forReply && bookmarks.length > 0 && { bookmarks }),
  };
}

/** Paragraphs and tables through content controls and other wrappers. */
function flattenBlocks(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (WRAPPERS.has(child.name)) return flattenBlocks(child);
    if (child.name !== 'mc:AlternateContent') return [child];
    const branch = chooseAlternative(child);
    return branch ? flattenBlocks(branch) : [];
  });
}

/** Adds a paragraph, its pictures and text boxes to `parts`; returns its content instead when its mark is deleted, so that it joins the next. */
function readParagraph(
  element: XmlElement,
  joined: InlineContent | null,
  waiting: string[],
  parts: RawPart[],
  reading: DocxReading,
): InlineContent | null {
  const properties = childOf(element, 'w:pPr');
  const styleId = valueOf(properties, 'w:pStyle');
  const style = reading.styles.get(styleId);
  const content = readInlines(element, style?.bold ?? false, reading);
  content.bookmarks.unshift(...waiting.splice(0));
  waiting.push(...content.bookmarksBehind);
  if (joined) joinBefore(content, joined);
  const mark = childOf(properties, 'w:rPr');
  if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) return content;
  const label = readLabel(properties, styleId, style, reading);
  const isListItem = reading.forReply && style?.name === LIST_STYLE_NAME && label !== '';
  const own = readContent(content, reading, isListItem ? '' : label);
  if (own) {
    const outline = readOutline(properties, style?.outline ?? null);
    parts.push({
      type: 'paragraph',
      ...own,
      place: getPlace(reading),
      ...(outline !== null && { outline }),
      ...(content.bold === true && { bold: true }),
      ...(style && style.name !== '' && { style: style.name }),
      ...(isListItem && { list: readListItem(properties, style, label) }),
    });
  }
  for (const box of content.boxes) {
    const boxed = readBlocks(box, reading);
    if (boxed.length > 0) warn(reading, 'text-box', message('warning.text-box'));
    parts.push(...boxed);
  }
  return null;
}

function joinBefore(content: InlineContent, before: InlineContent): void {
  content.runs.unshift(...before.runs);
  content.pictures.unshift(...before.pictures);
  content.charts.unshift(...before.charts);
  content.bookmarks.unshift(...before.bookmarks);
  content.boxes.unshift(...before.boxes);
  if (before.bold !== null) content.bold = before.bold && content.bold !== false;
}

function readLabel(properties: XmlElement | undefined, styleId: string | undefined, style: Style | null, reading: DocxReading): string {
  const numbering = childOf(properties, 'w:numPr');
  const own = valueOf(numbering, 'w:numId');
  const numId = own ?? style?.numId ?? '0';
  if (numId === '0') return '';
  const level = valueOf(numbering, 'w:ilvl');
  if (level !== undefined) return reading.numberer.nextLabel(numId, Number(level), null);
  return reading.numberer.nextLabel(numId, own === undefined ? (style?.ilvl ?? null) : 0, styleId ?? null);
}

function readListItem(properties: XmlElement | undefined, style: Style, label: string): { kind: 'bullet' | 'number'; depth: number } {
  const depth = Number(valueOf(childOf(properties, 'w:numPr'), 'w:ilvl') ?? style.ilvl ?? 0);
  return { kind: /\d/.test(label) ? 'number' : 'bullet', depth };
}
