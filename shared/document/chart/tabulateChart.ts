import type { ReadTable } from '../../domain/dataTable';
import type { Place } from '../../domain/place';
import type { ReadChart } from '../../domain/readChart';
import { describeTable } from '../../tables/describeTable';

/** The data of a chart as a table: what stands along the axis in the first column, a column for each series. */
export function tabulateChart({ title, categories, series, unit }: ReadChart, place: Place): ReadTable {
  const cell = (text: string | null) => ({ text: text ?? '', rowSpan: 1, colSpan: 1, covered: false });
  const cells = [
    [cell(''), ...series.map(({ name }) => cell(name))],
    ...categories.map((category, at) => [cell(category), ...series.map(({ values }) => cell(values[at] ?? null))]),
  ];
  return describeTable(
    { cells, spansKnown: true, markedHeaderRows: 1, place },
    { caption: title === '' ? null : title, unitLine: unit, notes: [], inherited: null },
  );
}
