import type { CorrectionKind } from '../../../shared/domain/dataTable';
import type { ChangedFigure } from '../../../shared/domain/figure';
import { AppError } from '../../../shared/ipc/errors';
import type { PlacedChange } from '../../../shared/review/findConflicts';
import { printInCell } from '../../../shared/review/printInCell';
import { findCell } from '../db/queries/cells';
import { getFigure } from '../db/queries/figures';
import type { WriteContext } from '../rpc/handlerKinds';
import { correctCell } from './correctCell';

/** How an accepted change of a number is entered: as 识别更正 or 数据调整, why, and by whom. */
export type CellVerdict = { kind: CorrectionKind; why: string; actor: string };

/** Carries out an accepted change of a cell, row or column; null when it cannot be. */
export function applyToTable(context: WriteContext, { change, place }: PlacedChange, verdict: CellVerdict): ChangedFigure[] | null {
  if (place.kind === 'cell' && change.payload.kind === 'setCell') {
    return correctCell(context, place.cell, { ...verdict, text: change.payload.text, why: explain(change.author, verdict) }).changedFigures;
  }
  return null;
}

/**
 * Corrects the cell a figure shows so that the figure says what was proposed. Throws not-a-number where that says none; null for a figure computed from
 * several cells, where no one cell is to be corrected.
 */
export function correctOverriddenCell(context: WriteContext, { change }: PlacedChange, verdict: CellVerdict): ChangedFigure[] | null {
  if (change.payload.kind !== 'overrideFigure') return null;
  const { figureId, proposed } = change.payload;
  const figure = getFigure(context.db, figureId);
  if (figure.formula.op !== 'cell') return null;
  const { cell } = figure.formula;
  const content = findCell(context.db, cell);
  if (!content) return null;
  const text = printInCell(proposed, figure.format, content);
  if (text === null) throw new AppError('not-a-number', { text: proposed });
  return correctCell(context, cell, { ...verdict, text, why: explain(change.author, verdict) }).changedFigures;
}

function explain(author: string, { why }: CellVerdict): string {
  return why === '' ? author : `${author}：${why}`;
}
