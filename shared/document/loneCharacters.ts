import { CELL_PADDING_TWIPS, type ColumnText, sum, type TableNeeds } from './columnNeeds';
import { wrapText } from './textMeasure';

/** A line this short, in em, is a last character left alone; texts up to this length are worth the trouble. */
const LONE_EMS = 1.3;
const SHORT_EMS = 14;
const SHIFT_BITS = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];
const SHIFT_EMS = 0.25;

/** A row of ten lines may get one more for it. */
const GROWTH = 1.1;

/** Shifts columns in which a short text leaves its last character alone on a line, against columns that make no row taller by it. */
export function joinLastCharacters({ columns, texts, rowCount, twipsPerEm, even }: TableNeeds, given: readonly number[]): number[] {
  const widths = [...given];
  const wrap = ({ lines }: ColumnText, twips: number) => {
    const wrapped = lines.map((line) => ({ ...line, ...wrapText(line.text, (twips - CELL_PADDING_TWIPS) / twipsPerEm) }));
    const lone = wrapped.filter((line) => line.lines > 1 && line.ems <= SHORT_EMS && line.lastEms < LONE_EMS).length;
    return { lone, lines: sum(wrapped.map((line) => line.lines)) };
  };
  const countNow = (text: ColumnText) => wrap(text, widths[text.col]!).lines;
  const rowLines: number[] = Array.from({ length: rowCount }, () => 1);
  for (const text of texts) if (text.rowSpan === 1) rowLines[text.row] = Math.max(rowLines[text.row]!, countNow(text));
  const mostLines = new Map(
    texts.map((text) => [text, GROWTH * Math.max(countNow(text), sum(rowLines.slice(text.row, text.row + text.rowSpan)))]),
  );
  const byColumn = columns.map((_, col) => texts.filter((text) => text.col === col));
  const countLone = (col: number, twips: number) => sum(byColumn[col]!.map((text) => wrap(text, twips).lone));
  const fits = (text: ColumnText, twips: number) => wrap(text, twips).lines <= mostLines.get(text)!;
  /** Lone characters gone when the columns are wider or narrower by some twips; null when a row gets taller or new ones come. */
  const tryShift = (group: readonly number[], twips: number): number | null => {
    let gone = 0;
    for (const col of group) {
      const width = widths[col]! + twips;
      if (width < columns[col]!.least || !byColumn[col]!.every((text) => fits(text, width))) return null;
      gone += countLone(col, widths[col]!) - countLone(col, width);
    }
    return gone < 0 ? null : gone;
  };
  const single = [...columns.keys()].filter((col) => !even.includes(col)).map((col) => [col]);
  const groups = even.length > 0 ? [even, ...single] : single;
  for (const group of groups) {
    if (group.every((col) => countLone(col, widths[col]!) === 0)) continue;
    const shifts = SHIFT_BITS.map((bit) => Math.round(bit * SHIFT_EMS * twipsPerEm)).filter((twips) => (tryShift(group, twips) ?? 0) > 0);
    const pair = shifts.flatMap((twips) =>
      groups.flatMap((other) => {
        const back = -(twips * group.length) / other.length;
        return other !== group && tryShift(other, back) !== null ? [{ twips, other, back }] : [];
      }),
    )[0];
    if (pair === undefined) continue;
    for (const col of group) widths[col]! += pair.twips;
    for (const col of pair.other) widths[col]! += pair.back;
  }
  return widths;
}
