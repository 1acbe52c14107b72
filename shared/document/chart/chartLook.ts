import { countDecimals } from '../../util/decimal';
import { UNIT_LABEL } from '../filingWords';
import type { ChartData, ChartSeries } from './chartData';

/** Colours of series, and of a pie's slices, in order: told apart in grey print as well. */
export const CHART_COLOURS = ['1F4E8C', 'C55A11', '7F7F7F', 'BF9000', '548235', '7030A0', '2E75B6', '833C0B'] as const;

/** A series as the legend names it: with its unit where that is not on an axis of its own. */
export function nameSeries({ name, unit, secondary }: ChartSeries): string {
  return secondary && unit !== null && !name.includes(unit) ? `${name}（${unit}）` : name;
}

/** The words at an axis; empty where the table says no unit. */
export function describeAxis({ unit }: Pick<ChartSeries, 'unit'>): string {
  return unit === null ? '' : `${UNIT_LABEL}${unit}`;
}

/** Decimals all values of a series are printed with: those of the most exact, two at most. */
export function getPrintedDecimals({ values }: Pick<ChartSeries, 'values'>): number {
  return Math.min(2, Math.max(0, ...values.map((value) => (value === null ? 0 : countDecimals(value)))));
}

/** More values than this would be printed over each other. */
const MOST_VALUES_PRINTED = 18;

/** Whether each value is printed at its place. */
export function printsValues({ categories, series }: ChartData): boolean {
  return categories.length * series.length <= MOST_VALUES_PRINTED;
}
