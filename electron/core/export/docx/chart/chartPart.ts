import type { ChartData, ChartSeries } from '../../../../../shared/document/chart/chartData';
import {
  CHART_COLOURS,
  describeAxis,
  getPrintedDecimals,
  nameSeries,
  printsAtFoot,
  printsValues,
  VALUE_SIZE,
} from '../../../../../shared/document/chart/chartLook';
import { escapeXml } from '../xml';
import { nameSheetColumn, SHEET } from './chartWorkbook';

const CATEGORY_AXIS = 111;
const VALUE_AXES = { first: 112, second: 114 } as const;
const SECOND_CATEGORY_AXIS = 113;

/** The chart as a part of its own: text in the fonts of the house format, values cached, data in the workbook rId1. */
export function writeChartXml(chart: ChartData): string {
  const { title, kind } = chart;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>' +
    (title === '' ? '' : `<c:title>${writeRichText(title, 1050, true)}<c:overlay val="0"/></c:title>`) +
    `<c:autoTitleDeleted val="${title === '' ? 1 : 0}"/>` +
    `<c:plotArea><c:layout/>${kind === 'pie' ? writePie(chart) : writePlots(chart)}</c:plotArea>` +
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>' +
    `${writeTextProperties(900)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

/** Columns before lines, each against its axis: one group for every pair that is there. */
function writePlots(chart: ChartData): string {
  const numbered = chart.series.map((series, index) => ({ series, index }));
  const groups = (['column', 'line'] as const).flatMap((drawn) =>
    [false, true].flatMap((secondary) => {
      const own = numbered.filter(({ series }) => series.drawn === drawn && series.secondary === secondary);
      return own.length === 0 ? [] : [writeGroup(chart, drawn, secondary, own)];
    }),
  );
  const second = chart.series.find(({ secondary }) => secondary);
  return (
    groups.join('') +
    writeCategoryAxis(CATEGORY_AXIS, VALUE_AXES.first, false) +
    writeValueAxis(VALUE_AXES.first, CATEGORY_AXIS, chart.series[0], false) +
    (second ? writeCategoryAxis(SECOND_CATEGORY_AXIS, VALUE_AXES.second, true) : '') +
    (second ? writeValueAxis(VALUE_AXES.second, SECOND_CATEGORY_AXIS, second, true) : '')
  );
}

type NumberedSeries = { series: ChartSeries; index: number };

function writeGroup(chart: ChartData, drawn: 'column' | 'line', secondary: boolean, own: readonly NumberedSeries[]): string {
  const axes = `<c:axId val="${secondary ? SECOND_CATEGORY_AXIS : CATEGORY_AXIS}"/><c:axId val="${secondary ? VALUE_AXES.second : VALUE_AXES.first}"/>`;
  const written = own.map((one) => writeSeries(chart, one)).join('');
  if (drawn === 'line') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${written}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
  return `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${written}<c:gapWidth val="80"/>${axes}</c:barChart>`;
}

function writePie(chart: ChartData): string {
  const written = chart.series.map((series, index) => writeSeries(chart, { series, index })).join('');
  return `<c:pieChart><c:varyColors val="1"/>${written}<c:firstSliceAng val="0"/></c:pieChart>`;
}

function writeSeries(chart: ChartData, { series, index }: NumberedSeries): string {
  const { categories } = chart;
  const label = (position: LabelPosition) => (printsValues(chart, series) ? writeLabels({ position, boxed: printsAtFoot(chart) }) : '');
  const { values, drawn } = series;
  const column = nameSheetColumn(index + 1);
  const colour = CHART_COLOURS[index % CHART_COLOURS.length]!;
  const name = `<c:tx>${writeStrings(`${SHEET}!$${column}$1`, [nameSeries(series)])}</c:tx>`;
  const cells = `<c:cat>${writeStrings(`${SHEET}!$A$2:$A$${categories.length + 1}`, categories)}</c:cat>`;
  const format = `#,##0${getPrintedDecimals(series) > 0 ? `.${'0'.repeat(getPrintedDecimals(series))}` : ''}`;
  const points = values.map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`)).join('');
  const numbers =
    `<c:val><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${categories.length + 1}</c:f>` +
    `<c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef></c:val>`;
  const head = `<c:idx val="${index}"/><c:order val="${index}"/>${name}`;
  if (drawn === 'pie') {
    const slices = categories.map((_, at) => {
      const fill = writeFill(CHART_COLOURS[at % CHART_COLOURS.length]!);
      return `<c:dPt><c:idx val="${at}"/><c:bubble3D val="0"/><c:spPr>${fill}</c:spPr></c:dPt>`;
    });
    return `<c:ser>${head}${slices.join('')}${writeLabels({ percent: true })}${cells}${numbers}</c:ser>`;
  }
  if (drawn === 'line') {
    const look = `<c:spPr><a:ln w="22225" cap="rnd">${writeFill(colour)}<a:round/></a:ln></c:spPr>`;
    const marker = `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${writeFill(colour)}</c:spPr></c:marker>`;
    return `<c:ser>${head}${look}${marker}${label('t')}${cells}${numbers}<c:smooth val="0"/></c:ser>`;
  }
  return `<c:ser>${head}<c:spPr>${writeFill(colour)}</c:spPr><c:invertIfNegative val="0"/>${label(printsAtFoot(chart) ? 'inBase' : 'outEnd')}${cells}${numbers}</c:ser>`;
}

type LabelPosition = 't' | 'outEnd' | 'inBase';
type Labels = { percent?: boolean; boxed?: boolean; position?: LabelPosition };

function writeLabels({ percent = false, boxed = false, position = 'outEnd' }: Labels): string {
  const format = percent ? '<c:numFmt formatCode="0.00%" sourceLinked="0"/>' : '';
  const shown = `<c:showLegendKey val="0"/><c:showVal val="${percent ? 0 : 1}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="${percent ? 1 : 0}"/>`;
  const ground = boxed ? writeFill('FFFFFF') : '<a:noFill/>';
  return (
    `<c:dLbls>${format}<c:spPr>${ground}<a:ln><a:noFill/></a:ln></c:spPr>${writeTextProperties(VALUE_SIZE * 100)}` +
    `<c:dLblPos val="${position}"/>${shown}<c:showBubbleSize val="0"/></c:dLbls>`
  );
}

function writeStrings(place: string, texts: readonly string[]): string {
  const points = texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`).join('');
  return `<c:strRef><c:f>${place}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points}</c:strCache></c:strRef>`;
}

const AXIS_LINE = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>';

function writeCategoryAxis(id: number, crosses: number, hidden: boolean): string {
  return (
    `<c:catAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="${hidden ? 1 : 0}"/><c:axPos val="b"/>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${AXIS_LINE}` +
    `<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`
  );
}

function writeValueAxis(id: number, crosses: number, series: ChartSeries | undefined, secondary: boolean): string {
  const words = series === undefined ? '' : describeAxis(series);
  const title = words === '' ? '' : `<c:title>${writeRichText(words, 900, false)}<c:overlay val="0"/></c:title>`;
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  return (
    `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${secondary ? 'r' : 'l'}"/>` +
    `${secondary ? '' : grid}${title}<c:numFmt formatCode="#,##0.##" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/>${AXIS_LINE}<c:crossAx val="${crosses}"/><c:crosses val="${secondary ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function writeFill(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

const FONTS = '<a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/><a:cs typeface="Times New Roman"/>';

function writeTextProperties(size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${writeFill('000000')}${FONTS}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

function writeRichText(text: string, size: number, bold: boolean): string {
  const look = `sz="${size}" b="${bold ? 1 : 0}"`;
  return (
    `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}>${FONTS}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" ${look}>${writeFill('000000')}${FONTS}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx>`
  );
}
