import type { TableId } from '../../../shared/domain/ids';
import { message } from '../../../shared/domain/message';
import { AppError } from '../../../shared/ipc/errors';
import type { ReadableDb } from '../db/handles';
import type { Recorder } from '../db/history/recordedWrite';
import { getTableHead } from '../db/queries/dataTables';
import { deleteReplyTable, findDefinition, listCellKeys, listReplyTablesReading } from '../db/queries/replyTables';
import { listFiguresDependingOn } from '../db/queries/figures';
import { getQuestion } from '../db/queries/letters';
import { findBlock, listBlocksShowing } from '../db/queries/replies';
import { nameTable } from './nameTable';

/** Takes a reply table away with its links. Throws not-found, and table-in-use while a reply shows it or something is computed from it. */
export function removeReplyTable(db: ReadableDb, recorder: Recorder, tableId: TableId): void {
  if (!findDefinition(db, tableId)) throw new AppError('not-found', { what: message('what.replyTable'), id: tableId });
  const keys = listCellKeys(db, tableId);
  const questionIds = [
    ...listBlocksShowing(db, 'table', tableId).flatMap((blockId) => findBlock(db, blockId)?.questionId ?? []),
    ...listFiguresDependingOn(db, keys).map((figure) => figure.questionId),
  ];
  const numbers = [...new Set(questionIds.map((questionId) => getQuestion(db, questionId).no))];
  const readers = listReplyTablesReading(db, keys).map((reader) => nameTable(getTableHead(db, reader)));
  if (numbers.length + readers.length > 0) {
    const where = [
      ...numbers.map((no) => message('what.usedInQuestion', { no })),
      ...readers.map((table) => message('what.usedInTable', { table })),
    ];
    throw new AppError('table-in-use', { table: nameTable(getTableHead(db, tableId)), where: message('what.places', { places: where }) });
  }
  deleteReplyTable(db, recorder, tableId);
}
