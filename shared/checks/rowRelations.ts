import { type Message, message } from '../domain/message';
import { absoluteBase, add, divideByPositive, type Interval, overlaps, SCALE, scaleBy, subtract } from './interval';
import type { GridNumber, GridRow, NumberGrid } from './numberGrid';
import type { Relation } from './relation';
import { type Computed, isOneSlipAway } from './slipSearch';
import { DEDUCTED_ROW, PART_OF, RATE_ROW, REMAINDER_ROW, type RelationKind } from './terms';

type Grouping = {
  kind: RelationKind;
  stated: GridRow;
  parts: GridRow[];
  /** Which rows the parts are. */
  which: Message;
  /** Parts taken off instead of added (减：坏账准备). */
  deducted?: ReadonlySet<GridRow>;
};

/** Relations between rows: totals and subtotals as sums of the rows above, and 其中 rows as parts of the row before them. */
export function findRowRelations(grid: NumberGrid): Relation[] {
  const relations: Relation[] = [];
  grid.rows.forEach((row, index) => {
    if (row.role === 'total' || row.role === 'subtotal') {
      const grouping = chooseGrouping(grid, listTotalGroupings(grid.rows, index));
      if (grouping) relations.push(...applyGrouping(grid, grouping));
    }
    if (row.role === 'body') relations.push(...findStatementRelations(grid, index));
    if (PART_OF.test(grid.rows[index + 1]?.label ?? '')) {
      const grouping = chooseGrouping(grid, listPartGroupings(grid.rows, index), 2);
      if (grouping) relations.push(...applyGrouping(grid, grouping));
    }
  });
  return relations;
}

function listTotalGroupings(rows: readonly GridRow[], index: number): Grouping[] {
  const stated = rows[index]!;
  const above = rows.slice(0, index);
  const lastTotal = above.findLastIndex((row) => row.role === 'subtotal' || row.role === 'total');
  const isPart = markParts(above);
  const make = (parts: GridRow[], which: Message): Grouping => ({ kind: 'total', stated, parts, which });
  const plain = above.filter((row, position) => row.role === 'body' && !isPart[position]);
  const groupings = [
    make(plain, message('finding.parts-above')),
    make(
      above.filter((row, position) => position > lastTotal && row.role === 'body' && !isPart[position]),
      message('finding.parts-since-subtotal'),
    ),
    make(
      above.filter((row) => row.role === 'subtotal' || row.role === 'total'),
      message('finding.parts-subtotals'),
    ),
    make(
      above.filter(
        (row, position) =>
          row.role === 'subtotal' || row.role === 'total' || (position > lastTotal && row.role === 'body' && !isPart[position]),
      ),
      message('finding.parts-subtotals-and-after'),
    ),
    make(
      above.filter((row) => row.role === 'body'),
      message('finding.parts-above-all'),
    ),
  ];
  return groupings.filter((grouping) => grouping.parts.length >= 2).flatMap((grouping) => [grouping, ...deduct(grouping)]);
}

/** The same rows with those taken off whose label says so; for a table without such rows there is nothing to add. */
function deduct(grouping: Grouping): Grouping[] {
  const deducted = new Set(grouping.parts.filter((part) => DEDUCTED_ROW.test(part.label)));
  return deducted.size > 0 ? [{ ...grouping, deducted, which: message('finding.parts-deducted', { parts: grouping.which }) }] : [];
}

function listPartGroupings(rows: readonly GridRow[], index: number): Grouping[] {
  const stated = rows[index]!;
  const groupings: Grouping[] = [];
  for (let length = 2; index + length < rows.length && length <= 12; length++) {
    groupings.push({ kind: 'parts', stated, parts: rows.slice(index + 1, index + 1 + length), which: message('finding.parts-of-which') });
  }
  return groupings;
}

/** 其中 rows repeat a part of the row before them; only the first is marked by its label, so only that one is left out of a plain sum. */
function markParts(rows: readonly GridRow[]): boolean[] {
  return rows.map((row) => PART_OF.test(row.label));
}

/**
 * The grouping of rows that holds in most columns, at least `least`. A label that says 合计 states the relation, but only agreement shows which rows it
 * sums: numbers that agree, or that a single slip keeps from agreeing.
 */
function chooseGrouping(grid: NumberGrid, groupings: readonly Grouping[], least = 1): Grouping | null {
  let best: { grouping: Grouping; held: number; tried: number } | null = null;
  for (const grouping of groupings) {
    const { tried, held } = countHeld(grid, grouping);
    if (tried > 0 && (!best || held > best.held)) best = { grouping, held, tried };
  }
  if (!best) return null;
  if (best.held * 2 >= best.tried && best.held >= least) return best.grouping;
  if (best.held < least - 1) return null;
  const rivals = best.held > 0 ? [best.grouping] : groupings;
  return rivals.find((grouping) => isExplained(grid, grouping)) ?? null;
}

function isExplained(grid: NumberGrid, grouping: Grouping): boolean {
  const relations = applyGrouping(grid, grouping);
  const broken = relations.filter((relation) => !overlaps(relation.statedNumber.printed, relation.expected));
  // Two columns that miss alike miss for a reason of the table, not by a slip.
  if (broken.length > 1 && broken.length === relations.length) return false;
  const deducted = new Set([...(grouping.deducted ?? [])].map((row) => row.index));
  return broken.every((relation) => {
    const inputs = readInputs(grid, relation).map((number, index) => (deducted.has(relation.inputs[index]!.row) ? negate(number) : number));
    return isOneSlipAway(relation.statedNumber, inputs, addUp);
  });
}

function readInputs(grid: NumberGrid, relation: Relation): GridNumber[] {
  const rows = new Map(grid.rows.map((row) => [row.index, row]));
  return relation.inputs.map(({ row, column }) => rows.get(row)!.numbers[column]!);
}

function negate(number: GridNumber): GridNumber {
  return { ...number, value: -number.value, printed: { low: -number.printed.high, high: -number.printed.low } };
}

function addUp(numbers: readonly GridNumber[]): Computed {
  let range: Interval = { low: 0n, high: 0n };
  let value = 0n;
  for (const number of numbers) {
    range = add(range, number.printed);
    value += number.value;
  }
  return { range, value };
}

function countHeld(grid: NumberGrid, grouping: Grouping): { tried: number; held: number } {
  let tried = 0;
  let held = 0;
  for (const relation of applyGrouping(grid, grouping)) {
    tried++;
    if (overlaps(relation.statedNumber.printed, relation.expected)) held++;
  }
  return { tried, held };
}

function applyGrouping(grid: NumberGrid, grouping: Grouping): Relation[] {
  const relations: Relation[] = [];
  for (const column of grid.numericColumns) {
    const statedNumber = grouping.stated.numbers[column];
    if (!statedNumber || !isSummable(grid, column, grouping)) continue;
    const parts = grouping.parts.filter((part) => part.numbers[column]);
    if (parts.length < 2) continue;
    const { range, value } = addUp(
      parts.map((part) => (grouping.deducted?.has(part) ? negate(part.numbers[column]!) : part.numbers[column]!)),
    );
    const inputs = parts.map((part) => ({ row: part.index, column }));
    relations.push({
      kind: grouping.kind,
      stated: { row: grouping.stated.index, column },
      statedNumber,
      inputs,
      expected: range,
      expectedValue: value,
      formula: message('finding.formula-sum', { label: grouping.stated.label, parts: grouping.which }),
    });
  }
  return relations;
}

/** Amounts add up; rates do not, except shares of one whole, whose total is 100 %. */
function isSummable(grid: NumberGrid, column: number, grouping: Grouping): boolean {
  const stated = grouping.stated.numbers[column];
  if (!stated) return false;
  const head = (grid.heads[column] ?? '').split(' / ').at(-1)!;
  if (!stated.percent) return !/单价|单位成本|平均|[%％]/.test(head);
  return /占|比例|比重/.test(head) && stated.text.startsWith('100') && grouping.kind === 'total';
}

/** How many rows above a statement line (毛利, 毛利率) its terms are looked for. */
const STATEMENT_REACH = 6;

/** Lines of a statement computed from lines above: 毛利 = 收入 − 成本, 毛利率 = 毛利 ÷ 收入. Counts when it holds in at least two columns and in most. */
function findStatementRelations(grid: NumberGrid, index: number): Relation[] {
  const stated = grid.rows[index]!;
  const rate = RATE_ROW.test(stated.label);
  if (!rate && !REMAINDER_ROW.test(stated.label)) return [];
  const above = grid.rows.slice(Math.max(0, index - STATEMENT_REACH), index).filter((row) => !RATE_ROW.test(row.label));
  let best: { relations: Relation[]; held: number } | null = null;
  for (const first of above) {
    for (const second of above) {
      if (first === second) continue;
      const relations = grid.numericColumns.flatMap((column) => {
        const relation = relateRows(grid, stated, first, second, column, rate);
        return relation ? [relation] : [];
      });
      const held = relations.filter((relation) => overlaps(relation.statedNumber.printed, relation.expected)).length;
      const settled = held >= 2 && held * 2 > relations.length;
      if (held === 0 || (best && held <= best.held)) continue;
      if (settled || (!best && isStatementExplained(grid, relations, rate))) best = { relations, held };
    }
  }
  return best?.relations ?? [];
}

/** Half of few columns holds, and one slip keeps the rest from holding. */
function isStatementExplained(grid: NumberGrid, relations: readonly Relation[], rate: boolean): boolean {
  const broken = relations.filter((relation) => !overlaps(relation.statedNumber.printed, relation.expected));
  if (broken.length * 2 > relations.length) return false;
  return broken.every((relation) => isOneSlipAway(relation.statedNumber, readInputs(grid, relation), ([a, b]) => computeRow(a!, b!, rate)));
}

function computeRow(a: GridNumber, b: GridNumber, rate: boolean): Computed | null {
  if (!rate) return { range: subtract(a.printed, b.printed), value: a.value - b.value };
  const base = b.value > 0n ? absoluteBase(b.printed) : null;
  return base && { range: scaleBy(divideByPositive(a.printed, base), 100n), value: (a.value * 100n * SCALE) / b.value };
}

function relateRows(grid: NumberGrid, stated: GridRow, first: GridRow, second: GridRow, column: number, rate: boolean): Relation | null {
  const statedNumber = stated.numbers[column];
  const a = first.numbers[column];
  const b = second.numbers[column];
  if (!statedNumber || !a || !b || a.percent || b.percent || statedNumber.percent !== rate || /[%％]|率|比/.test(grid.heads[column] ?? ''))
    return null;
  const computed = computeRow(a, b, rate);
  if (!computed) return null;
  return {
    kind: rate ? 'ratio' : 'difference',
    stated: { row: stated.index, column },
    statedNumber,
    inputs: [
      { row: first.index, column },
      { row: second.index, column },
    ],
    expected: computed.range,
    expectedValue: computed.value,
    formula: message(rate ? 'finding.formula-quotient' : 'finding.formula-difference', {
      label: stated.label,
      first: first.label,
      second: second.label,
    }),
  };
}
