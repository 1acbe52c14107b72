import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import type { QuestionId } from '../../domain/ids';
import { message } from '../../domain/message';
import { printAmount } from '../amount';
import { fromFixedPoint, type Interval, multiply, overlaps, SCALE } from '../interval';
import { type GridNumber, readNumberGrids } from '../numberGrid';
import { describeCell, placeOfCell, placeOfWrongCell } from '../tablePlace';

/** Rates of one table by the year its rows end in: 2017/2018 采暖季 is 2018. */
type Rates = { table: DataTable; column: number; byYear: Map<string, { row: number; number: GridNumber }> };
/** Amounts of one table by the year of its columns. */
type Amounts = { table: DataTable; rows: { row: number; byYear: Map<string, { column: number; number: GridNumber }> }[] };

/** Years in which a share must hold before the rest are judged by it, and how many may miss it. */
const LEAST_HELD = 4;
const MOST_BROKEN = 2;
const MOST_ROWS = 12;

/** A row that is another row times agreed rates which a table lists by period: 分享收益 = 总收益 × 分享比例. Counts once it holds in most years. */
export function checkPeriodRates(tables: readonly DataTable[], questionId: QuestionId | undefined): Finding[] {
  const rates = tables.flatMap(readRates);
  if (rates.length === 0) return [];
  const findings = tables
    .flatMap(readAmounts)
    .flatMap((amounts) => rates.flatMap((rate) => (rate.table === amounts.table ? [] : judge(amounts, rate, questionId))));
  return mergeByPeriod(findings);
}

/** Both sides of one sharing miss together; they are one finding for the period whose rates they miss. */
function mergeByPeriod(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const [stated, rate] = finding.places;
    const key = `${rate!.rowId} ${stated!.tableId} ${stated!.colId}`;
    const first = merged.get(key);
    merged.set(key, first ? { ...first, places: [...first.places, ...finding.places] } : finding);
  }
  return [...merged.values()];
}

function judge(amounts: Amounts, rates: Rates, questionId: QuestionId | undefined): Finding[] {
  return amounts.rows.flatMap((part) =>
    amounts.rows.flatMap((whole): Finding[] => {
      if (part === whole) return [];
      const cases = [...part.byYear].flatMap(([year, stated]) => {
        const base = whole.byYear.get(year);
        const rate = rates.byYear.get(year);
        if (!base || !rate || rate.number.value === 0n) return [];
        const product = multiply(base.number.printed, exact(rate.number));
        const range: Interval = { low: product.low / 100n - 1n, high: product.high / 100n + 1n };
        return [
          {
            stated,
            base,
            rate,
            held: overlaps(range, stated.number.printed),
            value: (base.number.value * rate.number.value) / SCALE / 100n,
          },
        ];
      });
      const broken = cases.filter(({ held }) => !held);
      if (cases.length - broken.length < LEAST_HELD || broken.length > MOST_BROKEN) return [];
      return broken.map(({ stated, rate, value }) => {
        const expected = fromFixedPoint(value, Math.min(stated.number.decimals, 17));
        return {
          rule: 'table-aligned',
          severity: 'error' as const,
          message: message('finding.period-rate', {
            cell: describeCell(amounts.table, part.row, stated.column),
            stated: printAmount(stated.number.text, ''),
            rateCell: describeCell(rates.table, rate.row, rates.column),
            rate: rate.number.text,
            expected: printAmount(expected, ''),
          }),
          expected,
          stated: stated.number.text,
          places: [
            placeOfWrongCell(amounts.table, part.row, stated.column, questionId, expected),
            placeOfCell(rates.table, rate.row, rates.column, questionId),
          ],
        };
      });
    }),
  );
}

/** An agreed rate is what it says: no digit of it is unprinted. */
function exact(number: GridNumber): Interval {
  return { low: number.value, high: number.value };
}

function readRates(table: DataTable): Rates[] {
  const [grid, ...others] = readNumberGrids(table);
  if (!grid || others.length > 0) return [];
  return grid.numericColumns.flatMap((column): Rates[] => {
    const byYear: Rates['byYear'] = new Map();
    for (const row of grid.rows) {
      const year = row.label.match(/(?:19|20)\d\d/g)?.at(-1);
      const number = row.numbers[column];
      if (year && number?.percent && row.role === 'body') byYear.set(year, { row: row.index, number });
    }
    return byYear.size >= LEAST_HELD ? [{ table, column, byYear }] : [];
  });
}

function readAmounts(table: DataTable): Amounts[] {
  const [grid, ...others] = readNumberGrids(table);
  if (!grid || others.length > 0 || grid.rows.length > MOST_ROWS) return [];
  const years = grid.heads.map((head) => head.match(/(?:19|20)\d\d/g) ?? []);
  const rows = grid.rows.flatMap((row): Amounts['rows'] => {
    const byYear: Amounts['rows'][number]['byYear'] = new Map();
    row.numbers.forEach((number, column) => {
      if (number && !number.percent && years[column]?.length === 1) byYear.set(years[column][0]!, { column, number });
    });
    return byYear.size >= LEAST_HELD ? [{ row: row.index, byYear }] : [];
  });
  return rows.length >= 2 ? [{ table, rows }] : [];
}
