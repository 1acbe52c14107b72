import type { FigureFormat, Formula } from '../../../../shared/domain/figure';
import { findFigures } from '../../../../shared/figures/findFigures';
import { countRoundedDecimals } from '../../../../shared/figures/wording';
import type { FigureCandidate } from '../../../../shared/ipc/results';
import { countDecimals } from '../../../../shared/util/decimal';
import { type Dimension, getDimension } from '../../../../shared/util/units';

/** Computations the picker offers, beside the cell itself. */
export const COMPUTED_OPS = ['difference', 'growth', 'share', 'ratio', 'sum', 'average', 'cagr'] as const;
export type ComputedOp = (typeof COMPUTED_OPS)[number];
export type PickerOp = 'cell' | ComputedOp;

/** Cells a computation takes at most: sums and averages take as many as are chosen. */
export function countOperands(op: PickerOp): number {
  return op === 'cell' ? 1 : op === 'sum' || op === 'average' ? Number.POSITIVE_INFINITY : 2;
}

/** Units a writer may choose, by what is measured; the cell's own unit is offered as well. */
const CHOICES: Readonly<Record<Dimension, readonly string[]>> = {
  money: ['元', '万元', '亿元'],
  share: ['股', '万股', '亿股'],
  rate: ['%'],
  point: ['个百分点'],
  count: [],
};

/** Units in which a value of this unit can be printed, its own among them. */
export function listUnitChoices(unit: string): string[] {
  const dimension = getDimension(unit);
  return [...new Set([...(dimension ? CHOICES[dimension] : []), unit])];
}

/** The unit a computation comes to, given the unit of its first operand. */
export function getResultUnit(op: PickerOp, unit: string): string {
  if (op === 'growth' || op === 'share' || op === 'cagr') return '%';
  if (op === 'ratio') return '倍';
  return op === 'difference' && unit === '%' ? '个百分点' : unit;
}

/** The format a new figure begins with: as the cell is printed, and rates with two decimals. */
export function createFormat(op: PickerOp, first: Pick<FigureCandidate, 'text' | 'unit'>): FigureFormat {
  const unit = getResultUnit(op, first.unit ?? '');
  const isComputedRate = op === 'growth' || op === 'share' || op === 'ratio' || op === 'cagr';
  return {
    unit,
    decimals: isComputedRate ? 2 : countPrintedDecimals(first.text),
    grouping: !isComputedRate && unit !== '%',
    showUnit: unit !== '',
    wording: '',
    signByWords: false,
  };
}

function countPrintedDecimals(text: string): number {
  return Math.min(countDecimals(/\d+(?:\.\d+)?/.exec(text.replaceAll(/[,，]/g, ''))?.[0] ?? ''), 12);
}

/** The format a printed number already has ("约6,715.63 万元"), so that linking it changes no word; null when the text is not one number. */
export function readFormat(text: string): FigureFormat | null {
  const found = findFigures(text);
  const [figure] = found;
  if (!figure || found.length > 1) return null;
  const { unit, value, grouping, wording, signByWords, printedUnit } = figure;
  return { unit, decimals: countRoundedDecimals(value, wording), grouping, showUnit: printedUnit !== '', wording, signByWords };
}

/** The formula of the cells chosen; null while one is missing. `years` is what compound growth runs over. */
export function createFormula(op: PickerOp, picks: readonly Pick<FigureCandidate, 'cell'>[], years: number): Formula | null {
  const args = picks.map(({ cell }): Formula => ({ op: 'cell', cell }));
  if (op === 'cell') return args[0] ?? null;
  if (args.length < 2) return null;
  return { op, args: op === 'cagr' ? [...args, { op: 'constant', value: String(years), unit: '年' }] : args };
}

const SIGNS: Readonly<Record<ComputedOp, (cells: readonly string[], years: number) => string>> = {
  difference: ([a, b]) => `${a} − ${b}`,
  growth: ([a, b]) => `（${a} − ${b}）÷ |${b}| × 100%`,
  share: ([a, b]) => `${a} ÷ ${b} × 100%`,
  ratio: ([a, b]) => `${a} ÷ ${b}`,
  sum: (cells) => cells.join(' ＋ '),
  average: (cells) => `（${cells.join(' ＋ ')}）÷ ${cells.length}`,
  cagr: ([a, b], years) => `（${b} ÷ ${a}）^(1/${years}) − 1`,
};

/** The computation written out with the numbers as printed in their cells. */
export function writeFormula(op: ComputedOp, cells: readonly string[], years: number): string {
  return SIGNS[op](cells, years);
}

/** Years between the first cell's column and the last one's, where both name one; else 1. */
export function guessYears(picks: readonly Pick<FigureCandidate, 'columnPath'>[]): number {
  const [from, to] = picks.map(({ columnPath }) => Number(/(?:19|20)\d\d/.exec(columnPath.join(' '))?.[0] ?? 0));
  return from && to && to > from ? to - from : 1;
}
