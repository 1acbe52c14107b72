import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartData } from '../../../../shared/document/chart/chartData';
import { describeChart } from '../../../../shared/document/chart/chartOption';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** Size of a chart on the page in px. */
const SIZE = { width: 529, height: 288 } as const;

/** A chart as an SVG element. It says its looks by attributes alone: the window allows no styles written in markup. */
export function drawChart(chart: ChartData): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  drawing.setOption(describeChart(chart));
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/ style="([^"]*)"/g, (_, declarations: string) => toAttributes(declarations));
}

function toAttributes(declarations: string): string {
  return declarations
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .flatMap(([name = '', value = '']) => (PRESENTATION.has(name) && value !== '' ? [` ${name}="${value}"`] : []))
    .join('');
}

/** Properties SVG also takes as attributes. */
const PRESENTATION = new Set([
  'font-size',
  'font-family',
  'font-weight',
  'font-style',
  'dominant-baseline',
  'text-anchor',
  'fill',
  'stroke',
]);
