import type { CellRef } from './dataTable';
import type { BlockId, ChangeId, ColId, DecisionId, FigureId, QuestionId, RowId, SectionId, TableId, VersionId } from './ids';
import type { RecordChange } from './matterRecord';
import type { Block, Inline } from './reply';

/**
 * Where a change belongs. `from` and `to` count UTF-16 units in `getInlineText` of the block as it stood in the change's base version; `quote`
 * is what stood there, to find the place again when ids or positions are gone. A change of a table names its cell.
 */
export type ReviewAnchor = {
  questionId: QuestionId | null;
  /** Null: the question as a whole, or a place that could not be found. */
  blockId: BlockId | null;
  from: number;
  to: number;
  quote: string;
  /**
   * The change meant lies in what another open change inserts: `from`, `to` and `quote` count in that inserted text (a new paragraph mark is one
   * character) and `blockId` is where that change stands. When the other is accepted the text is the reply's; when it is rejected this has no object,
   * except that an insertion stays at the other's place.
   */
  inside?: ChangeId;
  /** Text of the whole block in the base version: with it the place is found in a text that has changed since. */
  blockText?: string;
  /** Rank among one author's changes at the same place: what was typed first comes first. */
  order?: number;
  cell?: CellRef;
  /** A remark that spans several blocks: what it is about in the blocks after the first, in reading order. */
  further?: ReviewSpan[];
};

/** Part of a remark's place: words of one block, counted as in an anchor. */
export type ReviewSpan = Pick<ReviewAnchor, 'from' | 'to' | 'quote' | 'blockText'> & { blockId: BlockId };

/** Styles a reviewer proposes to set (true) or take away (false). */
export type StyleChange = { bold?: boolean; italic?: boolean; underline?: boolean; sub?: boolean; sup?: boolean };

/** What a change proposes or remarks. Text is never edited: the reply stays as it is until a decision applies the change. */
export type ReviewPayload =
  | { kind: 'comment'; text: string; replyTo: ChangeId | null }
  | { kind: 'insert'; inlines: Inline[] }
  | { kind: 'delete' }
  | { kind: 'format'; style: StyleChange }
  /** The block is cut at `from`; what follows becomes a block with the new id. */
  | { kind: 'splitBlock'; newBlockId: BlockId }
  /** The block is joined with the one after it. */
  | { kind: 'joinBlock' }
  /** A block comes after the anchor's block; at the head of `sectionId` when the anchor has none. */
  | { kind: 'insertBlock'; sectionId: SectionId; block: Block }
  | { kind: 'deleteBlock' }
  /** The block becomes a paragraph, heading or list item of another kind, its text kept. */
  | { kind: 'setBlock'; block: Block }
  | { kind: 'setCell'; text: string }
  | { kind: 'insertRow'; tableId: TableId; after: RowId | null; texts: string[] }
  | { kind: 'deleteRow'; tableId: TableId; rowId: RowId }
  | { kind: 'insertColumn'; tableId: TableId; after: ColId | null; texts: string[] }
  | { kind: 'deleteColumn'; tableId: TableId; colId: ColId }
  /** A referenced figure was overwritten: nothing changes until its owner decides between the cell's words and these. */
  | { kind: 'overrideFigure'; figureId: FigureId; shown: string; proposed: string }
  /** Something beside the text: a link, a source, what is withheld, an owner. */
  | ({ kind: 'setRecord' } & RecordChange);

export type ReviewKind = ReviewPayload['kind'];

/** One remark or proposed change. Immutable once it has left the program; `baseVersionId` null: made here, against the reply as it stands. */
export type ReviewChange = {
  changeId: ChangeId;
  author: string;
  /** ISO time with zone. */
  at: string;
  baseVersionId: VersionId | null;
  anchor: ReviewAnchor;
  payload: ReviewPayload;
};

/** What became of a change. The latest decision by (at, decisionId) counts; `withdrawn` is the author's own taking back, before or after sending. */
export const VERDICTS = ['accepted', 'rejected', 'resolved', 'reopened', 'withdrawn'] as const;
export type Verdict = (typeof VERDICTS)[number];
export type ReviewDecision = { decisionId: DecisionId; changeId: ChangeId; author: string; at: string; verdict: Verdict; note: string };

/** What a change has come to: `open` waits for a decision. */
export const REVIEW_STATES = ['open', 'accepted', 'rejected', 'resolved', 'withdrawn'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/**
 * Where a change stands in the reply as it is now. `changed`: the words at its place are no longer those it was made against, so that accepting it
 * would overwrite what was written meanwhile.
 */
export type ReviewPlace =
  | { kind: 'question' }
  | {
      kind: 'text';
      blockId: BlockId;
      from: number;
      to: number;
      changed: boolean;
      further?: { blockId: BlockId; from: number; to: number }[];
    }
  /** In the words another open change inserts: places count in these. */
  | { kind: 'inside'; changeId: ChangeId; from: number; to: number }
  | { kind: 'cell'; cell: CellRef; changed: boolean }
  | { kind: 'table'; tableId: TableId }
  | { kind: 'record'; changed: boolean };

/** One change as a screen shows it. `place` null: it cannot be placed and is listed with its quote. `decisions` stand in the order they count. */
export type ReviewedChange = {
  change: ReviewChange;
  state: ReviewState;
  decisions: ReviewDecision[];
  place: ReviewPlace | null;
  /** Other open changes that cannot stand together with this one: they are shown side by side. */
  conflictsWith: ChangeId[];
};

/** What becomes of a figure whose override is accepted: its cell is corrected, the words stand without a source, or the figure stays. */
export const OVERRIDE_CHOICES = ['correctCell', 'unlink', 'keep'] as const;
export type OverrideChoice = (typeof OVERRIDE_CHOICES)[number];
