import type { ChartData, ChartSeries } from './chartData';
import { type ChartLayout, layOutChart, NAME_SIZE } from './chartLayout';
import { CHART_COLOURS, describeAxis, nameSeries, printsAtFoot, printsValues, printValue, PLOT_WIDTH, VALUE_SIZE } from './chartLook';

/** Fonts of text in charts, as a page of the house format names them. */
const FONT = "'Times New Roman', SimSun, 宋体, 'Noto Serif CJK SC', serif";
const INK = '#000000';
const GRID_LINE = '#d9d9d9';
const AXIS_LINE = '#7f7f7f';
const PIXELS = 96 / 72;
const VALUE_PIXELS = VALUE_SIZE * PIXELS;
/** Upright names are cut at this length, in px. */
const UPRIGHT_LENGTH = 108;

/**
 * A chart as an option of ECharts: plain data, nothing that runs, nothing that moves. The numbers drawn are floats and only drawn; what is printed
 * beside them are the exact values, in `label`.
 */
export function describeChart(chart: ChartData): Readonly<Record<string, unknown>> {
  const text = { color: INK, fontFamily: FONT, fontSize: NAME_SIZE * PIXELS };
  const layout = layOutChart(chart);
  return {
    animation: false,
    color: CHART_COLOURS.map((colour) => `#${colour}`),
    textStyle: text,
    ...(chart.title !== '' && { title: { text: chart.title, left: 'center', textStyle: { ...text, fontSize: 14, fontWeight: 'bold' } } }),
    ...(layout.legendAt !== 'none' && {
      legend: {
        ...(layout.legendAt === 'top' ? { top: layout.titleHeight * PIXELS } : { bottom: 0 }),
        textStyle: text,
        itemWidth: 16,
        itemHeight: 9,
      },
    }),
    ...(chart.kind === 'pie' ? describePie(chart, layout) : describeAxes(chart, text, layout)),
  };
}

function describeAxes(chart: ChartData, text: object, { titleHeight, unitHeight, legendHeight, legendAt, names }: ChartLayout) {
  const second = chart.series.find(({ secondary }) => secondary);
  const above = titleHeight + unitHeight + (legendAt === 'top' ? legendHeight : 0);
  return {
    grid: {
      top: (above + 2) * PIXELS,
      bottom: (legendAt === 'bottom' ? legendHeight : 0) * PIXELS,
      left: 12,
      right: 12,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: chart.categories,
      axisLabel: {
        ...text,
        hideOverlap: false,
        ...(names.upright
          ? { interval: names.step - 1, rotate: 90, overflow: 'truncate', ellipsis: '…', width: UPRIGHT_LENGTH }
          : { interval: 0, overflow: 'break', width: ((PLOT_WIDTH * PIXELS) / Math.max(1, chart.categories.length)) * 0.96 }),
      },
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

function describePie({ categories, series: [series] }: ChartData, { legendAt }: ChartLayout): Record<string, unknown> {
  if (series === undefined) return { series: [] };
  return {
    series: [
      {
        type: 'pie',
        name: nameSeries(series),
        radius: '62%',
        center: ['50%', '52%'],
        label: { color: INK, fontFamily: FONT, fontSize: VALUE_PIXELS, formatter: legendAt === 'none' ? '{b} {d}%' : '{d}%' },
        percentPrecision: 2,
        data: series.values.flatMap((value, index) => (value === null ? [] : [{ name: categories[index] ?? '', value: Number(value) }])),
      },
    ],
  };
}

/** Braces would be read as a template. */
function escapeLabel(text: string): string {
  return text.replace(/[{}]/g, '');
}
