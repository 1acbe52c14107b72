import type { Cell, CellRef } from '../../domain/dataTable';
import type { Formula } from '../../domain/figure';
import { evaluateFormula } from '../../figures/evaluateFormula';
import { formatFigure } from '../../figures/formatFigure';
import type { FigureProblem } from '../../figures/figureProblem';
import { assert } from '../../util/assert';
import { Decimal, type DecimalString } from '../../util/decimal';
import { convertUnit, getDimension } from '../../util/units';
import { isNilText, NIL } from './replyTableTerms';

/** What a source cell says now; null when it no longer exists. */
export type GetSourceCell = (ref: CellRef) => Pick<Cell, 'text' | 'value' | 'unit'> | null;

/** A cell as it prints, with its unrounded value in `unit`; `problem` says why a formula came to nothing and — was printed. */
export type PrintedCell = { text: string; value: DecimalString | null; unit: string | null; problem?: FigureProblem };

/** Decimals kept of a quotient that does not end; sums and differences of printed numbers are shorter. */
const KEPT_DECIMALS = 18;

const NOTHING: PrintedCell = { text: NIL, value: null, unit: null };

/**
 * Evaluates a cell's formula exactly and prints it. — counts as zero in sums, in differences and above a growth's base, and leaves shares and ratios
 * without a value. Words, and numbers whose unit is not the column's kind, are copied as the source prints them.
 */
export function printReplyCell(
  formula: Formula | null,
  format: { unit: string; decimals: number; grouping: boolean; showUnit: boolean } | null,
  getCell: GetSourceCell,
): PrintedCell {
  if (formula === null) return format === null ? { ...NOTHING, text: '' } : NOTHING;
  if (formula.op === 'cell') {
    const cell = getCell(formula.cell);
    if (!cell) return { ...NOTHING, problem: { kind: 'cellMissing', cell: formula.cell } };
    if (format === null || (cell.value === null && !isNilText(cell.text))) return { text: cell.text, value: cell.value, unit: cell.unit };
    if (cell.value !== null && !convert(new Decimal(cell.value), cell.unit ?? '', format.unit)) {
      return { text: cell.text, value: cell.value, unit: cell.unit };
    }
  }
  const filled = fillNil(formula, getCell);
  if (filled === null) return NOTHING;
  const result = evaluateFormula(filled, getCell);
  if ('problem' in result) return { ...NOTHING, problem: result.problem };
  const shown = format ?? { unit: result.unit, decimals: 2, grouping: true, showUnit: false };
  const value = convert(result.value, result.unit, shown.unit);
  if (!value) return { ...NOTHING, problem: { kind: 'unitMismatch', from: result.unit, to: shown.unit } };
  const printed = formatFigure(value, shown.unit, { ...shown, wording: '', signByWords: false });
  assert('text' in printed, 'a value in the unit it is printed in has a printed form');
  return { text: printed.text, value: value.toDecimalPlaces(KEPT_DECIMALS).toFixed(), unit: shown.unit || null };
}

/** Takes — out of a formula: left out of sums and averages, zero in a difference and above the base of a growth. Null when nothing is left. */
function fillNil(formula: Formula, getCell: GetSourceCell): Formula | null {
  switch (formula.op) {
    case 'constant':
      return formula;
    case 'cell': {
      const cell = getCell(formula.cell);
      return cell && cell.value === null && isNilText(cell.text) ? null : formula;
    }
    case 'sum':
    case 'average': {
      const args = formula.args.map((arg) => fillNil(arg, getCell)).filter((arg) => arg !== null);
      return args.length === 0 ? null : { ...formula, args };
    }
    case 'difference':
    case 'growth': {
      const [a = null, b = null] = formula.args.map((arg) => fillNil(arg, getCell));
      if (b === null && (a === null || formula.op === 'growth')) return null;
      return { ...formula, args: [a ?? zeroLike(b!, getCell), b ?? zeroLike(a!, getCell)] };
    }
    case 'share':
    case 'ratio':
    case 'cagr': {
      const args = formula.args.map((arg) => fillNil(arg, getCell)).filter((arg) => arg !== null);
      return args.length < formula.args.length ? null : { ...formula, args };
    }
  }
}

/** Nothing, in the unit of what it is set against. */
function zeroLike(formula: Formula, getCell: GetSourceCell): Formula {
  const result = evaluateFormula(formula, getCell);
  return { op: 'constant', value: '0', unit: 'problem' in result ? '' : result.unit };
}

/** Besides units of one kind: percentage points may print as %, and 元/件 converts as 元 does. */
function convert(value: Decimal, from: string, to: string): Decimal | null {
  const plain = convertUnit(value, from, to);
  if (plain) return plain;
  if (getDimension(from) === 'point' && to === '%') return value;
  const [amount = '', per] = from.split('/');
  const [wanted = '', wantedPer] = to.split('/');
  return per !== undefined && per === wantedPer ? convertUnit(value, amount, wanted) : null;
}
