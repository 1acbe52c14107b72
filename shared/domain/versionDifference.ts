import type { CellRef } from './dataTable';
import type { BlockId, QuestionId } from './ids';

/**
 * One difference between two states of a project. `ours` is the first state's words, `theirs` the second's; empty where only the other has any. A number
 * that changed is a `figure` even inside a rewritten sentence; `cell` is a number or word of a shown table. Looks of text are no difference.
 */
export type VersionDifference = {
  kind: 'text' | 'figure' | 'cell' | 'table';
  questionId: QuestionId;
  /** The question's number. */
  question: string;
  ours: string;
  theirs: string;
  blockId?: BlockId;
  cell?: CellRef;
  /** Of a cell: its row and column in words. */
  label?: string;
};
