import type {
  ParagraphForm,
  ReviewedBlock,
  ReviewedCell,
  ReviewedParagraph,
  ReviewedRow,
  ReviewedTable,
  Revision,
} from '../../../../shared/review/word/reviewedDocument';
import { isTagOf, readTag } from '../../../../shared/review/word/wordTags';
import { AppError } from '../../../../shared/ipc/errors';
import { message } from '../../../../shared/domain/message';
import { chooseAlternative } from '../docx/inlines';
import type { ListForms } from '../docx/listForms';
import { readOutline, type StyleSheet } from '../docx/styles';
import { childOf, elementsOf, valueOf, type XmlElement } from '../docx/xmlTree';
import { InlineReader, type Notes } from './inlines';
import type { RevisionRegister } from './revisions';

const MAX_COLUMNS = 512;
const WRAPPERS = new Set(['w:customXml', 'w:smartTag', 'w:sdtContent']);
const INSERTS = new Set(['w:ins', 'w:moveTo']);
const DELETES = new Set(['w:del', 'w:moveFrom']);

/** What surrounds a block: tags of content controls, and tracked changes that hold whole blocks. */
type Surroundings = { tags: string[]; inserted: Revision[]; deleted: Revision[] };
const NOTHING: Surroundings = { tags: [], inserted: [], deleted: [] };

/** Reads paragraphs and tables with their tracked changes. */
export class BlockReader {
  private readonly inlines: InlineReader;
  /** Names of bookmarks that stood between blocks: they belong to the next one. */
  private waiting: string[] = [];
  private tables = 0;

  constructor(
    private readonly fileName: string,
    private readonly register: RevisionRegister,
    private readonly styles: StyleSheet,
    private readonly lists: ListForms,
    notes: Notes,
  ) {
    this.inlines = new InlineReader(register, notes);
  }

  /** Blocks of a body, a header or a note, in reading order; text boxes follow the paragraph that holds them. */
  read(parent: XmlElement, around: Surroundings = NOTHING): ReviewedBlock[] {
    return elementsOf(parent).flatMap((child) => this.readChild(child, around));
  }

  private readChild(child: XmlElement, around: Surroundings): ReviewedBlock[] {
    if (child.name === 'w:p') return this.readParagraph(child, around);
    if (child.name === 'w:tbl') return [this.readTable(child, around)];
    if (child.name === 'w:sdt') {
      const tag = readTag(valueOf(childOf(child, 'w:sdtPr'), 'w:tag'));
      const content = childOf(child, 'w:sdtContent');
      return content ? this.read(content, tag === null ? around : { ...around, tags: [...around.tags, tag] }) : [];
    }
    if (WRAPPERS.has(child.name)) return this.read(child, around);
    // What another file brings in whole is a thing that is no text.
    if (child.name === 'w:altChunk') return [{ ...createParagraph(), pieces: [{ type: 'object', ...around }] }];
    if (INSERTS.has(child.name)) return this.read(child, { ...around, inserted: [...around.inserted, this.register.get(child)] });
    if (DELETES.has(child.name)) return this.read(child, { ...around, deleted: [...around.deleted, this.register.get(child)] });
    if (child.name === 'mc:AlternateContent') {
      const branch = chooseAlternative(child);
      return branch ? this.read(branch, around) : [];
    }
    const tag = child.name === 'w:bookmarkStart' ? readTag(child.attributes['w:name']?.slice(1)) : null;
    if (tag !== null) this.waiting.push(tag);
    return [];
  }

  private readParagraph(element: XmlElement, around: Surroundings): ReviewedBlock[] {
    const properties = childOf(element, 'w:pPr');
    const mark = childOf(properties, 'w:rPr');
    const { pieces, tags, boxes } = this.inlines.read(element, around);
    const named = [...around.tags, ...this.waiting, ...tags].filter((tag) => !isTagOf('figure', tag));
    this.waiting = [];
    const marked = mark ? elementsOf(mark) : [];
    const change = childOf(properties, 'w:pPrChange');
    const layout = [
      ...marked.filter(({ name }) => name === 'w:rPrChange').map((one) => this.register.get(one)),
      ...this.register.listIn(childOf(properties, 'w:sectPr')),
      ...this.register.listIn(childOf(properties, 'w:numPr')),
    ];
    const paragraph: ReviewedParagraph = {
      type: 'paragraph',
      tags: [...new Set(named)],
      pieces,
      mark: {
        inserted: [...around.inserted, ...marked.filter(({ name }) => INSERTS.has(name)).map((one) => this.register.get(one))],
        deleted: [...around.deleted, ...marked.filter(({ name }) => DELETES.has(name)).map((one) => this.register.get(one))],
      },
      form: this.readForm(properties),
      formChange: change ? { revision: this.register.get(change), before: this.readForm(childOf(change, 'w:pPr')) } : null,
      layout,
    };
    return [paragraph, ...boxes.flatMap((box) => this.read(box, { ...around, tags: [] }))];
  }

  private readForm(properties: XmlElement | undefined): ParagraphForm {
    const style = this.styles.get(valueOf(properties, 'w:pStyle'));
    const outline = readOutline(properties, style?.outline ?? null);
    const align = valueOf(properties, 'w:jc');
    const numbering = childOf(properties, 'w:numPr');
    const numbered = valueOf(numbering, 'w:numId');
    return {
      style: style?.name ?? '',
      level: outline,
      align:
        align === 'center' || align === 'left' || align === 'right' ? align : align === 'end' ? 'right' : align === 'start' ? 'left' : null,
      list: numbered === undefined || numbered === '0' ? null : this.lists.get(numbered, Number(valueOf(numbering, 'w:ilvl') ?? 0)),
    };
  }

  private readTable(element: XmlElement, around: Surroundings): ReviewedTable {
    const tags = [...around.tags, ...this.waiting];
    this.waiting = [];
    this.tables += 1;
    const rows = collect(element, 'w:tr').map((row) => this.readRow(row, around));
    const inFirst = rows[0]?.tags.filter((tag) => isTagOf('block', tag)) ?? [];
    const layout = [...this.register.listIn(childOf(element, 'w:tblPr')), ...this.register.listIn(childOf(element, 'w:tblGrid'))];
    const columns = elementsOf(childOf(element, 'w:tblGrid') ?? element).filter(({ name }) => name === 'w:gridCol');
    const grid = columns.map(({ attributes }) => Number(attributes['w:w'] ?? 0) || 0);
    return { type: 'table', tags: [...new Set([...tags, ...inFirst])], grid, rows, layout };
  }

  private readRow(element: XmlElement, around: Surroundings): ReviewedRow {
    const properties = childOf(element, 'w:trPr');
    const own = properties ? elementsOf(properties) : [];
    const inserted = own.find(({ name }) => INSERTS.has(name));
    const deleted = own.find(({ name }) => DELETES.has(name));
    let col = Number(valueOf(properties, 'w:gridBefore') ?? 0) || 0;
    const cells = collect(element, 'w:tc').map((one) => {
      const cell = this.readCell(one, col);
      col += cell.colSpan;
      if (col > MAX_COLUMNS) {
        throw new AppError('document-broken', {
          file: this.fileName,
          place: message('spot.tableColumns', { table: this.tables, columns: MAX_COLUMNS }),
        });
      }
      return cell;
    });
    const named = cells[0]?.blocks.flatMap((block) => block.tags) ?? [];
    return {
      tags: named,
      cells,
      inserted: inserted ? this.register.get(inserted) : (around.inserted[0] ?? null),
      deleted: deleted ? this.register.get(deleted) : (around.deleted[0] ?? null),
      layout: own.filter(({ name }) => name === 'w:trPrChange' || name === 'w:tblPrExChange').map((one) => this.register.get(one)),
    };
  }

  private readCell(element: XmlElement, col: number): ReviewedCell {
    const properties = childOf(element, 'w:tcPr');
    const span = Number(valueOf(properties, 'w:gridSpan') ?? 1);
    const merge = childOf(properties, 'w:vMerge');
    const of = (name: string) => {
      const child = childOf(properties, name);
      return child ? this.register.get(child) : null;
    };
    const layout = ['w:tcPrChange', 'w:cellMerge'].flatMap((name) => of(name) ?? []);
    return {
      col,
      colSpan: Number.isInteger(span) && span > 0 ? Math.min(span, MAX_COLUMNS) : 1,
      continues: merge !== undefined && merge.attributes['w:val'] !== 'restart',
      fill: readFill(childOf(properties, 'w:shd')),
      blocks: this.read(element),
      inserted: of('w:cellIns'),
      deleted: of('w:cellDel'),
      layout,
    };
  }
}

function createParagraph(): ReviewedParagraph {
  const form = { style: '', level: null, align: null, list: null };
  return { type: 'paragraph', tags: [], pieces: [], mark: { inserted: [], deleted: [] }, form, formChange: null, layout: [] };
}

function readFill(shading: XmlElement | undefined): string {
  const fill = shading?.attributes['w:fill'] ?? '';
  return fill === 'auto' || fill === 'FFFFFF' ? '' : fill;
}

/** Rows of a table, or cells of a row, through the wrappers that may stand around them. */
function collect(parent: XmlElement, name: 'w:tr' | 'w:tc'): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    const wraps = child.name === 'w:sdt' || WRAPPERS.has(child.name) || INSERTS.has(child.name) || DELETES.has(child.name);
    return wraps ? collect(child, name) : [];
  });
}
