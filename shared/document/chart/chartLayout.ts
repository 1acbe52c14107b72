import type { ChartData } from './chartData';
import { nameSeries, PLOT_WIDTH } from './chartLook';

/** Size of a chart on the page in pt: 14 by 7.6 cm, within the text width of an upright page. */
export const CHART_SIZE = { width: 397, height: 215 } as const;

/** Size of names in a chart, in pt; a Chinese character is as wide as it is high, others about half as wide. */
export const NAME_SIZE = 9;

/** How names stand along the axis: in lines below their place, or upright, then every `step`-th of them. */
export type NameLayout = { upright: false; lines: number } | { upright: true; step: number };

/** Where the parts of a chart stand, heights in pt. A legend stands above names that run downwards, else below; a pie of many slices has none. */
export type ChartLayout = {
  titleHeight: number;
  unitHeight: number;
  legendHeight: number;
  legendAt: 'top' | 'bottom' | 'none';
  names: NameLayout;
};

/** More slices than colours are named beside themselves instead of in a legend. */
export const MOST_SLICES_IN_LEGEND = 8;

const TITLE_HEIGHT = 26;
const LINE_HEIGHT = 12;
const LEGEND_MARGIN = 16;
const MOST_LINES = 4;
/** Fewer characters in a line cannot be read. */
const FEWEST_IN_LINE = 3;

/** How the parts of a chart share its place: the same in the editor, in print and in the DOCX. */
export function layOutChart(chart: ChartData): ChartLayout {
  const { title, kind, series, categories } = chart;
  const isPie = kind === 'pie';
  const names = layOutNames(categories);
  const legendAt = isPie && categories.length > MOST_SLICES_IN_LEGEND ? 'none' : !isPie && names.upright ? 'top' : 'bottom';
  const entries = isPie ? categories : series.map(nameSeries);
  return {
    titleHeight: title === '' ? 6 : TITLE_HEIGHT,
    unitHeight: !isPie && series.some(({ unit }) => unit !== null) ? LINE_HEIGHT + 6 : 0,
    legendHeight: legendAt === 'none' ? 4 : LEGEND_MARGIN + LINE_HEIGHT * countLegendRows(entries),
    legendAt,
    names,
  };
}

function layOutNames(categories: readonly string[]): NameLayout {
  const slot = PLOT_WIDTH / Math.max(1, categories.length);
  const widest = Math.max(0, ...categories.map(measureName));
  const lines = Math.ceil(widest / Math.max(1, slot - 4));
  if (lines <= 1) return { upright: false, lines: 1 };
  if (lines <= MOST_LINES && slot >= FEWEST_IN_LINE * NAME_SIZE) return { upright: false, lines };
  return { upright: true, step: Math.max(1, Math.ceil((NAME_SIZE + 2) / slot)) };
}

/** Width of a name in pt. */
export function measureName(name: string): number {
  return Array.from(name).reduce((width, character) => width + (character > '⺀' ? NAME_SIZE : NAME_SIZE * 0.52), 0);
}

/** Rows a legend takes that is as wide as the chart. */
function countLegendRows(entries: readonly string[]): number {
  let rows = 1;
  let taken = 0;
  for (const entry of entries) {
    const width = measureName(entry) + 28;
    if (taken > 0 && taken + width > CHART_SIZE.width - 16) {
      rows++;
      taken = 0;
    }
    taken += width;
  }
  return rows;
}
