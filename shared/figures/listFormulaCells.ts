import type { CellRef } from '../domain/dataTable';
import type { Formula } from '../domain/figure';

/** Cells a formula reads, in order; one that is read twice stands twice. */
export function listFormulaCells(formula: Formula): CellRef[] {
  if (formula.op === 'constant') return [];
  return formula.op === 'cell' ? [formula.cell] : formula.args.flatMap(listFormulaCells);
}
