import type { CellRef } from '../domain/dataTable';
import type { TableId } from '../domain/ids';
import { type CellIndex, findCellsNear, type IndexedCell } from './cellIndex';
import type { FoundFigure } from './findFigures';
import { proposeCandidates } from './proposeCandidates';
import { countDecimals, Decimal } from '../util/decimal';
import { convertUnit } from '../util/units';

/** Where a figure lives: one home (linked to its nearest cell, the same number's other cells as alternatives), several to choose from, or none. */
export type HomeChoice =
  | { state: 'linked'; cell: CellRef; alternatives: CellRef[] }
  | { state: 'candidate'; alternatives: CellRef[] }
  | { state: 'unlinked'; alternatives: [] };

/** A cell's words must say at least this much of what the sentence says; below it an equal number is chance. */
const LEAST_SCORE = 0.5;
/** A number of one or two digits is found everywhere; only its words can tell it. */
const LEAST_WORDS_FOR_FEW_DIGITS = 0.75;
/** A lead over the next home that settles the choice. */
const CLEAR_LEAD = 0.08;
/** What nearness of the table adds, at most. */
const NEARNESS_SHARE = 0.3;

/**
 * Chooses the home of a figure among the numeric cells of a project. `context` is the sentence up to and around the figure; `nearness` says how near a
 * table stands to it in the reply, 1 for the table just above, 0 for one that is not shown there.
 */
export function chooseHome(figure: FoundFigure, context: string, index: CellIndex, nearness: (tableId: TableId) => number): HomeChoice {
  const cells = findCellsNear(index, figure);
  if (cells.length === 0) return { state: 'unlinked', alternatives: [] };
  const ranked = proposeCandidates(figure, context, cells)
    .map((candidate) => ({ cell: candidate.cell, score: candidate.score + NEARNESS_SHARE * nearness(candidate.cell.ref.tableId) }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best) return { state: 'unlinked', alternatives: [] };
  const rival = ranked.find((candidate) => !isSameHome(candidate.cell, best.cell));
  const telling = countDigits(figure.value) >= 3;
  const words = best.score - NEARNESS_SHARE * nearness(best.cell.ref.tableId);
  const settled =
    best.score >= LEAST_SCORE && (telling || words >= LEAST_WORDS_FOR_FEW_DIGITS) && (!rival || best.score - rival.score >= CLEAR_LEAD);
  if (settled)
    return {
      state: 'linked',
      cell: best.cell.ref,
      alternatives: ranked
        .filter((candidate) => candidate !== best && isSameHome(candidate.cell, best.cell))
        .map((candidate) => candidate.cell.ref),
    };
  return { state: 'candidate', alternatives: ranked.map((candidate) => candidate.cell.ref) };
}

/** Numbers of so many digits are not equal by chance. */
const UNMISTAKABLE_DIGITS = 6;
/** A total of another table is the number it breaks down, whatever that one is called. */
const TOTAL_LABEL = /^(?:合计|总计|小计|总额)$|合计$/;

/** Cells that print one number for one thing: the same metric shown in two tables, or a table's total and the number it breaks down. */
function isSameHome(a: IndexedCell, b: IndexedCell): boolean {
  if (!printsAlike(a, b)) return false;
  const labelA = (a.rowPath.at(-1) ?? '').replace(/\s+/g, '');
  const labelB = (b.rowPath.at(-1) ?? '').replace(/\s+/g, '');
  if (labelA === labelB || TOTAL_LABEL.test(labelA) || TOTAL_LABEL.test(labelB)) return true;
  return Math.min(countDigits(a.value), countDigits(b.value)) >= UNMISTAKABLE_DIGITS || labelA.includes(labelB) || labelB.includes(labelA);
}

/** Equal but for sign, or one the other rounded, in its unit or another: 431,577,441.19 元, 43,157.744119 万元 of a reply table, 43,157.74 万元. */
function printsAlike(a: IndexedCell, b: IndexedCell): boolean {
  const [fine, coarse] = countDigits(a.value) >= countDigits(b.value) ? [a, b] : [b, a];
  const converted = convertUnit(new Decimal(fine.value), fine.unit ?? '', coarse.unit ?? '');
  return (
    converted !== null &&
    converted.abs().toFixed(countDecimals(coarse.value)) === new Decimal(coarse.value).abs().toFixed(countDecimals(coarse.value))
  );
}

function countDigits(value: string): number {
  return value.replace(/^-?0*\.?0*|[.-]/g, '').length;
}
