import { strFromU8, strToU8 } from 'fflate';
import type { ChartData } from '../../../../../shared/document/chart/chartData';
import { getChartRelation } from './chartParagraph';
import { writeChartXml } from './chartPart';
import { writeChartWorkbook } from './chartWorkbook';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The package with a part, and a workbook of data behind it, for each chart the body shows, in the order shown. */
export function addCharts(parts: Readonly<Record<string, Uint8Array>>, charts: readonly ChartData[]): Record<string, Uint8Array> {
  if (charts.length === 0) return { ...parts };
  const added: Record<string, Uint8Array> = {};
  let overrides = `<Default ContentType="${WORKBOOK_TYPE}" Extension="xlsx"/>`;
  let relations = '';
  charts.forEach((chart, index) => {
    const number = index + 1;
    const workbook = `word/embeddings/chart${number}.xlsx`;
    added[`word/charts/chart${number}.xml`] = strToU8(writeChartXml(chart));
    added[`word/charts/_rels/chart${number}.xml.rels`] = strToU8(
      `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        `<Relationship Id="rId1" Type="${RELATIONS}/package" Target="../embeddings/chart${number}.xlsx"/></Relationships>`,
    );
    added[workbook] = writeChartWorkbook(chart);
    overrides += `<Override ContentType="${CHART_TYPE}" PartName="/word/charts/chart${number}.xml"/>`;
    relations += `<Relationship Id="${getChartRelation(number)}" Type="${RELATIONS}/chart" Target="charts/chart${number}.xml"/>`;
  });
  return {
    ...parts,
    ...added,
    '[Content_Types].xml': insertBefore(parts['[Content_Types].xml']!, '</Types>', overrides),
    'word/_rels/document.xml.rels': insertBefore(parts['word/_rels/document.xml.rels']!, '</Relationships>', relations),
  };
}

function insertBefore(part: Uint8Array, close: string, xml: string): Uint8Array {
  return strToU8(strFromU8(part).replace(close, () => xml + close));
}
