import type { BlockId, FigureId, QuestionId } from '../../../../shared/domain/ids';
import type { WritableDb } from '../handles';
import { indexCellAmount, indexTableRow } from '../queries/cells';
import { indexTable } from '../queries/dataTables';
import { indexFigure } from '../queries/figures';
import { indexReplyTable } from '../queries/replyTables';
import { indexQuestion } from '../queries/letters';
import { indexBlock } from '../queries/replies';
import { removeSearchEntry } from '../search/searchEntries';
import type { RowChange } from './recordedWrite';
import { parseKey } from './rowImages';

const SEARCHED_OF_QUESTION = ['text', 'title', 'partHeading'] as const;

/** Brings everything that follows from changed rows (search, amounts, where-used) up to date, in the same transaction: after a change, an undo or a redo alike. */
export function refreshDerived(db: WritableDb, changes: Iterable<RowChange>): void {
  const rows = new Set<number>();
  for (const { table, rowKey, before, after } of changes) {
    const key = parseKey(table, rowKey);
    switch (table) {
      case 'block':
        indexBlock(db, key.blockId as BlockId);
        break;
      case 'figure':
        indexFigure(db, key.figureId as FigureId);
        break;
      case 'cell':
        indexCellAmount(db, { rowKey: Number(key.rowKey), colKey: Number(key.colKey) });
        rows.add(Number(key.rowKey));
        break;
      case 'data_table':
        if (after === null) for (const kind of ['table', 'note'] as const) removeSearchEntry(db, kind, String(before!.tableId));
        indexTable(db, Number(key.tableKey));
        break;
      case 'table_row':
        if (after === null) removeSearchEntry(db, 'row', String(before!.rowId));
        break;
      case 'reply_table':
        indexReplyTable(db, Number(key.tableKey));
        break;
      case 'question':
        if (SEARCHED_OF_QUESTION.some((name) => before?.[name] !== after?.[name])) indexQuestion(db, key.questionId as QuestionId);
        break;
      case 'project':
      case 'letter':
      case 'letter_page':
      case 'item':
      case 'ask':
      case 'verification':
      case 'deferral':
      case 'acceptance':
      case 'exemption':
      case 'metric_alias':
      case 'source':
      case 'source_update':
      case 'intended_correction':
      case 'table_col':
      case 'cell_correction':
      case 'link':
      case 'change':
      case 'decision':
      case 'work_due':
      case 'sign_off':
      case 'restated_question':
      case 'reply':
      case 'section':
        break;
    }
  }
  for (const rowKey of rows) indexTableRow(db, rowKey);
}
