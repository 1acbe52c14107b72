import type { DataTable } from '../domain/dataTable';
import type { FindingPlace } from '../domain/finding';
import type { QuestionId } from '../domain/ids';
import { printLike } from './printLike';

/** The place of a grid cell, one click away; `questionId` is the reply that shows the table, if one does. */
export function placeOfCell(table: DataTable, row: number, column: number, questionId: QuestionId | undefined): FindingPlace {
  const place: FindingPlace = {
    tableId: table.tableId,
    text: table.rows[row]?.cells[column]?.text ?? '',
    label: describeCell(table, row, column),
  };
  const rowId = table.rows[row]?.rowId;
  const colId = table.columns[column]?.colId;
  if (rowId) place.rowId = rowId;
  if (colId) place.colId = colId;
  if (questionId) place.questionId = questionId;
  return place;
}

/** As `placeOfCell`, with what the cell should say: the expected number printed as the cell prints its own. */
export function placeOfWrongCell(
  table: DataTable,
  row: number,
  column: number,
  questionId: QuestionId | undefined,
  expected: string,
): FindingPlace {
  const place = placeOfCell(table, row, column, questionId);
  return { ...place, correction: { start: null, before: place.text, text: printLike(place.text, expected) } };
}

/** A cell in words: "合计 · 2026 年 1-6 月 / 变动金额". */
export function describeCell(table: DataTable, row: number, column: number): string {
  const texts = table.rows[row]?.cells.filter((cell) => cell.value === null && cell.text.trim() !== '') ?? [];
  const label = (texts.find((cell) => !/^\d{1,3}$/.test(cell.text.trim())) ?? texts[0])?.text ?? '';
  const head = table.columns[column]?.path.join(' / ') ?? '';
  return [label.replace(/\s+/g, ''), head].filter((words) => words !== '').join(' · ');
}
