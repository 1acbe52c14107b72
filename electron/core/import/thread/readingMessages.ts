import type { ReadCell, ReadPart } from '../../../../shared/domain/dataTable';
import type { Warning } from '../../../../shared/domain/place';
import type { ErrorValue } from '../../../../shared/ipc/errors';
import type { LetterText } from '../readLetterText';

/** What the thread that reads one file is started with. */
export type ReadingTask =
  | { kind: 'source'; bytes: Uint8Array; fileName: string; forReply: boolean }
  | { kind: 'letter'; bytes: Uint8Array; fileName: string };

/** What a reading ends with: a source's parts came in portions before it. */
export type ReadingEnd = { source: { warnings: Warning[] }; letter: LetterText };

/**
 * A portion of what was read, small enough to be taken over at once: parts in reading order, or `rows` that belong to the last table before them.
 * The thread waits for an answer of any kind before it sends the next.
 */
export type Portion = { kind: 'parts'; parts: ReadPart[] } | { kind: 'rows'; rows: ReadCell[][] };

/** What the thread says: pages as they are read, then the portions, then the end; or why the file is refused. */
export type FromReading =
  | { kind: 'page'; done: number; total: number }
  | Portion
  | { kind: 'end'; end: ReadingEnd[keyof ReadingEnd] }
  | { kind: 'refused'; error: ErrorValue };

/** Cells of one portion: what takes some 30 ms to copy from thread to thread. */
const PORTION_CELLS = 20_000;

/** Divides parts into portions; a table longer than one begins in its portion and goes on in the next. */
export function* divideIntoPortions(parts: readonly ReadPart[]): Generator<Portion> {
  let portion: ReadPart[] = [];
  let room = PORTION_CELLS;
  for (const part of parts) {
    if (part.type === 'paragraph') {
      portion.push(part);
      room -= 1;
    } else {
      const rowsAtOnce = Math.max(1, Math.floor(PORTION_CELLS / Math.max(1, part.table.columns.length)));
      const { rows } = part.table;
      portion.push({ type: 'table', table: { ...part.table, rows: rows.slice(0, rowsAtOnce) } });
      room -= Math.min(rows.length, rowsAtOnce) * part.table.columns.length;
      for (let from = rowsAtOnce; from < rows.length; from += rowsAtOnce) {
        if (portion.length > 0) yield { kind: 'parts', parts: portion };
        portion = [];
        room = PORTION_CELLS;
        yield { kind: 'rows', rows: rows.slice(from, from + rowsAtOnce) };
      }
    }
    if (room > 0) continue;
    yield { kind: 'parts', parts: portion };
    portion = [];
    room = PORTION_CELLS;
  }
  if (portion.length > 0) yield { kind: 'parts', parts: portion };
}
