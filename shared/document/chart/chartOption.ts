import type { ChartData, ChartSeries } from './chartData';
import { CHART_COLOURS, describeAxis, nameSeries, printsAtFoot, printsValues, printValue, VALUE_SIZE } from './chartLook';

/** Fonts of text in charts, as a page of the house format names them. */
const FONT = "'Times New Roman', SimSun, 宋体, 'Noto Serif CJK SC', serif";
const INK = '#000000';
const GRID_LINE = '#d9d9d9';
const AXIS_LINE = '#7f7f7f';
const VALUE_PIXELS = (VALUE_SIZE * 96) / 72;

/**
 * A chart as an option of ECharts: plain data, nothing that runs, nothing that moves. The numbers drawn are floats and only drawn; what is printed
 * beside them are the exact values, in `label`.
 */
export function describeChart(chart: ChartData): Readonly<Record<string, unknown>> {
  const text = { color: INK, fontFamily: FONT, fontSize: 12 };
  return {
    animation: false,
    color: CHART_COLOURS.map((colour) => `#${colour}`),
    textStyle: text,
    ...(chart.title !== '' && { title: { text: chart.title, left: 'center', textStyle: { ...text, fontSize: 14, fontWeight: 'bold' } } }),
    legend: { bottom: 0, textStyle: text, itemWidth: 16, itemHeight: 9 },
    ...(chart.kind === 'pie' ? describePie(chart) : describeAxes(chart, text)),
  };
}

function describeAxes(chart: ChartData, text: object): Record<string, unknown> {
  const second = chart.series.find(({ secondary }) => secondary);
  return {
    grid: {
      top: chart.title === '' ? 32 : 60,
      bottom: 16 + 22 * countLegendRows(chart),
      left: 12,
      right: 12,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: chart.categories,
      axisLabel: { ...text, interval: 0, hideOverlap: false, overflow: 'break', width: 96 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: AXIS_LINE } },
    },
    yAxis: [describeAxisOf(chart.series[0], text, true), ...(second ? [describeAxisOf(second, text, false)] : [])],
    series: chart.series.map((series, index) => describeSeries(chart, series, `#${CHART_COLOURS[index % CHART_COLOURS.length]!}`)),
  };
}

function describeAxisOf(series: ChartSeries | undefined, text: object, withGrid: boolean): Record<string, unknown> {
  return {
    type: 'value',
    name: series === undefined ? '' : describeAxis(series),
    nameTextStyle: text,
    axisLabel: text,
    splitLine: { show: withGrid, lineStyle: { color: GRID_LINE } },
  };
}

function describeSeries(chart: ChartData, series: ChartSeries, colour: string): Record<string, unknown> {
  const isPrinted = printsValues(chart, series);
  return {
    type: series.drawn === 'line' ? 'line' : 'bar',
    name: nameSeries(series),
    yAxisIndex: series.secondary ? 1 : 0,
    itemStyle: { color: colour },
    ...(series.drawn === 'line' && { symbol: 'circle', symbolSize: 6, lineStyle: { color: colour, width: 2 } }),
    barMaxWidth: 48,
    data: series.values.map((value) => value && { value: Number(value), ...(isPrinted && { label: describeLabel(chart, series, value) }) }),
  };
}

function describeLabel(chart: ChartData, series: ChartSeries, value: string): Record<string, unknown> {
  const besides = series.drawn === 'column' && value.startsWith('-') ? 'bottom' : 'top';
  const isBoxed = printsAtFoot(chart);
  return {
    show: true,
    position: isBoxed && series.drawn === 'column' ? 'insideBottom' : besides,
    color: INK,
    fontFamily: FONT,
    fontSize: VALUE_PIXELS,
    ...(isBoxed && { backgroundColor: '#ffffff', padding: [1, 2] }),
    formatter: escapeLabel(printValue(value, series)),
  };
}

function describePie({ categories, series: [series] }: ChartData): Record<string, unknown> {
  if (series === undefined) return { series: [] };
  return {
    series: [
      {
        type: 'pie',
        name: nameSeries(series),
        radius: '62%',
        center: ['50%', '52%'],
        label: { color: INK, fontFamily: FONT, fontSize: VALUE_PIXELS, formatter: '{d}%' },
        percentPrecision: 2,
        data: series.values.flatMap((value, index) => (value === null ? [] : [{ name: categories[index] ?? '', value: Number(value) }])),
      },
    ],
  };
}

/** Lines the legend takes at the width of a page. */
function countLegendRows({ series }: ChartData): number {
  return Math.ceil(series.reduce((width, one) => width + 40 + 12 * nameSeries(one).length, 0) / 500);
}

/** Braces would be read as a template. */
function escapeLabel(text: string): string {
  return text.replace(/[{}]/g, '');
}
