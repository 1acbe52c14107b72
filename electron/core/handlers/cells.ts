import type { CellRef } from '../../../shared/domain/dataTable';
import type { CellUse } from '../../../shared/ipc/results';
import { findCell, findCellKey, getCellKey, listCorrections } from '../db/queries/cells';
import { getTable } from '../db/queries/dataTables';
import { describeCell } from '../db/queries/tableRows';
import type { ReadableDb } from '../db/handles';
import { listFiguresDependingOn } from '../db/queries/figures';
import { listQuestions } from '../db/queries/letters';
import { findBlock, listBlocksShowing } from '../db/queries/replies';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { correctCell } from './correctCell';
import { findConcerns } from './findConcerns';
import { listDependentCells } from './recomputeReplyTables';

export const cellHandlers: HandlersOf<'cell'> = {
  'cell:correct': writes((context, { cell: ref, ...correction }) => {
    const { db, session, describe, announceFigures } = context;
    const { before, changedCells, changedFigures } = correctCell(context, ref, { ...correction, actor: session.settings.actor });
    describe({ before, after: correction.text });
    announceFigures(changedFigures);
    return { changedCells, changedFigures, findings: findConcerns(db, ref.tableId, changedFigures) };
  }),

  'cell:describe': reads(({ db }, { cell }) => describeCell(db, cell)),

  'cell:history': reads(({ db }, { cell }) => listCorrections(db, cell)),

  'cell:whereUsed': reads(({ db }, { cell }) => {
    const numbers = new Map(listQuestions(db).map((question) => [question.questionId, question.no]));
    const uses: CellUse[] = [];
    const key = getCellKey(db, cell);
    const keys = [key];
    for (const dependent of listDependentCells(db, cell, key, (ref) => findCellKey(db, ref))) {
      keys.push(getCellKey(db, dependent));
      uses.push(describeUse(db, dependent));
    }
    for (const figure of listFiguresDependingOn(db, keys)) {
      for (const blockId of listBlocksShowing(db, 'figure', figure.figureId)) {
        const questionId = findBlock(db, blockId)!.questionId;
        uses.push({ questionId, questionNo: numbers.get(questionId) ?? '', kind: 'figure', shown: figure.shown });
      }
    }
    for (const blockId of listBlocksShowing(db, 'table', cell.tableId)) {
      const { questionId, block } = findBlock(db, blockId)!;
      const kind = block.type === 'chart' ? 'chart' : 'table';
      uses.push({ questionId, questionNo: numbers.get(questionId) ?? '', kind, shown: findCell(db, cell)?.text ?? '' });
    }
    return uses;
  }),
};

/** A cell of a reply table as a place of use, named by its row and column. */
function describeUse(db: ReadableDb, cell: CellRef): CellUse {
  const table = getTable(db, cell.tableId);
  return {
    kind: 'replyTable',
    cell,
    caption: table.caption,
    row: table.rows.find((row) => row.rowId === cell.rowId)?.cells[0]?.text ?? '',
    column: table.columns.find((column) => column.colId === cell.colId)?.path.join(' / ') ?? '',
    shown: findCell(db, cell)?.text ?? '',
  };
}
