import type { BlockId, FigureId, QuestionId, SectionId } from '../../domain/ids';
import { type Block, getInlineText, isTextBlock, type TextBlock } from '../../domain/reply';
import type { ReviewedChange } from '../../domain/review';
import type { ProjectSnapshot } from '../../domain/snapshot';
import type { AnchorMap } from '../../review/word/wordAnchor';
import { nameTag } from '../../review/word/wordTags';
import { assert } from '../../util/assert';
import { type FilingBlock, type FilingListItem, type FilingParagraph, getFilingText } from '../filingBlock';
import { getLetter } from '../filingDocument';
import { assembleReplyBlocks } from '../replyBlocks';
import { mapToPrinted, markChanges, type TextChange } from './markParagraph';
import { isAboutTable, markTableChanges } from './markTable';
import { addProposal, addRemark, type RemarkList } from './remarkList';
import { createMarks, type FilingComment, type ReviewMarks, type TableMarks } from './reviewMarks';
import { FORMER_WORDS } from './reviewWords';

/** The blocks, with proposed paragraphs among them; their names, figures, remarks and proposals; the remarks in order; what the names stand for. */
export type MarkedReview = {
  blocks: FilingBlock[];
  marks: Map<FilingBlock, ReviewMarks | TableMarks>;
  comments: FilingComment[];
  anchors: AnchorMap;
};

/** A change of what another one inserts stands, in words, where the other does. */
function placeInside(one: ReviewedChange, view: readonly ReviewedChange[]): ReviewedChange {
  const { place } = one;
  if (place?.kind !== 'inside') return one;
  const host = view.find(({ change }) => change.changeId === place.changeId)?.place;
  return host?.kind === 'text' ? { ...one, place: { ...host, to: host.from } } : { ...one, place: null };
}

/** Marks an announcement for reviewers. `tips` are the sources of figures in words. */
export function markReview(
  blocks: readonly FilingBlock[],
  snapshot: ProjectSnapshot,
  view: readonly ReviewedChange[],
  tips: ReadonlyMap<FigureId, string>,
): MarkedReview {
  return new ReviewMarker(snapshot, view, tips).markAll(blocks);
}

/** Ids of the blocks a document prints. */
function listAnchors(blocks: readonly FilingBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'landscape') return listAnchors(block.blocks);
    return 'anchor' in block && block.anchor !== undefined ? [block.anchor] : [];
  });
}

/** Paragraphs that frame a reply: the heading of the question's part, its number and text, and the label of its answer. */
const FRAME_STYLES: ReadonlySet<string> = new Set(['PartHeading', 'Heading1', 'QuestionText', 'ReplyLabel']);

type Home = { block: Block; questionId: QuestionId; sectionId: SectionId };

class ReviewMarker {
  private readonly homes = new Map<string, Home>();
  private readonly marks: MarkedReview['marks'] = new Map();
  private readonly anchors: AnchorMap = { format: 1, anchors: {}, figures: {}, changes: [] };
  private readonly list: RemarkList = { comments: [], sent: this.anchors.changes, places: new Map() };
  private readonly copies = new Map<string, number>();
  /** Blocks the document prints: it leaves out empty ones, and those of earlier letters. */
  private readonly printed = new Set<string>();
  private readonly waiting: Set<ReviewedChange>;
  private readonly questions: QuestionId[];
  private question: QuestionId | null = null;
  /** The block whose notes follow. */
  private lastTable: Home | null = null;

  constructor(
    private readonly snapshot: ProjectSnapshot,
    view: readonly ReviewedChange[],
    private readonly tips: ReadonlyMap<FigureId, string>,
  ) {
    for (const { questionId, sections } of snapshot.replies) {
      for (const { sectionId, blocks } of sections) {
        for (const block of blocks) this.homes.set(block.blockId, { block, questionId, sectionId });
      }
    }
    this.questions = getLetter(snapshot).questions.map(({ questionId }) => questionId);
    // What is about an earlier letter's questions has no place in the reply to the newest one.
    const isAboutThis = ({ questionId }: ReviewedChange['change']['anchor']) => questionId === null || this.questions.includes(questionId);
    const isOpen = ({ state, change }: ReviewedChange) => state === 'open' || (state === 'resolved' && change.payload.kind === 'comment');
    // What is proposed beside the text is no matter of the document.
    const isOfText = ({ change }: ReviewedChange) => change.payload.kind !== 'setRecord';
    this.waiting = new Set(
      view.filter((one) => isOpen(one) && isOfText(one) && isAboutThis(one.change.anchor)).map((one) => placeInside(one, view)),
    );
  }

  markAll(blocks: readonly FilingBlock[]): MarkedReview {
    for (const anchor of listAnchors(blocks)) this.printed.add(anchor);
    const marked = this.markInOrder(blocks);
    assert(this.waiting.size === 0, 'every open change is written into the copy');
    return { blocks: marked, marks: this.marks, comments: this.list.comments, anchors: this.anchors };
  }

  private markInOrder(blocks: readonly FilingBlock[]): FilingBlock[] {
    return blocks.flatMap((block, index) => {
      const next = blocks[index + 1];
      // A unit line stands over its table.
      if (block.type === 'paragraph' && block.style === 'TableUnit' && next?.type === 'table')
        return this.markPart(block, this.homes.get(next.anchor ?? ''));
      return this.mark(block);
    });
  }

  private mark(block: FilingBlock): FilingBlock[] {
    switch (block.type) {
      case 'landscape':
        return [{ ...block, blocks: this.markInOrder(block.blocks) }];
      case 'paragraph':
      case 'listItem':
        return this.markParagraph(block);
      case 'table':
        this.markTable(block);
        return [block];
      default:
        return [block];
    }
  }

  private markParagraph(paragraph: FilingParagraph | FilingListItem): FilingBlock[] {
    const home = this.homes.get(paragraph.anchor ?? '');
    if (home && isTextBlock(home.block)) return this.markText(paragraph, home, home.block);
    const sectionId = paragraph.type === 'paragraph' ? paragraph.sectionId : undefined;
    if (sectionId !== undefined) {
      const tag = this.name('section', sectionId);
      this.anchors.anchors[tag] = { kind: 'section', questionId: this.findQuestion(sectionId), sectionId };
      this.marks.set(paragraph, createMarks(tag));
    } else if (paragraph.type === 'paragraph' && paragraph.style === 'TableNote' && paragraph.inlines.length > 0 && this.lastTable)
      return this.markPart(paragraph, this.lastTable);
    else if (paragraph.type === 'paragraph') this.markFrame(paragraph);
    return [paragraph];
  }

  /** The unit line or a note of a table. */
  private markPart(paragraph: FilingParagraph, home: Home | undefined): FilingBlock[] {
    if (!home) return [paragraph];
    const { block, questionId, sectionId } = home;
    const tag = this.name('part', block.blockId);
    this.anchors.anchors[tag] = { kind: 'part', questionId, sectionId, blockId: block.blockId };
    this.marks.set(paragraph, createMarks(tag));
    return [paragraph];
  }

  private markText(paragraph: FilingParagraph | FilingListItem, { questionId, sectionId }: Home, block: TextBlock): FilingBlock[] {
    const tag = this.name('block', block.blockId);
    this.anchors.anchors[tag] = { kind: 'text', questionId, sectionId, block };
    const marks = createMarks(tag);
    const places = mapToPrinted(block.inlines, paragraph.inlines);
    let offset = 0;
    for (const inline of block.inlines) {
      const length = getInlineText([inline]).length;
      if (inline.type === 'figure') {
        const figure = this.name('figure', inline.figureId);
        this.anchors.figures[figure] = inline.figureId;
        const tip = this.tips.get(inline.figureId) ?? '';
        marks.figures.push({ from: places.from(offset), to: places.to(offset + length), tag: figure, tip });
      }
      offset += length;
    }
    this.marks.set(paragraph, marks);
    const changes = this.take((one): one is TextChange => one.place?.kind === 'text' && one.place.blockId === block.blockId);
    const inserted = changes.filter(({ change }) => change.payload.kind === 'insertBlock');
    const inText = changes.filter((one) => !inserted.includes(one));
    markChanges(marks, inText, places, this.snapshot, this.list);
    return [paragraph, ...inserted.flatMap((one) => this.propose(one))];
  }

  /** A paragraph of the letter's question takes what belongs to the question as a whole; the last question what belongs nowhere. */
  private markFrame(paragraph: FilingParagraph): void {
    if (!FRAME_STYLES.has(paragraph.style)) return;
    if (paragraph.style === 'Heading1') this.question = this.questions.shift() ?? null;
    const question = paragraph.style === 'PartHeading' ? (this.questions[0] ?? null) : this.question;
    if (question === null) return;
    const tag = this.name('question', question);
    this.anchors.anchors[tag] = { kind: 'question', questionId: question };
    const marks = createMarks(tag);
    this.marks.set(paragraph, marks);
    if (paragraph.style !== 'Heading1') return;
    const belongs = (one: ReviewedChange): one is ReviewedChange => {
      const { questionId } = one.change.anchor;
      const isPlaced = one.place !== null && one.place.kind !== 'question' && this.isShown(one.place);
      return !isPlaced && (questionId === this.question || (this.questions.length === 0 && !this.questions.includes(questionId!)));
    };
    const length = getFilingText(paragraph.inlines).length;
    for (const one of this.take(belongs)) {
      const { quote } = one.change.anchor;
      const before = quote === '' ? '' : `${FORMER_WORDS}“${quote}”\n`;
      marks.comments.push({ from: 0, to: length, comment: addRemark(this.list, one, before) });
    }
  }

  private isShown(place: NonNullable<ReviewedChange['place']>): boolean {
    if (place.kind === 'question' || place.kind === 'inside' || place.kind === 'record') return false;
    if (place.kind === 'text') {
      const block = this.homes.get(place.blockId)?.block;
      return block !== undefined && this.printed.has(place.blockId) && (isTextBlock(block) || block.type === 'table');
    }
    const tableId = place.kind === 'cell' ? place.cell.tableId : place.tableId;
    return [...this.homes.values()].some(
      ({ block }) => block.type === 'table' && block.tableId === tableId && this.printed.has(block.blockId),
    );
  }

  private markTable(filed: Extract<FilingBlock, { type: 'table' }>): void {
    const home = this.homes.get(filed.anchor ?? '');
    if (home?.block.type !== 'table') return;
    this.lastTable = home;
    const { block, questionId, sectionId } = home;
    const table = this.snapshot.tables.get(block.tableId)!;
    const tag = this.name('block', block.blockId);
    const { tableId, rows, columns } = table;
    this.anchors.anchors[tag] = {
      kind: 'table',
      questionId,
      sectionId,
      blockId: block.blockId,
      tableId,
      rows: rows.map(({ rowId }) => rowId),
      columns: columns.map(({ colId }) => colId),
      texts: rows.map(({ cells }) => cells.map(({ text }) => text)),
    };
    const rowTags = rows.map(({ rowId }) => this.name('row', rowId));
    const marks: TableMarks = { tag, rowTags, comments: [], cells: [], deletedRows: [], insertedRows: [] };
    const isHere = (one: ReviewedChange): one is ReviewedChange =>
      isAboutTable(one, tableId) || (one.place?.kind === 'text' && one.place.blockId === block.blockId);
    markTableChanges(marks, table, this.take(isHere), this.list);
    this.marks.set(filed, marks);
  }

  private propose(one: ReviewedChange): FilingBlock[] {
    const { payload, author, at } = one.change;
    assert(payload.kind === 'insertBlock', 'only a proposed block is written as one');
    const by = { author, at };
    addProposal(this.list, one);
    return assembleReplyBlocks([payload.block], this.snapshot, 0).map((block) => {
      if (block.type !== 'paragraph' && block.type !== 'listItem') return block;
      const { anchor: _, ...proposed } = { ...block, inlines: [] };
      this.marks.set(proposed, { ...createMarks(null), insertions: [{ at: 0, inlines: block.inlines, by }], mark: { change: 'ins', by } });
      return proposed;
    });
  }

  /** Changes that belong here, taken from those still to be written. */
  private take<T extends ReviewedChange>(belongs: (one: ReviewedChange) => one is T): T[] {
    const taken = [...this.waiting].filter(belongs);
    for (const one of taken) this.waiting.delete(one);
    return taken;
  }

  private findQuestion(sectionId: SectionId): QuestionId {
    const reply = this.snapshot.replies.find(({ sections }) => sections.some((section) => section.sectionId === sectionId));
    assert(reply, 'a section belongs to a reply');
    return reply.questionId;
  }

  private name(
    kind: Parameters<typeof nameTag>[0],
    id: BlockId | SectionId | QuestionId | FigureId | Parameters<typeof nameTag>[1],
  ): string {
    const key = `${kind} ${id}`;
    const copy = this.copies.get(key) ?? 0;
    this.copies.set(key, copy + 1);
    return nameTag(kind, id, copy);
  }
}
