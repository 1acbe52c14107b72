import type { DataTable } from '../../domain/dataTable';
import type { Chart } from '../../domain/reply';
import type { ChartData } from './chartData';
import { layOutChart, MOST_SLICES_IN_LEGEND } from './chartLayout';

/** Why a chart would not show what its writer means; the sentences stand in the catalogue under the kind. */
export type ChartDoubt =
  | { kind: 'negativeSlices' }
  | { kind: 'manySlices'; count: number }
  | { kind: 'crowdedNames'; count: number }
  | { kind: 'threeUnits' }
  | { kind: 'valuesLeftOut'; count: number }
  | { kind: 'onePie' };

/** What to say beside the preview of a chart, worst first; empty when it draws everything readably. */
export function listChartDoubts(chart: Chart, table: DataTable, data: ChartData): ChartDoubt[] {
  const { kind, categories, series } = data;
  const doubts: ChartDoubt[] = [];
  const leftOut = countNumbers(chart, table) - series.reduce((sum, one) => sum + one.values.filter((value) => value !== null).length, 0);
  if (kind === 'pie') {
    if (series.some(({ values }) => values.some((value) => value?.startsWith('-')))) doubts.push({ kind: 'negativeSlices' });
    if (categories.length > MOST_SLICES_IN_LEGEND) doubts.push({ kind: 'manySlices', count: categories.length });
    if ((chart.along === 'rows' ? chart.colIds : chart.rowIds).length > 1) doubts.push({ kind: 'onePie' });
    return doubts;
  }
  if (leftOut > 0) doubts.push({ kind: 'valuesLeftOut', count: leftOut });
  if (new Set(series.map(({ unit }) => unit)).size > 2) doubts.push({ kind: 'threeUnits' });
  if (layOutChart(data).names.upright) doubts.push({ kind: 'crowdedNames', count: categories.length });
  return doubts;
}

function countNumbers({ rowIds, colIds }: Chart, { rows, columns }: DataTable): number {
  const chosen = columns.flatMap(({ colId }, index) => (colIds.includes(colId) ? [index] : []));
  return rows
    .filter(({ rowId }) => rowIds.includes(rowId))
    .reduce((sum, { cells }) => sum + chosen.filter((index) => cells[index]!.value !== null).length, 0);
}
