import { diffSequence, type SequenceRun } from '../../util/diffSequence';
import { squeeze } from '../draft/compareText';
import type { StatementPart } from './opinionText';

/** Pieces that agree between two that do not and still lie in one group of rows a page end cut through. */
const WITHIN_GROUP = 6;

/**
 * Their pieces with rows that a page end cut in two, so that a file is read with half of a cell in each, put together as ours are: where the cells that are
 * too many on their side, joined, are just the cells too many on ours.
 */
export function mendTornRows(ours: readonly StatementPart[], theirs: readonly StatementPart[]): StatementPart[] {
  const [our, their] = [ours.flatMap(splitRows), theirs.flatMap(splitRows)];
  const runs = diffSequence(our.map(printPart), their.map(printPart));
  return groupRuns(runs).flatMap(({ before, after }) => {
    const [rows, torn] = [our.slice(...before), their.slice(...after)];
    return isTorn(rows, torn) ? rows : torn;
  });
}

/** A piece as it is compared: without blanks and width. */
export function printPart(part: StatementPart): string {
  return part.type === 'text' ? squeeze(part.text) : `\u0000${part.rows.map((row) => row.map(squeeze).join('\t')).join('\n')}`;
}

function splitRows(part: StatementPart): StatementPart[] {
  return part.type === 'text' ? [part] : part.rows.map((row) => ({ type: 'table', rows: [row] }));
}

/** Runs taken together while only a few pieces agree between those that differ. */
function groupRuns(runs: readonly SequenceRun[]): Pick<SequenceRun, 'before' | 'after'>[] {
  const groups: (Pick<SequenceRun, 'before' | 'after'> & { isOpen: boolean })[] = [];
  for (const [index, { kind, before, after }] of runs.entries()) {
    const last = groups.at(-1);
    const isBridge = kind === 'same' && index + 1 < runs.length && before[1] - before[0] <= WITHIN_GROUP;
    if (last?.isOpen === true && (kind !== 'same' || isBridge)) {
      last.before = [last.before[0], before[1]];
      last.after = [last.after[0], after[1]];
    } else groups.push({ before: [...before], after: [...after], isOpen: kind !== 'same' });
  }
  return groups;
}

function isTorn(ours: readonly StatementPart[], theirs: readonly StatementPart[]): boolean {
  if ([...ours, ...theirs].some(({ type }) => type === 'text')) return false;
  const whole = listCells(ours);
  const pieces: string[] = [];
  for (const cell of listCells(theirs)) {
    const at = whole.indexOf(cell);
    if (at < 0) pieces.push(cell);
    else whole.splice(at, 1);
  }
  return whole.length > 0 && pieces.length > whole.length && whole.every((cell) => takePieces(cell, pieces)) && pieces.length === 0;
}

function listCells(parts: readonly StatementPart[]): string[] {
  return parts.flatMap((part) => (part.type === 'table' ? part.rows.flat().map(squeeze) : []));
}

/** Takes the pieces a cell is joined of; false, and none taken, where it is not. */
function takePieces(cell: string, pieces: string[]): boolean {
  if (cell === '') return true;
  for (const [at, piece] of pieces.entries()) {
    if (piece === '' || !cell.startsWith(piece)) continue;
    pieces.splice(at, 1);
    if (takePieces(cell.slice(piece.length), pieces)) return true;
    pieces.splice(at, 0, piece);
  }
  return false;
}
