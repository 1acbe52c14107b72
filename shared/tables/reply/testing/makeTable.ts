import type { Cell, DataTable } from '../../../domain/dataTable';
import { newId } from '../../../domain/ids';
import { getTotalKind } from '../../rowLabels';
import { readPrintedNumber } from '../../readNumber';
import type { GetSourceCell } from '../printReplyCell';
import { readSourceCells } from '../readSourceCells';

/** A source table for tests: one header row, the first column words; numbers without a unit of their own are in `unit`. */
export function makeTable(header: readonly string[], rows: readonly (readonly string[])[], unit: string | null = '万元'): DataTable {
  const toCell = (text: string, col: number): Cell => {
    const number = col === 0 ? null : readPrintedNumber(text);
    return {
      text,
      value: number?.value ?? null,
      unit: number ? (number.unit ?? unit) : null,
      rowSpan: 1,
      colSpan: 1,
      covered: false,
      revision: 0,
    };
  };
  return {
    tableId: newId(),
    kind: 'source',
    sourceId: newId(),
    position: 0,
    place: {},
    caption: '分产品收入如下：',
    unit,
    period: null,
    headerRows: 1,
    columns: header.map((text) => ({ colId: newId(), path: [text] })),
    rows: [header, ...rows].map((texts, index) => ({
      rowId: newId(),
      role: index === 0 ? 'header' : getTotalKind(texts[0]!) === null ? 'body' : 'total',
      cells: texts.map(toCell),
    })),
    notes: [],
    doubts: [],
  };
}

/** Reads cells of these tables. */
export function readCells(...tables: readonly DataTable[]): GetSourceCell {
  return readSourceCells(new Map(tables.map((table) => [table.tableId, table])));
}
