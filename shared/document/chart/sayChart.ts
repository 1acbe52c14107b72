import type { ChartData } from './chartData';
import { printValue } from './chartLook';

/** More values than this are named by their first and last category alone. */
const MOST_VALUES_SAID = 36;

/** What a chart shows in words, for who cannot see it: its title, and by series the values with what they stand for. */
export function sayChart({ title, categories, series }: ChartData): string {
  const isShort = categories.length * series.length <= MOST_VALUES_SAID;
  const shown = isShort ? categories : [...new Set([categories[0] ?? '', categories.at(-1) ?? ''])];
  const said = series.map((one) => {
    const values = shown.flatMap((category) => {
      const value = one.values[categories.indexOf(category)] ?? null;
      return value === null ? [] : [`${category} ${printValue(value, one)}${one.unit ?? ''}`];
    });
    return `${one.name}：${values.join(isShort ? '、' : '……')}`;
  });
  return [title, said.join('；')].filter((part) => part !== '').join('。');
}
