import type { FigureFormat, Formula } from '../../../../shared/domain/figure';
import { findFigures } from '../../../../shared/figures/findFigures';
import type { FigureCandidate } from '../../../../shared/ipc/contract';
import { countDecimals } from '../../../../shared/util/decimal';
import { type Dimension, getDimension } from '../../../../shared/util/units';

/** Computations of two cells the picker offers, beside the cell itself. */
export const PAIR_OPS = ['difference', 'growth', 'share', 'ratio', 'sum'] as const;
export type PairOp = (typeof PAIR_OPS)[number];
export type PickerOp = 'cell' | PairOp;

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
  if (op === 'growth' || op === 'share') return '%';
  if (op === 'ratio') return '倍';
  return op === 'difference' && unit === '%' ? '个百分点' : unit;
}

/** The format a new figure begins with: as the cell is printed, and rates with two decimals. */
export function createFormat(op: PickerOp, first: Pick<FigureCandidate, 'text' | 'unit'>): FigureFormat {
  const unit = getResultUnit(op, first.unit ?? '');
  const isComputedRate = op === 'growth' || op === 'share' || op === 'ratio';
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
  const { unit, decimals, grouping, wording, signByWords, printedUnit } = figure;
  return { unit, decimals, grouping, showUnit: printedUnit !== '', wording, signByWords };
}

/** The formula of one cell, or of two. */
export function createFormula(op: PickerOp, picks: readonly Pick<FigureCandidate, 'cell'>[]): Formula | null {
  const args = picks.map(({ cell }): Formula => ({ op: 'cell', cell }));
  if (op === 'cell') return args[0] ?? null;
  return args.length === 2 ? { op, args } : null;
}

const SIGNS: Readonly<Record<PairOp, (a: string, b: string) => string>> = {
  difference: (a, b) => `${a} − ${b}`,
  growth: (a, b) => `（${a} − ${b}）÷ |${b}| × 100%`,
  share: (a, b) => `${a} ÷ ${b} × 100%`,
  ratio: (a, b) => `${a} ÷ ${b}`,
  sum: (a, b) => `${a} ＋ ${b}`,
};

/** The computation written out with the numbers as printed in their cells. */
export function writeFormula(op: PairOp, first: string, second: string): string {
  return SIGNS[op](first, second);
}
