import { keepLast } from './foldText';
import { type Amount, countDigits, listAmounts } from './listAmounts';

/** Digits from which a number tells something wherever it stands: shorter ones stand everywhere by chance. */
export const TELLING_DIGITS = 4;
/** Digits from which it does so in another unit, and as the difference of two others. */
const TELLING_MOVED = 5;
const TELLING_DIFFERENCE = 6;
/** Words of a sentence that says what is left of a total. */
const OF_TOTAL = /合计|总计|总额|共计|其余|其他|其中|扣除|剩余|除.+外/;
/** Digits an amount must keep to tell a longer one it is rounded from. */
const TELLING_ROUNDED = 4;
/** With its unit behind it a shorter one does. */
const TELLING_WITH_UNIT = 3;
/** Powers of ten between the units amounts are printed in: 千, 万, 十万, 百万, 千万, 亿, and 亿 to 千 or 万. */
const MOVES = new Set([1, 3, 4, 5, 6, 7, 8]);
/** Amounts of a sentence among which differences are looked for: of many some differ by anything by chance. */
const MOST_AMOUNTS = 12;

/** Every amount of a text that tells a hidden one: itself, in another unit, or rounded to what still tells it. */
export function findAmounts(text: string, hidden: readonly Amount[]): [number, number][] {
  if (hidden.length === 0) return [];
  return readAmounts(text).flatMap((amount): [number, number][] => {
    const told = hidden.find((one) => isTold(amount, one));
    // What is printed as it is withheld keeps its unit.
    return told === undefined ? [] : [[amount.from, amount.number.eq(told.number) ? amount.end : amount.to]];
  });
}

/** The first two amounts of a sentence about a total whose difference or sum is a hidden one. */
export function findDifference(text: string, hidden: readonly Amount[]): [number, number] | null {
  const amounts = hidden.length === 0 ? [] : readAmounts(text);
  const long = hidden.filter(({ digits }) => digits >= TELLING_DIFFERENCE);
  // Rows of tables are looked through by their sums.
  if (long.length === 0 || amounts.length < 2 || amounts.length > MOST_AMOUNTS || text.includes('\t') || !OF_TOTAL.test(text)) return null;
  const bases = new Map(long.flatMap((one) => [one.base.abs().toFixed(), one.number.abs().toFixed()].map((key) => [key, one] as const)));
  for (const [at, first] of amounts.entries()) {
    for (const second of amounts.slice(at + 1)) {
      if (first.kind !== second.kind || first.to > second.from || first.isYear || second.isYear) continue;
      if (bases.has(first.base.minus(second.base).abs().toFixed()) || bases.has(first.base.plus(second.base).abs().toFixed()))
        return [first.from, second.to];
    }
  }
  return null;
}

const readAmounts = keepLast(listAmounts);

function isTold(amount: Amount, hidden: Amount): boolean {
  if (amount.isYear) return false;
  if (hidden.digits >= TELLING_DIGITS && amount.number.eq(hidden.number)) return true;
  const isSameKind = amount.kind !== null && amount.kind === hidden.kind;
  if (isSameKind && amount.kind === 'money') {
    if (hidden.digits >= TELLING_WITH_UNIT && amount.base.eq(hidden.base)) return true;
    const isRounded = amount.base.minus(hidden.base).abs().lte(amount.half);
    if (isRounded && hidden.digits > amount.digits && amount.digits >= TELLING_ROUNDED) return true;
  }
  if (amount.digits !== hidden.digits) return false;
  const isFraction = hidden.kind === 'rate' && amount.kind === null && amount.number.lt(1);
  return hidden.digits >= (isFraction ? TELLING_DIGITS : TELLING_MOVED) && isMoved(amount, hidden);
}

/** The same digits with the point moved as from one unit to another; of a rate as a fraction of one. */
function isMoved(amount: Amount, hidden: Amount): boolean {
  if (amount.number.isZero() || hidden.number.isZero()) return false;
  const ratio = amount.number.div(hidden.number).abs();
  if (countDigits(ratio) !== 1 || !/^10*$|^0\.0*1$/.test(ratio.toFixed())) return false;
  const moved = Math.abs(ratio.log(10).round().toNumber());
  return hidden.kind === 'rate' || amount.kind === 'rate' ? moved === 2 : MOVES.has(moved);
}
