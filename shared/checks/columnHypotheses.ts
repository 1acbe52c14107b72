import { type Message, message } from '../domain/message';
import { findCommonBase } from './commonBase';
import type { GridRow, NumberGrid } from './numberGrid';
import {
  averageOf,
  differenceOf,
  growthOf,
  quotientOf,
  raiseRate,
  readMovement,
  rollForward,
  shareOfBase,
  shareOfTotal,
  sumOf,
} from './rowFormulas';
import type { Computed } from './slipSearch';
import { COLUMN_TERMS, type RelationKind } from './terms';

/** What a column may be of others: `compute` gives its value for a row, null where it has none. A smaller distance is likelier meant. */
export type Hypothesis = {
  kind: RelationKind;
  target: number;
  inputs: number[];
  compute: (row: GridRow, grid: NumberGrid) => Computed | null;
  formula: Message;
  distance: number;
};

const HUNDRED = 100n;

/** Everything a column may be of the others, by its head and by which columns hold rates. */
export function* listHypotheses(grid: NumberGrid, target: number, head: string): Generator<Hypothesis> {
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

/** True where a column's head says that it is such a relation. */
export function isStated(head: string, kind: RelationKind): boolean {
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
