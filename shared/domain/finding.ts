import type { DecimalString } from '../util/decimal';
import type { BlockId, ColId, QuestionId, RowId, TableId } from './ids';
import type { Message } from './message';

export type FindingSeverity = 'error' | 'warning' | 'note';

/** What should stand at a place instead of `before`: in a block from character `start` on, in a cell (start null) as its whole text. */
export type PlaceCorrection = { start: number | null; before: string; text: string };

/** One side of a finding. `text` is what stands there; `label` says what it is: the row and column of a cell, the words before a number. */
export type FindingPlace = {
  questionId?: QuestionId;
  blockId?: BlockId;
  tableId?: TableId;
  rowId?: RowId;
  colId?: ColId;
  text: string;
  label?: string;
  /** Where it is known what would make the finding go. */
  correction?: PlaceCorrection;
};

/** What a check found: the rule, both sides, and what was expected against what is stated. */
export type Finding = {
  rule: string;
  severity: FindingSeverity;
  message: Message;
  expected: DecimalString | null;
  stated: string | null;
  places: FindingPlace[];
};
