import type { ColumnKind } from './columnKinds';
import { CELL_PADDING_TWIPS, type ColumnText, sum, type TableNeeds } from './columnNeeds';
import { joinLastCharacters } from './loneCharacters';

/**
 * Column widths that add up to `widthTwips` exactly. A page too narrow for the table, or with room to spare, is shared in proportion to
 * what the columns need; else the width goes bit by bit where it makes the table least tall.
 */
export function shareWidth(needs: TableNeeds, widthTwips: number): number[] {
  const least = needs.columns.map((need) => need.least);
  const preferred = needs.columns.map((need) => need.preferred);
  if (sum(least) >= widthTwips) return settle(scale(least, widthTwips), widthTwips);
  if (sum(preferred) <= widthTwips) return settle(scale(preferred, widthTwips), widthTwips);
  return settle(joinLastCharacters(needs, spreadByHeight(needs, widthTwips)), widthTwips);
}

/** Bits the width is given out in, in em. */
const BIT_EMS = 0.5;

/** What a long text counts whose row is as tall without it. A short one, up to so many em, always counts: it should not be broken at all. */
const LOW_CELL_WEIGHT = 0.3;
const SHORT_EMS = 10;

/** From the least widths up, each bit to the column where it takes most lines from the tallest cells of the rows. */
function spreadByHeight({ columns, texts, rowCount, twipsPerEm, even }: TableNeeds, widthTwips: number): number[] {
  const widths = columns.map((need) => need.least);
  const bit = Math.round(BIT_EMS * twipsPerEm);
  const countAt = ({ lines, rowSpan }: ColumnText, twips: number) => {
    const ems = (twips - CELL_PADDING_TWIPS) / twipsPerEm;
    return lines.reduce((count, line) => count + Math.max(1, line.ems / ems), 0) / rowSpan;
  };
  const counts = texts.map((text) => countAt(text, widths[text.col]!));
  const savings = texts.map((text, index) => counts[index]! - countAt(text, widths[text.col]! + bit));
  for (let left = widthTwips - sum(widths); left > 0; left -= bit) {
    const tallest = new Float64Array(rowCount);
    for (const [index, { row, rowSpan }] of texts.entries())
      for (let r = row; r < row + rowSpan; r++) tallest[r] = Math.max(tallest[r]!, counts[index]!);
    const gains = columns.map(() => 0);
    for (const [index, { col, row, rowSpan, lines }] of texts.entries()) {
      const isFull = counts[index]! > tallest[row]! - 0.5 || lines.every(({ ems }) => ems <= SHORT_EMS);
      gains[col]! += savings[index]! * rowSpan * (isFull ? 1 : LOW_CELL_WEIGHT);
    }
    const most = Math.max(...gains);
    if (most <= 0) return level(scale(widths, widthTwips), even);
    const chosen = gains.indexOf(most);
    widths[chosen]! += Math.min(bit, left);
    for (const [index, text] of texts.entries()) {
      if (text.col !== chosen) continue;
      counts[index] = countAt(text, widths[chosen]!);
      savings[index] = counts[index]! - countAt(text, widths[chosen]! + bit);
    }
  }
  return level(widths, even);
}

/** The widths with the columns named equally wide. */
function level(widths: readonly number[], even: readonly number[]): number[] {
  const width = sum(even.map((col) => widths[col]!)) / even.length;
  return widths.map((own, col) => (even.includes(col) ? width : own));
}

function scale(widths: readonly number[], total: number): number[] {
  return widths.map((width) => (width * total) / sum(widths));
}

/** Whole twips; the last column takes the rounding. */
function settle(widths: readonly number[], total: number): number[] {
  const whole = widths.map(Math.floor);
  whole[whole.length - 1]! += total - sum(whole);
  return whole;
}

/** Width, in em, at which the columns of words read well enough beside equal columns of numbers. */
const COMFORTABLE_EMS = 8;

/**
 * The needs with all columns of numbers as wide as the widest of them, where that leaves the columns of words enough of `widthTwips`: amounts of several
 * years stand better in equal columns.
 */
export function evenOutNumbers(needs: TableNeeds, kinds: readonly ColumnKind[], widthTwips: number): TableNeeds {
  const even = [...kinds.keys()].filter((col) => kinds[col] === 'number');
  if (even.length < 2) return needs;
  const least = Math.max(...even.map((col) => needs.columns[col]!.least));
  const preferred = Math.max(...even.map((col) => needs.columns[col]!.preferred));
  const comfortable = COMFORTABLE_EMS * needs.twipsPerEm + CELL_PADDING_TWIPS;
  const words = needs.columns
    .filter((_, col) => !even.includes(col))
    .map((need) => Math.max(need.least, Math.min(need.preferred, comfortable)));
  if (sum(words) + even.length * least > widthTwips) return needs;
  return { ...needs, even, columns: needs.columns.map((need, col) => (even.includes(col) ? { least, preferred } : need)) };
}
