import type { PageBox, PlacedCell } from '../../domain/tableOrigin';
import { squash } from '../cellText';
import { groupByBaseline } from './pageLines';
import type { PdfText } from './pdfPage';
import { repairSharedGlyphs } from './sharedGlyphs';
import { measureText } from './wordWidth';

/** Gaps in em: cells stand at least so far apart; pieces of a line farther apart than the second are of different cells. */
const APART = 0.2;
const PIECES_APART = 0.7;
/** A page prints no more rows. */
const ROWS_OF_PAGE = 200;
/** A row is known by one whole cell of this many characters, or by a piece of a broken one this long. */
const LEAST_CELL = 2;
const LEAST_PIECE = 4;
/** Lines of a broken cell lie this near to the line its row is known by, in em. */
const NEAR = 12;
/** What leaving a row out costs: a page prints rows without gaps, and one further down may read like a line by chance. */
const SKIPPED_ROW = 3;
const ASCENT = 0.95;
const LINE_HEIGHT = 1.25;

type Line = { text: string; lefts: number[]; rights: number[]; y: number; fontSize: number; pieces: Run[] };
/** Characters [from, to) of a line. */
type Run = { from: number; to: number };

/**
 * Finds a table's cells among what a page prints, by their text: rows from `first` on, in order, each on the line that says most of it. Rows the page
 * does not print are left out, and so are cells whose text was not found. `rows` hold the texts as they were read.
 */
export function locateRows(items: readonly PdfText[], rows: readonly (readonly string[])[], first: number): PlacedCell[] {
  const lines = groupByBaseline(items.filter(({ text }) => text.trim() !== '')).map(readLine);
  const wanted = rows.slice(first, first + ROWS_OF_PAGE).map((row) => row.map(squash));
  const anchors = alignRows(wanted, lines);
  return anchors.flatMap(({ row, line }, i) => {
    const own = lines[line]!;
    const isNear = ({ y }: Line) => Math.abs(y - own.y) < NEAR * own.fontSize;
    const around = lines.slice((anchors[i - 1]?.line ?? -1) + 1, anchors[i + 1]?.line ?? lines.length).filter(isNear);
    return placeCells(wanted[row]!, own, around).map(({ col, box }) => ({ row: first + row, col, box }));
  });
}

/** The smallest box around others, with a margin in points. */
export function surroundBoxes(boxes: readonly PageBox[], margin: number): PageBox {
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Characters of one baseline without blanks, each with its place. */
function readLine(items: readonly PdfText[]): Line {
  const line: Line = { text: '', lefts: [], rights: [], y: items[0]!.y, fontSize: 0, pieces: [] };
  const repairs = new Map<string, number>();
  for (const item of [...items].sort((a, b) => a.x - b.x)) {
    if (item.fontSize > line.fontSize) [line.y, line.fontSize] = [item.y, item.fontSize];
    const text = repairSharedGlyphs(item.text, repairs);
    const scale = item.width / Math.max(measureText(text), 0.01);
    let x = item.x;
    for (const char of text) {
      const width = measureText(char) * scale;
      const plain = squash(char);
      if (plain !== '') {
        line.text += plain;
        for (let unit = 0; unit < plain.length; unit += 1) {
          line.lefts.push(x);
          line.rights.push(x + width);
        }
      }
      x += width;
    }
  }
  for (let at = 0; at < line.text.length; at += 1) {
    if (getGap(line, at) > PIECES_APART) line.pieces.push({ from: at, to: at + 1 });
    else line.pieces.at(-1)!.to = at + 1;
  }
  return line;
}

/** Distance of a character from the one before, in em; endless at the ends of the line. */
function getGap({ lefts, rights, fontSize }: Line, at: number): number {
  return at === 0 || at === lefts.length ? Number.POSITIVE_INFINITY : (lefts[at]! - rights[at - 1]!) / fontSize;
}

/** Where a line prints a cell's whole text, standing apart on both sides, from character `start` on. */
function findCell(line: Line, wanted: string, start: number): Run | null {
  for (let from = line.text.indexOf(wanted, start); from >= 0; from = line.text.indexOf(wanted, from + 1)) {
    const to = from + wanted.length;
    if (getGap(line, from) > APART && getGap(line, to) > APART) return { from, to };
  }
  return null;
}

/** Pieces of a line that are part of a cell whose text is broken over several lines. */
function findPieces(line: Line, wanted: string): Run[] {
  return line.pieces.filter(({ from, to }) => to - from < wanted.length && wanted.includes(line.text.slice(from, to)));
}

/** How much of a row a line says, less what it says besides; nothing when that is too little to know the row by. */
function score(row: readonly string[], line: Line): number {
  let whole = 0;
  let broken = 0;
  let explained = 0;
  let start = 0;
  for (const wanted of row) {
    if (wanted === '') continue;
    const found = findCell(line, wanted, start);
    if (found) {
      whole += wanted.length + (wanted.length >= LEAST_CELL ? 1 : 0);
      explained += wanted.length;
      start = found.to;
    } else {
      for (const { from, to } of findPieces(line, wanted)) {
        if (to - from >= LEAST_PIECE) broken += (to - from) / 2;
        explained += to - from;
      }
    }
  }
  const isKnown = whole >= LEAST_CELL + 1 || broken > 0;
  return isKnown ? Math.max(0, whole + broken - Math.max(0, line.text.length - explained)) : 0;
}

/** The pairs of rows and lines, both in order, that say most together; the rows behind the last pair are another page's. */
function alignRows(rows: readonly (readonly string[])[], lines: readonly Line[]): { row: number; line: number }[] {
  const scores = rows.map((row) => lines.map((line) => score(row, line)));
  const best = Array.from({ length: rows.length + 1 }, () => new Float64Array(lines.length + 1));
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    for (let line = lines.length - 1; line >= 0; line -= 1) {
      const paired = scores[row]![line]! > 0 ? scores[row]![line]! + best[row + 1]![line + 1]! : 0;
      best[row]![line] = Math.max(paired, best[row + 1]![line]! - SKIPPED_ROW, best[row]![line + 1]!);
    }
  }
  const pairs: { row: number; line: number }[] = [];
  for (let row = 0, line = 0; row < rows.length && line < lines.length && best[row]![line]! > 0; ) {
    if (best[row]![line] === best[row]![line + 1]) line += 1;
    else if (best[row]![line] === best[row + 1]![line]! - SKIPPED_ROW) row += 1;
    else pairs.push({ row: row++, line: line++ });
  }
  return pairs;
}

/** Boxes of a row's cells: on its own line from left to right, else on a line around, else the pieces of a broken text. */
function placeCells(row: readonly string[], own: Line, around: readonly Line[]): { col: number; box: PageBox }[] {
  const placed: { col: number; box: PageBox }[] = [];
  let start = 0;
  row.forEach((wanted, col) => {
    if (wanted === '') return;
    const found = findCell(own, wanted, start);
    if (found) {
      start = found.to;
      placed.push({ col, box: boxOf(own, found) });
      return;
    }
    const elsewhere = around.flatMap((line) => {
      const run = line === own ? null : findCell(line, wanted, 0);
      return run ? [boxOf(line, run)] : [];
    });
    const pieces =
      elsewhere.length > 0 ? elsewhere.slice(0, 1) : around.flatMap((line) => findPieces(line, wanted).map((run) => boxOf(line, run)));
    if (pieces.length > 0) placed.push({ col, box: surroundBoxes(pieces, 0) });
  });
  return placed;
}

function boxOf({ lefts, rights, y, fontSize }: Line, { from, to }: Run): PageBox {
  const x = lefts[from]!;
  return { x, y: y - fontSize * ASCENT, width: rights[to - 1]! - x, height: fontSize * LINE_HEIGHT };
}
