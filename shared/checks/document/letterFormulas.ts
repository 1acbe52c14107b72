import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import type { QuestionId } from '../../domain/ids';
import { message } from '../../domain/message';
import { printAmount } from '../amount';
import { fromFixedPoint, type Interval, multiply, overlaps, SCALE } from '../interval';
import { type GridNumber, readNumberGrids } from '../numberGrid';
import { nameSlip, sayAlso } from '../slips';
import { describeCell, placeOfCell, placeOfWrongCell } from '../tablePlace';

/** (a): names the number to its left. (a*b*c): is the number to its right. */
const NAME = /^[(（]?([a-z])[)）]?$/i;
const PRODUCT = /^[(（]?[a-z](?:\s*[*×·xX]\s*[a-z])+[)）]?$/;

type Named = { number: GridNumber; table: DataTable; row: number; column: number };

/** Products of numbers that tables name by letters: 历史违约损失率 (a*b*c) beside its value, with (a), (b), (c) in a table before it. */
export function checkLetterFormulas(tables: readonly DataTable[], questionId: QuestionId | undefined): Finding[] {
  const letters = new Map<string, Named>();
  const findings: Finding[] = [];
  for (const table of tables) {
    const products: { row: number; column: number; text: string; number: GridNumber }[] = [];
    for (const { rows } of readNumberGrids(table)) {
      for (const row of rows) {
        table.rows[row.index]!.cells.forEach((cell, column) => {
          const text = cell.text.replace(/\s+/g, '');
          const left = row.numbers[column - 1];
          const right = row.numbers[column + 1];
          const name = NAME.exec(text)?.[1];
          if (name && left) letters.set(name, { number: left, table, row: row.index, column: column - 1 });
          // A formula of one letter is that letter's number again.
          if (right && (PRODUCT.test(text) || (name && !left))) products.push({ row: row.index, column: column + 1, text, number: right });
        });
      }
    }
    for (const product of products) {
      const factors = [...product.text.matchAll(/[a-z]/gi)].map((match) => letters.get(match[0]));
      if (factors.length === 0 || factors.some((factor) => !factor || factor.table === table)) continue;
      const finding = judge(table, product, factors as Named[], questionId);
      if (finding) findings.push(finding);
    }
  }
  return findings;
}

function judge(
  table: DataTable,
  { row, column, text, number }: { row: number; column: number; text: string; number: GridNumber },
  factors: readonly Named[],
  questionId: QuestionId | undefined,
): Finding | null {
  let range: Interval = { low: SCALE, high: SCALE };
  let value = SCALE;
  for (const factor of factors) {
    const divisor = factor.number.percent ? 100n : 1n;
    const product = multiply(range, factor.number.printed);
    range = { low: product.low / divisor - 1n, high: product.high / divisor + 1n };
    value = (value * factor.number.value) / SCALE / divisor;
  }
  if (number.percent) {
    range = { low: range.low * 100n, high: range.high * 100n };
    value *= 100n;
  }
  if (overlaps(number.printed, range)) return null;
  const unit = number.percent ? '%' : '';
  const expected = fromFixedPoint(value, Math.min(number.decimals, 17));
  const slip = nameSlip(number.value, value, (number.printed.high - number.printed.low) / 2n);
  return {
    rule: 'table-letters',
    severity: 'error',
    message: message('finding.formula-broken', {
      cell: describeCell(table, row, column),
      stated: printAmount(number.text, unit),
      formula: text,
      expected: printAmount(expected, unit),
      slip: sayAlso(slip),
    }),
    expected,
    stated: number.text,
    places: [
      placeOfWrongCell(table, row, column, questionId, expected),
      ...factors.map((factor) => placeOfCell(factor.table, factor.row, factor.column, questionId)),
    ],
  };
}
