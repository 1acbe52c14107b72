import {
  type CharacterStyle,
  type FormatChange,
  PLAIN,
  type Piece,
  type ReviewedNote,
  type Revision,
} from '../../../../shared/review/word/reviewedDocument';
import { isTagOf, readTag } from '../../../../shared/review/word/wordTags';
import { FOOTNOTE_MARK } from '../../../../shared/domain/reply';
import { readFormula } from '../docx/formulas';
import { chooseAlternative } from '../docx/inlines';
import { showSymbolCode } from '../docx/symbols';
import { childOf, elementsOf, findAll, toggleOf, valueOf, type XmlElement } from '../docx/xmlTree';
import type { RevisionRegister } from './revisions';

/** Notes by id, for each kind of reference. */
export type Notes = Readonly<Record<'w:footnoteReference' | 'w:endnoteReference', ReadonlyMap<string, ReviewedNote>>>;

type Around = { inserted: Revision[]; deleted: Revision[] };
type Walk = Around & { figure: string | null };

const TRANSPARENT = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
  'w:ruby',
  'w:rubyBase',
]);
const OBJECTS = new Set(['w:drawing', 'w:pict', 'w:object']);

/** Reads what stands in a paragraph. Ids of figure bookmarks may stay open across paragraphs, so one reader serves a whole document. */
export class InlineReader {
  private pieces: Piece[] = [];
  private tags: string[] = [];
  private boxes: XmlElement[] = [];
  private fields: { inCode: boolean }[] = [];
  private readonly figures = new Map<string, string>();

  constructor(
    private readonly register: RevisionRegister,
    private readonly notes: Notes,
  ) {}

  read(paragraph: XmlElement, { inserted, deleted }: Around): { pieces: Piece[]; tags: string[]; boxes: XmlElement[] } {
    this.pieces = [];
    this.tags = [];
    this.boxes = [];
    this.walk(paragraph, { inserted, deleted, figure: null });
    return { pieces: this.pieces, tags: this.tags, boxes: this.boxes };
  }

  private walk(parent: XmlElement, around: Walk): void {
    for (const child of elementsOf(parent)) this.readChild(child, around);
  }

  private readChild(child: XmlElement, around: Walk): void {
    const { name, attributes } = child;
    if (name === 'w:r') this.readRun(child, around);
    else if (name === 'w:ins' || name === 'w:moveTo')
      this.walk(child, { ...around, inserted: [...around.inserted, this.register.get(child)] });
    else if (name === 'w:del' || name === 'w:moveFrom')
      this.walk(child, { ...around, deleted: [...around.deleted, this.register.get(child)] });
    else if (name === 'w:sdt') this.readControl(child, around);
    else if (TRANSPARENT.has(name)) this.walk(child, around);
    else if (name === 'w:bookmarkStart') this.openBookmark(attributes);
    else if (name === 'w:bookmarkEnd') this.figures.delete(attributes['w:id'] ?? '');
    else if (name === 'w:commentRangeStart') this.pieces.push({ type: 'commentStart', comment: attributes['w:id'] ?? '' });
    else if (name === 'w:commentRangeEnd') this.pieces.push({ type: 'commentEnd', comment: attributes['w:id'] ?? '' });
    else if (name === 'm:oMath' || name === 'm:oMathPara') this.readFormula(child, around);
    else if (name === 'mc:AlternateContent') {
      const branch = chooseAlternative(child);
      if (branch) this.walk(branch, around);
    }
  }

  private readControl(element: XmlElement, around: Walk): void {
    const tag = readTag(valueOf(childOf(element, 'w:sdtPr'), 'w:tag'));
    const content = childOf(element, 'w:sdtContent');
    if (tag !== null && !isTagOf('figure', tag)) this.tags.push(tag);
    if (content) this.walk(content, tag !== null && isTagOf('figure', tag) ? { ...around, figure: tag } : around);
  }

  private openBookmark(attributes: XmlElement['attributes']): void {
    const tag = readTag(attributes['w:name']?.slice(1));
    if (tag === null) return;
    if (isTagOf('figure', tag)) this.figures.set(attributes['w:id'] ?? '', tag);
    else this.tags.push(tag);
  }

  /** In formulas the tracked changes stand in the runs; one of all its runs is one of the formula. */
  private readFormula(formula: XmlElement, around: Walk): void {
    const runs = findAll(formula, 'm:r');
    const listOf = (name: string) => {
      const marks = runs.map((run) => [run, ...elementsOf(run)].flatMap((one) => childOf(one, name) ?? []));
      return marks.every((own) => own.length > 0) ? marks.flat().map((one) => this.register.get(one)) : [];
    };
    const walk = { ...around, inserted: [...around.inserted, ...listOf('w:ins')], deleted: [...around.deleted, ...listOf('w:del')] };
    this.addText(readFormula(formula), PLAIN, null, walk);
  }

  private readRun(run: XmlElement, around: Walk): void {
    const properties = childOf(run, 'w:rPr');
    const style = readStyle(properties);
    const format = this.readFormat(properties);
    // In math and in runs of fields Word marks the run itself.
    const own = properties ? elementsOf(properties) : [];
    const inserted = own.filter(({ name }) => name === 'w:ins').map((one) => this.register.get(one));
    const deleted = own.filter(({ name }) => name === 'w:del').map((one) => this.register.get(one));
    const walk = { ...around, inserted: [...around.inserted, ...inserted], deleted: [...around.deleted, ...deleted] };
    for (const child of elementsOf(run)) this.readRunChild(child, style, format, walk);
  }

  private readRunChild(child: XmlElement, style: CharacterStyle, format: FormatChange | null, around: Walk): void {
    const { name, attributes } = child;
    if (name === 'w:t' || name === 'w:delText') {
      this.addText(child.children.filter((node) => typeof node === 'string').join(''), style, format, around);
    } else if (name === 'w:tab' || name === 'w:ptab') this.addText('\t', style, format, around);
    else if (name === 'w:cr') this.addText('\n', style, format, around);
    else if (name === 'w:br') {
      if ((attributes['w:type'] ?? 'textWrapping') === 'textWrapping') this.addText('\n', style, format, around);
      else if (around.inserted.length > 0 || around.deleted.length > 0) this.addObject(around);
    } else if (name === 'w:noBreakHyphen') this.addText('-', style, format, around);
    else if (name === 'w:sym') this.addText(showSymbolCode(attributes['w:char'] ?? ''), style, format, around);
    else if (name === 'w:fldChar') this.followField(attributes['w:fldCharType']);
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      const note = this.notes[name].get(attributes['w:id'] ?? '') ?? { before: '', after: '', revisions: [] };
      this.addText(FOOTNOTE_MARK, style, format, around, note);
    } else if (name === 'w:commentReference') this.refer(attributes['w:id'] ?? '');
    else if (OBJECTS.has(name)) {
      this.boxes.push(...findAll(child, 'w:txbxContent'));
      this.addObject(around);
    } else if (name === 'w:ruby') this.walk(childOf(child, 'w:rubyBase') ?? child, around);
    else if (name === 'mc:AlternateContent') {
      for (const inner of elementsOf(chooseAlternative(child) ?? child)) this.readRunChild(inner, style, format, around);
    }
  }

  /** A remark without a range of its own stands where it is referred to. */
  private refer(comment: string): void {
    this.pieces.push({ type: 'commentStart', comment }, { type: 'commentEnd', comment });
  }

  private addObject({ inserted, deleted }: Walk): void {
    this.pieces.push({ type: 'object', inserted, deleted });
  }

  private addText(
    text: string,
    style: CharacterStyle,
    format: FormatChange | null,
    { inserted, deleted, figure }: Walk,
    note?: ReviewedNote,
  ): void {
    if (text === '' || this.fields.some((field) => field.inCode)) return;
    const named = figure ?? [...this.figures.values()].at(-1) ?? null;
    const last = this.pieces.at(-1);
    // Editors cut one stretch of text into many runs.
    if (
      last?.type === 'text' &&
      note === undefined &&
      last.note === undefined &&
      last.figure === named &&
      isSame(last.inserted, inserted) &&
      isSame(last.deleted, deleted) &&
      last.format === null &&
      format === null &&
      isSameStyle(last.style, style)
    ) {
      last.text += text;
      return;
    }
    this.pieces.push({ type: 'text', text, style, inserted, deleted, format, figure: named, ...(note !== undefined && { note }) });
  }

  private readFormat(properties: XmlElement | undefined): FormatChange | null {
    const change = childOf(properties, 'w:rPrChange');
    return change ? { revision: this.register.get(change), before: readStyle(childOf(change, 'w:rPr')) } : null;
  }

  private followField(type: string | undefined): void {
    if (type === 'begin') this.fields.push({ inCode: true });
    else if (type === 'separate' && this.fields.length > 0) this.fields.at(-1)!.inCode = false;
    else if (type === 'end') this.fields.pop();
  }
}

function readStyle(properties: XmlElement | undefined): CharacterStyle {
  const position = valueOf(properties, 'w:vertAlign');
  return {
    bold: toggleOf(properties, 'w:b') ?? false,
    italic: toggleOf(properties, 'w:i') ?? false,
    underline: toggleOf(properties, 'w:u') ?? false,
    sub: position === 'subscript',
    sup: position === 'superscript',
    mark: readMark(properties),
  };
}

/** Colours every editor writes out for characters that have none of their own. */
const NO_COLOURS = new Set(['', 'auto', 'none', '000000', 'FFFFFF', 'black', 'white']);

function readMark(properties: XmlElement | undefined): string {
  const colourOf = (name: string, text: string | undefined) => (NO_COLOURS.has(text ?? '') ? [] : [`${name} ${text}`]);
  const isStruck = ['w:strike', 'w:dstrike'].some((name) => toggleOf(properties, name));
  return [
    ...(isStruck ? ['strike'] : []),
    ...colourOf('highlight', valueOf(properties, 'w:highlight')),
    ...colourOf('color', valueOf(properties, 'w:color')),
    ...colourOf('fill', childOf(properties, 'w:shd')?.attributes['w:fill']),
  ].join(' ');
}

function isSameStyle(a: CharacterStyle, b: CharacterStyle): boolean {
  return (
    a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.sub === b.sub && a.sup === b.sup && a.mark === b.mark
  );
}

function isSame(a: readonly Revision[], b: readonly Revision[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
