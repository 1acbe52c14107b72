import type { TableDoubt } from '../domain/dataTable';
import { squash } from './cellText';
import { type HeaderReading } from './inferHeader';
import { getTotalKind, isSerialNumber } from './rowLabels';
import { REMARK_HEADS } from './tableTerms';
import { type ColumnProfile, isTextColumn, profileColumns, type TextGrid } from './textGrid';
import { message } from '../domain/message';

/** A span over a rectangle of the grid; the text stands at (row, col). */
export type Span = { row: number; col: number; rowSpan: number; colSpan: number };

/** `moves` are texts that stood in the middle of a merged label and belong at its start. */
export type SpanReading = { spans: Span[]; moves: { row: number; from: number; to: number }[]; doubts: TableDoubt[] };

/**
 * Infers merged cells from blanks where the file does not state them: a blank in the header is part of a span, a blank below a label in a grouped row
 * is a vertical merge, a blank in an amount column or a total row is a blank. What only probably is a merge carries a doubt.
 */
export function inferSpans(grid: TextGrid, header: HeaderReading): SpanReading {
  const painter = new SpanPainter(grid);
  spanHeaderBlock(painter, 0, header.headerRows);
  for (const [start, end] of groupConsecutive(header.bandRows)) spanHeaderBlock(painter, start, end);
  if (header.headerRows === 0) {
    spanFormLabels(painter);
    spanFormRows(painter);
  } else spanBody(painter, header);
  return { spans: painter.spans, moves: painter.moves, doubts: painter.doubts };
}

class SpanPainter {
  readonly spans: Span[] = [];
  readonly moves: { row: number; from: number; to: number }[] = [];
  readonly doubts: TableDoubt[] = [];
  private readonly taken: boolean[][];

  readonly grid: TextGrid;

  constructor(grid: TextGrid) {
    this.grid = grid;
    this.taken = grid.texts.map((row) => row.map(() => false));
  }

  isFree(row: number, col: number): boolean {
    return this.grid.kinds[row]?.[col] === 'blank' && !this.taken[row]![col];
  }

  isStart(row: number, col: number): boolean {
    return this.grid.kinds[row]![col] !== 'blank' && !this.taken[row]![col];
  }

  /** Takes the rectangle unless something else than the text at `textAt` (its first column when left out) stands or reaches into it. */
  add(span: Span, textAt: number = span.col): boolean {
    if (span.rowSpan === 1 && span.colSpan === 1) return false;
    const positions: [number, number][] = [];
    for (let r = span.row; r < span.row + span.rowSpan; r += 1) {
      for (let c = span.col; c < span.col + span.colSpan; c += 1) positions.push([r, c]);
    }
    const isText = (r: number, c: number) => r === span.row && c === textAt;
    if (!positions.every(([r, c]) => (isText(r, c) ? this.isStart(r, c) : this.isFree(r, c)))) return false;
    for (const [r, c] of positions) this.taken[r]![c] = true;
    this.spans.push(span);
    return true;
  }
}

/** Header rows [start, end): blanks belong to the label on their left when something stands below them, else to the label above. */
function spanHeaderBlock(painter: SpanPainter, start: number, end: number): void {
  const { grid } = painter;
  for (let r = start; r < end; r += 1) {
    for (let c = 0; c < grid.width; c += 1) {
      if (!painter.isStart(r, c)) continue;
      const reaches = isBlankBelow(grid, r, c, end) ? (at: number) => isBlankBelow(grid, r, at, end) : () => true;
      let colSpan = 1;
      while (c + colSpan < grid.width && painter.isFree(r, c + colSpan) && reaches(c + colSpan)) colSpan += 1;
      let rowSpan = 1;
      while (r + rowSpan < end && isFreeRow(painter, r + rowSpan, c, colSpan)) rowSpan += 1;
      painter.add({ row: r, col: c, rowSpan, colSpan });
    }
  }
}

function isBlankBelow(grid: TextGrid, r: number, c: number, end: number): boolean {
  for (let below = r + 1; below < end; below += 1) if (grid.kinds[below]![c] !== 'blank') return false;
  return true;
}

function isFreeRow(painter: SpanPainter, r: number, c: number, colSpan: number): boolean {
  for (let dc = 0; dc < colSpan; dc += 1) if (!painter.isFree(r, c + dc)) return false;
  return true;
}

/** A form without header: a value reaches to the end of its row, a section title over the whole row. */
function spanFormRows(painter: SpanPainter): void {
  const { grid } = painter;
  if (grid.width < 3) return;
  grid.kinds.forEach((kinds, r) => {
    const last = kinds.findLastIndex((kind) => kind !== 'blank');
    if (last < 0 || last === grid.width - 1 || !painter.isStart(r, last)) return;
    painter.add({ row: r, col: last, rowSpan: 1, colSpan: grid.width - last });
  });
}

/** Rows of a form without a label of their own go on with the label above. */
function spanFormLabels(painter: SpanPainter): void {
  const { grid } = painter;
  spanRuns(painter, 0, grid.texts.length, 0);
}

function spanBody(painter: SpanPainter, header: HeaderReading): void {
  const { grid } = painter;
  const profiles = profileColumns(grid, header.headerRows);
  const numbered = isSerialColumn(grid, header.headerRows) || hasGroups(grid, header.headerRows);
  for (let r = header.headerRows; r < grid.texts.length; r += 1) {
    if (header.bandRows.has(r)) continue;
    spanRowLabel(painter, r, profiles, numbered);
  }
  for (const band of header.bandRows) spanChangedShape(painter, header, band);
  const groups = findGroups(painter, header);
  for (const group of groups) spanGroup(painter, group.start, group.end, profiles);
  if (groups.length === 0) spanSharedText(painter, header, profiles);
}

/** 合计 or a label in a serial-number column reaches over the word columns up to its first value. */
function spanRowLabel(painter: SpanPainter, r: number, profiles: readonly ColumnProfile[], numbered: boolean): void {
  const { grid } = painter;
  const first = grid.kinds[r]!.findIndex((kind) => kind !== 'blank');
  if (first < 0 || grid.kinds[r]![first] !== 'text') return;
  const label = grid.texts[r]![first]!;
  const total = getTotalKind(label);
  const unnumbered = numbered && !isSerialNumber(label);
  if (first > 0) {
    const wholeTotal = total === 'total' && (numbered || r === grid.texts.length - 1);
    if (!wholeTotal || !isFreeRow(painter, r, 0, first)) return;
  } else if (total === null && !unnumbered) return;
  let end = first + 1;
  while (end < grid.width && painter.isFree(r, end) && isTextColumn(profiles[end]!)) end += 1;
  if (end < grid.width && grid.kinds[r]![end] !== 'number' && grid.kinds[r]![end] !== 'nil' && first === 0) {
    if (total === null || grid.kinds[r]![end] !== 'blank') return;
  }
  if (end === grid.width && first === 0) return;
  if (painter.add({ row: r, col: 0, rowSpan: 1, colSpan: end }, first) && first > 0) painter.moves.push({ row: r, from: first, to: 0 });
}

/** Rows after a band that all leave the same columns blank have fewer, wider cells. */
function spanChangedShape(painter: SpanPainter, header: HeaderReading, band: number): void {
  const { grid } = painter;
  if (header.bandRows.has(band - 1) || header.bandRows.has(band + 1)) return;
  const pattern = blankPattern(grid, band);
  if (!pattern.includes('0') || pattern.startsWith('0')) return;
  let end = band + 1;
  while (end < grid.texts.length && blankPattern(grid, end) === pattern) end += 1;
  if (end - band < 2) return;
  for (let r = band + 1; r < end; r += 1) {
    for (let c = 0; c < grid.width; c += 1) {
      if (!painter.isStart(r, c)) continue;
      let colSpan = 1;
      while (c + colSpan < grid.width && painter.isFree(r, c + colSpan)) colSpan += 1;
      painter.add({ row: r, col: c, rowSpan: 1, colSpan });
    }
  }
}

function blankPattern(grid: TextGrid, r: number): string {
  return grid.kinds[r]!.map((kind) => (kind === 'blank' ? '0' : '1')).join('');
}

/** Rows whose first column is blank continue the group of the last row that has one. */
function findGroups(painter: SpanPainter, header: HeaderReading): { start: number; end: number }[] {
  const { grid } = painter;
  const groups: { start: number; end: number }[] = [];
  let start = -1;
  for (let r = header.headerRows; r <= grid.texts.length; r += 1) {
    const continues =
      r < grid.texts.length &&
      painter.isFree(r, 0) &&
      (!header.bandRows.has(r) || start >= 0) &&
      grid.kinds[r]!.some((kind) => kind !== 'blank');
    if (continues) continue;
    if (start >= 0 && r - start > 1) groups.push({ start, end: r });
    start = r < grid.texts.length && painter.isStart(r, 0) && !header.bandRows.has(r) ? r : -1;
  }
  return groups;
}

function spanGroup(painter: SpanPainter, start: number, end: number, profiles: readonly ColumnProfile[]): void {
  const { grid } = painter;
  for (let c = 0; c < grid.width; c += 1) {
    const blanks: number[] = [];
    for (let r = start + 1; r < end; r += 1) if (painter.isFree(r, c)) blanks.push(r);
    if (!painter.isStart(start, c) || blanks.length === 0) continue;
    if (blanks.length === end - start - 1) {
      painter.add({ row: start, col: c, rowSpan: end - start, colSpan: 1 });
    } else if (isTextColumn(profiles[c]!) && c < 3) {
      spanRuns(painter, start, end, c);
    }
  }
}

function spanRuns(painter: SpanPainter, start: number, end: number, c: number): void {
  let from = start;
  for (let r = start + 1; r <= end; r += 1) {
    if (r < end && painter.isFree(r, c)) continue;
    if (r - from > 1 && painter.isStart(from, c)) painter.add({ row: from, col: c, rowSpan: r - from, colSpan: 1 });
    from = r;
  }
}

/** Word columns in which only the first body row speaks, for all rows down to the total. */
function spanSharedText(painter: SpanPainter, header: HeaderReading, profiles: readonly ColumnProfile[]): void {
  const { grid } = painter;
  const start = header.headerRows;
  let end = start + 1;
  while (end < grid.texts.length && getTotalKind(grid.texts[end]![0]!) === null && !header.bandRows.has(end)) end += 1;
  if (end - start < 3) return;
  for (let c = 1; c < grid.width; c += 1) {
    const heads = grid.texts.slice(0, start).map((row) => squash(row[c]!));
    if (!isTextColumn(profiles[c]!) || profiles[c]!.filled !== 1 || !painter.isStart(start, c)) continue;
    if (heads.some((head) => REMARK_HEADS.some((remark) => head.endsWith(remark)))) continue;
    if (!painter.add({ row: start, col: c, rowSpan: end - start, colSpan: 1 })) continue;
    painter.doubts.push({ about: 'span', row: start, col: c, reason: message('doubt.sharedText') });
  }
}

/** True when the first column names groups of rows: some of its cells are blank below a label. */
function hasGroups(grid: TextGrid, headerRows: number): boolean {
  for (let r = headerRows + 1; r < grid.texts.length; r += 1) {
    if (
      grid.kinds[r]![0] === 'blank' &&
      grid.kinds[r]!.some((kind) => kind !== 'blank') &&
      getTotalKind(grid.texts[r]!.find((text) => squash(text) !== '') ?? '') === null
    )
      return true;
  }
  return false;
}

function isSerialColumn(grid: TextGrid, headerRows: number): boolean {
  let serials = 0;
  let others = 0;
  for (let r = headerRows; r < grid.texts.length; r += 1) {
    if (grid.kinds[r]![0] === 'blank') continue;
    if (isSerialNumber(grid.texts[r]![0]!)) serials += 1;
    else others += 1;
  }
  return serials > 0 && (serials >= others || serials >= 2);
}

function groupConsecutive(rows: ReadonlySet<number>): [number, number][] {
  const blocks: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = blocks.at(-1);
    if (last && last[1] === row) last[1] = row + 1;
    else blocks.push([row, row + 1]);
  }
  return blocks;
}
