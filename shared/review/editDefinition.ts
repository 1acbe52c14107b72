import type { CellRef, DataTable } from '../domain/dataTable';
import { type ColId, newId, type RowId } from '../domain/ids';
import { type Message, message } from '../domain/message';
import type { ReviewPayload } from '../domain/review';
import {
  listOperandColumns,
  type ReplyColumn,
  type ReplyRow,
  type ReplyTableDefinition,
  type TypedText,
} from '../tables/reply/replyTableDefinition';
import { NIL } from '../tables/reply/replyTableTerms';

/** A definition with a change carried out, or why it cannot be: the number follows from others. */
export type EditedDefinition = { definition: ReplyTableDefinition } | { why: Message };

/**
 * Carries a change of a table made for the reply out in what it is made from: labels, headers and typed cells become what was proposed; rows and columns
 * come and go where nothing is computed from them.
 */
export function editDefinition(
  definition: ReplyTableDefinition,
  table: DataTable,
  payload: ReviewPayload,
  cell: CellRef | null,
): EditedDefinition {
  switch (payload.kind) {
    case 'setCell':
      return cell ? setCell(definition, table, cell, payload.text) : { why: message('why.placeGone') };
    case 'insertRow':
      return insertRow(definition, table, payload.after, payload.texts);
    case 'deleteRow':
      return deleteRow(definition, payload.rowId);
    case 'insertColumn':
      return insertColumn(definition, table, payload.after, payload.texts);
    case 'deleteColumn':
      return deleteColumn(definition, payload.colId);
    default:
      return { why: message('why.computedTable') };
  }
}

function setCell(definition: ReplyTableDefinition, table: DataTable, { rowId, colId }: CellRef, text: string): EditedDefinition {
  const { stub, columns, rows } = definition;
  const level = table.rows.slice(0, table.headerRows).findIndex((row) => row.rowId === rowId);
  if (level >= 0) return setHeader(definition, table, level, colId, text);
  const row = rows.find((one) => one.rowId === rowId);
  if (!row) return { why: message('why.ranked') };
  if (colId === stub.colId)
    return { definition: { ...definition, rows: rows.map((one) => (one === row ? { ...one, label: text } : one)) } };
  const column = columns.find((one) => one.colId === colId);
  if (!column) return { why: message('why.placeGone') };
  if (column.content.kind !== 'typed') return { why: explainNumber(row, column) };
  const texts = [...column.content.texts.filter((one) => one.rowId !== rowId), { rowId, text }];
  return { definition: { ...definition, columns: replaceColumn(columns, column, { ...column, content: { kind: 'typed', texts } }) } };
}

/** A number taken from a source is corrected there; one that is computed follows from the others. */
function explainNumber(row: ReplyRow, column: ReplyColumn): Message {
  const name = { row: row.label, column: column.path.join(' / ') };
  return row.content.kind === 'source' && column.content.kind === 'source'
    ? message('why.sourcedCell', name)
    : message('why.computedCell', name);
}

/** The header of a column, or of all a header cell spans. */
function setHeader(definition: ReplyTableDefinition, table: DataTable, level: number, colId: ColId, text: string): EditedDefinition {
  const at = table.columns.findIndex((one) => one.colId === colId);
  const span = table.rows[level]?.cells[at]?.colSpan ?? 1;
  const spanned = new Set(table.columns.slice(at, at + span).map((one) => one.colId));
  const rename = (path: readonly string[]) => path.map((part, index) => (index === Math.min(level, path.length - 1) ? text : part));
  const { stub, columns } = definition;
  return {
    definition: {
      ...definition,
      stub: spanned.has(stub.colId) ? { ...stub, path: rename(stub.path) } : stub,
      columns: columns.map((one) => (spanned.has(one.colId) ? { ...one, path: rename(one.path) } : one)),
    },
  };
}

function insertRow(definition: ReplyTableDefinition, table: DataTable, after: RowId | null, texts: readonly string[]): EditedDefinition {
  const { stub, columns, rows } = definition;
  const at = rows.findIndex((row) => row.rowId === after);
  const textOf = (colId: ColId) => {
    const text = texts[table.columns.findIndex((one) => one.colId === colId)]?.trim() ?? '';
    return text === NIL ? '' : text;
  };
  const untyped = columns.find((column) => !column.hidden && column.content.kind !== 'typed' && textOf(column.colId) !== '');
  if (untyped) return { why: message('why.rowWithoutSource', { column: untyped.path.join(' / ') }) };
  const rowId = newId<'row'>();
  const row: ReplyRow = { rowId, label: textOf(stub.colId), format: null, content: { kind: 'source', from: [] } };
  return {
    definition: {
      ...definition,
      rows: [...rows.slice(0, at + 1), row, ...rows.slice(at + 1)],
      columns: columns.map((column) =>
        column.content.kind === 'typed' && textOf(column.colId) !== ''
          ? { ...column, content: { kind: 'typed', texts: [...column.content.texts, { rowId, text: textOf(column.colId) }] } }
          : column,
      ),
    },
  };
}

function deleteRow(definition: ReplyTableDefinition, rowId: RowId): EditedDefinition {
  const { columns, rows, top } = definition;
  if (!rows.some((row) => row.rowId === rowId)) return { why: message('why.ranked') };
  const reader = rows.find(({ content }) => content.kind !== 'source' && content.of.includes(rowId));
  if (reader) return { why: message('why.lineUsed', { line: reader.label }) };
  const whole = columns.find(({ content }) => content.kind === 'shareOfTotal' && content.whole === rowId);
  if (whole) return { why: message('why.lineUsed', { line: whole.path.join(' / ') }) };
  if (top?.others === rowId) return { why: message('why.ranked') };
  const dropTexts = (column: ReplyColumn): ReplyColumn =>
    column.content.kind === 'typed'
      ? { ...column, content: { kind: 'typed', texts: column.content.texts.filter((one) => one.rowId !== rowId) } }
      : column;
  return { definition: { ...definition, rows: rows.filter((row) => row.rowId !== rowId), columns: columns.map(dropTexts) } };
}

/** What was typed into a new column stands as it was typed: it has no source. */
function insertColumn(definition: ReplyTableDefinition, table: DataTable, after: ColId | null, texts: readonly string[]): EditedDefinition {
  const { columns, rows, stub } = definition;
  if (after === null) return { why: message('why.beforeLabels') };
  const at = after === stub.colId ? -1 : columns.findIndex((column) => column.colId === after);
  const path = texts.slice(0, table.headerRows).filter((text) => text.trim() !== '');
  const typed = table.rows.flatMap(({ rowId }, index): TypedText[] => {
    const text = texts[index]?.trim() ?? '';
    return rows.some((row) => row.rowId === rowId) && text !== '' ? [{ rowId, text }] : [];
  });
  const column: ReplyColumn = {
    colId: newId<'col'>(),
    path: path.length > 0 ? path : [''],
    format: null,
    content: { kind: 'typed', texts: typed },
    hidden: false,
    totalled: true,
  };
  return { definition: { ...definition, columns: [...columns.slice(0, at + 1), column, ...columns.slice(at + 1)] } };
}

function deleteColumn(definition: ReplyTableDefinition, colId: ColId): EditedDefinition {
  const { columns, stub, top } = definition;
  if (colId === stub.colId) return { why: message('why.beforeLabels') };
  const reader = columns.find(({ content }) => listOperandColumns(content).includes(colId));
  if (reader) return { why: message('why.lineUsed', { line: reader.path.join(' / ') }) };
  if (top?.colId === colId) return { why: message('why.ranked') };
  return { definition: { ...definition, columns: columns.filter((column) => column.colId !== colId) } };
}

function replaceColumn(columns: readonly ReplyColumn[], column: ReplyColumn, by: ReplyColumn): ReplyColumn[] {
  return columns.map((one) => (one === column ? by : one));
}
