import { message } from '../domain/message';
import { growthPercent, overlaps, SCALE } from './interval';
import type { GridNumber, GridRow, NumberGrid } from './numberGrid';
import type { Relation } from './relation';
import { isOneSlipAway } from './slipSearch';
import { GROWTH_ROW, LEADING_TOTAL } from './terms';

const YEAR = /(?:19|20)\d\d/;
const MOST_PARTS = 8;
/** Columns in which a leading total must be the sum of the rows below it. */
const LEAST_COLUMNS = 3;

/** Relations of a row to the rows around it over periods: 同比增长率 of the row above, and a 总… row that is the sum of the rows below it. */
export function findPeriodRowRelations(grid: NumberGrid): Relation[] {
  return grid.rows.flatMap((row, index) => [...relateGrowthRow(grid, row, index), ...relateLeadingTotal(grid, row, index)]);
}

function relateGrowthRow(grid: NumberGrid, row: GridRow, index: number): Relation[] {
  const base = GROWTH_ROW.test(row.label) ? grid.rows.slice(0, index).findLast((other) => !GROWTH_ROW.test(other.label)) : undefined;
  if (!base) return [];
  const years = grid.heads.map((head) => Number(YEAR.exec(head)?.[0] ?? 0));
  const relations = grid.numericColumns.flatMap((column): Relation[] => {
    const before = years.indexOf(years[column]! - 1);
    const [stated, now, last] = [row.numbers[column], base.numbers[column], base.numbers[before]];
    const same = years.filter((year) => year === years[column]).length === 1;
    if (!years[column] || before < 0 || !same || !stated?.percent || !now || !last || now.percent || last.value === 0n) return [];
    const computed = growthOf(now, last);
    if (!computed) return [];
    return [
      {
        kind: 'growth',
        stated: { row: row.index, column },
        statedNumber: stated,
        inputs: [
          { row: base.index, column },
          { row: base.index, column: before },
        ],
        expected: computed.range,
        expectedValue: computed.value,
        formula: message('finding.formula-row-growth', { row: base.label, now: grid.heads[column]!, last: grid.heads[before]! }),
      },
    ];
  });
  const broken = relations.filter((relation) => !overlaps(relation.statedNumber.printed, relation.expected));
  const rows = new Map(grid.rows.map((each) => [each.index, each]));
  const explained = broken.every((relation) =>
    isOneSlipAway(
      relation.statedNumber,
      relation.inputs.map((at) => rows.get(at.row)!.numbers[at.column]!),
      ([a, b]) => growthOf(a!, b!),
    ),
  );
  return broken.length < relations.length && (broken.length * 2 < relations.length || explained) ? relations : [];
}

function growthOf(now: GridNumber, last: GridNumber): { range: { low: bigint; high: bigint }; value: bigint } | null {
  const range = growthPercent(now.printed, last.printed);
  const size = last.value < 0n ? -last.value : last.value;
  return range && { range, value: ((now.value - last.value) * 100n * SCALE) / size };
}

function relateLeadingTotal(grid: NumberGrid, row: GridRow, index: number): Relation[] {
  if (row.role !== 'body' || !LEADING_TOTAL.test(row.label)) return [];
  let best: { relations: Relation[]; held: number } | null = null;
  for (let length = 2; length <= MOST_PARTS && index + length < grid.rows.length; length++) {
    const parts = grid.rows.slice(index + 1, index + 1 + length);
    if (parts.some((part) => part.role !== 'body')) break;
    const relations = grid.numericColumns.flatMap((column): Relation[] => {
      const stated = row.numbers[column];
      const numbers = parts.map((part) => part.numbers[column]);
      if (!stated || stated.percent || numbers.some((number) => !number || number.percent)) return [];
      const all = numbers as GridNumber[];
      return [
        {
          kind: 'parts',
          stated: { row: row.index, column },
          statedNumber: stated,
          inputs: parts.map((part) => ({ row: part.index, column })),
          expected: {
            low: all.reduce((sum, number) => sum + number.printed.low, 0n),
            high: all.reduce((sum, number) => sum + number.printed.high, 0n),
          },
          expectedValue: all.reduce((sum, number) => sum + number.value, 0n),
          formula: message('finding.formula-sum', { label: row.label, parts: message('finding.parts-below') }),
        },
      ];
    });
    const held = relations.filter((relation) => overlaps(relation.statedNumber.printed, relation.expected)).length;
    if (held >= LEAST_COLUMNS && held * 3 >= relations.length * 2 && (!best || held > best.held)) best = { relations, held };
  }
  return best?.relations ?? [];
}
