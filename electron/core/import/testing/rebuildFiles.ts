import { type CellObject, utils, write } from '@e965/xlsx';
import type { ReadCell, ReadPart, ReadTable } from '../../../../shared/domain/dataTable';
import { countDecimals, Decimal } from '../../../../shared/util/decimal';
import { buildDocx, p, run, tc } from '../docx/testing/buildDocx';

const RULES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
  (side) => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`,
);
/** A4 lying, as reports print statements of many columns, or standing. */
const PAGES = {
  landscape: {
    section:
      '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr>',
    width: 14838,
  },
  portrait: {
    section: '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr>',
    width: 9906,
  },
};
/** What other programs want to know of the parts before they open the file. */
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>` +
  ['styles', 'numbering', 'footnotes']
    .map((name) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${name}+xml"/>`)
    .join('') +
  '</Types>';
/** Half points. */
const FONT = '<w:sz w:val="18"/>';
/** The column of labels is wider than those of numbers by this. */
const LABEL_WIDTH = 2;

type Layout = { page: keyof typeof PAGES; ruled: boolean };

/** A document as Word would hold it: paragraphs, unit lines, tables with merged cells, ruled or not, notes. */
export function rebuildDocx(parts: readonly ReadPart[], { page, ruled }: Layout = { page: 'landscape', ruled: true }): Uint8Array {
  const draw = (table: ReadTable) => drawTable(table, PAGES[page].width, ruled);
  const body = parts.map((part) => (part.type === 'paragraph' ? line(part.text) : draw(part.table))).join('');
  return buildDocx({ body: body + PAGES[page].section, entries: { '[Content_Types].xml': CONTENT_TYPES } });
}

function drawTable(table: ReadTable, pageWidth: number, ruled: boolean): string {
  const width = Math.floor(pageWidth / (table.columns.length - 1 + LABEL_WIDTH));
  const widths = table.columns.map((_, c) => (c === 0 ? width * LABEL_WIDTH : width));
  const grid = widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('');
  const rows = table.rows.map((cells, r) => `<w:tr>${cells.map((cell, c) => drawCell(table, cell, r, c, widths)).join('')}</w:tr>`);
  const unit = table.unit === null ? '' : line(`单位：${table.unit}`);
  const notes = table.notes.map(line).join('');
  const properties = `<w:tblPr><w:tblW w:w="${pageWidth}" w:type="dxa"/>${ruled ? `<w:tblBorders>${RULES.join('')}</w:tblBorders>` : ''}<w:tblLayout w:type="fixed"/></w:tblPr>`;
  return `${unit}<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>${notes === '' ? p('') : notes}`;
}

/** Positions under a vertical merge are cells of their own in Word; those to the right of a merged cell are not. */
function drawCell({ rows }: ReadTable, cell: ReadCell, r: number, c: number, widths: readonly number[]): string {
  const measure = (span: number) => widths.slice(c, c + span).reduce((sum, width) => sum + width, 0);
  if (!cell.covered) {
    const merge = cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
    const paragraphs = cell.text.split('\n').map(line);
    return tc(paragraphs.join(''), `<w:tcW w:w="${measure(cell.colSpan)}" w:type="dxa"/><w:gridSpan w:val="${cell.colSpan}"/>${merge}`);
  }
  for (let above = r - 1; above >= 0; above -= 1) {
    const origin = rows[above]![c]!;
    if (!origin.covered) {
      if (above + origin.rowSpan <= r) break;
      return tc('', `<w:tcW w:w="${measure(origin.colSpan)}" w:type="dxa"/><w:gridSpan w:val="${origin.colSpan}"/><w:vMerge/>`);
    }
  }
  return '';
}

/** A workbook as a finance department would send it: several tables on a sheet, captions and unit lines above them, numbers as numbers with their format. */
export function rebuildWorkbook(parts: readonly ReadPart[], tablesPerSheet: number): Uint8Array {
  const book = utils.book_new();
  const tables = parts.flatMap((part) => (part.type === 'table' ? [part.table] : []));
  for (let from = 0; from < tables.length; from += tablesPerSheet) {
    const sheet = utils.aoa_to_sheet([]);
    const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [];
    let top = 0;
    const put = (r: number, c: number, cell: CellObject) => (sheet[utils.encode_cell({ r, c })] = cell);
    let width = 1;
    for (const table of tables.slice(from, from + tablesPerSheet)) {
      if (table.caption !== null) put(top++, 0, { t: 's', v: table.caption });
      if (table.unit !== null) put(top++, 0, { t: 's', v: `单位：${table.unit}` });
      table.rows.forEach((cells, r) =>
        cells.forEach((cell, c) => {
          if (cell.text !== '' && !cell.covered) put(top + r, c, toCellObject(cell));
          if (cell.rowSpan > 1 || cell.colSpan > 1)
            merges.push({ s: { r: top + r, c }, e: { r: top + r + cell.rowSpan - 1, c: c + cell.colSpan - 1 } });
        }),
      );
      width = Math.max(width, table.columns.length);
      top += table.rows.length;
      for (const note of table.notes) put(top++, 0, { t: 's', v: note });
      top += 2;
    }
    sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: top, c: width - 1 } });
    sheet['!merges'] = merges;
    utils.book_append_sheet(book, sheet, `表${from / tablesPerSheet + 1}`);
  }
  return new Uint8Array(write(book, { type: 'buffer', compression: true }) as Buffer);
}

/** A number whose print a number format gives back is stored as a number; every other cell as its text. */
function toCellObject({ text, value }: ReadCell): CellObject {
  const plain = text.replaceAll(',', '').replace(/%$/, '');
  if (value === null || plain !== value) return { t: 's', v: text };
  const decimals = '0'.repeat(countDecimals(value));
  const places = decimals === '' ? '' : `.${decimals}`;
  if (text.endsWith('%')) return { t: 'n', v: new Decimal(value).div(100).toNumber(), z: `0${places}%` };
  const grouped = text.includes(',');
  if (!grouped && new Decimal(value).abs().greaterThanOrEqualTo(1000)) return { t: 'n', v: Number(value), z: `0${places}` };
  return { t: 'n', v: Number(value), z: `#,##0${places}` };
}

function line(text: string): string {
  return p(run(escape(text), FONT));
}

function escape(text: string): string {
  return text.replaceAll('\ufffc', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
