import type { BlockId, ChangeId, ColId, FigureId, QuestionId, RowId, SectionId, TableId } from '../../domain/ids';
import type { TextBlock } from '../../domain/reply';

/** A stretch of a text, and the words that stand in its place. */
export type Replacement = { from: number; to: number; text: string };

/** What a named part of a sent document stands for. */
export type WordAnchor =
  | {
      kind: 'text';
      questionId: QuestionId;
      sectionId: SectionId;
      block: TextBlock;
      /** What the document shows in place of withheld words: stretches of the block's text, in order. Absent where it shows all of it. */
      replaced?: Replacement[];
      /** Figures of the block that stand in the document as plain words. */
      plain?: FigureId[];
    }
  | {
      kind: 'table';
      questionId: QuestionId;
      sectionId: SectionId;
      blockId: BlockId;
      tableId: TableId;
      rows: RowId[];
      columns: ColId[];
      texts: string[][];
      /** Cells (row, column) the document shows in other words than these. Absent where it shows all as they are. */
      replaced?: [number, number][];
    }
  /** A picture, the unit line or a note of a table: remarks belong to the block, edits are listed. */
  | { kind: 'part'; questionId: QuestionId; sectionId: SectionId; blockId: BlockId }
  /** A section nobody has written yet. */
  | { kind: 'section'; questionId: QuestionId; sectionId: SectionId }
  /** The question as the letter asks it. */
  | { kind: 'question'; questionId: QuestionId };

/** A change already in the document when it was sent, as told apart when it comes back. */
export type SentChange = { changeId: ChangeId; kind: 'comment' | 'suggestion'; author: string; at: string; text: string };

/** What the names in a sent document stand for, kept with the exchange: the document itself carries names only. */
export type AnchorMap = { format: 1; anchors: Record<string, WordAnchor>; figures: Record<string, FigureId>; changes: SentChange[] };
