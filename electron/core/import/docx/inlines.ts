import type { ReadPicture } from '../../../../shared/domain/dataTable';
import { type DocxReading, warn } from './docxReading';
import { readFormula } from './formulas';
import { readDrawing, readVmlPictures } from './pictures';
import { showSymbolCode, UNKNOWN_SYMBOL } from './symbols';
import { childOf, childrenOf, elementsOf, findAll, toggleOf, valueOf, type XmlElement } from './xmlTree';
import { type Message, message } from '../../../../shared/domain/message';
import type { ReadChart } from '../../../../shared/domain/readChart';
import type { ReadRun } from '../../../../shared/domain/readRun';
import type { TextStyle } from '../../../../shared/domain/reply';
import { readCharts } from './charts';

/** What a paragraph holds: text with tabs and line breaks, pictures, charts, and text boxes anchored in it (w:txbxContent). */
export type InlineContent = {
  runs: ReadRun[];
  /** True while every printed character so far is bold; null before the first. */
  bold: boolean | null;
  pictures: ReadPicture[];
  charts: ReadChart[];
  /** Names of the bookmarks that begin in it. */
  bookmarks: string[];
  /** Those that begin behind all of it: they mark what follows. */
  bookmarksBehind: string[];
  boxes: XmlElement[];
};

/** Wrappers whose content is printed as if they were not there. */
const TRANSPARENT = new Set(['w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:sdtContent', 'w:rubyBase', 'w:sdt', 'w:ruby']);

const INSERTED = new Set(['w:ins', 'w:moveTo']);
const DELETED = new Set(['w:del', 'w:moveFrom']);

/** Reads a paragraph's content: insertions taken in, deletions and hidden text left out and counted, fields by their cached text. */
export function readInlines(paragraph: XmlElement, paragraphBold: boolean, reading: DocxReading): InlineContent {
  const content: InlineContent = { runs: [], bold: null, pictures: [], charts: [], bookmarks: [], bookmarksBehind: [], boxes: [] };
  new InlineWalk(content, paragraphBold, reading).walk(paragraph);
  // A paragraph that is bold throughout looks so as a whole.
  if (content.bold === true) content.runs = content.runs.map(dropBold);
  return content;
}

function dropBold({ style: { bold: _bold, ...style } = {}, ...run }: ReadRun): ReadRun {
  return { ...run, ...(Object.keys(style).length > 0 && { style }) };
}

/** The bookmark a field leads to, by its code: REF name, HYPERLINK \\l "name". */
function readTarget(code: string): string | undefined {
  const match = /^\s*(?:REF\s+|HYPERLINK\s+\\l\s+)"?([\p{L}_][\p{L}\p{N}_]*)"?/iu.exec(code);
  return match?.[1];
}

/** The branch of an mc:AlternateContent that says something: the newer one, else the fall-back. */
export function chooseAlternative(element: XmlElement): XmlElement | undefined {
  const choice = childrenOf(element, 'mc:Choice').find(hasContent);
  return choice ?? childOf(element, 'mc:Fallback') ?? childOf(element, 'mc:Choice');
}

function hasContent(branch: XmlElement): boolean {
  return ['w:txbxContent', 'pic:pic', 'w:t', 'w:p'].some((name) => findAll(branch, name).length > 0);
}

class InlineWalk {
  /** Depth of field codes ({ REF … }) being passed over; what they show comes after their separator. */
  private readonly fields: { inCode: boolean; code: string }[] = [];
  private readonly links: (string | undefined)[] = [];

  constructor(
    private readonly content: InlineContent,
    private readonly paragraphBold: boolean,
    private readonly reading: DocxReading,
  ) {}

  walk(parent: XmlElement): void {
    for (const element of elementsOf(parent)) this.readElement(element);
  }

  private readElement(element: XmlElement): void {
    const { name } = element;
    if (name === 'w:r') this.readRun(element);
    else if (TRANSPARENT.has(name)) this.walk(element);
    else if (name === 'w:hyperlink') this.walkLink(element, element.attributes['w:anchor']);
    else if (name === 'w:fldSimple') this.walkLink(element, readTarget(element.attributes['w:instr'] ?? ''));
    else if (name === 'w:bookmarkStart') this.content.bookmarksBehind.push(element.attributes['w:name'] ?? '');
    else if (INSERTED.has(name)) {
      this.reading.insertions++;
      this.walk(element);
    } else if (DELETED.has(name)) this.reading.deletions++;
    else if (name === 'm:oMath' || name === 'm:oMathPara') this.addText(readFormula(element), {}, this.paragraphBold);
    else if (name === 'mc:AlternateContent') {
      const branch = chooseAlternative(element);
      if (branch) this.walk(branch);
    }
  }

  private walkLink(element: XmlElement, target: string | undefined): void {
    this.links.push(target);
    this.walk(element);
    this.links.pop();
  }

  private readRun(run: XmlElement): void {
    const properties = childOf(run, 'w:rPr');
    const styleId = valueOf(properties, 'w:rStyle');
    const style = styleId === undefined ? null : this.reading.styles.get(styleId);
    const bold = toggleOf(properties, 'w:b') ?? (style?.bold || this.paragraphBold);
    const hidden = toggleOf(properties, 'w:vanish') ?? style?.hidden ?? false;
    if (hidden && findAll(run, 'w:t').length > 0) {
      warn(this.reading, 'hidden-text', message('warning.hidden-text'));
      return;
    }
    const look = readLook(properties);
    for (const child of elementsOf(run)) this.readRunChild(child, look, bold);
  }

  private readRunChild(child: XmlElement, look: TextStyle, bold: boolean): void {
    switch (child.name) {
      case 'w:t':
        this.addText(child.children.filter((node) => typeof node === 'string').join(''), look, bold);
        break;
      case 'w:tab':
      case 'w:ptab':
        this.addText('\t', look, bold);
        break;
      case 'w:cr':
        this.addText('\n', look, bold);
        break;
      case 'w:br':
        // Page and column breaks are layout of the old document.
        if ((child.attributes['w:type'] ?? 'textWrapping') === 'textWrapping') this.addText('\n', look, bold);
        break;
      case 'w:noBreakHyphen':
        this.addText('-', look, bold);
        break;
      case 'w:sym':
        this.addSymbol(child.attributes['w:char'] ?? '', look, bold);
        break;
      case 'w:fldChar':
        this.followField(child.attributes['w:fldCharType']);
        break;
      case 'w:instrText':
        if (this.fields.length > 0) this.fields.at(-1)!.code += child.children.filter((node) => typeof node === 'string').join('');
        break;
      case 'w:drawing':
        this.content.boxes.push(...findAll(child, 'w:txbxContent'));
        this.readDrawing(child);
        break;
      case 'w:object':
        warn(this.reading, 'embedded-object', message('warning.embedded-object'));
        break;
      case 'w:pict':
        this.content.boxes.push(...findAll(child, 'w:txbxContent'));
        this.content.pictures.push(...readVmlPictures(child, this.reading));
        break;
      case 'w:footnoteReference':
        if (this.reading.forReply && this.reading.tableDepth === 0) this.addNote(child.attributes['w:id']);
        else this.warnAboutNote(this.reading.pack.footnotes, 'w:footnote', child.attributes['w:id'], message('warning.footnote'));
        break;
      case 'w:endnoteReference':
        this.warnAboutNote(this.reading.pack.endnotes, 'w:endnote', child.attributes['w:id'], message('warning.endnote'));
        break;
      case 'w:commentReference':
        this.reading.comments++;
        break;
      case 'w:ruby':
        this.walk(childOf(child, 'w:rubyBase') ?? child);
        break;
      case 'mc:AlternateContent':
        for (const inner of elementsOf(chooseAlternative(child) ?? child)) this.readRunChild(inner, look, bold);
        break;
      default:
        break;
    }
  }

  /** What is added stands behind the bookmarks so far. */
  private passBookmarks(): void {
    this.content.bookmarks.push(...this.content.bookmarksBehind.splice(0));
  }

  private readDrawing(drawing: XmlElement): void {
    this.passBookmarks();
    const charts = this.reading.forReply && this.reading.tableDepth === 0 ? readCharts(drawing, this.reading) : [];
    this.content.charts.push(...charts);
    if (charts.length === 0) this.content.pictures.push(...readDrawing(drawing, this.reading));
  }

  private addText(text: string, look: TextStyle, bold: boolean): void {
    if (text === '' || this.fields.some((field) => field.inCode)) return;
    this.passBookmarks();
    if (text.trim() !== '') this.content.bold = bold && this.content.bold !== false;
    const style: TextStyle = { ...look, ...(bold && !this.paragraphBold && { bold: true as const }) };
    const target = this.fields.findLast(({ code }) => readTarget(code) !== undefined);
    const refersTo = target === undefined ? this.links.findLast((link) => link !== undefined) : readTarget(target.code);
    const isPlain = Object.keys(style).length === 0;
    const run: ReadRun = { text, ...(!isPlain && { style }), ...(refersTo !== undefined && { refersTo }) };
    const last = this.content.runs.at(-1);
    if (last && last.note === undefined && last.refersTo === refersTo && JSON.stringify(last.style) === JSON.stringify(run.style)) {
      last.text += text;
    } else this.content.runs.push(run);
  }

  private addSymbol(hexadecimal: string, look: TextStyle, bold: boolean): void {
    const symbol = showSymbolCode(hexadecimal);
    if (symbol === UNKNOWN_SYMBOL)
      warn(this.reading, 'symbol-unknown', message('warning.symbol-unknown', { code: hexadecimal, shown: UNKNOWN_SYMBOL }));
    this.addText(symbol, look, bold);
  }

  private followField(type: string | undefined): void {
    if (type === 'begin') this.fields.push({ inCode: true, code: '' });
    else if (type === 'separate' && this.fields.length > 0) this.fields.at(-1)!.inCode = false;
    else if (type === 'end') this.fields.pop();
  }

  /** A footnote where it stands in the text, to become one of the reply's. */
  private addNote(id: string | undefined): void {
    const note = childrenOf(this.reading.pack.footnotes, 'w:footnote').find((candidate) => candidate.attributes['w:id'] === id);
    const text = note ? childrenOf(note, 'w:p').map(readNoteLine).join('\n').trim() : '';
    if (text !== '') this.content.runs.push({ text: '', note: text });
  }

  private warnAboutNote(notes: XmlElement | undefined, name: string, id: string | undefined, called: Message): void {
    const note = childrenOf(notes, name).find((candidate) => candidate.attributes['w:id'] === id);
    const text = note ? findAll(note, 'w:t').flatMap((t) => t.children.filter((node) => typeof node === 'string')) : [];
    warn(this.reading, 'note-not-in-text', message('warning.note-not-in-text', { note: called, text: text.join('').trim() }));
  }
}

const NOTE_PARTS: Readonly<Record<string, string>> = { 'w:br': '\n', 'w:cr': '\n', 'w:tab': '\t' };

function readNoteLine(paragraph: XmlElement): string {
  const runs = childrenOf(paragraph, 'w:r').flatMap((run) => elementsOf(run));
  return runs
    .map((part) =>
      part.name === 'w:t' ? part.children.filter((node) => typeof node === 'string').join('') : (NOTE_PARTS[part.name] ?? ''),
    )
    .join('');
}

/** LibreOffice writes what is small and off its line by height and size. */
function readShift(properties: XmlElement | undefined): string | undefined {
  const halfPoints = Number(valueOf(properties, 'w:position') ?? 0);
  if (!(Math.abs(halfPoints) >= 2) || valueOf(properties, 'w:sz') === undefined) return undefined;
  return halfPoints > 0 ? 'superscript' : 'subscript';
}

/** The look of a run but for bold, which may be its paragraph's. */
function readLook(properties: XmlElement | undefined): TextStyle {
  const position = valueOf(properties, 'w:vertAlign') ?? readShift(properties);
  return {
    ...(toggleOf(properties, 'w:i') === true && { italic: true as const }),
    ...((valueOf(properties, 'w:u') ?? 'none') !== 'none' && { underline: true as const }),
    ...(position === 'subscript' && { sub: true as const }),
    ...(position === 'superscript' && { sup: true as const }),
  };
}
