import type { Cell, CellRef } from '../domain/dataTable';
import type { Figure } from '../domain/figure';
import type { ProjectSnapshot } from '../domain/snapshot';
import { type Evaluation, evaluateFormula } from '../figures/evaluateFormula';
import type { DecimalString } from '../util/decimal';

/** The exact value of a figure in its formula's own unit, from the tables of a snapshot; null when a cell is gone or holds no number. */
export function evaluateFigure(snapshot: ProjectSnapshot, figure: Figure): DecimalString | null {
  const result = computeFigure(snapshot, figure);
  return 'problem' in result ? null : result.value.toFixed();
}

/** A figure's value by the tables of a snapshot, or why it has none. */
export function computeFigure(snapshot: ProjectSnapshot, { formula }: Figure): Evaluation {
  return evaluateFormula(formula, (ref) => findCell(snapshot, ref));
}

function findCell(snapshot: ProjectSnapshot, ref: CellRef): Cell | null {
  const table = snapshot.tables.get(ref.tableId);
  const column = table?.columns.findIndex((candidate) => candidate.colId === ref.colId) ?? -1;
  return table?.rows.find((row) => row.rowId === ref.rowId)?.cells[column] ?? null;
}
