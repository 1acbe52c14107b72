import { completes } from './alignColumns';
import { getCellKind, isBlank, squash } from './cellText';
import { glue } from './joinParagraphs';
import type { RawCell } from './rawTable';
import { startsRowLabel } from './rowLabels';
import { NESTED_TABLE_MARK } from './readCellMarkup';

const SENTENCE_END = /[。；！？;!?]$/;
const CANNOT_START = /^[者的及和与或、，。；：）)》”%％化性等率额]/;
const CANNOT_END = /[的及和与或、，（(《“对按将]$/;

/** True when the first row behind a page end goes on with the last row before it, rather than being a row of its own. */
export function isContinuedRow(
  last: readonly string[],
  first: readonly string[],
  labels: readonly string[],
  vocabulary: ReadonlySet<string>,
): boolean {
  let pieces = 0;
  let finished = 0;
  let known = 0;
  for (let c = 0; c < first.length; c += 1) {
    if (isBlank(first[c]!)) continue;
    const before = last[c] ?? '';
    const kind = getCellKind(first[c]!);
    const words = kind === 'text' || kind === 'date';
    if (!words && kind !== 'number') return false;
    if (kind === 'number') return false;
    if (isBlank(before)) return false;
    if (getCellKind(before) === 'number' || getCellKind(before) === 'nil') return false;
    pieces += 1;
    if (SENTENCE_END.test(before.trim())) finished += 1;
    if (completes(before, first[c]!, vocabulary)) known += 1;
  }
  if (pieces === 0) return false;
  if (isBlank(first[0]!)) return known > 0 || finished < pieces;
  return continuesLabel(last, first, labels, vocabulary, pieces, known);
}

/** The second half of a cut row label, told by what is printed elsewhere, by brackets, by how it begins, and by the rows around it. */
function continuesLabel(
  last: readonly string[],
  first: readonly string[],
  labels: readonly string[],
  vocabulary: ReadonlySet<string>,
  pieces: number,
  known: number,
): boolean {
  const before = squash(last[0]!);
  const after = squash(first[0]!);
  if (startsRowLabel(first[0]!)) return false;
  let score = -1;
  if (known > 0) score += 4;
  if (pieces > 1) score += 1;
  if (vocabulary.has(after) && labels.length > 0 && countOf(labels, after) === 0 && known === 0) score -= 3;
  if (countOpen(before) > 0 && countOpen(after) < 0) score += 3;
  if (CANNOT_START.test(after)) score += 2;
  if (CANNOT_END.test(before)) score += 2;
  if (before.length >= 12 && after.length < before.length && before.length >= longest(labels) * 0.5) score += 1;
  const valued = last.slice(1).some((text) => !isBlank(text));
  const bare = first.slice(1).every((text) => isBlank(text));
  if (valued && bare) score += 1;
  return score > 0;
}

function countOf(labels: readonly string[], text: string): number {
  return labels.filter((label) => squash(label) === text).length;
}

function countOpen(text: string): number {
  let open = 0;
  for (const char of text) {
    if (char === '(' || char === '《' || char === '“') open += 1;
    if (char === ')' || char === '》' || char === '”') open -= 1;
  }
  return open;
}

function longest(labels: readonly string[]): number {
  let most = 0;
  for (const label of labels) most = Math.max(most, squash(label).length);
  return most;
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
        : glue(cell.text, next.text);
    return { ...cell, text, ...(nested.length > 0 && { nested }) };
  });
  return { row, doubled };
}
