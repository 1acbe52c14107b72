import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import type { QuestionId } from '../../domain/ids';
import { type Message, message } from '../../domain/message';
import { printAmount } from '../amount';
import { divideByPositive, fromFixedPoint, type Interval, multiply, overlaps, scaleBy, SCALE, subtract } from '../interval';
import { type GridNumber, readNumberGrids } from '../numberGrid';
import { nameSlip, sayAlso } from '../slips';
import { describeCell, placeOfCell, placeOfWrongCell } from '../tablePlace';

/** A table whose rows have one name each, as numbers: 账龄 tables, lists of products. */
export type Named = { table: DataTable; names: Map<string, number>; numbers: Map<number, readonly (GridNumber | null)[]>; heads: string[] };
type At = { table: DataTable; row: number; column: number };
export type Case = { stated: At; number: GridNumber; inputs: At[]; range: Interval; value: bigint };

/** Rows two tables must have in common, and cases that must hold before the rest are judged by them. */
const LEAST_ROWS = 4;
const LEAST_HELD = 4;
const YEARS = /(?:19|20)\d\d/g;

/**
 * Relations between tables of one reply whose rows have the same names: migration rates (this age last year to the next age this year), and amounts
 * that are a balance of one table times a rate of another. Each counts once it holds in nearly all rows.
 */
export function checkAlignedTables(tables: readonly DataTable[], questionId: QuestionId | undefined): Finding[] {
  const named = tables.flatMap((table) => readNamed(table, LEAST_ROWS));
  const findings: Finding[] = [];
  const settled = new Set<string>();
  for (const target of named) {
    for (const balances of named) {
      const rows = target === balances ? [] : [...target.names.keys()].filter((name) => balances.names.has(name));
      if (rows.length < LEAST_ROWS) continue;
      findings.push(...judgeCases(listMigrations(target, balances), message('finding.formula-migration'), questionId));
      for (let column = 0; column < target.heads.length; column++) {
        const key = `${target.table.tableId} ${column}`;
        const cases = settled.has(key) ? null : findProduct(target, column, balances, named, rows);
        if (!cases) continue;
        settled.add(key);
        findings.push(...judgeCases(cases, message('finding.formula-balance-rate'), questionId));
      }
    }
  }
  return findings;
}

/** A table as rows by name, where it has at least `least` of them and none twice. */
export function readNamed(table: DataTable, least: number): Named[] {
  const [grid, ...others] = readNumberGrids(table);
  if (!grid || others.length > 0) return [];
  const names = new Map<string, number>();
  const numbers = new Map<number, readonly (GridNumber | null)[]>();
  for (const row of grid.rows) {
    const name = tidyName(row.label);
    if (row.role !== 'body' || name === '') continue;
    if (names.has(name)) return [];
    names.set(name, row.index);
    numbers.set(row.index, row.numbers);
  }
  return names.size >= least ? [{ table, names, numbers, heads: grid.heads.map((head) => head.replace(/\s+/g, '')) }] : [];
}

/** 1 至 2 年 and 1-2年 are one age. */
function tidyName(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[至到~—–～]/g, '-');
}

function listMigrations(rates: Named, balances: Named): Case[] {
  const order = [...balances.names.keys()].filter((name) => rates.names.has(name));
  const yearColumns = new Map(balances.heads.map((head, column) => [head.match(YEARS)?.length === 1 ? head.match(YEARS)![0] : '', column]));
  return rates.heads.flatMap((head, column): Case[] => {
    const years = head.match(YEARS) ?? [];
    const [from, to] = years.length === 2 ? years.map((year) => yearColumns.get(year)) : [];
    if (from === undefined || to === undefined) return [];
    return order.slice(0, -1).flatMap((name, at): Case[] => {
      const stated = { table: rates.table, row: rates.names.get(name)!, column };
      const number = rates.numbers.get(stated.row)![column];
      const [row, next] = [balances.names.get(name)!, balances.names.get(order[at + 1]!)!];
      const base = balances.numbers.get(row)![from];
      const moved = balances.numbers.get(next)![to];
      const kept = balances.numbers.get(next)![from];
      if (!number?.percent || !base || !moved || base.printed.low <= 0n) return [];
      const inputs = [
        { table: balances.table, row: next, column: to },
        { table: balances.table, row, column: from },
      ];
      const last = at === order.length - 2 && kept;
      // The last age keeps what it had: only its growth has moved there.
      const top = last ? { value: moved.value - kept.value, printed: subtract(moved.printed, kept.printed) } : moved;
      return [
        {
          stated,
          number,
          inputs,
          range: scaleBy(divideByPositive(top.printed, base.printed), 100n),
          value: (top.value * 100n * SCALE) / base.value,
        },
      ];
    });
  });
}

function findProduct(target: Named, column: number, balances: Named, named: readonly Named[], rows: readonly string[]): Case[] | null {
  const stated = rows.map((name) => target.numbers.get(target.names.get(name)!)![column] ?? null);
  if (stated.filter((number) => number && !number.percent).length < LEAST_ROWS) return null;
  for (let from = 0; from < balances.heads.length; from++) {
    for (const rates of named) {
      if (!rows.every((name) => rates.names.has(name))) continue;
      for (let by = 0; by < rates.heads.length; by++) {
        const cases = listProducts(target, column, balances, from, rates, by, rows);
        if (cases && countHeld(cases) >= LEAST_HELD) return cases;
      }
    }
  }
  return null;
}

/** Rows that may miss a product before it is given up. */
const MOST_BROKEN = 1;

/** The product of a balance and a rate row by row; null as soon as more rows miss it than may. */
function listProducts(
  target: Named,
  column: number,
  balances: Named,
  from: number,
  rates: Named,
  by: number,
  rows: readonly string[],
): Case[] | null {
  const cases: Case[] = [];
  let broken = 0;
  for (const name of rows) {
    const [stated, row, rateRow] = [target.names.get(name)!, balances.names.get(name)!, rates.names.get(name)!];
    const number = target.numbers.get(stated)![column];
    const base = balances.numbers.get(row)![from];
    const rate = rates.numbers.get(rateRow)![by];
    if (!number || number.percent || !base || base.percent || !rate?.percent || base.value === 0n || number.value === 0n) continue;
    const product = multiply(base.printed, rate.printed);
    const range = { low: product.low / 100n - 1n, high: product.high / 100n + 1n };
    if (!overlaps(number.printed, range) && ++broken > MOST_BROKEN) return null;
    cases.push({
      stated: { table: target.table, row: stated, column },
      number,
      inputs: [
        { table: balances.table, row, column: from },
        { table: rates.table, row: rateRow, column: by },
      ],
      range,
      value: (base.value * rate.value) / SCALE / 100n,
    });
  }
  return cases;
}

function countHeld(cases: readonly Case[]): number {
  return cases.filter(({ number, range }) => overlaps(number.printed, range)).length;
}

/** Findings of the cases that miss, once enough hold and nearly all do. */
export function judgeCases(cases: readonly Case[], formula: Message, questionId: QuestionId | undefined): Finding[] {
  const held = countHeld(cases);
  if (held < LEAST_HELD || held * 4 < cases.length * 3) return [];
  return cases
    .filter(({ number, range }) => !overlaps(number.printed, range))
    .map(({ stated, number, inputs, value }): Finding => {
      const unit = number.percent ? '%' : '';
      const expected = fromFixedPoint(value, Math.min(number.decimals, 17));
      const slip = nameSlip(number.value, value, (number.printed.high - number.printed.low) / 2n);
      return {
        rule: 'table-aligned',
        severity: 'error',
        message: message('finding.formula-broken', {
          cell: describeCell(stated.table, stated.row, stated.column),
          stated: printAmount(number.text, unit),
          formula,
          expected: printAmount(expected, unit),
          slip: sayAlso(slip),
        }),
        expected,
        stated: number.text,
        places: [
          placeOfWrongCell(stated.table, stated.row, stated.column, questionId, expected),
          ...inputs.map(({ table, row, column }) => placeOfCell(table, row, column, questionId)),
        ],
      };
    });
}
