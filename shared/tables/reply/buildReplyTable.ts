import type { DataTable, ReadCell, ReadTable, RowRole } from '../../domain/dataTable';
import { type ColId, newId, type RowId, type TableId } from '../../domain/ids';
import type { FigureProblem } from '../../figures/figureProblem';
import { readPrintedNumber } from '../readNumber';
import { getTotalKind } from '../rowLabels';
import { buildFormulas } from './buildFormulas';
import { buildHeaderRows } from './headerGrid';
import { type GetSourceCell, type PrintedCell, printReplyCell } from './printReplyCell';
import { rankRows } from './rankRows';
import type { CellFormat, ReplyRow, ReplyTableDefinition, TypedText } from './replyTableDefinition';
import { NIL } from './replyTableTerms';
import { getColumnFormat } from './typedNumbers';

/** A cell whose formula came to nothing for a reason worth knowing. */
export type CellProblem = { rowId: RowId; colId: ColId; problem: FigureProblem };

/** A definition made into a table. `colIds` names the printed columns, the stub first; `rowIds` the rows below the header. */
export type BuiltTable = { table: ReadTable; colIds: ColId[]; rowIds: RowId[]; problems: CellProblem[] };

/** Ranks the rows of a definition that has no problem, computes and prints every cell. */
export function buildReplyTable(unranked: ReplyTableDefinition, getCell: GetSourceCell): BuiltTable {
  const definition = rankRows(unranked, getCell);
  const columns = definition.columns.filter((column) => !column.hidden);
  const paths = [definition.stub.path, ...columns.map((column) => column.path)];
  const find = buildFormulas(definition, definition.unprinted);
  const header = buildHeaderRows(paths);
  const problems: CellProblem[] = [];
  const body = definition.rows.map((row) => [
    toCell({ text: row.label, value: null, unit: null }),
    ...columns.map((column) => {
      const own = getColumnFormat(column, definition.unit);
      const isComputedRow = row.content.kind !== 'source';
      if (column.content.kind === 'typed') {
        const typed = readTyped(column.content.texts, row.rowId, own);
        if (typed.text !== '' || !isComputedRow || !column.totalled) return toCell(typed);
      }
      if (isComputedRow && (!column.totalled || own === null)) return toCell({ text: own === null ? '' : NIL, value: null, unit: null });
      const format = own && (row.format ?? own);
      const printed = printReplyCell(find(row.rowId, column.colId), format, getCell);
      if (printed.problem) problems.push({ rowId: row.rowId, colId: column.colId, problem: printed.problem });
      return toCell(printed);
    }),
  ]);
  const table: ReadTable = {
    place: {},
    caption: definition.caption,
    unit: definition.unit,
    period: null,
    headerRows: header.length,
    columns: paths,
    rows: [...header, ...body],
    rowRoles: [...header.map((): RowRole => 'header'), ...definition.rows.map(getRole)],
    notes: definition.notes,
    doubts: [],
  };
  return {
    table,
    colIds: [definition.stub.colId, ...columns.map((column) => column.colId)],
    rowIds: definition.rows.map((row) => row.rowId),
    problems,
  };
}

/** A built table as it would be stored, for showing it before it is. */
export function previewTable({ table, colIds, rowIds }: BuiltTable, tableId: TableId): DataTable {
  const { rows, rowRoles, columns, ...head } = table;
  return {
    ...head,
    tableId,
    kind: 'reply',
    sourceId: null,
    position: 0,
    columns: columns.map((path, col) => ({ colId: colIds[col]!, path })),
    rows: rows.map((cells, row) => ({
      rowId: rowIds[row - table.headerRows] ?? newId<'row'>(),
      role: rowRoles[row]!,
      cells: cells.map(({ nested: _nested, ...cell }) => ({ ...cell, revision: 0 })),
    })),
  };
}

/** Words as typed; a number has the unit typed with it, else its column's. */
function readTyped(texts: readonly TypedText[], rowId: RowId, format: CellFormat | null): PrintedCell {
  const text = texts.find((typed) => typed.rowId === rowId)?.text ?? '';
  const number = readPrintedNumber(text);
  return { text, value: number?.value ?? null, unit: number ? number.unit || format?.unit || null : null };
}

function toCell({ text, value, unit }: PrintedCell): ReadCell {
  return { text, value, unit, rowSpan: 1, colSpan: 1, covered: false };
}

function getRole({ label, content }: ReplyRow): RowRole {
  return getTotalKind(label) ?? (content.kind === 'sum' ? 'total' : 'body');
}
