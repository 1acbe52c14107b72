import type { OPS } from 'pdfjs-dist';
import type { PdfRule } from '../../../../shared/tables/pdf/pdfPage';

type Matrix = [number, number, number, number, number, number];
type Point = { x: number; y: number };
type Operators = { fnArray: number[]; argsArray: unknown[] };

/** Path commands as the library packs them into numbers. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
/** A filled strip this thin, in points, is a line; a line shorter than the second is a dot of a pattern. */
const THICKEST = 3;
const SHORTEST = 1;
const STRAIGHT = 0.7;
/** No page of a report has more; drawings do, and are no tables. */
const RULE_LIMIT = 20_000;

/** The straight horizontal and vertical lines a page draws, stroked or as thin filled strips, in page points. */
export function readPageRules(ops: typeof OPS, { fnArray, argsArray }: Operators, page: Matrix): PdfRule[] {
  const strokes = new Set<number>([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const fills = new Set<number>([ops.fill, ops.eoFill]);
  const rules: PdfRule[] = [];
  const saved: Matrix[] = [];
  let current = page;
  fnArray.forEach((operator, i) => {
    const args = argsArray[i] as unknown[] | null;
    if (operator === ops.save) saved.push(current);
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) current = saved.pop() ?? page;
    else if (operator === ops.transform) current = multiply(current, args as unknown as Matrix);
    else if (operator === ops.paintFormXObjectBegin) {
      saved.push(current);
      if (Array.isArray(args?.[0])) current = multiply(current, args[0] as Matrix);
    } else if (operator === ops.constructPath && args && rules.length < RULE_LIMIT) {
      const [paint, [path]] = args as [number, [Float32Array | null]];
      if (!path) return;
      for (const points of readSubpaths(path, current)) {
        if (strokes.has(paint)) rules.push(...listStrokes(points));
        else if (fills.has(paint)) rules.push(...listStrips(points));
      }
    }
  });
  return rules;
}

function multiply([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** The points of each straight-sided piece of a path, closed ones with their first point again; curved pieces are left out. */
function readSubpaths(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Point[][] {
  const subpaths: Point[][] = [];
  let points: Point[] = [];
  let curved = false;
  const end = () => {
    if (!curved && points.length > 1) subpaths.push(points);
    points = [];
    curved = false;
  };
  for (let at = 0; at < path.length; ) {
    const command = path[at]!;
    if (command === MOVE || command === LINE) {
      if (command === MOVE) end();
      const [x, y] = [path[at + 1]!, path[at + 2]!];
      points.push({ x: a * x + c * y + e, y: b * x + d * y + f });
      at += 3;
    } else if (command === CURVE || command === QUADRATIC) {
      curved = true;
      at += command === CURVE ? 7 : 5;
    } else {
      if (points[0]) points.push(points[0]);
      at += 1;
    }
  }
  end();
  return subpaths;
}

function listStrokes(points: readonly Point[]): PdfRule[] {
  const strip = listStrips(points);
  if (strip.length > 0 && points.length > 3) return strip;
  return points.slice(1).flatMap((point, i) => toRule(points[i]!, point));
}

function toRule(from: Point, to: Point): PdfRule[] {
  const [width, height] = [Math.abs(from.x - to.x), Math.abs(from.y - to.y)];
  if (Math.max(width, height) < SHORTEST) return [];
  if (height <= STRAIGHT && width > height) {
    const y = (from.y + to.y) / 2;
    return [{ x0: Math.min(from.x, to.x), x1: Math.max(from.x, to.x), y0: y, y1: y }];
  }
  if (width <= STRAIGHT && height > width) {
    const x = (from.x + to.x) / 2;
    return [{ x0: x, x1: x, y0: Math.min(from.y, to.y), y1: Math.max(from.y, to.y) }];
  }
  return [];
}

/** A thin filled piece is a line along its middle. */
function listStrips(points: readonly Point[]): PdfRule[] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (height <= THICKEST && width > height && width >= SHORTEST)
    return [{ x0: left, x1: right, y0: (top + bottom) / 2, y1: (top + bottom) / 2 }];
  if (width <= THICKEST && height > width && height >= SHORTEST)
    return [{ x0: (left + right) / 2, x1: (left + right) / 2, y0: top, y1: bottom }];
  return [];
}
