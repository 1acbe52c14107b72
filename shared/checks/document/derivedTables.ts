import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import type { QuestionId } from '../../domain/ids';
import { type Message, message } from '../../domain/message';
import { divideByPositive, type Interval, multiply, overlaps, scaleBy, SCALE, subtract } from '../interval';
import type { GridNumber } from '../numberGrid';
import { type Case, judgeCases, type Named, readNamed } from './alignedTables';
import { AMOUNT_HEAD, CHANGE_HEAD, COST_HEAD, EFFECT_HEAD, MARGIN_HEAD, QUANTITY_HEAD, REVENUE_HEAD } from './documentTerms';

/** Cases that must hold, and rows two tables must share, before the rest are judged by them. */
const LEAST_HELD = 4;
const LEAST_EFFECTS = 4;
const LEAST_MARGINS = 2;
/** Names of one row in two tables may differ by what follows so many characters: 供热产品, 供热产品销售. */
const LEAST_NAME = 4;
const YEAR = /(?:19|20)\d\d/;

type Amounts = { before: number; after: number };
type Formula = { says: Message; compute: (x0: GridNumber, x1: GridNumber, q0: GridNumber, q1: GridNumber) => Computed | null };
type Computed = { range: Interval; value: bigint };

/**
 * Columns one table of a reply computes from another's: the effects of quantity and price on a change of revenue or cost, and gross margins. Each
 * counts once it holds in nearly all rows.
 */
export function checkDerivedTables(tables: readonly DataTable[], questionId: QuestionId | undefined): Finding[] {
  const effects = tables.flatMap((table) => readNamed(table, LEAST_EFFECTS));
  const margins = tables.flatMap((table) => readNamed(table, LEAST_MARGINS));
  return [
    ...effects.flatMap((target) => effects.flatMap((base) => (base.table === target.table ? [] : checkEffects(target, base, questionId)))),
    ...margins.flatMap((target) => margins.flatMap((base) => (base.table === target.table ? [] : checkMargins(target, base, questionId)))),
  ];
}

function checkEffects(target: Named, base: Named, questionId: QuestionId | undefined): Finding[] {
  const columns = target.heads.flatMap((head, column) => (EFFECT_HEAD.test(head) ? [column] : []));
  const quantities = columns.length > 0 ? pairByYear(base, QUANTITY_HEAD) : [];
  const amounts = quantities.length > 0 ? pairByYear(base, AMOUNT_HEAD) : [];
  return columns.flatMap((column) => {
    for (const quantity of quantities) {
      for (const amount of amounts) {
        for (const { says, compute } of EFFECTS) {
          const cases = listEffects(target, column, base, quantity, amount, compute);
          const held = cases.filter(({ number, range }) => overlaps(number.printed, range)).length;
          if (held >= LEAST_HELD && held >= cases.length - 1) return judgeCases(cases, says, questionId);
        }
      }
    }
    return [];
  });
}

/** What a change of an amount owes to the quantity and to the price, weighed by the price before or by the one after. */
const EFFECTS: readonly Formula[] = [
  { says: message('finding.formula-volume-effect'), compute: (x0, _x1, q0, q1) => moveOf(x0, q0, q1) },
  {
    says: message('finding.formula-price-effect'),
    compute: (x0, x1, q0, q1) => restOf(x1, x0, q1, q0),
  },
  { says: message('finding.formula-volume-effect-after'), compute: (_x0, x1, q0, q1) => negate(moveOf(x1, q1, q0)) },
  { says: message('finding.formula-price-effect-after'), compute: (x0, x1, q0, q1) => negate(restOf(x0, x1, q0, q1)) },
];

/** x × (to − from) ÷ from. */
function moveOf(x: GridNumber, from: GridNumber, to: GridNumber): Computed | null {
  if (from.printed.low <= 0n) return null;
  const moved = subtract(to.printed, from.printed);
  return { range: divideByPositive(multiply(x.printed, moved), from.printed), value: (x.value * (to.value - from.value)) / from.value };
}

/** x − y × to ÷ from. */
function restOf(x: GridNumber, y: GridNumber, to: GridNumber, from: GridNumber): Computed | null {
  if (from.printed.low <= 0n) return null;
  return {
    range: subtract(x.printed, divideByPositive(multiply(y.printed, to.printed), from.printed)),
    value: x.value - (y.value * to.value) / from.value,
  };
}

function negate(computed: Computed | null): Computed | null {
  return computed && { range: { low: -computed.range.high, high: -computed.range.low }, value: -computed.value };
}

function listEffects(target: Named, column: number, base: Named, quantity: Amounts, amount: Amounts, compute: Formula['compute']): Case[] {
  return [...target.names].flatMap(([name, row]): Case[] => {
    const baseRow = base.names.get(name);
    const number = target.numbers.get(row)?.[column];
    if (baseRow === undefined || !number || number.percent) return [];
    const read = (at: number) => base.numbers.get(baseRow)?.[at] ?? null;
    const [x0, x1, q0, q1] = [amount.before, amount.after, quantity.before, quantity.after].map(read);
    if (!x0 || !x1 || !q0 || !q1 || unitAt(target, row, column) !== unitAt(base, baseRow, amount.before)) return [];
    const computed = compute(x0, x1, q0, q1);
    const inputs = [amount.before, amount.after, quantity.before, quantity.after].map((at) => ({
      table: base.table,
      row: baseRow,
      column: at,
    }));
    return computed ? [{ stated: { table: target.table, row, column }, number, inputs, ...computed }] : [];
  });
}

function checkMargins(target: Named, base: Named, questionId: QuestionId | undefined): Finding[] {
  const cases = target.heads.flatMap((head, column) => {
    const year = YEAR.exec(head)?.[0];
    if (!year || !MARGIN_HEAD.test(head) || CHANGE_HEAD.test(head)) return [];
    const [revenue, cost] = [REVENUE_HEAD, COST_HEAD].map((pattern) => findColumn(base, pattern, year));
    return revenue === null || cost === null ? [] : listMargins(target, column, base, revenue!, cost!);
  });
  const held = cases.filter(({ number, range }) => overlaps(number.printed, range)).length;
  return held >= cases.length - 1 ? judgeCases(cases, message('finding.formula-margin'), questionId) : [];
}

function listMargins(target: Named, column: number, base: Named, revenue: number, cost: number): Case[] {
  return [...target.names].flatMap(([name, row]): Case[] => {
    const number = target.numbers.get(row)?.[column];
    const baseRow = findRow(base, name);
    const [r, c] = [revenue, cost].map((at) => (baseRow === null ? null : (base.numbers.get(baseRow)?.[at] ?? null)));
    if (!number?.percent || baseRow === null || !r || !c || r.printed.low <= 0n) return [];
    return [
      {
        stated: { table: target.table, row, column },
        number,
        inputs: [revenue, cost].map((at) => ({ table: base.table, row: baseRow, column: at })),
        range: subtract({ low: 100n * SCALE, high: 100n * SCALE }, scaleBy(divideByPositive(c.printed, r.printed), 100n)),
        value: 100n * SCALE - (c.value * 100n * SCALE) / r.value,
      },
    ];
  });
}

/** The row of that name, or the one row whose name begins with it or it with that. */
function findRow(base: Named, name: string): number | null {
  const exact = base.names.get(name);
  if (exact !== undefined) return exact;
  const like = [...base.names].filter(
    ([other]) => Math.min(other.length, name.length) >= LEAST_NAME && (other.startsWith(name) || name.startsWith(other)),
  );
  return like.length === 1 ? like[0]![1] : null;
}

/** The one column of a kind and year; null where there is none or more. */
function findColumn(base: Named, pattern: RegExp, year: string): number | null {
  const found = base.heads.flatMap((head, column) =>
    pattern.test(head) && head.includes(year) && !CHANGE_HEAD.test(head) ? [column] : [],
  );
  return found.length === 1 ? found[0]! : null;
}

/** Columns of one metric in two years, the earlier first. */
function pairByYear(base: Named, pattern: RegExp): Amounts[] {
  const columns = base.heads.flatMap((head, column) => {
    const year = YEAR.exec(head)?.[0];
    return year && pattern.test(head) && !CHANGE_HEAD.test(head) ? [{ column, year: Number(year), metric: head.replace(YEAR, '') }] : [];
  });
  return columns.flatMap((before) =>
    columns
      .filter((after) => after.metric === before.metric && after.year === before.year + 1)
      .map((after) => ({ before: before.column, after: after.column })),
  );
}

function unitAt({ table }: Named, row: number, column: number): string | null {
  return table.rows[row]?.cells[column]?.unit ?? null;
}
