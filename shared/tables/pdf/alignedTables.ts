import type { RawCell } from '../rawTable';
import { closeCjkBlanks } from './cjkBlanks';
import { getJoint } from './joinPdfLines';
import type { PdfLine, PdfSegment } from './pdfPage';
import type { PlacedTable } from './ruledTables';
import { message } from '../../domain/message';

/** Fewer rows than this that line up may do so by chance. */
const FEWEST_ROWS = 3;
/** Rows of one table are no further apart than this, in em; lines of one cell no further than the second. */
const ROWS_APART = 3.5;
const LINES_APART = 1.75;
/** A gutter between columns, in em. */
const GUTTER = 0.6;
/** Share of rows that must have text in two columns at least. */
const FILLED_ROWS = 0.6;
/** Dots that lead to a page number in a table of contents. */
const LEADERS = /[.．…·]{4,}/;

/** Tables printed without inner lines: at least three rows of a page whose pieces stand in columns. Each is marked as less certain. */
export function findAlignedTables(lines: readonly PdfLine[]): { tables: PlacedTable[]; outside: PdfLine[] } {
  const tables: PlacedTable[] = [];
  const outside: PdfLine[] = [];
  for (const run of splitRuns(lines)) {
    const table = run.length >= FEWEST_ROWS ? toTable(run) : null;
    if (table) tables.push(table);
    else outside.push(...run);
  }
  return { tables, outside };
}

/** Stretches of lines in several pieces, with lines in one piece between them; other lines stand alone. */
function splitRuns(lines: readonly PdfLine[]): PdfLine[][] {
  const runs: PdfLine[][] = [];
  let open: PdfLine[] = [];
  let single: PdfLine[] = [];
  const close = () => {
    if (open.length > 0) runs.push(open);
    runs.push(...single.map((line) => [line]));
    open = [];
    single = [];
  };
  for (const line of lines) {
    const last = single.at(-1) ?? open.at(-1);
    if (last && line.y - last.y > ROWS_APART * line.fontSize) close();
    const isRow = line.segments.length > 1 && !LEADERS.test(line.text);
    if (isRow || (last && single.length === 0 && continuesCell(open, last, line))) {
      open.push(...single, line);
      single = [];
    } else if (open.length > 0 && single.length < 2 && line.right < Math.max(...open.map(({ right }) => right)) + line.fontSize)
      single.push(line);
    else {
      close();
      runs.push([line]);
    }
  }
  close();
  return runs;
}

/** True for the second line of a cell that is not in the first column. */
function continuesCell(open: readonly PdfLine[], last: PdfLine, line: PdfLine): boolean {
  const second = Math.min(...open.flatMap(({ segments }) => segments.slice(1, 2).map(({ x }) => x)));
  return line.y - last.y < LINES_APART * line.fontSize && line.x > second - line.fontSize * 2;
}

function toTable(run: readonly PdfLine[]): PlacedTable | null {
  const columns = findColumns(run);
  if (columns.length < 2) return null;
  const rows: RawCell[][] = [];
  let filled = 0;
  let previous: PdfLine | null = null;
  for (const line of run) {
    const cells = placeSegments(line.segments, columns);
    if (!cells) return null;
    const own = cells.filter(({ text }) => text !== '').length;
    const above = rows.at(-1);
    if (above && previous && cells[0]!.text === '' && line.y - previous.y < LINES_APART * line.fontSize) foldInto(above, cells);
    else {
      rows.push(cells);
      if (own > 1) filled += 1;
    }
    previous = line;
  }
  if (rows.length < FEWEST_ROWS || filled < rows.length * FILLED_ROWS) return null;
  const [first, last] = [run[0]!, run.at(-1)!];
  const table = {
    cells: rows,
    spansKnown: false,
    markedHeaderRows: null,
    place: { page: first.page },
    doubts: [{ about: 'span' as const, reason: message('doubt.aligned') }],
  };
  const edges = [columns[0]!.x, ...columns.map(({ right }) => right)];
  return { table, top: first.y - first.fontSize, bottom: last.y, edges };
}

/** Columns are what the lines with most pieces leave free between them. */
function findColumns(run: readonly PdfLine[]): { x: number; right: number }[] {
  const most = Math.max(...run.map(({ segments }) => segments.length));
  const telling = run.filter(({ segments }) => segments.length > 1 && segments.length * 3 >= most * 2);
  const em = run[0]!.fontSize;
  const columns: { x: number; right: number }[] = [];
  for (const { x, right } of telling.flatMap(({ segments }) => segments).sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && x < last.right + em * GUTTER) last.right = Math.max(last.right, right);
    else columns.push({ x, right });
  }
  return columns;
}

/** A row's pieces in their columns; a piece over several columns spans them. Null when two pieces fall into one column. */
function placeSegments(segments: readonly PdfSegment[], columns: readonly { x: number; right: number }[]): RawCell[] | null {
  const cells = columns.map((): RawCell => ({ text: '', rowSpan: 1, colSpan: 1, covered: false }));
  for (const { text, x, right } of segments) {
    const middle = (x + right) / 2;
    const touched = columns.findIndex((column) => right > column.x && x < column.right);
    const nearest = columns.findIndex((column, i) => middle < (column.right + (columns[i + 1]?.x ?? Number.POSITIVE_INFINITY)) / 2);
    const col = touched >= 0 ? touched : nearest;
    if (cells[col]!.text !== '') return null;
    cells[col]!.text = closeCjkBlanks(text);
  }
  return cells;
}

/** The next line of cells whose first column is blank: text goes on in each. */
function foldInto(row: RawCell[], next: readonly RawCell[]): void {
  next.forEach(({ text }, c) => {
    const cell = row[c]!;
    if (text !== '') row[c] = { ...cell, text: cell.text === '' ? text : cell.text + getJoint(cell.text, text) + text };
  });
}
