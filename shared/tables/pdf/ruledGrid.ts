import type { PdfRule } from './pdfPage';

/** A rectangle of grid positions that no line divides: rows and columns from (inclusive) and to (exclusive). */
export type GridCell = { row: number; col: number; rowEnd: number; colEnd: number };

/**
 * A grid drawn by ruling lines: column edges `xs` and row edges `ys` in points, one more than there are columns and rows. `isOpenBelow` says that no
 * line closes its last row.
 */
export type RuledGrid = { xs: number[]; ys: number[]; cells: GridCell[]; isOpenBelow: boolean };

/** Points within which lines meet, and within which edges are one edge. */
const MEET = 3;
const SAME_EDGE = 2;
/** Points that vertical lines reach beyond the last horizontal one where a row is cut. */
const OPEN = 7;
/** Pieces of one line may be this far apart: dashes, and the thickness of lines that cross. */
const DASH = 3;

/** The grids that a page's lines draw, in reading order. Single boxes, underlines and lines that cross nothing are no grids. */
export function findRuledGrids(rules: readonly PdfRule[]): RuledGrid[] {
  const horizontal = mergeCollinear(rules.filter((rule) => rule.y0 === rule.y1));
  const vertical = mergeCollinear(rules.filter((rule) => rule.y0 !== rule.y1).map(transpose)).map(transpose);
  return groupCrossing(horizontal, vertical)
    .map(({ across, down }) => buildGrid(across, down))
    .filter((grid) => grid.cells.length > 1)
    .sort((a, b) => a.ys[0]! - b.ys[0]! || a.xs[0]! - b.xs[0]!);
}

function transpose({ x0, y0, x1, y1 }: PdfRule): PdfRule {
  return { x0: y0, y0: x0, x1: y1, y1: x1 };
}

/** Horizontal lines on one height that touch or overlap become one. */
function mergeCollinear(rules: readonly PdfRule[]): PdfRule[] {
  const rows: PdfRule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.y0 - b.y0)) {
    const row = rows.at(-1);
    if (row && rule.y0 - row[0]!.y0 <= SAME_EDGE) row.push(rule);
    else rows.push([rule]);
  }
  return rows.flatMap((row) => {
    const merged: PdfRule[] = [];
    for (const rule of row.sort((a, b) => a.x0 - b.x0)) {
      const last = merged.at(-1);
      if (last && rule.x0 - last.x1 <= DASH) last.x1 = Math.max(last.x1, rule.x1);
      else merged.push({ ...rule });
    }
    return merged;
  });
}

type Group = { across: PdfRule[]; down: PdfRule[] };

/** Lines that are connected by crossings belong to one grid. */
function groupCrossing(horizontal: readonly PdfRule[], vertical: readonly PdfRule[]): Group[] {
  const parent = [...horizontal, ...vertical].map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    parent[i] = root;
    return root;
  };
  const byX = vertical.map((rule, i) => ({ rule, at: horizontal.length + i })).sort((a, b) => a.rule.x0 - b.rule.x0);
  horizontal.forEach((line, i) => {
    for (const { rule, at } of byX) {
      if (rule.x0 > line.x1 + MEET) break;
      if (rule.x0 >= line.x0 - MEET && line.y0 >= rule.y0 - MEET && line.y0 <= rule.y1 + MEET) parent[find(at)] = find(i);
    }
  });
  const groups = new Map<number, Group>();
  [...horizontal, ...vertical].forEach((rule, i) => {
    const root = find(i);
    const group = groups.get(root) ?? { across: [], down: [] };
    (i < horizontal.length ? group.across : group.down).push(rule);
    groups.set(root, group);
  });
  return [...groups.values()].filter(({ across, down }) => across.length > 1 && down.length > 0);
}

function buildGrid(across: readonly PdfRule[], down: readonly PdfRule[]): RuledGrid {
  const left = Math.min(...across.map(({ x0 }) => x0));
  const right = Math.max(...across.map(({ x1 }) => x1));
  const xs = toEdges([...down.map(({ x0 }) => x0), ...openSides(down, left, right)]);
  const drawn = toEdges(across.map(({ y0 }) => y0));
  const top = findOpenEnd(down.map(({ y0 }) => -y0));
  const bottom = findOpenEnd(down.map(({ y1 }) => y1));
  const isOpenAbove = top !== null && drawn[0]! + top > OPEN;
  const isOpenBelow = bottom !== null && bottom - drawn.at(-1)! > OPEN;
  const ys = [...(isOpenAbove ? [-top] : []), ...drawn, ...(isOpenBelow ? [bottom] : [])];
  return { xs, ys, cells: findCells(xs, ys, across, down), isOpenBelow };
}

/** Where several vertical lines end together, or null: a row that a page cut has no line there. */
function findOpenEnd(ends: readonly number[]): number | null {
  const far = Math.max(...ends);
  return ends.filter((end) => far - end <= MEET).length > 1 ? far : null;
}

/** Tables printed without outer lines end where their horizontal lines end. */
function openSides(down: readonly PdfRule[], left: number, right: number): number[] {
  const ends = [left, right];
  return ends.filter((end) => down.every(({ x0 }) => Math.abs(x0 - end) > MEET * 2));
}

function toEdges(values: readonly number[]): number[] {
  const edges: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (edges.length === 0 || value - edges.at(-1)! > SAME_EDGE * 1.5) edges.push(value);
  }
  return edges;
}

/** Positions that no line divides, taken together as the largest rectangle from their top left corner. */
function findCells(xs: readonly number[], ys: readonly number[], across: readonly PdfRule[], down: readonly PdfRule[]): GridCell[] {
  const [rows, cols] = [ys.length - 1, xs.length - 1];
  const wallsRight = markWalls(down.map(transpose), xs, ys);
  const wallsBelow = markWalls(across, ys, xs);
  const hasRight = (row: number, col: number) => col + 1 >= cols || wallsRight[col + 1]!.has(row);
  const hasBelow = (row: number, col: number) => row + 1 >= rows || wallsBelow[row + 1]!.has(col);
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < cols; col += 1) {
      if (taken.has(row * cols + col)) continue;
      let colEnd = col + 1;
      while (!hasRight(row, colEnd - 1) && !taken.has(row * cols + colEnd)) colEnd += 1;
      let rowEnd = row + 1;
      while (mayGrow(rowEnd - 1, col, colEnd, hasRight, hasBelow)) rowEnd += 1;
      for (let r = row; r < rowEnd; r += 1) for (let c = col; c < colEnd; c += 1) taken.add(r * cols + c);
      cells.push({ row, col, rowEnd, colEnd });
    }
  }
  return cells;
}

function mayGrow(
  row: number,
  col: number,
  colEnd: number,
  hasRight: (row: number, col: number) => boolean,
  hasBelow: (row: number, col: number) => boolean,
): boolean {
  for (let c = col; c < colEnd; c += 1) {
    if (hasBelow(row, c)) return false;
    if (c + 1 < colEnd && hasRight(row + 1, c)) return false;
  }
  return hasRight(row + 1, colEnd - 1);
}

/** For each edge, the intervals between crossing edges along which a line is drawn on it. Lines are horizontal, `edges` their heights. */
function markWalls(lines: readonly PdfRule[], edges: readonly number[], along: readonly number[]): Set<number>[] {
  const walls = edges.map(() => new Set<number>());
  for (const line of lines) {
    const edge = edges.findLastIndex((value) => value <= line.y0 + SAME_EDGE * 1.5 && line.y0 - value <= SAME_EDGE * 2);
    if (edge < 0) continue;
    for (let i = 0; i + 1 < along.length; i += 1) {
      const middle = (along[i]! + along[i + 1]!) / 2;
      if (line.x0 <= middle && line.x1 >= middle) walls[edge]!.add(i);
    }
  }
  return walls;
}
