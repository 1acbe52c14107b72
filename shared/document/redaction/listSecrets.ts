import type { Redaction } from '../../domain/redaction';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { createFormFinder, type FormFinder, isTelling } from './findForms';
import { findRedactedTable, locateRedactions } from './locateRedactions';

/** What must not be found in anything the public gets: the words of one redaction, and how to find them in any form. */
export type Secret = { redaction: Redaction; words: string[]; find: FormFinder };

/** The words each redaction withholds; of a column its cells. A number too short to tell anything (5, 100) is not looked for. */
export function listSecrets(snapshot: ProjectSnapshot, redactions: readonly Redaction[]): Secret[] {
  const located = locateRedactions(snapshot, redactions);
  return redactions.flatMap((redaction) => {
    const words = listWords(redaction, snapshot, located).filter(isTelling);
    const find = createFormFinder(words);
    return find === null ? [] : [{ redaction, words, find }];
  });
}

function listWords(redaction: Redaction, snapshot: ProjectSnapshot, located: ReturnType<typeof locateRedactions>): string[] {
  const { target } = redaction;
  if (target.kind === 'name') return target.names;
  if (target.kind === 'span') return [target.quote];
  const table = findRedactedTable(snapshot, redaction);
  if (table === null) return target.kind === 'cell' ? [target.text] : [];
  const col = table.columns.findIndex(({ colId }) => colId === (target.kind === 'cell' ? target.cell.colId : target.colId));
  return table.rows.flatMap(({ rowId, cells }, row) => {
    if (target.kind === 'cell' && rowId !== target.cell.rowId) return [];
    const isHidden = located.inCell(table, row, col) !== null;
    return isHidden && cells[col] !== undefined ? cells[col].text.split('\n').map((line) => line.trim()) : [];
  });
}
