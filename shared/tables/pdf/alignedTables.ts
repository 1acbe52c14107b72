import { getCellKind } from '../cellText';
import type { RawCell } from '../rawTable';
import { startsRowLabel } from '../rowLabels';
import { type AlignedColumn, findAlignedColumns, LINES_APART, splitAlignedRuns } from './alignedRuns';
import { closeCjkBlanks } from './cjkBlanks';
import { getJoint } from './joinPdfLines';
import type { PdfLine, PdfSegment, PdfWord } from './pdfPage';
import type { PlacedTable } from './ruledTables';
import { message } from '../../domain/message';

/** Fewer rows than this that line up may do so by chance. */
const FEWEST_ROWS = 3;
/** Share of rows that must have text in two columns at least. */
const FILLED_ROWS = 0.35;
/** Lines nearer than this, in em, overlap in height: cells of one row, centred beside each other. */
const SAME_ROW = 0.95;
/** Lines of a cell are nearer to each other than rows are, by this share. */
const NEARER = 0.85;
/** A line ends because its column does when this much room is left, in em. */
const FULL = 1.2;
/** And a column is full that reaches this near to the next. */
const NARROW = 2;

/**
 * Tables printed without inner lines: at least three rows whose pieces stand in columns, over page ends too; each page's part is a table of the same
 * columns. Each is marked as less certain.
 */
export function findAlignedTables(lines: readonly PdfLine[]): { tables: PlacedTable[]; outside: PdfLine[] } {
  const tables: PlacedTable[] = [];
  const outside: PdfLine[] = [];
  for (const run of splitAlignedRuns(lines)) {
    const found = run.length >= FEWEST_ROWS ? toTables(run) : null;
    if (found) tables.push(...found);
    else outside.push(...run);
  }
  return { tables, outside };
}

type Placed = { line: PdfLine; cells: RawCell[] };

function toTables(run: readonly PdfLine[]): PlacedTable[] | null {
  const columns = findAlignedColumns(run);
  if (columns.length < 2) return null;
  const placed: Placed[] = [];
  for (const line of run) {
    const cells = placeSegments(line.segments, columns);
    if (!cells) return null;
    placed.push({ line, cells });
  }
  const rows: { page: number; cells: RawCell[] }[] = [];
  const edge = findStubEdge(run, columns);
  placed.forEach((one, i) => {
    const above = placed[i - 1];
    const goesOn = above && above.line.page === one.line.page && (belongsAbove(above, one, placed[i + 1], edge) || isLed(placed, i));
    if (goesOn) foldInto(rows.at(-1)!.cells, one.cells);
    else rows.push({ page: one.line.page, cells: one.cells });
  });
  const filled = rows.filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1).length;
  if (rows.length < FEWEST_ROWS || filled < rows.length * FILLED_ROWS) return null;
  const edges = [columns[0]!.x, ...columns.map(({ right }) => right)];
  return [...new Set(rows.map(({ page }) => page))].map((page) => {
    const lines = run.filter((line) => line.page === page);
    const table = {
      cells: rows.filter((row) => row.page === page).map(({ cells }) => cells),
      spansKnown: false,
      markedHeaderRows: null,
      place: { page },
      doubts: [{ about: 'span' as const, reason: message('doubt.aligned') }],
    };
    return { table, top: lines[0]!.y - lines[0]!.fontSize, bottom: lines.at(-1)!.y, edges };
  });
}

/** True for a line of cells that goes on with the row of the line above. */
function belongsAbove(above: Placed, { line, cells }: Placed, below: Placed | undefined, edge: number): boolean {
  const gap = line.y - above.line.y;
  if (gap < SAME_ROW * line.fontSize) return true;
  if (gap >= LINES_APART * line.fontSize) return false;
  if (cells[0]!.text === '' && !cells.every(({ text }, c) => text === '' || canGoOn(above.cells[c]!.text, text))) return false;
  if (cells[0]!.text === '') return !below || below.cells[0]!.text === '' || gap * NEARER < below.line.y - line.y;
  const isAlone = cells.every(({ text }, c) => c === 0 || text === '');
  return (
    isAlone && above.cells[0]!.text !== '' && above.line.segments[0]!.right > edge - FULL * line.fontSize && !startsRowLabel(line.text)
  );
}

/** True when a cell's text may go on with another line: not where there was none, and a number never goes on with anything. */
function canGoOn(text: string, next: string): boolean {
  return text !== '' && getCellKind(next) !== 'number';
}

/** Where texts of the first column break: where the second column begins, as far as any of them reaches there. Infinite when none does. */
function findStubEdge(run: readonly PdfLine[], columns: readonly AlignedColumn[]): number {
  const stubs = run.map(({ segments }) => segments[0]!).filter(({ x }) => x < columns[1]!.x);
  const edge = Math.max(...stubs.map(({ right }) => right));
  return edge > columns[1]!.x - NARROW * run[0]!.fontSize ? edge : Number.POSITIVE_INFINITY;
}

/** True for the line with a row's first cell behind lines that are nearer to it than to the row above: text centred beside a cell of several lines. */
function isLed(placed: readonly Placed[], i: number): boolean {
  const [before, above, here] = [placed[i - 2], placed[i - 1]!, placed[i]!];
  if (!before || above.cells[0]!.text !== '') return false;
  if (!here.cells.every(({ text }, c) => text === '' || above.cells[c]!.text === '' || canGoOn(above.cells[c]!.text, text))) return false;
  const gap = here.line.y - above.line.y;
  return gap < LINES_APART * here.line.fontSize && gap < (above.line.y - before.line.y) * NEARER;
}

/** A row's pieces in their columns; a piece over several columns spans them. Null when two pieces fall into one column. */
function placeSegments(segments: readonly PdfSegment[], columns: readonly AlignedColumn[]): RawCell[] | null {
  const cells = columns.map((): RawCell => ({ text: '', rowSpan: 1, colSpan: 1, covered: false }));
  for (const { text, x, right } of segments.flatMap((segment) => cutAtGutters(segment, columns))) {
    const middle = (x + right) / 2;
    const touched = columns.findIndex((column) => right > column.x && x < column.right);
    const nearest = columns.findIndex((column, i) => middle < (column.right + (columns[i + 1]?.x ?? Number.POSITIVE_INFINITY)) / 2);
    const cell = cells[touched >= 0 ? touched : nearest]!;
    // A word of two characters printed as wide as its column (合　计).
    if (cell.text !== '' && !(cell.text.length === 1 && text.length === 1)) return null;
    cell.text += closeCjkBlanks(text);
  }
  return cells;
}

/** A piece whose words stand in different columns, cut between them. */
function cutAtGutters(segment: PdfSegment, columns: readonly AlignedColumn[]): PdfWord[] {
  const pieces: PdfWord[] = [];
  for (const word of segment.words) {
    const last = pieces.at(-1);
    const begins = columns.some(
      (column, i) => i > 0 && last && last.right <= column.x && word.x >= columns[i - 1]!.right && word.right > column.x,
    );
    if (last && !begins) [last.text, last.right] = [last.text + word.text, word.right];
    else pieces.push({ ...word, text: word.text.trim() });
  }
  return pieces.length > 1 ? pieces : [segment];
}

/** The next line of cells of a row: text goes on in each. */
function foldInto(row: RawCell[], next: readonly RawCell[]): void {
  next.forEach(({ text }, c) => {
    const cell = row[c]!;
    if (text !== '') row[c] = { ...cell, text: cell.text === '' ? text : cell.text + getJoint(cell.text, text) + text };
  });
}
