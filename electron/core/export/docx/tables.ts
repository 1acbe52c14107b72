import {
  AlignmentType,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { createInlines } from '../../../../shared/document/filingBlock';
import type { CellLayout, RowLayout, TableLayout, TableSize } from '../../../../shared/document/tableLayout';
import { writeInlines } from './inlines';
import { getCellStyle, HEAD_FILL, TABLE_STYLE } from './styles';

const LEAST_ROW_HEIGHT = { value: 340, rule: HeightRule.ATLEAST } as const;
const HEAD_SHADING = { type: ShadingType.CLEAR, color: 'auto', fill: HEAD_FILL } as const;

/** A laid-out table as w:tbl. Look, borders and margins come from the table style; shading of heads is direct as well (DOCX.md A5). */
export function writeTable(layout: TableLayout): Table {
  return new Table({
    style: TABLE_STYLE,
    width: { size: layout.widthTwips, type: WidthType.DXA },
    columnWidths: layout.columnTwips,
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    tableLook: {
      firstRow: layout.rows[0]?.cells.every((cell) => cell.stands === 'head') ?? false,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: layout.rows.map((row) => writeRow(row, layout.size)),
  });
}

function writeRow(row: RowLayout, size: TableSize): TableRow {
  return new TableRow({
    cantSplit: row.cantSplit || undefined,
    tableHeader: row.repeats || undefined,
    height: LEAST_ROW_HEIGHT,
    children: row.cells.map((cell) => writeCell(cell, size, row.keepNext)),
  });
}

function writeCell(cell: CellLayout, size: TableSize, keepNext: boolean): TableCell {
  const style = getCellStyle(cell.stands, size);
  const paragraph = (text: string) =>
    new Paragraph({
      style,
      keepNext: keepNext || undefined,
      children: writeInlines(createInlines(text, cell.bold && cell.stands !== 'head' ? { bold: true } : {})),
    });
  const children = cell.content.map((part) => (part.type === 'line' ? paragraph(part.text) : writeTable(part.layout)));
  const endsWithParagraph = cell.content.at(-1)?.type === 'line';
  return new TableCell({
    width: { size: cell.widthTwips, type: WidthType.DXA },
    columnSpan: cell.colSpan > 1 ? cell.colSpan : undefined,
    verticalMerge: MERGES[cell.merge],
    shading: cell.stands === 'head' ? HEAD_SHADING : undefined,
    children: endsWithParagraph ? children : [...children, paragraph('')],
  });
}

const MERGES: Readonly<Record<CellLayout['merge'], (typeof VerticalMergeType)[keyof typeof VerticalMergeType] | undefined>> = {
  none: undefined,
  start: VerticalMergeType.RESTART,
  continue: VerticalMergeType.CONTINUE,
};
