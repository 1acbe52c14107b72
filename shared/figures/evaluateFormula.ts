import type { Cell, CellRef } from '../domain/dataTable';
import type { Formula } from '../domain/figure';
import { assertNever } from '../util/assert';
import { Decimal, isDecimalString } from '../util/decimal';
import { convertUnit, getDimension } from '../util/units';
import type { FigureProblem } from './figureProblem';

/** What a formula comes to: an exact value in `unit` ('' for a plain number whose unit is not known), or why it has none. */
export type Evaluation = { value: Decimal; unit: string } | { problem: FigureProblem };

/** Looks a cell up; null when the table, row or column no longer exists. */
export type GetCell = (ref: CellRef) => Pick<Cell, 'value' | 'unit'> | null;

type Quantity = { value: Decimal; unit: string };
type Computation = Exclude<Formula['op'], 'cell' | 'constant'>;

const PERCENT = '%';
const PERCENTAGE_POINT = '个百分点';
const TIMES = '倍';

/** Number of operands of each computation; null for any number from one up. */
const ARITY: Readonly<Record<Computation, number | null>> = {
  difference: 2,
  growth: 2,
  share: 2,
  ratio: 2,
  cagr: 3,
  sum: null,
  average: null,
};

/**
 * Computes a formula from unrounded cell values. Sums and differences have the unit of their first operand (percentages differ by 个百分点),
 * growth, share and cagr are in %, a ratio of like units is in 倍 and of unlike ones in 万元/件.
 */
export function evaluateFormula(formula: Formula, getCell: GetCell): Evaluation {
  switch (formula.op) {
    case 'cell':
      return evaluateCell(formula.cell, getCell);
    case 'constant':
      return readNumber(formula.value, formula.unit);
    default:
      return evaluateComputation(formula.op, formula.args, getCell);
  }
}

function evaluateCell(ref: CellRef, getCell: GetCell): Evaluation {
  const cell = getCell(ref);
  if (!cell) return { problem: { kind: 'cellMissing', cell: ref } };
  if (cell.value === null) return { problem: { kind: 'cellNotNumber', cell: ref } };
  return readNumber(cell.value, cell.unit ?? '');
}

function readNumber(text: string, unit: string): Evaluation {
  if (!isDecimalString(text)) return { problem: { kind: 'badNumber', text } };
  return { value: new Decimal(text), unit };
}

function evaluateComputation(op: Computation, args: readonly Formula[], getCell: GetCell): Evaluation {
  const arity = ARITY[op];
  if (arity === null ? args.length === 0 : args.length !== arity) {
    return { problem: { kind: 'argumentCount', op, expected: arity ?? 1, got: args.length } };
  }
  const operands: Quantity[] = [];
  for (const arg of args) {
    const operand = evaluateFormula(arg, getCell);
    if ('problem' in operand) return operand;
    operands.push(operand);
  }
  return compute(op, operands);
}

function compute(op: Computation, operands: readonly Quantity[]): Evaluation {
  if (op === 'ratio') return computeRatio(operands);
  // The last operand of cagr is a number of years, whatever its unit.
  const comparable = op === 'cagr' ? operands.slice(0, 2) : operands;
  const like = convertToFirst(comparable);
  if ('problem' in like) return like;
  const { values, unit } = like;
  const first = values[0]!;
  switch (op) {
    case 'sum':
      return { value: add(values), unit };
    case 'average':
      return { value: add(values).div(values.length), unit };
    case 'difference':
      return { value: first.minus(values[1]!), unit: getDimension(unit) === 'rate' ? PERCENTAGE_POINT : unit };
    case 'growth': {
      const base = values[1]!;
      if (base.isZero()) return { problem: { kind: 'zeroBase', op } };
      return { value: first.minus(base).div(base.abs()).times(100), unit: PERCENT };
    }
    case 'share': {
      const whole = values[1]!;
      if (whole.isZero()) return { problem: { kind: 'zeroBase', op } };
      return { value: first.div(whole).times(100), unit: PERCENT };
    }
    case 'cagr':
      return computeCompoundGrowth(first, values[1]!, operands[2]!.value);
    default:
      return assertNever(op, 'every computation has a case');
  }
}

function computeRatio(operands: readonly Quantity[]): Evaluation {
  const numerator = operands[0]!;
  const denominator = operands[1]!;
  if (denominator.value.isZero()) return { problem: { kind: 'zeroBase', op: 'ratio' } };
  const converted = convertUnit(denominator.value, denominator.unit, numerator.unit);
  if (converted) return { value: numerator.value.div(converted), unit: TIMES };
  if (!numerator.unit || !denominator.unit) {
    return { problem: { kind: 'unitMismatch', from: denominator.unit, to: numerator.unit } };
  }
  return { value: numerator.value.div(denominator.value), unit: `${numerator.unit}/${denominator.unit}` };
}

function computeCompoundGrowth(first: Decimal, last: Decimal, years: Decimal): Evaluation {
  if (!first.isPositive() || first.isZero() || last.isNegative() || years.lessThan(1)) return { problem: { kind: 'cagrDomain' } };
  const factor = last.div(first).pow(new Decimal(1).div(years));
  return { value: factor.minus(1).times(100), unit: PERCENT };
}

function convertToFirst(operands: readonly Quantity[]): { values: Decimal[]; unit: string } | { problem: FigureProblem } {
  const unit = operands[0]!.unit;
  const values: Decimal[] = [];
  for (const operand of operands) {
    const converted = convertUnit(operand.value, operand.unit, unit);
    if (!converted) return { problem: { kind: 'unitMismatch', from: operand.unit, to: unit } };
    values.push(converted);
  }
  return { values, unit };
}

function add(values: readonly Decimal[]): Decimal {
  let total = new Decimal(0);
  for (const value of values) total = total.plus(value);
  return total;
}
