import { Decimal, type DecimalString } from '../util/decimal';
import { memoize } from '../util/memoize';
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
  // A round number stands in thousands of cells of a long table: each value and each text is looked at once.
  const match = memoize(
    (cell: CandidateCell) => matchValue(cell, figure, wanted),
    ({ value, unit }) => `${value} ${unit}`,
  );
  const getShare = memoize(readContext(context));
  const candidates: Candidate<Cell>[] = [];
  for (const cell of cells) {
    const matched = match(cell);
    if (!matched) continue;
    const score =
      VALUE_SHARE * matched.certainty +
      ROW_SHARE * average(cell.rowPath, getShare) +
      COLUMN_SHARE * average(cell.columnPath, getShare) +
      CAPTION_SHARE * (cell.caption === null ? 0 : (getShare(cell.caption) ?? 0));
    candidates.push({ cell, score, sameSign: matched.sameSign });
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

/** Han characters, digits, Latin letters and signs that stand in one form only; no blank and no bracket. */
const PLAIN = /^[\u4e00-\u9fff!-'*-~]*$/;

/** Blanks and brackets say nothing. */
function tidy(text: string): string {
  return PLAIN.test(text) ? text : text.normalize('NFKC').replace(/[\s()]+/g, '');
}

/** The mean of what is known of a path's texts; 0 where nothing is. */
function average(path: readonly string[], getShare: (text: string) => number | null): number {
  let total = 0;
  let count = 0;
  for (const text of path) {
    const share = getShare(text);
    if (share === null) continue;
    total += share;
    count += 1;
  }
  return count === 0 ? 0 : total / count;
}

/** How much of a text its longest piece of two characters or more that stands in the context is: 0 to 1; null for a text too short to tell. */
function readContext(words: string): (text: string) => number | null {
  const context = tidy(words);
  const pairs = new Set(Array.from({ length: Math.max(0, context.length - 1) }, (_, at) => pairAt(context, at)));
  return (label) => {
    const text = tidy(label);
    if (text.length < 2) return null;
    let longest = 1;
    for (let start = 0; start + longest < text.length; start++) {
      if (!pairs.has(pairAt(text, start))) continue;
      while (start + longest < text.length && context.includes(text.slice(start, start + longest + 1))) longest++;
    }
    return longest < 2 ? 0 : longest / text.length;
  };
}

/** Two characters side by side as one number: pieces that begin with none of the context's pairs are passed over. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
