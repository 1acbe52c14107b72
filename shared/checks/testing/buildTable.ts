import type { Cell, DataTable, RowRole } from '../../domain/dataTable';
import { newId } from '../../domain/ids';

/** A stored table from words: the first row is the header, numbers are recognised by shape, roles by 合计 and 小计. For tests. */
export function buildTable(lines: readonly string[], options: { unit?: string } = {}): DataTable {
  const grid = lines.map((line) => line.split('|').map((text) => text.trim()));
  const head = grid[0]!;
  return {
    tableId: newId(),
    kind: 'source',
    sourceId: newId(),
    position: 0,
    place: {},
    caption: null,
    unit: options.unit ?? null,
    period: null,
    headerRows: 1,
    columns: head.map((text) => ({ colId: newId(), path: [text] })),
    rows: grid.map((texts, index) => ({
      rowId: newId(),
      role: roleOf(texts[0]!, index),
      cells: texts.map((text, column) => buildCell(text, column, options.unit ?? '万元')),
    })),
    notes: [],
    doubts: [],
  };
}

function roleOf(label: string, index: number): RowRole {
  if (index === 0) return 'header';
  if (label.endsWith('小计')) return 'subtotal';
  return label.endsWith('合计') ? 'total' : 'body';
}

function buildCell(text: string, column: number, unit: string): Cell {
  const plain = text.replace(/,/g, '').replace(/%$/, '');
  const number = column > 0 && /^-?\d+(\.\d+)?$/.test(plain);
  return {
    text,
    rowSpan: 1,
    colSpan: 1,
    covered: false,
    value: number ? plain : null,
    unit: number ? (text.endsWith('%') ? '%' : unit) : null,
    revision: 1,
  };
}
