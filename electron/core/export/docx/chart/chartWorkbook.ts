import { strToU8 } from 'fflate';
import type { ChartData } from '../../../../../shared/document/chart/chartData';
import { zipParts } from '../../zipParts';
import { escapeXml } from '../xml';

/** Where a chart's data stand in its workbook: categories in the first column, one column for each series, names in the first row. */
export const SHEET = 'Sheet1';

/** Name of a column of a sheet: A, B, … Z, AA. */
export function nameSheetColumn(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : nameSheetColumn(Math.floor(index / 26) - 1) + nameSheetColumn(index % 26);
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The workbook behind a chart, which Word opens for 编辑数据. Equal charts give equal bytes. */
export function writeChartWorkbook({ categories, series }: ChartData): Uint8Array {
  const head = [writeText(0, 0, ''), ...series.map(({ name }, index) => writeText(0, index + 1, name))].join('');
  const rows = categories.map((category, row) => {
    const cells = series.map(({ values }, index) => writeNumber(row + 1, index + 1, values[row] ?? null));
    return `<row r="${row + 2}">${writeText(row + 1, 0, category)}${cells.join('')}</row>`;
  });
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${head}</row>${rows.join('')}</sheetData></worksheet>`,
  };
  return zipParts(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(DECLARATION + xml)])));
}

function writeText(row: number, column: number, text: string): string {
  return `<c r="${nameSheetColumn(column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function writeNumber(row: number, column: number, value: string | null): string {
  return value === null ? '' : `<c r="${nameSheetColumn(column)}${row + 1}"><v>${value}</v></c>`;
}
