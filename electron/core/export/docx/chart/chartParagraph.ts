import type { ChartData } from '../../../../../shared/document/chart/chartData';
import type { BlockContext } from '../blocks';
import { escapeXml } from '../xml';

/** Size of a chart on the page, within the text width of an upright page: 14 by 7.6 cm in EMU. */
const WIDTH_EMU = 5_040_000;
const HEIGHT_EMU = 2_736_000;

/** The paragraph a chart stands in; its parts follow when the package is written (addCharts). */
export function writeChartParagraph(chart: ChartData, alt: string, context: BlockContext): string {
  const drawing = ++context.lastDrawingId;
  const number = context.charts.push(chart);
  const described = alt === '' ? chart.title : alt;
  return (
    '<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r><w:drawing>' +
    '<wp:inline distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent cx="${WIDTH_EMU}" cy="${HEIGHT_EMU}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>` +
    `<wp:docPr id="${drawing}" name="图表 ${drawing}"${described === '' ? '' : ` descr="${escapeXml(described)}"`}/>` +
    '<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${getChartRelation(number)}"/>` +
    '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
  );
}

/** The relation of the document to its nth chart. */
export function getChartRelation(number: number): string {
  return `rIdChart${number}`;
}
