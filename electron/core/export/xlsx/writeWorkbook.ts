import type { Sheet } from '../../../../shared/document/register/sheet';
import { zipParts } from '../zipParts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** A cell holds no more characters. */
const LONGEST_TEXT = 32_767;
/** Control characters XML cannot hold. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** What a sheet would take for a formula once somebody edits the cell. */
const LIKE_FORMULA = /^[=+\-@\t]/;

const STYLE = { body: 0, guarded: 2, title: 3, label: 4, ruledHead: 5, entry: 6, ruled: 7, ruledGuarded: 8 } as const;

/**
 * An XLSX of sheets of text: header row bold, frozen and repeated in print, rows ruled, columns filtered, every cell a string. Nothing in it is a formula, and text that begins like
 * one is marked so that it stays text when edited. `mark` is written twice, as a document property and as a hidden name, so that the file is known
 * again under any name.
 */
export function writeWorkbook(sheets: readonly Sheet[], mark: string | null = null): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': makeContentTypes(sheets.length, mark !== null),
    '_rels/.rels': relations([
      { type: `${OFFICE}/officeDocument`, target: 'xl/workbook.xml' },
      ...(mark === null ? [] : [{ type: `${OFFICE}/custom-properties`, target: 'docProps/custom.xml' }]),
    ]),
    'xl/workbook.xml': makeBook(sheets, mark),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => ({ type: `${OFFICE}/worksheet`, target: `worksheets/sheet${at + 1}.xml` })),
      { type: `${OFFICE}/styles`, target: 'styles.xml' },
    ]),
    'xl/styles.xml': STYLES,
  };
  sheets.forEach((sheet, at) => (parts[`xl/worksheets/sheet${at + 1}.xml`] = makeSheet(sheet)));
  if (mark !== null) parts['docProps/custom.xml'] = makeProperty(mark);
  return zipParts(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(HEAD + xml)])));
}

/** A property of our own name; the format's identifier of user-defined properties, and 2 as the first number it allows. */
function makeProperty(mark: string): string {
  const types = PACKAGE.replace('package/2006', 'officeDocument/2006');
  return (
    `<Properties xmlns="${types}/custom-properties" xmlns:vt="${types}/docPropsVTypes">` +
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="huihan"><vt:lpwstr>${escape(mark)}</vt:lpwstr></property></Properties>`
  );
}

function makeContentTypes(count: number, hasProperty: boolean): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `${sheets.join('')}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
    (hasProperty
      ? '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
      : '') +
    '</Types>'
  );
}

function relations(list: readonly { type: string; target: string }[]): string {
  const each = list.map(({ type, target }, at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function makeBook(sheets: readonly Sheet[], mark: string | null): string {
  const each = sheets.map(({ name }, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const titles = sheets.map(({ name, preface = [] }, at) => {
    const rows = `'${escape(name.replaceAll("'", "''"))}'!$${preface.length + 1}:$${preface.length + 1}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${rows}</definedName>`;
  });
  const marked = mark === null ? '' : `<definedName name="${mark.replaceAll('-', '_')}" hidden="1">1</definedName>`;
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets>` +
    `<definedNames>${titles.join('')}${marked}</definedNames></workbook>`
  );
}

const FONT = '<sz val="10"/><name val="宋体"/><family val="2"/>';
const RULED = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('');
const ALIGN = 'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="3"><font>${FONT}</font><font><b/>${FONT}</font><font><b/>${FONT.replace('"10"', '"14"')}</font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFD9D9D9"/></patternFill></fill></fills>' +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${RULED}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="49" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9">' +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ${ALIGN}` +
  `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" ${ALIGN}` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1" ${ALIGN}` +
  '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>' +
  `<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" ${ALIGN}` +
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" ${ALIGN}` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" ${ALIGN}` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" quotePrefix="1" ${ALIGN}` +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function makeSheet({ columns, rows, preface = [], isForm }: Sheet): string {
  const head = preface.length;
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const valueWidth = columns.slice(1).reduce((sum, { width }) => sum + width, 0);
  const lines = [...preface, columns.map(({ title }) => title), ...rows].map((cells, row) => {
    const styleOf = isForm ? (col: number) => getFormStyle(row, col, head) : (_: number, text: string) => getStyle(text, row, head);
    const each = cells.map((text, col) => makeCell(`${nameColumn(col)}${row + 1}`, text, styleOf(col, text)));
    const formHeight = row < head ? measureHeight(cells[1] ?? '', valueWidth, row === 0) : ENTRY_HEIGHT;
    const height = isForm
      ? formHeight
      : Math.max(...cells.map((text, col) => measureHeight(text, columns[col]?.width ?? valueWidth, false)));
    return `<row r="${row + 1}" ht="${height}"${isForm ? ' customHeight="1"' : ''}>${each.join('')}</row>`;
  });
  const last = `${nameColumn(columns.length - 1)}${head + rows.length + 1}`;
  const range = `A${head + 1}:${last}`;
  return (
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/>` +
    '<sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${head + 1}" topLeftCell="A${head + 2}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData>` +
    `${isForm ? mergeValues(preface, columns.length) : `<autoFilter ref="${range}"/>`}${PAGE}${isForm ? '' : EDGES}</worksheet>`
  );
}

/** Points a line to write on takes. */
const ENTRY_HEIGHT = 18;

/** Printed across a turned A4 sheet, as many as it takes. */
const PAGE =
  '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** The sheet's name above and the pages counted below, in print alone. */
const EDGES = '<headerFooter><oddHeader>&amp;C&amp;A</oddHeader><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>';

/** What a label says stands across the columns behind it. */
function mergeValues(preface: readonly (readonly string[])[], columns: number): string {
  const ranges = preface.flatMap((cells, row) =>
    row > 0 && cells.length > 1 && columns > 2 ? [`<mergeCell ref="B${row + 1}:${nameColumn(columns - 1)}${row + 1}"/>`] : [],
  );
  return ranges.length === 0 ? '' : `<mergeCells count="${ranges.length}">${ranges.join('')}</mergeCells>`;
}

/** Points a text takes in a column; not every program lets rows grow by themselves. Chinese characters are as wide as two digits. */
function measureHeight(text: string, width: number, isTitle: boolean): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(measureLine(line) / (10 * (width - 1)))), 0);
  return isTitle ? 24 : Math.min(lines * 14 + 2, 400);
}

/** The width of a line in tenths of a digit, with a little room. */
function measureLine(line: string): number {
  let tenths = 0;
  for (const char of line) tenths += char > '\u2e80' ? 21 : 11;
  return tenths;
}

function getStyle(text: string, row: number, head: number): number {
  if (row === head) return STYLE.ruledHead;
  const [plain, guarded] = row > head ? [STYLE.ruled, STYLE.ruledGuarded] : [STYLE.body, STYLE.guarded];
  return LIKE_FORMULA.test(text) ? guarded : plain;
}

function getFormStyle(row: number, col: number, head: number): number {
  if (row > head) return STYLE.entry;
  if (row === head) return STYLE.ruledHead;
  return row === 0 ? STYLE.title : col === 0 ? STYLE.label : STYLE.body;
}

function makeCell(name: string, text: string, style: number): string {
  if (text === '') return style === STYLE.entry || style === STYLE.ruled ? `<c r="${name}" s="${style}"/>` : '';
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text.slice(0, LONGEST_TEXT))}</t></is></c>`;
}

/** A, B, … Z, AA. */
function nameColumn(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : nameColumn(Math.floor(at / 26) - 1) + nameColumn(at % 26);
}

function escape(text: string): string {
  return text.replace(FORBIDDEN, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
