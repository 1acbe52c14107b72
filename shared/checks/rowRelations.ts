import { absoluteBase, add, divideByPositive, type Interval, overlaps, SCALE, scaleBy, subtract } from './interval';
import type { GridRow, NumberGrid } from './numberGrid';
import type { Relation } from './relation';
import { PART_OF, RATE_ROW, REMAINDER_ROW, type RelationKind } from './terms';

type Grouping = { kind: RelationKind; stated: GridRow; parts: GridRow[]; formula: string };

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
      const grouping = chooseGrouping(grid, listPartGroupings(grid.rows, index));
      if (grouping && countHeld(grid, grouping).held >= 2) relations.push(...applyGrouping(grid, grouping));
    }
  });
  return relations;
}

function listTotalGroupings(rows: readonly GridRow[], index: number): Grouping[] {
  const stated = rows[index]!;
  const above = rows.slice(0, index);
  const lastTotal = above.findLastIndex((row) => row.role === 'subtotal' || row.role === 'total');
  const isPart = markParts(above);
  const make = (parts: GridRow[], formula: string): Grouping => ({ kind: 'total', stated, parts, formula });
  const plain = above.filter((row, position) => row.role === 'body' && !isPart[position]);
  const groupings = [
    make(plain, '以上各项'),
    make(
      above.filter((row, position) => position > lastTotal && row.role === 'body' && !isPart[position]),
      '上一小计以下各项',
    ),
    make(
      above.filter((row) => row.role === 'subtotal' || row.role === 'total'),
      '各小计',
    ),
    make(
      above.filter(
        (row, position) =>
          row.role === 'subtotal' || row.role === 'total' || (position > lastTotal && row.role === 'body' && !isPart[position]),
      ),
      '各小计及其后各项',
    ),
    make(
      above.filter((row) => row.role === 'body'),
      '以上各项（含其中项）',
    ),
  ];
  return groupings.filter((grouping) => grouping.parts.length >= 2);
}

function listPartGroupings(rows: readonly GridRow[], index: number): Grouping[] {
  const stated = rows[index]!;
  const groupings: Grouping[] = [];
  for (let length = 2; index + length < rows.length && length <= 12; length++) {
    groupings.push({ kind: 'parts', stated, parts: rows.slice(index + 1, index + 1 + length), formula: '其中各项' });
  }
  return groupings;
}

/** 其中 rows repeat a part of the row before them; only the first is marked by its label, so only that one is left out of a plain sum. */
function markParts(rows: readonly GridRow[]): boolean[] {
  return rows.map((row) => PART_OF.test(row.label));
}

function chooseGrouping(grid: NumberGrid, groupings: readonly Grouping[]): Grouping | null {
  let best: { grouping: Grouping; held: number; tried: number } | null = null;
  for (const grouping of groupings) {
    const { tried, held } = countHeld(grid, grouping);
    if (tried > 0 && (!best || held > best.held)) best = { grouping, held, tried };
  }
  if (!best) return null;
  // A label that says 合计 states the relation, but only some agreement shows which rows it sums.
  return best.held * 2 >= best.tried && best.held > 0 ? best.grouping : null;
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
    let range: Interval = { low: 0n, high: 0n };
    let value = 0n;
    const inputs: { row: number; column: number }[] = [];
    for (const part of grouping.parts) {
      const number = part.numbers[column];
      if (!number) continue;
      range = add(range, number.printed);
      value += number.value;
      inputs.push({ row: part.index, column });
    }
    if (inputs.length < 2) continue;
    relations.push({
      kind: grouping.kind,
      stated: { row: grouping.stated.index, column },
      statedNumber,
      inputs,
      expected: range,
      expectedValue: value,
      formula: `${grouping.stated.label} = ${grouping.formula}之和`,
    });
  }
  return relations;
}

/** Amounts add up; rates do not, except shares of one whole, whose total is 100 %. */
function isSummable(grid: NumberGrid, column: number, grouping: Grouping): boolean {
  const stated = grouping.stated.numbers[column];
  if (!stated) return false;
  if (!stated.percent) return !/单价|单位成本|平均|[%％]/.test(grid.heads[column] ?? '');
  return /占|比例|比重/.test(grid.heads[column] ?? '') && stated.text.startsWith('100') && grouping.kind === 'total';
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
      if (held >= 2 && held * 2 > relations.length && (!best || held > best.held)) best = { relations, held };
    }
  }
  return best?.relations ?? [];
}

function relateRows(grid: NumberGrid, stated: GridRow, first: GridRow, second: GridRow, column: number, rate: boolean): Relation | null {
  const statedNumber = stated.numbers[column];
  const a = first.numbers[column];
  const b = second.numbers[column];
  if (!statedNumber || !a || !b || a.percent || b.percent || statedNumber.percent !== rate || /[%％]|率|比/.test(grid.heads[column] ?? ''))
    return null;
  const base = rate ? absoluteBase(b.printed) : null;
  if (rate && (!base || b.value < 0n)) return null;
  return {
    kind: rate ? 'ratio' : 'difference',
    stated: { row: stated.index, column },
    statedNumber,
    inputs: [
      { row: first.index, column },
      { row: second.index, column },
    ],
    expected: base ? scaleBy(divideByPositive(a.printed, base), 100n) : subtract(a.printed, b.printed),
    expectedValue: base ? (a.value * 100n * SCALE) / b.value : a.value - b.value,
    formula: `${stated.label} = ${first.label} ${rate ? '÷' : '−'} ${second.label}`,
  };
}
