import type { DecimalString } from '../util/decimal';
import type { BlockId, ColId, QuestionId, RowId, TableId } from './ids';
import type { Message } from './message';

export type FindingSeverity = 'error' | 'warning' | 'note';
export type FindingPlace = { questionId?: QuestionId; blockId?: BlockId; tableId?: TableId; rowId?: RowId; colId?: ColId; text: string };

/** What a check found: the rule, both sides, and what was expected against what is stated. */
export type Finding = {
  rule: string;
  severity: FindingSeverity;
  message: Message;
  expected: DecimalString | null;
  stated: string | null;
  places: FindingPlace[];
};
