import { absoluteBase, add, divideByPositive, type Interval, overlaps, SCALE, scaleBy, subtract } from './interval';
import type { GridNumber, GridRow, NumberGrid } from './numberGrid';
import { type Relation } from './relation';
import { COLUMN_TERMS, type RelationKind } from './terms';

type Computed = { range: Interval; value: bigint };
type Compute = (row: GridRow, grid: NumberGrid) => Computed | null;
type Hypothesis = { kind: RelationKind; target: number; inputs: number[]; compute: Compute; formula: string; distance: number };

const HUNDRED = 100n;

/**
 * Relations between columns (difference, growth, share of the total, ratio, row sum). A hypothesis counts only when it is stated by the header or
 * holds nearly everywhere, and when it holds in most rows in which it can be evaluated; of several the one that holds most wins.
 */
export function findColumnRelations(grid: NumberGrid): Relation[] {
  const relations: Relation[] = [];
  for (const target of grid.numericColumns) {
    const best = chooseHypothesis(grid, target);
    if (best) relations.push(...applyHypothesis(grid, best));
  }
  return relations;
}

function chooseHypothesis(grid: NumberGrid, target: number): Hypothesis | null {
  const head = grid.heads[target] ?? '';
  let best: { hypothesis: Hypothesis; score: number } | null = null;
  for (const hypothesis of listHypotheses(grid, target, head)) {
    const support = countSupport(grid, hypothesis);
    const stated = isStated(head, hypothesis.kind);
    if (support.tried === 0 || support.held === 0) continue;
    const enough = stated ? support.held * 2 > support.tried : support.telling >= 3 && support.held === support.tried;
    if (!enough) continue;
    const score = support.held * 1000 - (support.tried - support.held) * 1500 + (stated ? 400 : 0) - hypothesis.distance;
    if (!best || score > best.score) best = { hypothesis, score };
  }
  return best?.hypothesis ?? null;
}

function* listHypotheses(grid: NumberGrid, target: number, head: string): Generator<Hypothesis> {
  const targetPercent = isPercentColumn(grid, target) || /[%％]/.test(head);
  const others = grid.numericColumns.filter((column) => column !== target);
  for (const first of others) {
    const distance = Math.abs(target - first);
    const firstPercent = isPercentColumn(grid, first);
    if (targetPercent && !firstPercent && matches(head, COLUMN_TERMS.share)) {
      yield {
        kind: 'share',
        target,
        inputs: [first],
        distance: first === target - 1 ? 0 : distance * 4,
        formula: `${grid.heads[first]} ÷ 合计`,
        compute: (row, all) => shareOfTotal(row, all, first),
      };
    }
    for (const second of others) {
      if (second === first) continue;
      const reach = distance + Math.abs(target - second);
      const secondPercent = isPercentColumn(grid, second);
      if (firstPercent !== secondPercent) continue;
      const words = `${grid.heads[first]} 与 ${grid.heads[second]}`;
      if (firstPercent) {
        if (targetPercent)
          yield {
            kind: 'points',
            target,
            inputs: [first, second],
            distance: reach,
            formula: words,
            compute: (row) => differenceOf(row, first, second),
          };
        continue;
      }
      if (!targetPercent) {
        yield {
          kind: 'difference',
          target,
          inputs: [first, second],
          distance: reach,
          formula: words,
          compute: (row) => differenceOf(row, first, second),
        };
        if (first < second && target > second)
          yield {
            kind: 'columnSum',
            target,
            inputs: [first, second],
            distance: reach,
            formula: words,
            compute: (row) => sumOf(row, [first, second]),
          };
        if (matches(head, COLUMN_TERMS.ratio))
          yield {
            kind: 'ratio',
            target,
            inputs: [first, second],
            distance: reach,
            formula: words,
            compute: (row) => quotientOf(row, first, second, 1n),
          };
      } else {
        yield {
          kind: 'growth',
          target,
          inputs: [first, second],
          distance: reach,
          formula: words,
          compute: (row) => growthOf(row, first, second),
        };
        if (matches(head, COLUMN_TERMS.ratio) || matches(head, COLUMN_TERMS.share)) {
          yield {
            kind: 'ratio',
            target,
            inputs: [first, second],
            distance: reach,
            formula: words,
            compute: (row) => quotientOf(row, first, second, HUNDRED),
          };
        }
      }
    }
  }
  if (!targetPercent && matches(head, COLUMN_TERMS.sum)) {
    const parts = others.filter((column) => column < target && !isPercentColumn(grid, column));
    if (parts.length >= 3)
      yield { kind: 'columnSum', target, inputs: parts, distance: 0, formula: '各列', compute: (row) => sumOf(row, parts) };
  }
}

function countSupport(grid: NumberGrid, hypothesis: Hypothesis): { tried: number; held: number; telling: number } {
  let tried = 0;
  let held = 0;
  let telling = 0;
  for (const row of grid.rows) {
    const stated = row.numbers[hypothesis.target];
    const computed = stated ? hypothesis.compute(row, grid) : null;
    if (!stated || !computed) continue;
    tried++;
    if (overlaps(stated.printed, computed.range)) {
      held++;
      // A row tells something only when neither side is zero and the range is narrower than the number itself.
      const width = computed.range.high - computed.range.low;
      const size = stated.value < 0n ? -stated.value : stated.value;
      if (stated.value !== 0n && width * 4n < size) telling++;
    } else if (tried - held > 2 && held * 2 < tried) return { tried, held: 0, telling: 0 };
  }
  return { tried, held, telling };
}

function applyHypothesis(grid: NumberGrid, hypothesis: Hypothesis): Relation[] {
  const relations: Relation[] = [];
  for (const row of grid.rows) {
    const statedNumber = row.numbers[hypothesis.target];
    const computed = statedNumber ? hypothesis.compute(row, grid) : null;
    if (!statedNumber || !computed) continue;
    relations.push({
      kind: hypothesis.kind,
      stated: { row: row.index, column: hypothesis.target },
      statedNumber,
      inputs: hypothesis.inputs.map((column) => ({ row: row.index, column })),
      expected: computed.range,
      expectedValue: computed.value,
      formula: hypothesis.formula,
    });
  }
  return relations;
}

function differenceOf(row: GridRow, first: number, second: number): Computed | null {
  const pair = readPair(row, first, second);
  return pair && { range: subtract(pair.a.printed, pair.b.printed), value: pair.a.value - pair.b.value };
}

function sumOf(row: GridRow, columns: readonly number[]): Computed | null {
  let range: Interval = { low: 0n, high: 0n };
  let value = 0n;
  let numbers = 0;
  for (const column of columns) {
    const number = row.numbers[column];
    if (!number) continue;
    range = add(range, number.printed);
    value += number.value;
    numbers++;
  }
  return numbers >= 2 ? { range, value } : null;
}

function growthOf(row: GridRow, first: number, second: number): Computed | null {
  const pair = readPair(row, first, second);
  const base = pair && absoluteBase(pair.b.printed);
  if (!pair || !base) return null;
  const magnitude = pair.b.value < 0n ? -pair.b.value : pair.b.value;
  // a and b vary together: a/b − 1 for a positive base, a/|b| + 1 for a negative one, so b's error is not counted twice.
  const quotient = scaleBy(divideByPositive(pair.a.printed, base), HUNDRED);
  const shift = HUNDRED * SCALE * (pair.b.value < 0n ? 1n : -1n);
  return {
    range: { low: quotient.low + shift, high: quotient.high + shift },
    value: ((pair.a.value - pair.b.value) * HUNDRED * SCALE) / magnitude,
  };
}

function quotientOf(row: GridRow, first: number, second: number, factor: bigint): Computed | null {
  const pair = readPair(row, first, second);
  if (!pair || pair.b.printed.low <= 0n) return null;
  return {
    range: scaleBy(divideByPositive(pair.a.printed, pair.b.printed), factor),
    value: (pair.a.value * factor * SCALE) / pair.b.value,
  };
}

function shareOfTotal(row: GridRow, grid: NumberGrid, column: number): Computed | null {
  const total = grid.rows.findLast((candidate) => candidate.role === 'total')?.numbers[column];
  const part = row.numbers[column];
  if (!total || !part || total.printed.low <= 0n) return null;
  return { range: scaleBy(divideByPositive(part.printed, total.printed), HUNDRED), value: (part.value * HUNDRED * SCALE) / total.value };
}

function readPair(row: GridRow, first: number, second: number): { a: GridNumber; b: GridNumber } | null {
  const a = row.numbers[first];
  const b = row.numbers[second];
  return a && b ? { a, b } : null;
}

function isPercentColumn(grid: NumberGrid, column: number): boolean {
  let percent = 0;
  let numbers = 0;
  for (const row of grid.rows) {
    const number = row.numbers[column];
    if (!number) continue;
    numbers++;
    if (number.percent) percent++;
  }
  return percent * 2 > numbers;
}

function isStated(head: string, kind: RelationKind): boolean {
  switch (kind) {
    case 'difference':
    case 'points':
      return matches(head, COLUMN_TERMS.difference) || matches(head, COLUMN_TERMS.growth);
    case 'growth':
      return matches(head, COLUMN_TERMS.growth);
    case 'share':
      return matches(head, COLUMN_TERMS.share);
    case 'ratio':
      return matches(head, COLUMN_TERMS.ratio);
    case 'columnSum':
      return matches(head, COLUMN_TERMS.sum);
    default:
      return false;
  }
}

function matches(head: string, terms: readonly string[]): boolean {
  const compact = head.replace(/\s+/g, '');
  return terms.some((term) => compact.includes(term));
}
