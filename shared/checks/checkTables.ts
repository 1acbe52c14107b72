import type { DataTable } from '../domain/dataTable';
import type { Finding } from '../domain/finding';
import type { QuestionId } from '../domain/ids';
import { message } from '../domain/message';
import { auditTable, findMisnamedPoints, type JudgedRelation } from './auditTable';
import { fromFixedPoint } from './interval';
import { explainSlip, sayAlso } from './slips';
import { printNumber } from './amount';
import { checkRowDates } from './rowDates';
import { describeCell, placeOfCell, placeOfWrongCell } from './tablePlace';
import { RELATION_MESSAGES } from './terms';
import { checkQuotientUnits } from './unitOfQuotients';

/** Findings of a table's own arithmetic: one for every relation nothing can reconcile. `questionId` is the reply that shows the table, if one does. */
export function checkTable(table: DataTable, questionId: QuestionId | undefined): Finding[] {
  const relations = auditTable(table);
  const broken = keepOneOfEach(relations.filter((relation) => relation.verdict === 'broken'));
  return [
    ...broken.map((relation) => toFinding(table, relation, questionId)),
    ...findMisnamedPoints(table, relations).map((relation) => toPointsFinding(table, relation, questionId)),
    ...checkQuotientUnits(table, relations, questionId),
    ...checkRowDates(table, questionId),
  ];
}

/** a − b = c is also c + b = a: of relations between the same cells the one that computes the rightmost stays. */
function keepOneOfEach(broken: readonly JudgedRelation[]): JudgedRelation[] {
  const kept = new Map<string, JudgedRelation>();
  for (const relation of broken) {
    const cells = [relation.stated, ...relation.inputs].map(({ row, column }) => `${row},${column}`).toSorted();
    const key = cells.join(' ');
    const other = kept.get(key);
    if (!other || other.stated.column < relation.stated.column) kept.set(key, relation);
  }
  return [...kept.values()];
}

function toPointsFinding(table: DataTable, relation: JudgedRelation, questionId: QuestionId | undefined): Finding {
  const head = table.columns[relation.stated.column]?.path.join(' / ') ?? '';
  return {
    rule: 'points-called-rate',
    severity: 'warning',
    message: message('finding.points-column', { column: head }),
    expected: null,
    stated: relation.statedNumber.text,
    places: [placeOfCell(table, relation.stated.row, relation.stated.column, questionId)],
  };
}

function toFinding(table: DataTable, relation: JudgedRelation, questionId: QuestionId | undefined): Finding {
  const decimals = Math.min(relation.statedNumber.decimals, 17);
  const expected = fromFixedPoint(relation.expectedValue, decimals);
  const difference = fromFixedPoint(relation.statedNumber.value - relation.expectedValue, decimals);
  const unit = relation.statedNumber.percent ? '%' : '';
  return {
    rule: `table-${relation.kind}`,
    severity: isLastDigit(relation) ? 'warning' : 'error',
    message: message('finding.relation-broken', {
      cell: describeCell(table, relation.stated.row, relation.stated.column),
      stated: `${printNumber(relation.statedNumber.text)}${unit}`,
      relation: RELATION_MESSAGES[relation.kind],
      formula: relation.formula,
      expected: `${printNumber(expected)}${unit}`,
      difference: printNumber(difference),
      slip: sayAlso(explainSlip(relation)),
    }),
    expected,
    stated: relation.statedNumber.text,
    places: [
      placeOfWrongCell(table, relation.stated.row, relation.stated.column, questionId, expected),
      ...relation.inputs.slice(0, 20).map((input) => placeOfCell(table, input.row, input.column, questionId)),
    ],
  };
}

/** One unit of the last digit off an inferred base: cut off instead of rounded, as likely as wrong. */
function isLastDigit(relation: JudgedRelation): boolean {
  const { value, printed } = relation.statedNumber;
  const unit = printed.high - printed.low;
  const difference = value > relation.expectedValue ? value - relation.expectedValue : relation.expectedValue - value;
  return relation.kind === 'base' && difference < unit * 2n;
}
