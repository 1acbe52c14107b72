import { CELL_PADDING_TWIPS, type ColumnText, sum, type TableNeeds } from './columnNeeds';
import { countLines, wrapText } from './textMeasure';

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
  const measure = (twips: number) => (twips - CELL_PADDING_TWIPS) / twipsPerEm;
  const count = ({ lines }: ColumnText, ems: number) => sum(lines.map((line) => countLines(line.text, line.ems, ems)));
  const byColumn = columns.map((_, col) => texts.filter((text) => text.col === col));
  const shortLines = byColumn.map((own) => own.flatMap(({ lines }) => lines.filter(({ ems }) => ems <= SHORT_EMS)));
  const countLone = (col: number, twips: number) => {
    const width = measure(twips);
    return shortLines[col]!.filter(({ text, ems }) => ems > width && wrapText(text, width).lastEms < LONE_EMS).length;
  };
  if (columns.every((_, col) => countLone(col, widths[col]!) === 0)) return widths;
  const linesNow = new Map(texts.map((text) => [text, count(text, measure(widths[text.col]!))]));
  const rowLines: number[] = Array.from({ length: rowCount }, () => 1);
  for (const text of texts) if (text.rowSpan === 1) rowLines[text.row] = Math.max(rowLines[text.row]!, linesNow.get(text)!);
  const fits = (text: ColumnText, twips: number) => {
    const most = Math.max(linesNow.get(text)!, sum(rowLines.slice(text.row, text.row + text.rowSpan)));
    return count(text, measure(twips)) <= GROWTH * most;
  };
  /** Lone characters gone when the columns are wider or narrower by some twips; null when a row gets taller or new ones come. */
  const tryShift = (group: readonly number[], twips: number): number | null => {
    if (group.some((col) => widths[col]! + twips < columns[col]!.least)) return null;
    const gone = sum(group.map((col) => countLone(col, widths[col]!) - countLone(col, widths[col]! + twips)));
    const isTaller = () => group.some((col) => !byColumn[col]!.every((text) => fits(text, widths[col]! + twips)));
    return gone < 0 || (twips < 0 && isTaller()) ? null : gone;
  };
  const single = [...columns.keys()].filter((col) => !even.includes(col)).map((col) => [col]);
  const groups = even.length > 0 ? [even, ...single] : single;
  const shiftOnce = (group: readonly number[]): void => {
    for (const bit of SHIFT_BITS) {
      const twips = Math.round(bit * SHIFT_EMS * twipsPerEm);
      if ((tryShift(group, twips) ?? 0) === 0) continue;
      for (const other of groups) {
        const back = -(twips * group.length) / other.length;
        if (other === group || tryShift(other, back) === null) continue;
        for (const col of group) widths[col]! += twips;
        for (const col of other) widths[col]! += back;
        return;
      }
    }
  };
  for (const group of groups) if (group.some((col) => countLone(col, widths[col]!) > 0)) shiftOnce(group);
  return widths;
}
