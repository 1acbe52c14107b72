import type { ChartData, ChartSeries } from '../../../../../shared/document/chart/chartData';
import { type ChartLayout, CHART_SIZE, layOutChart, measureName, NAME_SIZE } from '../../../../../shared/document/chart/chartLayout';
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
  const layout = layOutChart(chart);
  const { legendAt } = layout;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>' +
    (title === '' ? '' : `<c:title>${writeRichText(title, 1050, true)}<c:overlay val="0"/></c:title>`) +
    `<c:autoTitleDeleted val="${title === '' ? 1 : 0}"/>` +
    `<c:plotArea>${kind === 'pie' ? `<c:layout/>${writePie(chart, legendAt === 'none')}` : writePlotPlace(layout) + writePlots(chart, layout)}</c:plotArea>` +
    (legendAt === 'none' ? '' : writeLegend(layout)) +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>' +
    `${writeTextProperties(NAME_SIZE * 100)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

/** The plot with the names and numbers at its axes, between the units above it and the legend. */
function writePlotPlace({ titleHeight, unitHeight, legendHeight, legendAt }: ChartLayout): string {
  const above = titleHeight + unitHeight + (legendAt === 'top' ? legendHeight : 0);
  const below = legendAt === 'bottom' ? legendHeight : 4;
  return writePlace({ x: 0.015, y: share(above), w: 0.97, h: share(CHART_SIZE.height - above - below) }, '<c:layoutTarget val="outer"/>');
}

function writeLegend({ titleHeight, legendHeight, legendAt }: ChartLayout): string {
  const place = legendAt === 'top' ? writePlace({ x: 0.05, y: share(titleHeight), w: 0.9, h: share(legendHeight) }) : '';
  return `<c:legend><c:legendPos val="${legendAt === 'top' ? 't' : 'b'}"/>${place}<c:overlay val="0"/></c:legend>`;
}

/** A height in pt as a share of the chart's. */
function share(height: number): number {
  return Number((height / CHART_SIZE.height).toFixed(4));
}

function writePlace(place: { x: number; y: number; w?: number; h?: number }, target = ''): string {
  const sides = Object.entries(place).map(([side, value]) => `<c:${side} val="${value}"/>`);
  return `<c:layout><c:manualLayout>${target}<c:xMode val="edge"/><c:yMode val="edge"/>${sides.join('')}</c:manualLayout></c:layout>`;
}

/** Columns before lines, each against its axis: one group for every pair that is there. */
function writePlots(chart: ChartData, layout: ChartLayout): string {
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
    writeCategoryAxis(CATEGORY_AXIS, VALUE_AXES.first, layout) +
    writeValueAxis(VALUE_AXES.first, CATEGORY_AXIS, { chart, layout, secondary: false }) +
    (second ? writeCategoryAxis(SECOND_CATEGORY_AXIS, VALUE_AXES.second, null) : '') +
    (second ? writeValueAxis(VALUE_AXES.second, SECOND_CATEGORY_AXIS, { chart, layout, secondary: true }) : '')
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

function writePie(chart: ChartData, named: boolean): string {
  const written = chart.series.map((series, index) => writeSeries(chart, { series, index }, named)).join('');
  return `<c:pieChart><c:varyColors val="1"/>${written}<c:firstSliceAng val="0"/></c:pieChart>`;
}

function writeSeries(chart: ChartData, { series, index }: NumberedSeries, named = false): string {
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
    return `<c:ser>${head}${slices.join('')}${writeLabels({ percent: true, named })}${cells}${numbers}</c:ser>`;
  }
  if (drawn === 'line') {
    const look = `<c:spPr><a:ln w="22225" cap="rnd">${writeFill(colour)}<a:round/></a:ln></c:spPr>`;
    const marker = `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${writeFill(colour)}</c:spPr></c:marker>`;
    return `<c:ser>${head}${look}${marker}${label('t')}${cells}${numbers}<c:smooth val="0"/></c:ser>`;
  }
  return `<c:ser>${head}<c:spPr>${writeFill(colour)}</c:spPr><c:invertIfNegative val="0"/>${label(printsAtFoot(chart) ? 'inBase' : 'outEnd')}${cells}${numbers}</c:ser>`;
}

type LabelPosition = 't' | 'outEnd' | 'inBase';
type Labels = { percent?: boolean; named?: boolean; boxed?: boolean; position?: LabelPosition };

function writeLabels({ percent = false, named = false, boxed = false, position = 'outEnd' }: Labels): string {
  const format = percent ? '<c:numFmt formatCode="0.00%" sourceLinked="0"/>' : '';
  const shown = `<c:showLegendKey val="0"/><c:showVal val="${percent ? 0 : 1}"/><c:showCatName val="${named ? 1 : 0}"/><c:showSerName val="0"/><c:showPercent val="${percent ? 1 : 0}"/>`;
  const ground = boxed ? writeFill('FFFFFF') : '<a:noFill/>';
  return (
    `<c:dLbls>${format}<c:spPr>${ground}<a:ln><a:noFill/></a:ln></c:spPr>${writeTextProperties(VALUE_SIZE * 100)}` +
    `<c:dLblPos val="${position}"/>${shown}<c:showBubbleSize val="0"/>${named ? '<c:separator> </c:separator>' : ''}</c:dLbls>`
  );
}

function writeStrings(place: string, texts: readonly string[]): string {
  const points = texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`).join('');
  return `<c:strRef><c:f>${place}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points}</c:strCache></c:strRef>`;
}

const AXIS_LINE = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>';

/** Names below the lowest value; without a layout the axis is not shown. */
function writeCategoryAxis(id: number, crosses: number, layout: ChartLayout | null): string {
  const names = layout?.names;
  const direction = names?.upright ? '<a:bodyPr rot="-5400000" vert="horz"/>' : '<a:bodyPr rot="0" vert="horz"/>';
  return (
    `<c:catAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="${names ? 0 : 1}"/><c:axPos val="b"/>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${AXIS_LINE}` +
    `${names ? writeTextProperties(NAME_SIZE * 100, direction) : ''}<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/><c:auto val="1"/>` +
    `<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${names?.upright ? `<c:tickLblSkip val="${names.step}"/>` : ''}<c:noMultiLvlLbl val="0"/></c:catAx>`
  );
}

type ValueAxis = { chart: ChartData; layout: ChartLayout; secondary: boolean };

/** The numbers at a side, from zero on; their unit stands level above them. */
function writeValueAxis(id: number, crosses: number, { chart, layout, secondary }: ValueAxis): string {
  const own = chart.series.filter((series) => series.secondary === secondary);
  const words = own[0] === undefined ? '' : describeAxis(own[0]);
  const { titleHeight, legendHeight, legendAt } = layout;
  const top = share(titleHeight + (legendAt === 'top' ? legendHeight : 0));
  const place = writePlace({ x: secondary ? 1 - 0.02 - measureName(words) / CHART_SIZE.width : 0.02, y: top });
  const title =
    words === ''
      ? ''
      : `<c:title>${writeRichText(words, NAME_SIZE * 100, false, '<a:bodyPr rot="0" vert="horz"/>')}${place}<c:overlay val="1"/></c:title>`;
  const values = own.flatMap((series) => series.values.flatMap((value) => (value === null ? [] : [Number(value)])));
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  return (
    `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${writeBound(values)}</c:scaling><c:delete val="0"/><c:axPos val="${secondary ? 'r' : 'l'}"/>` +
    `${secondary ? '' : grid}${title}<c:numFmt formatCode="${chooseAxisFormat(values)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/>${AXIS_LINE}<c:crossAx val="${crosses}"/><c:crosses val="${secondary ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

/** An axis that did not begin at zero would make small differences look large. */
function writeBound(values: readonly number[]): string {
  if (values.every((value) => value >= 0)) return '<c:min val="0"/>';
  return values.every((value) => value <= 0) ? '<c:max val="0"/>' : '';
}

/** Decimals the steps of an axis need: its values are only drawn, so that floats do. */
function chooseAxisFormat(values: readonly number[]): string {
  const largest = Math.max(0, ...values.map(Math.abs));
  if (largest >= 8) return '#,##0';
  return largest >= 0.8 ? '0.0' : largest > 0.08 ? '0.00' : 'General';
}

function writeFill(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

const FONTS = '<a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/><a:cs typeface="Times New Roman"/>';

function writeTextProperties(size: number, body = '<a:bodyPr/>'): string {
  return `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${writeFill('000000')}${FONTS}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

function writeRichText(text: string, size: number, bold: boolean, body = '<a:bodyPr/>'): string {
  const look = `sz="${size}" b="${bold ? 1 : 0}"`;
  return (
    `<c:tx><c:rich>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr ${look}>${FONTS}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" ${look}>${writeFill('000000')}${FONTS}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx>`
  );
}
