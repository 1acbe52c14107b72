import { Decimal, type DecimalString } from '../util/decimal';
import { convertUnit, getDimension } from '../util/units';
import type { FoundFigure } from './findFigures';

/** What a cell brings to the comparison: its exact value and unit, and the words around it. */
export type CandidateCell = {
  value: DecimalString;
  unit: string | null;
  rowPath: readonly string[];
  columnPath: readonly string[];
  caption: string | null;
};

/** A cell that holds the figure, with a score between 0 and 1. `sameSign` is false where only the absolute values agree. */
export type Candidate<Cell extends CandidateCell> = { cell: Cell; score: number; sameSign: boolean };

/** Shares of the score: how surely the value is the same, and how much of the cell's own words stand around the figure. */
const VALUE_SHARE = 0.5;
const ROW_SHARE = 0.25;
const COLUMN_SHARE = 0.15;
const CAPTION_SHARE = 0.1;

const OTHER_SIGN = 0.7;
const UNKNOWN_UNIT = 0.8;
const POINTS_AS_RATE = 0.9;

/**
 * The cells that show the figure once converted to its unit and rounded to its decimals, best first: by value (sign, unit), then by how many of
 * the words of row, column and caption stand in `context`, the sentence around the figure. Cells of another value are left out.
 */
export function proposeCandidates<Cell extends CandidateCell>(
  figure: Pick<FoundFigure, 'value' | 'unit' | 'decimals'>,
  context: string,
  cells: readonly Cell[],
): Candidate<Cell>[] {
  const wanted = new Decimal(figure.value);
  const words = tidy(context);
  const candidates: Candidate<Cell>[] = [];
  for (const cell of cells) {
    const match = matchValue(cell, figure, wanted);
    if (!match) continue;
    const score =
      VALUE_SHARE * match.certainty +
      ROW_SHARE * getOverlap(cell.rowPath, words) +
      COLUMN_SHARE * getOverlap(cell.columnPath, words) +
      CAPTION_SHARE * getOverlap(cell.caption === null ? [] : [cell.caption], words);
    candidates.push({ cell, score, sameSign: match.sameSign });
  }
  return candidates.sort((a, b) => b.score - a.score);
}

function matchValue(
  cell: CandidateCell,
  figure: Pick<FoundFigure, 'unit' | 'decimals'>,
  wanted: Decimal,
): { certainty: number; sameSign: boolean } | null {
  const converted = convertCell(cell, figure.unit);
  if (!converted) return null;
  const rounded = converted.value.toDecimalPlaces(figure.decimals);
  if (!rounded.abs().equals(wanted.abs())) return null;
  const sameSign = rounded.equals(wanted);
  return { certainty: converted.certainty * (sameSign ? 1 : OTHER_SIGN), sameSign };
}

function convertCell(cell: CandidateCell, unit: string): { value: Decimal; certainty: number } | null {
  const value = new Decimal(cell.value);
  if (cell.unit === null || unit === '') return { value, certainty: UNKNOWN_UNIT };
  const converted = convertUnit(value, cell.unit, unit);
  if (converted) return { value: converted, certainty: 1 };
  // Tables print differences of percentages with a % sign.
  const dimensions = [getDimension(cell.unit), getDimension(unit)];
  return dimensions.includes('rate') && dimensions.includes('point') ? { value, certainty: POINTS_AS_RATE } : null;
}

/** Blanks and the words every path has say nothing. */
function tidy(text: string): string {
  return text.normalize('NFKC').replace(/[\s()]+/g, '');
}

/** How much of a path's texts is found in the context, by its longest common piece of two characters or more: 0 to 1. */
function getOverlap(path: readonly string[], context: string): number {
  const texts = path.map(tidy).filter((text) => text.length >= 2);
  if (texts.length === 0) return 0;
  let total = 0;
  for (const text of texts) total += getLongestPiece(text, context) / text.length;
  return total / texts.length;
}

function getLongestPiece(text: string, context: string): number {
  for (let length = text.length; length >= 2; length--) {
    for (let start = 0; start + length <= text.length; start++) {
      if (context.includes(text.slice(start, start + length))) return length;
    }
  }
  return 0;
}
