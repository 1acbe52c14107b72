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

/** Width of what is drawn between the axes, in pt. */
export const PLOT_WIDTH = 345;

/** Share of the gap between groups of columns, and width of a printed character in pt. */
const GROUP_GAP = 0.8;
const CHARACTER_WIDTH = 3.8;

/** Size of the values printed in a chart, in pt. */
export const VALUE_SIZE = 8;

/** Whether the values of a series are printed at their places: only where there is room for the widest of them. */
export function printsValues({ categories, series }: ChartData, { drawn }: Pick<ChartSeries, 'drawn'>): boolean {
  const alike = series.filter((one) => one.drawn === drawn);
  const widest = Math.max(0, ...alike.flatMap((one) => one.values.map((value) => (value === null ? 0 : printValue(value, one).length))));
  const slots = categories.length * (drawn === 'column' ? alike.length + GROUP_GAP : 1);
  return widest * CHARACTER_WIDTH <= PLOT_WIDTH / slots;
}

/** A column's value stands at its foot where a line runs over the columns. */
export function printsAtFoot({ series }: ChartData): boolean {
  return series.some(({ drawn }) => drawn === 'line');
}

/** A value as it is printed at its place: grouped, with the series' decimals. */
export function printValue(value: string, series: Pick<ChartSeries, 'values'>): string {
  const decimals = getPrintedDecimals(series);
  const [whole = '', fraction = ''] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  return kept === '' ? grouped : `${grouped}.${kept}`;
}
