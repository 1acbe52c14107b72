import type { CellRef } from '../../../shared/domain/dataTable';
import type { Figure } from '../../../shared/domain/figure';
import { newId } from '../../../shared/domain/ids';
import { accountFigures } from '../../../shared/figures/accountFigures';
import { listDatedClaims } from '../../../shared/figures/datedClaims';
import { printFigure } from '../../../shared/figures/formatFigure';
import { assertNever } from '../../../shared/util/assert';
import { AppError } from '../../../shared/ipc/errors';
import type { ReadableDb } from '../db/handles';
import { findCell } from '../db/queries/cells';
import { listExemptions, putExemption, removeExemption } from '../db/queries/exemptions';
import { getFigure, insertFigure, listShownFigures } from '../db/queries/figures';
import { getQuestion, listLetters } from '../db/queries/letters';
import { listReplies } from '../db/queries/replies';
import { readSnapshot } from '../db/queries/snapshot';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { listCandidates } from './figureCandidates';
import { linkFigures } from './linkFigures';
import { showFigure } from './recomputeFigures';
import { message } from '../../../shared/domain/message';
import { timestamp } from '../timestamp';

export const figureHandlers: HandlersOf<'figure'> = {
  'figure:create': writes(({ db, recorder, describe }, params) => {
    const question = getQuestion(db, params.questionId);
    const figure: Figure = { figureId: newId(), ...params, shown: printNew(db, params) };
    insertFigure(recorder, figure);
    describe({ question: question.no, text: figure.shown });
    return figure;
  }),

  'figure:update': writes(({ db, recorder, describe, announceFigures }, { figureId, ...changed }) => {
    const before = getFigure(db, figureId);
    const figure: Figure = { ...before, ...changed, shown: printNew(db, changed) };
    showFigure(db, recorder, figure);
    describe({ text: figure.shown });
    if (figure.shown !== before.shown) {
      announceFigures([{ figureId, questionId: figure.questionId, before: before.shown, after: figure.shown }]);
    }
    return figure;
  }),

  'figure:preview': reads(({ db }, params) => ({ text: printNew(db, params) })),

  'figure:list': reads(({ db }, { questionId }) => listShownFigures(db, questionId)),

  'figure:account': reads(({ db }, { questionId }) => accountFigures(readSnapshot(db), questionId)),

  'figure:listDated': reads(({ db }) =>
    listDatedClaims({
      letters: listLetters(db),
      replies: listReplies(db),
      figures: new Map(listShownFigures(db, null).map((figure) => [figure.figureId, figure])),
    }),
  ),

  'figure:listExempt': reads(({ db }) => listExemptions(db)),

  'figure:exempt': writes(({ db, session, recorder, describe }, { reason, ...number }) => {
    if (reason === null || reason.trim() === '') removeExemption(db, recorder, number);
    else putExemption(db, recorder, { ...number, reason, actor: session.settings.actor, at: timestamp() });
    describe({ question: getQuestion(db, number.questionId).no, text: number.text });
    return null;
  }),

  'figure:linkAll': writes((context, { questionId }) => linkFigures(context, questionId)),

  'figure:candidates': reads(({ db }, params) => listCandidates(db, params)),
};

/** What a figure to be made will show; throws not-found, not-a-number or unit-mismatch where it can show nothing. */
function printNew(db: ReadableDb, figure: Pick<Figure, 'formula' | 'format'>): string {
  const printed = printFigure(figure, (ref) => findCell(db, ref));
  if (!('problem' in printed)) return printed.text;
  const { problem } = printed;
  switch (problem.kind) {
    case 'cellMissing':
      throw new AppError('not-found', { what: message('what.cell'), id: nameCell(problem.cell) });
    case 'cellNotNumber':
      throw new AppError('not-a-number', { text: findCell(db, problem.cell)?.text ?? '' });
    case 'badNumber':
      throw new AppError('not-a-number', { text: problem.text });
    case 'unitMismatch':
      throw new AppError('unit-mismatch', { from: problem.from, to: problem.to });
    case 'zeroBase':
      throw new AppError('invalid-params', { reason: message('reason.zeroDivisor') });
    case 'argumentCount':
      throw new AppError('invalid-params', { reason: message('reason.argumentCount', { expected: problem.expected, got: problem.got }) });
    case 'cagrDomain':
      throw new AppError('invalid-params', { reason: message('reason.growthBase') });
    default:
      return assertNever(problem, 'every figure problem has its error');
  }
}

function nameCell({ rowId, colId }: CellRef): string {
  return `${rowId}/${colId}`;
}
