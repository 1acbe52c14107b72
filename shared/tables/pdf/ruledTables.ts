import type { RawCell, RawTable } from '../rawTable';
import { closeCjkBlanks, WIDE_BLANK } from './cjkBlanks';
import { getJoint } from './joinPdfLines';
import { groupByBaseline, readSegments } from './pageLines';
import type { PdfPage, PdfText } from './pdfPage';
import { findRuledGrids, type GridCell, type RuledGrid } from './ruledGrid';
import { measureFirstWord, measureText } from './wordWidth';

/** A table on its page: where it stands, in points, and the column edges that its continuation on the next page shares. */
export type PlacedTable = { table: RawTable; top: number; bottom: number; edges: number[] };

/** Baselines lie this far below the middle of their characters, in em. */
const MIDDLE = 0.35;
/** Column edges of a table and of its continuation on the next page differ by no more than this, in points. */
const SAME_COLUMN = 3;
/** Padding of cells, in points, is never taken to be more than this. */
const WIDEST_PADDING = 8;
/** How a nested table is marked in the text of its cell. */
const NESTED = '\ufffc';

/** The tables that a page's ruling lines draw, with their text, and the text that stands outside them. */
export function readRuledTables(page: PdfPage, repairs: Map<string, number>): { tables: PlacedTable[]; outside: PdfText[] } {
  const drawings = findRuledGrids(page.rules).map((grid): Drawing => ({ grid, items: new Map(), nested: new Map() }));
  const outside: PdfText[] = [];
  for (const item of page.items) {
    const drawing = findSmallest(drawings, item.x + item.width / 2, getMiddle(item));
    if (!drawing) outside.push(item);
    else for (const [cell, piece] of placeInCells(drawing.grid, item)) addTo(drawing.items, cell, piece);
  }
  const tables: PlacedTable[] = [];
  for (const drawing of [...drawings].sort((a, b) => getArea(a.grid) - getArea(b.grid))) {
    if (!isTable(drawing)) {
      for (const items of drawing.items.values()) outside.push(...items);
      continue;
    }
    const { xs, ys } = drawing.grid;
    const table = toTable(drawing, page.page, repairs);
    const placed = { table, top: ys[0]!, bottom: ys.at(-1)!, edges: xs };
    const others = drawings.filter((other) => getArea(other.grid) > getArea(drawing.grid));
    const outer = findSmallest(others, (xs[0]! + xs.at(-1)!) / 2, (placed.top + placed.bottom) / 2);
    const cell = outer && findCell(outer.grid, (xs[0]! + xs.at(-1)!) / 2, (placed.top + placed.bottom) / 2);
    if (outer && cell) addTo(outer.nested, cell, placed);
    else tables.push(placed);
  }
  return { tables: tables.sort((a, b) => a.top - b.top), outside };
}

type Drawing = { grid: RuledGrid; items: Map<GridCell, PdfText[]>; nested: Map<GridCell, PlacedTable[]> };

function addTo<Value>(map: Map<GridCell, Value[]>, cell: GridCell, value: Value): void {
  const list = map.get(cell);
  if (list) list.push(value);
  else map.set(cell, [value]);
}

/** One column is a frame around text; lines without text are a drawing. */
function isTable({ grid, items, nested }: Drawing): boolean {
  const columns = new Set([...items.keys(), ...nested.keys()].map(({ col }) => col));
  return grid.xs.length > 2 && (columns.size > 1 || items.size > 2);
}

function getArea({ xs, ys }: RuledGrid): number {
  return (xs.at(-1)! - xs[0]!) * (ys.at(-1)! - ys[0]!);
}

function getMiddle(item: PdfText): number {
  return item.y - item.fontSize * MIDDLE;
}

function findSmallest(drawings: readonly Drawing[], x: number, y: number): Drawing | null {
  let smallest: Drawing | null = null;
  for (const drawing of drawings) {
    const { xs, ys } = drawing.grid;
    const holds = x >= xs[0]! && x <= xs.at(-1)! && y >= ys[0]! && y <= ys.at(-1)!;
    if (holds && (!smallest || getArea(drawing.grid) < getArea(smallest.grid))) smallest = drawing;
  }
  return smallest;
}

function findCell({ xs, ys, cells }: RuledGrid, x: number, y: number): GridCell | null {
  return cells.find((cell) => x >= xs[cell.col]! && x <= xs[cell.colEnd]! && y >= ys[cell.row]! && y <= ys[cell.rowEnd]!) ?? null;
}

/** The item in its cell; one that the library joined across a column edge is cut at its blanks. */
function placeInCells(grid: RuledGrid, item: PdfText): [GridCell, PdfText][] {
  const y = getMiddle(item);
  const middle = findCell(grid, item.x + item.width / 2, y);
  const crosses = middle && (item.x < grid.xs[middle.col]! - 2 || item.x + item.width > grid.xs[middle.colEnd]! + 2);
  if (!crosses || !/\S\s+\S/.test(item.text)) return middle ? [[middle, item]] : [];
  const scale = item.width / measureText(item.text);
  return [...item.text.matchAll(/\S+/g)].flatMap((word): [GridCell, PdfText][] => {
    const x = item.x + measureText(item.text.slice(0, word.index)) * scale;
    const width = measureText(word[0]) * scale;
    const cell = findCell(grid, x + width / 2, y);
    return cell ? [[cell, { ...item, text: word[0], x, width }]] : [];
  });
}

function toTable(drawing: Drawing, page: number, repairs: Map<string, number>): RawTable {
  const { xs, ys, cells } = drawing.grid;
  const padding = getPadding(drawing);
  const rows = ys.slice(1).map(() => xs.slice(1).map((): RawCell => ({ text: '', rowSpan: 1, colSpan: 1, covered: true })));
  for (const cell of cells) {
    const nested = (drawing.nested.get(cell) ?? []).sort((a, b) => a.top - b.top);
    const room = xs[cell.colEnd]! - xs[cell.col]! - padding * 2;
    rows[cell.row]![cell.col] = {
      text: readCell(drawing.items.get(cell) ?? [], nested, room, repairs),
      rowSpan: cell.rowEnd - cell.row,
      colSpan: cell.colEnd - cell.col,
      covered: false,
      ...(nested.length > 0 && { nested: nested.map(({ table }) => table) }),
    };
  }
  const last = cells.filter((cell) => cell.rowEnd === ys.length - 1);
  const isWhole = last.every((cell) => {
    const room = xs[cell.colEnd]! - xs[cell.col]! - padding * 2;
    return !drawing.nested.has(cell) && isEnded(drawing.items.get(cell) ?? [], room);
  });
  const lastRoom = xs.slice(1).map((): number | null => null);
  for (const cell of last) {
    lastRoom[cell.col] = getRoomLeft(drawing.items.get(cell) ?? [], xs[cell.colEnd]! - xs[cell.col]! - padding * 2);
  }
  const lastRow = drawing.grid.isOpenBelow ? 'cut' : isWhole ? 'whole' : undefined;
  return { cells: rows, spansKnown: true, markedHeaderRows: null, lastRow, lastRoom, place: { page } };
}

/** One line with room behind it goes on nowhere; where there are more lines, the page may have ended between two of them. */
function isEnded(items: readonly PdfText[], room: number): boolean {
  const drawn = items.filter((item) => item.text.trim() !== '');
  if (groupByBaseline(drawn).length > 1) return false;
  const left = Math.min(...drawn.map(({ x }) => x));
  const right = Math.max(...drawn.map(({ x, width }) => x + width));
  return drawn.length === 0 || right - left + drawn[0]!.fontSize * 1.5 < room;
}

/** Room behind the last line of a cell, in em; null for a cell without text. */
function getRoomLeft(items: readonly PdfText[], room: number): number | null {
  const line = groupByBaseline(items.filter((item) => item.text.trim() !== '')).at(-1);
  if (!line) return null;
  const left = Math.min(...line.map(({ x }) => x));
  const right = Math.max(...line.map(({ x, width }) => x + width));
  return (room - right + left) / line[0]!.fontSize;
}

/** The same table with finer columns: `edges` holds its own edges and more between them. */
export function spreadColumns({ table, edges: own, ...place }: PlacedTable, edges: readonly number[]): PlacedTable {
  const at = own.map((edge) => edges.findIndex((finer) => Math.abs(finer - edge) <= SAME_COLUMN));
  const cells = table.cells.map((row) =>
    row.flatMap((cell, col): RawCell[] => {
      const spread = at[col + 1]! - at[col]!;
      const covered = Array.from({ length: spread - 1 }, (): RawCell => ({ text: '', rowSpan: 1, colSpan: 1, covered: true }));
      if (cell.covered) return [cell, ...covered];
      return [{ ...cell, colSpan: at[col + cell.colSpan]! - at[col]! }, ...covered];
    }),
  );
  const lastRoom = edges.slice(1).map((_, col) => table.lastRoom?.[at.indexOf(col)] ?? null);
  return { ...place, table: { ...table, cells, lastRoom }, edges: [...edges] };
}

/** True when every column edge of the one is an edge of the other and both have the same sides. */
export function isWithinColumns(edges: readonly number[], finer: readonly number[]): boolean {
  const isThere = (edge: number) => finer.some((other) => Math.abs(other - edge) <= SAME_COLUMN);
  const sameSides = Math.abs(edges[0]! - finer[0]!) <= SAME_COLUMN && Math.abs(edges.at(-1)! - finer.at(-1)!) <= SAME_COLUMN;
  return sameSides && edges.every(isThere);
}

/** The least distance that text keeps from its cell's sides. */
function getPadding({ grid, items }: Drawing): number {
  let least = WIDEST_PADDING;
  for (const [cell, own] of items) {
    for (const item of own) {
      if (item.text.trim() !== '') least = Math.min(least, item.x - grid.xs[cell.col]!, grid.xs[cell.colEnd]! - item.x - item.width);
    }
  }
  return Math.max(0, least);
}

/** A cell's text: lines that the cell's width broke are one, others stand on lines of their own. */
function readCell(items: readonly PdfText[], nested: readonly PlacedTable[], room: number, repairs: Map<string, number>): string {
  let text = '';
  let used = Number.NEGATIVE_INFINITY;
  let waiting = 0;
  const startLine = (line: string) => {
    text += text === '' ? line : `\n${line}`;
  };
  for (const line of groupByBaseline(items)) {
    const segments = readSegments(line, repairs);
    if (segments.length === 0) continue;
    while (waiting < nested.length && nested[waiting]!.top < line[0]!.y) {
      startLine(NESTED);
      used = Number.NEGATIVE_INFINITY;
      waiting += 1;
    }
    const words = closeCjkBlanks(segments.map((segment) => segment.text).join(WIDE_BLANK));
    const fontSize = line[0]!.fontSize;
    if (used + measureFirstWord(words) * fontSize > room - fontSize * 0.2) text += getJoint(text.slice(-1), words) + words;
    else startLine(words);
    used = segments.at(-1)!.right - segments[0]!.x;
  }
  for (; waiting < nested.length; waiting += 1) startLine(NESTED);
  return text;
}
