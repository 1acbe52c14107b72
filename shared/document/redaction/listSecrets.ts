import type { DataTable } from '../../domain/dataTable';
import type { Redaction } from '../../domain/redaction';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { createFormFinder, type FormFinder, isTelling } from './findForms';
import { applyEdits } from './editInlines';
import { findRedactedTable, findSpan, type LocatedRedactions, locateRedactions, printBlockText } from './locateRedactions';

/** What must not be found in anything the public gets: the words of one redaction that tell it by themselves, and how to find all of it in any form. */
export type Secret = { redaction: Redaction; words: string[]; find: FormFinder };

/**
 * The words each redaction withholds; of a column its cells. What is too short to tell anything by itself (5, 100, one character) stands everywhere: it
 * is looked for together with what stood around it, the words beside it or the other cells of its row.
 */
export function listSecrets(snapshot: ProjectSnapshot, redactions: readonly Redaction[]): Secret[] {
  const located = locateRedactions(snapshot, redactions);
  return redactions.flatMap((redaction) => {
    const all = listWords(redaction, snapshot, located);
    const words = all.flatMap(({ word }) => (isTelling(word) ? [word] : []));
    const find = createFormFinder([...words, ...all.flatMap(({ word, around }) => (isTelling(word) ? [] : around()))]);
    return find === null ? [] : [{ redaction, words, find }];
  });
}

/** A withheld word, and the longer texts that would tell it. */
type Word = { word: string; around: () => string[] };

const ALONE = () => [];

function listWords(redaction: Redaction, snapshot: ProjectSnapshot, located: LocatedRedactions): Word[] {
  const { target } = redaction;
  if (target.kind === 'name') return target.names.map((word) => ({ word, around: ALONE }));
  if (target.kind === 'span') return [{ word: target.quote, around: () => readAround(redaction, snapshot) }];
  const table = findRedactedTable(snapshot, redaction);
  if (table === null) return target.kind === 'cell' ? [{ word: target.text, around: ALONE }] : [];
  const col = table.columns.findIndex(({ colId }) => colId === (target.kind === 'cell' ? target.cell.colId : target.colId));
  return table.rows.flatMap(({ rowId, cells }, row) => {
    if (target.kind === 'cell' && rowId !== target.cell.rowId) return [];
    const isHidden = located.inCell(table, row, col) !== null;
    if (!isHidden || cells[col] === undefined) return [];
    const around = () => readRow(table, row, col, located);
    return cells[col].text.split('\n').map((line) => ({ word: line.trim(), around }));
  });
}

/** Characters before and after a short stretch that make it telling. */
const AROUND = 4;

function readAround(redaction: Redaction, snapshot: ProjectSnapshot): string[] {
  const { target } = redaction;
  if (target.kind !== 'span') return [];
  const blocks = snapshot.replies.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
  const block = blocks.find(({ blockId }) => blockId === target.blockId);
  const text = block === undefined ? '' : printBlockText(block, snapshot);
  const at = findSpan(redaction, text);
  return at === null ? [] : [text.slice(Math.max(0, at - AROUND), at + target.quote.length + AROUND)];
}

/** A row with the hidden cell shown: as it stands in the project, and as it stands with all else that is withheld replaced. */
function readRow(table: DataTable, row: number, col: number, located: LocatedRedactions): string[] {
  const { cells } = table.rows[row]!;
  const replaced = cells.map(({ text }, at) =>
    at === col ? text : (located.inCell(table, row, at) ?? applyEdits(text, located.inText(text))),
  );
  const rows = [cells.map(({ text }) => text).join(''), replaced.join('')];
  return rows.filter((text) => /[^\d\s.,%+-]/.test(text) && text.length > cells[col]!.text.length + 1);
}
