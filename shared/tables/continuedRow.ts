import { getCellKind, isBlank, squash } from './cellText';
import { glue } from './joinParagraphs';
import type { RawCell } from './rawTable';
import { startsRowLabel } from './rowLabels';
import { NESTED_TABLE_MARK } from './readCellMarkup';
import { measureFirstWord } from './pdf/wordWidth';
import { completes, type Vocabulary } from './vocabulary';

const SENTENCE_END = /[。！？!?]$/;
const PARALLEL_START = 4;
const CANNOT_START = /^[者的及和与或、，。；：）)》”%％率额]/;
const CANNOT_END = /[的及和与或、，（(《“对按将]$/;
const LONG_LABEL = 12;
/** Widths are measured to within this much, in em. */
const SLACK = -0.2;
const ROWS_LOOKED_AT = 40;

/** True when the first row behind a page end goes on with the last of `body`, the rows before it without header, rather than being a row of its own. */
export function isContinuedRow(body: readonly (readonly string[])[], first: readonly string[], vocabulary: Vocabulary): boolean {
  const last = body.at(-1)!;
  let pieces = 0;
  let known = 0;
  let apart = 0;
  for (let c = 0; c < first.length; c += 1) {
    const kind = getCellKind(first[c]!);
    if (kind === 'blank') continue;
    const before = getCellKind(last[c] ?? '');
    if (kind === 'number' || kind === 'nil' || before === 'blank' || before === 'number' || before === 'nil') return false;
    pieces += 1;
    if (SENTENCE_END.test(last[c]!.trim()) || startsAlike(last[c]!, first[c]!)) apart += 1;
    if (completes(last[c]!, first[c]!, vocabulary)) known += 1;
  }
  if (pieces === 0) return false;
  if (isBlank(first[0]!)) return known > 0 || apart === 0;
  return known > 0 ? !startsRowLabel(first[0]!) : scoreLabel(body, first, pieces, vocabulary) > 0;
}

/**
 * True when every text of the first row behind a page end could not have stood on the last line of its cell before it, so that the page cut the row
 * between two lines. `room` is what that line left, in em.
 */
export function continuesFullLines(last: readonly string[], first: readonly string[], room: readonly (number | null)[]): boolean {
  let pieces = 0;
  for (const [c, text] of first.entries()) {
    if (isBlank(text)) continue;
    const left = room[c] ?? null;
    if (left === null || measureFirstWord(text.trim()) < left + SLACK) return false;
    const isNumber = getCellKind(last[c]!) === 'number' && getCellKind(text) === 'number';
    if (isNumber ? getCellKind(squash(last[c]!) + squash(text)) !== 'number' : startsAlike(last[c]!, text)) return false;
    pieces += 1;
  }
  return pieces > 0 && pieces < first.length && !startsRowLabel(first[0]!);
}

/** Rows of a list are worded alike; the second half of a cell never begins as its first half did. */
function startsAlike(before: string, after: string): boolean {
  const start = squash(after).slice(0, PARALLEL_START);
  return start.length === PARALLEL_START && squash(before).startsWith(start);
}

/** How much speaks for the second half of a cut row label: brackets, how it begins, the rows around it; against: it is a label elsewhere. */
function scoreLabel(body: readonly (readonly string[])[], first: readonly string[], pieces: number, vocabulary: Vocabulary): number {
  const last = body.at(-1)!;
  const before = squash(last[0]!);
  const after = squash(first[0]!);
  if (startsRowLabel(first[0]!)) return -1;
  let score = -1;
  if ((vocabulary.get(after) ?? 0) > 1) score -= 3;
  if (countOpen(before) > 0 && countOpen(after) < 0) score += 3;
  if (CANNOT_START.test(after)) score += 2;
  if (CANNOT_END.test(before)) score += 2;
  if (pieces === 1 && before.length >= LONG_LABEL && after.length < before.length) score += 0.5;
  if (lacksUsualValues(body, first)) score += 1.5;
  return score;
}

/** The row has no number although every row before it has: half a row, as a rule. */
function lacksUsualValues(body: readonly (readonly string[])[], first: readonly string[]): boolean {
  const rows = body.slice(-ROWS_LOOKED_AT);
  const valued = rows.filter((row) => row.some((text, c) => c > 0 && getCellKind(text) === 'number')).length;
  const bare = first.every((text, c) => c === 0 || getCellKind(text) !== 'number');
  return bare && valued > 0 && valued * 10 >= rows.length * 9;
}

function countOpen(text: string): number {
  let open = 0;
  for (const char of text) {
    if (char === '(' || char === '《' || char === '“') open += 1;
    if (char === ')' || char === '》' || char === '”') open -= 1;
  }
  return open;
}

/** One row out of the two halves; text the first half already ends with is not doubled. */
export function foldRow(last: readonly RawCell[], first: readonly RawCell[]): { row: RawCell[]; doubled: boolean } {
  let doubled = false;
  const row = last.map((cell, c) => {
    const next = first[c];
    if (!next || (isBlank(next.text) && !next.nested)) return cell;
    if (isBlank(cell.text)) return next;
    const repeats = squash(next.text).length >= 2 && squash(cell.text).endsWith(squash(next.text)) && !next.nested;
    if (repeats) {
      doubled = true;
      return cell;
    }
    const nested = [...(cell.nested ?? []), ...(next.nested ?? [])];
    const text =
      cell.text.endsWith(NESTED_TABLE_MARK) || next.text.startsWith(NESTED_TABLE_MARK)
        ? `${cell.text}\n${next.text}`
        : getCellKind(squash(cell.text) + squash(next.text)) === 'number'
          ? cell.text + next.text
          : glue(cell.text, next.text);
    return { ...cell, text, ...(nested.length > 0 && { nested }) };
  });
  return { row, doubled };
}
