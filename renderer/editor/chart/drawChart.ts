import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartData } from '../../../shared/document/chart/chartData';
import { describeChart } from '../../../shared/document/chart/chartOption';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** Draws a chart into an element as SVG, as large as the element; returns the function that takes it away. */
export function drawChart(element: HTMLElement, chart: ChartData): () => void {
  const drawing = init(element, null, { renderer: 'svg' });
  drawing.setOption(describeChart(chart));
  return () => drawing.dispose();
}
