import type { DataTable } from '../domain/dataTable';
import type { Finding, FindingPlace } from '../domain/finding';
import type { QuestionId } from '../domain/ids';
import { auditTable, findMisnamedPoints, type JudgedRelation } from './auditTable';
import { fromFixedPoint } from './interval';
import { explainSlip } from './slips';
import { RELATION_WORDS } from './terms';

/** Findings of a table's own arithmetic: one for every relation nothing can reconcile. `questionId` is the reply that shows the table, if one does. */
export function checkTable(table: DataTable, questionId: QuestionId | undefined): Finding[] {
  const relations = auditTable(table);
  const broken = relations.filter((relation) => relation.verdict === 'broken');
  return [
    ...broken.map((relation) => toFinding(table, relation, questionId)),
    ...findMisnamedPoints(table, relations).map((relation) => toPointsFinding(table, relation, questionId)),
  ];
}

function toPointsFinding(table: DataTable, relation: JudgedRelation, questionId: QuestionId | undefined): Finding {
  const head = table.columns[relation.stated.column]?.path.join(' / ') ?? '';
  return {
    rule: 'points-called-rate',
    severity: 'warning',
    message: `“${head}”一列是两个百分比之差，应称“百分点”，不是变动比例`,
    expected: null,
    stated: relation.statedNumber.text,
    places: [toPlace(table, relation.stated, questionId)],
  };
}

function toFinding(table: DataTable, relation: JudgedRelation, questionId: QuestionId | undefined): Finding {
  const decimals = Math.min(relation.statedNumber.decimals, 17);
  const expected = fromFixedPoint(relation.expectedValue, decimals);
  const difference = fromFixedPoint(relation.statedNumber.value - relation.expectedValue, decimals);
  const slip = explainSlip(relation);
  const unit = relation.statedNumber.percent ? '%' : '';
  const message =
    `${describeCell(table, relation.stated.row, relation.stated.column)}：表中为 ${relation.statedNumber.text}${unit}，` +
    `按“${RELATION_WORDS[relation.kind]}”（${relation.formula}）应为 ${expected}${unit}，相差 ${difference}${slip ? `；${slip}` : ''}`;
  return {
    rule: `table-${relation.kind}`,
    severity: 'error',
    message,
    expected,
    stated: relation.statedNumber.text,
    places: [
      toPlace(table, relation.stated, questionId),
      ...relation.inputs.slice(0, 20).map((input) => toPlace(table, input, questionId)),
    ],
  };
}

function toPlace(table: DataTable, position: { row: number; column: number }, questionId: QuestionId | undefined): FindingPlace {
  const row = table.rows[position.row];
  const column = table.columns[position.column];
  const place: FindingPlace = { tableId: table.tableId, text: row?.cells[position.column]?.text ?? '' };
  if (row) place.rowId = row.rowId;
  if (column) place.colId = column.colId;
  if (questionId) place.questionId = questionId;
  return place;
}

/** A cell in words: "合计 · 2026 年 1-6 月 / 变动金额". */
function describeCell(table: DataTable, row: number, column: number): string {
  const label = table.rows[row]?.cells.find((cell) => cell.value === null && cell.text.trim() !== '')?.text ?? '';
  const head = table.columns[column]?.path.join(' / ') ?? '';
  return [label.replace(/\s+/g, ''), head].filter((words) => words !== '').join(' · ');
}
