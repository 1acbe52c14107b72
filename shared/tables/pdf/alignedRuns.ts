import { getCellKind } from '../cellText';
import { readUnitLine } from '../unitLine';
import type { PdfLine, PdfWord } from './pdfPage';

/** Rows of one table are no further apart than this, in em; lines of one cell no further than the second. */
const ROWS_APART = 3.5;
export const LINES_APART = 1.75;
/** Rows of a table stand at their usual distance: behind a gap this many times the widest before it, a line in one piece is the title of something else. */
const WIDER_GAP = 1.35;
/** Rows with a label alone that may follow each other: statements print items they have no amount for. */
const LABELS_ALONE = 20;
/** As many rows show how far apart they stand and where they begin and end. */
const RECENT_ROWS = 60;
/** A gutter between columns, in em. */
const GUTTER = 0.6;
/** Dots that lead to a page number in a table of contents. */
const LEADERS = /[.．…·]{4,}/;

/** Where a column of text by alignment begins and ends. */
export type AlignedColumn = { x: number; right: number };

/** Stretches of lines in several pieces that may be a table, over page ends too, with lines in one piece between them; every other line stands alone. */
export function splitAlignedRuns(lines: readonly PdfLine[]): PdfLine[][] {
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
    const recent = open.slice(-RECENT_ROWS);
    const unitAlone = line.segments.length === 1 && readUnitLine(line.text) !== null;
    const isRow = line.segments.length > 1 && !LEADERS.test(line.text);
    if (
      last &&
      (unitAlone ||
        standsApart(recent, last, line) ||
        (isRow && (single.length > 0 || line.page !== last.page) && beginsAnother(open, line)))
    )
      close();
    if (isRow || (last && single.length === 0 && open.length > 0 && !unitAlone && continuesCell(recent, last, line))) {
      open.push(...single, line);
      single = [];
    } else if (open.length > 0 && mayGoOn(recent, single.length, line)) single.push(line);
    else {
      close();
      runs.push([line]);
    }
  }
  close();
  return runs;
}

/** Columns are what the lines with most pieces leave free between them; pieces that may be two cells tell nothing where others do. */
export function findAlignedColumns(run: readonly PdfLine[]): AlignedColumn[] {
  const most = Math.max(...run.map(({ segments }) => segments.length));
  const telling = run.filter(({ segments }) => segments.length > 1 && segments.length * 3 >= most * 2).flatMap(({ segments }) => segments);
  const plain = telling.filter(({ words }) => words.length === 1);
  const [all, sure] = [telling, plain].map((segments) => uniteOverlapping(segments, run[0]!.fontSize * GUTTER));
  return sure!.length > all!.length ? sure! : all!;
}

function uniteOverlapping(pieces: readonly PdfWord[], gutter: number): AlignedColumn[] {
  const columns: AlignedColumn[] = [];
  for (const { x, right } of [...pieces].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && x < last.right + gutter) last.right = Math.max(last.right, right);
    else columns.push({ x, right });
  }
  return columns;
}

/** True for a line in one piece that may be a row's label alone, or text of a later column, before a further row. */
function mayGoOn(open: readonly PdfLine[], labels: number, { x, right, fontSize }: PdfLine): boolean {
  const edge = labels < 2 ? edgeOf(open) : stubEdgeOf(open);
  return labels < LABELS_ALONE && (right < edge + fontSize || x > stubEdgeOf(open) - 2 * fontSize);
}

const edgeOf = (open: readonly PdfLine[]) => Math.max(...open.map(({ right }) => right));

/** Where the first column ends at the latest: where the second begins. */
const stubEdgeOf = (open: readonly PdfLine[]) => Math.min(...open.flatMap(({ segments }) => segments.slice(1, 2).map(({ x }) => x)));

function standsApart(open: readonly PdfLine[], last: PdfLine, line: PdfLine): boolean {
  if (line.page !== last.page) return false;
  const gap = line.y - last.y;
  if (gap > ROWS_APART * line.fontSize) return true;
  if (line.segments.length > 1 && !isHeaderAgain(open, line)) return false;
  const usual = Math.max(...open.slice(1).map((row, i) => (row.page === open[i]!.page ? row.y - open[i]!.y : 0)));
  return open.length > 1 && gap > LINES_APART * line.fontSize && gap > usual * WIDER_GAP;
}

/** True for a row of words below rows of numbers. */
function isHeaderAgain(open: readonly PdfLine[], line: PdfLine): boolean {
  const kindsOf = ({ segments }: PdfLine) => segments.slice(1).map(({ text }) => getCellKind(text));
  const isWords = kindsOf(line).every((kind) => kind === 'text' || kind === 'date');
  return isWords && open.filter((row) => kindsOf(row).includes('number')).length > 1;
}

/**
 * True for a row, behind a title or a page end, that is a header again or stands in other columns. On the next page the same header is a repeated one.
 */
function beginsAnother(open: readonly PdfLine[], line: PdfLine): boolean {
  if (open.length === 0) return true;
  if (line.text === open[0]!.text) return line.page === open[0]!.page;
  if (isHeaderAgain(open, line)) return true;
  const columns = findAlignedColumns(open);
  const em = line.fontSize;
  const isNear = (a: number, b: number) => Math.abs(a - b) < em;
  const aligned = line.segments.filter(({ x, right }) =>
    columns.some((column) => isNear(x, column.x) || isNear(right, column.right) || isNear((x + right) / 2, (column.x + column.right) / 2)),
  );
  return aligned.length * 3 < line.segments.length * 2;
}

/** True for the second line of a cell that is not in the first column. */
function continuesCell(open: readonly PdfLine[], last: PdfLine, line: PdfLine): boolean {
  return line.page === last.page && line.y - last.y < LINES_APART * line.fontSize && line.x > stubEdgeOf(open) - line.fontSize * 2;
}
