import type { CellUse } from '../../../shared/ipc/contract';
import { readPrintedNumber } from '../../../shared/tables/readNumber';
import { getCellKey, findCell, insertCorrection, listCorrections, updateCell } from '../db/queries/cells';
import { listFiguresDependingOn } from '../db/queries/figures';
import { listQuestions } from '../db/queries/letters';
import { findBlock, listBlocksShowing } from '../db/queries/replies';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { findConcerns } from './findConcerns';
import { recomputeFigures } from './recomputeFigures';

export const cellHandlers: HandlersOf<'cell'> = {
  'cell:correct': writes(({ db, session, recorder, describe, announceFigures }, { cell: ref, text, kind, why }) => {
    const key = getCellKey(db, ref);
    const before = findCell(db, ref)!;
    const number = readPrintedNumber(text);
    updateCell(db, recorder, key, { text, value: number?.value ?? null, unit: number ? (number.unit ?? before.unit) : before.unit });
    insertCorrection(recorder, key, { actor: session.settings.actor, kind, oldText: before.text, newText: text, why });
    const changedFigures = recomputeFigures(db, recorder, listFiguresDependingOn(db, [key]));
    describe({ before: before.text, after: text });
    announceFigures(changedFigures);
    return { changedFigures, findings: findConcerns(db, ref.tableId, changedFigures) };
  }),

  'cell:history': reads(({ db }, { cell }) => listCorrections(db, cell)),

  'cell:whereUsed': reads(({ db }, { cell }) => {
    const numbers = new Map(listQuestions(db).map((question) => [question.questionId, question.no]));
    const uses: CellUse[] = [];
    for (const figure of listFiguresDependingOn(db, [getCellKey(db, cell)])) {
      for (const blockId of listBlocksShowing(db, 'figure', figure.figureId)) {
        const questionId = findBlock(db, blockId)!.questionId;
        uses.push({ questionId, questionNo: numbers.get(questionId) ?? '', kind: 'figure', shown: figure.shown });
      }
    }
    for (const blockId of listBlocksShowing(db, 'table', cell.tableId)) {
      const questionId = findBlock(db, blockId)!.questionId;
      uses.push({ questionId, questionNo: numbers.get(questionId) ?? '', kind: 'table', shown: findCell(db, cell)?.text ?? '' });
    }
    return uses;
  }),
};
