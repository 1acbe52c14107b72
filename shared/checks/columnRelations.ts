import { type Message, message } from '../domain/message';
import { add, divideByPositive, growthPercent, type Interval, multiply, overlaps, SCALE, scaleBy, subtract } from './interval';
import type { GridNumber, GridRow, NumberGrid } from './numberGrid';
import { type Relation } from './relation';
import { findCommonBase } from './commonBase';
import { type Computed, isOneSlipAway } from './slipSearch';
import { COLUMN_TERMS, MOVEMENT, type RelationKind } from './terms';

type Compute = (row: GridRow, grid: NumberGrid) => Computed | null;
type Hypothesis = { kind: RelationKind; target: number; inputs: number[]; compute: Compute; formula: Message; distance: number };

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

/** So many near misses of a column are looked into before it is given up. */
const MOST_NEAR_MISSES = 6;

function chooseHypothesis(grid: NumberGrid, target: number): Hypothesis | null {
  const head = grid.heads[target] ?? '';
  let best: { hypothesis: Hypothesis; score: number } | null = null;
  const nearMisses: { hypothesis: Hypothesis; score: number }[] = [];
  for (const hypothesis of listHypotheses(grid, target, head)) {
    const support = countSupport(grid, hypothesis);
    const stated = isStated(head, hypothesis.kind);
    if (support.tried === 0 || support.held === 0) continue;
    const broken = support.tried - support.held;
    const score = support.held * 1000 - broken * 1500 + (stated ? 400 : 0) - hypothesis.distance;
    // A balance may move in ways its heads do not say, so rows that miss count only when a slip explains them.
    const trusted = stated && hypothesis.kind !== 'rollForward';
    const enough = trusted ? support.held > broken : broken === 0 && support.telling >= (stated ? 1 : 3);
    if (enough && (!best || score > best.score)) best = { hypothesis, score };
    if (!enough && broken <= 2 && support.telling >= (stated ? 1 : 3)) nearMisses.push({ hypothesis, score });
  }
  if (best) return best.hypothesis;
  nearMisses.sort((a, b) => b.score - a.score);
  return nearMisses.slice(0, MOST_NEAR_MISSES).find(({ hypothesis }) => isExplained(grid, hypothesis))?.hypothesis ?? null;
}

function* listHypotheses(grid: NumberGrid, target: number, head: string): Generator<Hypothesis> {
  const targetPercent = grid.percentColumns.has(target) || /[%％]/.test(head);
  const others = grid.numericColumns.filter((column) => column !== target);
  for (const first of others) {
    const distance = Math.abs(target - first);
    const firstPercent = grid.percentColumns.has(first);
    if (targetPercent && !firstPercent && matches(head, COLUMN_TERMS.share)) {
      yield {
        kind: 'share',
        target,
        inputs: [first],
        distance: first === target - 1 ? 0 : distance * 4,
        formula: message('finding.formula-of-total', { column: grid.heads[first]! }),
        compute: (row, all) => shareOfTotal(row, all, first),
      };
      const base = findCommonBase(grid, first, target);
      if (base)
        yield {
          kind: 'base',
          target,
          inputs: [first],
          // A total that is printed says more than one that is inferred.
          distance: 300 + (first === target - 1 ? 0 : distance * 4),
          formula: message('finding.formula-of-base', { column: grid.heads[first]! }),
          compute: (row) => shareOfBase(row, first, base),
        };
    }
    for (const second of others) {
      if (second === first) continue;
      const reach = distance + Math.abs(target - second);
      const secondPercent = grid.percentColumns.has(second);
      if (firstPercent !== secondPercent) continue;
      const words = message('finding.formula-two', { first: grid.heads[first]!, second: grid.heads[second]! });
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
        if (targetPercent && first < target && second < target)
          yield {
            kind: 'raised',
            target,
            inputs: [first, second],
            distance: reach,
            formula: words,
            compute: (row) => raiseRate(row, first, second),
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
  const movement = readMovement(grid, target);
  if (!targetPercent && movement)
    yield {
      kind: 'rollForward',
      target,
      inputs: [movement.start, ...movement.more, ...movement.less],
      distance: 0,
      formula: message('finding.formula-roll-forward'),
      compute: (row) => rollForward(row, movement),
    };
  if (matches(head, COLUMN_TERMS.average)) {
    const parts = others.filter((column) => column < target && grid.percentColumns.has(column) === targetPercent);
    for (const blanks of [false, true]) {
      if (parts.length < 3) continue;
      const formula = blanks ? message('finding.formula-columns-blank') : message('finding.formula-columns');
      yield { kind: 'average', target, inputs: parts, distance: 0, formula, compute: (row) => averageOf(row, parts, blanks) };
    }
  }
  if (!targetPercent && matches(head, COLUMN_TERMS.sum)) {
    const parts = others.filter((column) => column < target && !grid.percentColumns.has(column));
    if (parts.length >= 3)
      yield {
        kind: 'columnSum',
        target,
        inputs: parts,
        distance: 0,
        formula: message('finding.formula-columns'),
        compute: (row) => sumOf(row, parts),
      };
  }
}

/** Rows of a stated relation in which it does not hold are each one slip away from it. */
function isExplained(grid: NumberGrid, hypothesis: Hypothesis): boolean {
  let broken = 0;
  for (const row of grid.rows) {
    const stated = row.numbers[hypothesis.target];
    const computed = stated ? hypothesis.compute(row, grid) : null;
    if (!stated || !computed || overlaps(stated.printed, computed.range)) continue;
    broken++;
    const inputs = hypothesis.inputs.flatMap((column) => row.numbers[column] ?? []);
    if (broken > 2 || inputs.length !== hypothesis.inputs.length) return false;
    const recompute = (changed: readonly GridNumber[]) => {
      const numbers = [...row.numbers];
      hypothesis.inputs.forEach((column, index) => (numbers[column] = changed[index]!));
      return hypothesis.compute({ ...row, numbers }, grid);
    };
    if (!isOneSlipAway(stated, inputs, recompute)) return false;
  }
  return broken > 0;
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
      inputs: [
        ...hypothesis.inputs.filter((column) => row.numbers[column]).map((column) => ({ row: row.index, column })),
        ...(hypothesis.kind === 'share' ? totalOf(grid, hypothesis.inputs[0]!) : []),
      ],
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

type Movement = { start: number; more: number[]; less: number[] };

/** The columns a closing balance is rolled forward from: an opening one, what came and what went. */
function readMovement(grid: NumberGrid, target: number): Movement | null {
  if (!MOVEMENT.end.test(grid.heads[target] ?? '')) return null;
  const before = grid.heads.flatMap((head, column) => (column < target ? [{ head, column }] : []));
  const pick = (term: RegExp) => before.filter(({ head }) => term.test(head)).map(({ column }) => column);
  const [starts, more, less] = [pick(MOVEMENT.start), pick(MOVEMENT.more), pick(MOVEMENT.less)];
  return starts.length === 1 && more.length + less.length >= 1 ? { start: starts[0]!, more, less } : null;
}

/** Blanks moved nothing. */
function rollForward(row: GridRow, { start, more, less }: Movement): Computed | null {
  const opening = row.numbers[start];
  if (!opening || ![...more, ...less].some((column) => row.numbers[column])) return null;
  const zero: Interval = { low: 0n, high: 0n };
  const sum = (columns: readonly number[]) => columns.reduce((total, column) => add(total, row.numbers[column]?.printed ?? zero), zero);
  const value = (columns: readonly number[]) => columns.reduce((total, column) => total + (row.numbers[column]?.value ?? 0n), 0n);
  return { range: subtract(add(opening.printed, sum(more)), sum(less)), value: opening.value + value(more) - value(less) };
}

/** The mean of a row's numbers, of all columns where blanks count as zero. */
function averageOf(row: GridRow, columns: readonly number[], blanks: boolean): Computed | null {
  const numbers = columns.flatMap((column) => row.numbers[column] ?? []);
  const count = BigInt(blanks ? columns.length : numbers.length);
  if (numbers.length < 2) return null;
  const sum = numbers.reduce((range, number) => add(range, number.printed), { low: 0n, high: 0n });
  const value = numbers.reduce((total, number) => total + number.value, 0n);
  return { range: { low: sum.low / count - 1n, high: sum.high / count + 1n }, value: value / count };
}

/** A rate raised by another, as loss rates are for what is to come; no rate of loss is above 100 %. */
function raiseRate(row: GridRow, first: number, second: number): Computed | null {
  const pair = readPair(row, first, second);
  if (!pair) return null;
  const whole = HUNDRED * SCALE;
  const raised = multiply(pair.a.printed, { low: pair.b.printed.low + whole, high: pair.b.printed.high + whole });
  const cap = (value: bigint) => (value > whole ? whole : value);
  return {
    range: { low: cap(raised.low / HUNDRED - 1n), high: cap(raised.high / HUNDRED + 1n) },
    value: cap((pair.a.value * (pair.b.value + whole)) / SCALE / HUNDRED),
  };
}

function growthOf(row: GridRow, first: number, second: number): Computed | null {
  const pair = readPair(row, first, second);
  const range = pair && growthPercent(pair.a.printed, pair.b.printed);
  if (!pair || !range) return null;
  const magnitude = pair.b.value < 0n ? -pair.b.value : pair.b.value;
  return { range, value: ((pair.a.value - pair.b.value) * HUNDRED * SCALE) / magnitude };
}

function quotientOf(row: GridRow, first: number, second: number, factor: bigint): Computed | null {
  const pair = readPair(row, first, second);
  if (!pair || pair.b.printed.low <= 0n) return null;
  return {
    range: scaleBy(divideByPositive(pair.a.printed, pair.b.printed), factor),
    value: (pair.a.value * factor * SCALE) / pair.b.value,
  };
}

function shareOfBase(row: GridRow, column: number, base: Interval): Computed | null {
  const part = row.numbers[column];
  if (!part) return null;
  const middle = (base.low + base.high) / 2n;
  return { range: scaleBy(divideByPositive(part.printed, base), HUNDRED), value: (part.value * HUNDRED * SCALE) / middle };
}

function shareOfTotal(row: GridRow, grid: NumberGrid, column: number): Computed | null {
  const total = grid.total?.numbers[column];
  const part = row.numbers[column];
  if (!total || !part || total.printed.low <= 0n) return null;
  return { range: scaleBy(divideByPositive(part.printed, total.printed), HUNDRED), value: (part.value * HUNDRED * SCALE) / total.value };
}

/** The cell of the total a share is taken of. */
function totalOf(grid: NumberGrid, column: number): { row: number; column: number }[] {
  return grid.total ? [{ row: grid.total.index, column }] : [];
}

function readPair(row: GridRow, first: number, second: number): { a: GridNumber; b: GridNumber } | null {
  const a = row.numbers[first];
  const b = row.numbers[second];
  return a && b ? { a, b } : null;
}

function isStated(head: string, kind: RelationKind): boolean {
  switch (kind) {
    case 'difference':
    case 'points':
      return matches(head, COLUMN_TERMS.difference) || matches(head, COLUMN_TERMS.growth);
    case 'growth':
      return matches(head, COLUMN_TERMS.growth);
    case 'share':
    case 'base':
      return matches(head, COLUMN_TERMS.share);
    case 'ratio':
      return matches(head, COLUMN_TERMS.ratio) || (matches(head, COLUMN_TERMS.share) && !matches(head, COLUMN_TERMS.growth));
    case 'columnSum':
      return matches(head, COLUMN_TERMS.sum);
    case 'average':
    case 'rollForward':
      return true;
    default:
      return false;
  }
}

function matches(head: string, terms: readonly string[]): boolean {
  const compact = head.replace(/\s+/g, '');
  return terms.some((term) => compact.includes(term));
}
