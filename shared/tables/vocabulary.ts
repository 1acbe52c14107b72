import { getCellKind, squash } from './cellText';
import type { RawPart } from './rawTable';

/** How often each cell text is printed in a document, white space aside: a text cut in two is recognised when its whole is printed elsewhere. */
export type Vocabulary = ReadonlyMap<string, number>;

const LONGEST_WORD = 60;

/** Counts the cell texts of all tables. */
export function collectVocabulary(parts: readonly RawPart[]): Vocabulary {
  const vocabulary = new Map<string, number>();
  for (const part of parts) {
    if (part.type !== 'table') continue;
    for (const row of part.table.cells) {
      for (const cell of row) {
        if (cell.text.length < 2 || cell.text.length > LONGEST_WORD) continue;
        const word = squash(cell.text);
        vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
      }
    }
  }
  return vocabulary;
}

/** True when two pieces make a cell that is printed elsewhere in the document, or a whole date. */
export function completes(first: string, second: string, vocabulary: Vocabulary): boolean {
  const whole = squash(first) + squash(second);
  if (getCellKind(whole) === 'date' && getCellKind(first) !== 'date') return true;
  return /^(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?$/.test(whole) || vocabulary.has(whole);
}
