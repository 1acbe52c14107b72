import type { Cell, DataTable, TableRow } from '../../domain/dataTable';
import { newId } from '../../domain/ids';
import type { CellFormat, ReplyColumn, ReplyRow, ReplyTableDefinition } from './replyTableDefinition';
import { isNilText } from './replyTableTerms';

/** A first definition that takes a source table over as it stands: every column and row, in its units and with its decimals. */
export function proposeDefinition(table: DataTable): ReplyTableDefinition {
  const stub = findStubColumn(table);
  const columns = table.columns.flatMap((_column, col) => (col === stub ? [] : [proposeColumn(table, col)]));
  const rows = listBodyRows(table).map((row) => proposeRow(table, row, columns));
  return {
    caption: table.caption,
    unit: table.unit,
    stub: { colId: newId(), path: [...(table.columns[stub]?.path ?? [])] },
    columns,
    rows,
    notes: [],
  };
}

/** A column taken over from a source table. */
export function proposeColumn(table: DataTable, col: number): ReplyColumn {
  const { colId, path } = table.columns[col]!;
  const cells = listBodyRows(table).map((row) => row.cells[col]!);
  return {
    colId: newId(),
    path: [...path],
    format: proposeFormat(cells),
    content: { kind: 'source', tableId: table.tableId, colId },
    hidden: false,
    totalled: true,
  };
}

/** A row taken over from a source table; one in another unit than the columns (毛利率 among amounts) keeps its own format. */
export function proposeRow(table: DataTable, row: TableRow, columns: readonly ReplyColumn[]): ReplyRow {
  const stub = findStubColumn(table);
  const label = row.cells[stub]?.text.trim() ?? '';
  const taken = columns.filter((column) => column.content.kind === 'source' && column.content.tableId === table.tableId);
  const cells = taken.flatMap((column) => {
    const { content } = column;
    const col = table.columns.findIndex(({ colId }) => content.kind === 'source' && content.colId === colId);
    const cell = row.cells[col];
    const unit = column.format?.unit;
    return cell && cell.value !== null && unit !== undefined && unit !== '%' ? [{ cell, unit }] : [];
  });
  const isOther = cells.length > 0 && cells.every(({ cell, unit }) => (cell.unit ?? '') !== unit && !isMoney(cell.unit));
  return {
    rowId: newId(),
    label,
    format: isOther ? proposeFormat(cells.map(({ cell }) => cell)) : null,
    content: { kind: 'source', from: [{ tableId: table.tableId, rowId: row.rowId }] },
  };
}

/** A row that takes nothing from a source. */
export function makeBlankRow(): ReplyRow {
  return { rowId: newId(), label: '', format: null, content: { kind: 'source', from: [] } };
}

/** The column of row labels: the first that holds words in most rows, else the first. */
export function findStubColumn(table: DataTable): number {
  const rows = listBodyRows(table);
  const found = table.columns.findIndex((_column, col) => {
    const words = rows.filter(({ cells }) => cells[col]?.value === null && !isNilText(cells[col].text));
    return words.length * 2 > rows.length;
  });
  return Math.max(found, 0);
}

/** Rows below the header, bands aside. */
export function listBodyRows(table: DataTable): TableRow[] {
  return table.rows.filter((row, index) => index >= table.headerRows && row.role !== 'header' && row.role !== 'band');
}

/** The label a row of a source table prints. */
export function getRowLabel(table: DataTable, row: TableRow): string {
  return row.cells[findStubColumn(table)]?.text.trim() ?? '';
}

/** How most numbers of a column print; null when there is none. */
function proposeFormat(cells: readonly Cell[]): CellFormat | null {
  const numbers = cells.filter((cell) => cell.value !== null && !cell.covered);
  if (numbers.length === 0) return null;
  const unit = findMost(numbers.map((cell) => cell.unit ?? ''));
  return {
    unit,
    decimals: Number(findMost(numbers.map((cell) => String(/\.(\d+)/.exec(cell.text)?.[1]?.length ?? 0)))),
    grouping: numbers.some((cell) => cell.text.includes(',')) || numbers.every((cell) => !/\d{4}/.test(cell.text)),
    showUnit: unit !== '' && findMost(numbers.map((cell) => String(/[^\d.,)）\s]\s*$/.test(cell.text)))) === 'true',
  };
}

function findMost(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

function isMoney(unit: string | null): boolean {
  return unit !== null && unit.endsWith('元');
}
