import type { Message } from '../domain/message';
import { type Interval, overlaps } from './interval';
import type { GridNumber } from './numberGrid';
import type { RelationKind } from './terms';

/** A grid position below the header: row index in the table, grid column. */
export type Position = { row: number; column: number };

/** One relation that should hold at one place: what is stated, what it is computed from, and the range the computation allows. */
export type Relation = {
  kind: RelationKind;
  stated: Position;
  statedNumber: GridNumber;
  inputs: Position[];
  expected: Interval;
  /** Point value of the formula on the printed digits, fixed-point. */
  expectedValue: bigint;
  /** The formula in words with the labels of this table. */
  formula: Message;
};

export type Verdict = 'exact' | 'rounding' | 'broken';

/** Exact when the printed inputs give the printed result, rounding when only unprinted digits can reconcile them, broken when nothing can. */
export function judgeRelation(relation: Relation): Verdict {
  const { statedNumber, expected, expectedValue } = relation;
  const half = (statedNumber.printed.high - statedNumber.printed.low) / 2n;
  const distance = statedNumber.value > expectedValue ? statedNumber.value - expectedValue : expectedValue - statedNumber.value;
  if (distance <= half) return 'exact';
  return overlaps(statedNumber.printed, expected) ? 'rounding' : 'broken';
}
