import type { DataTable } from '../../domain/dataTable';
import type { BlockId } from '../../domain/ids';
import { printReplacement, type Redaction } from '../../domain/redaction';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { findAmounts, findDifference, TELLING_DIGITS } from './findAmounts';
import { createFormFinder, type FormFinder, isNumberWord, isTelling } from './findForms';
import { applyEdits } from './editInlines';
import { findRedactedTable, findSpan, type LocatedRedactions, locateRedactions, printBlockText } from './locateRedactions';
import { type Amount, listAmounts, readCellAmount } from './listAmounts';
import { createExplainedFinder, createNameFinder } from './nameForms';

/** What must not be found in anything the public gets: the words of one redaction that tell it by themselves, and how to find all of it in any form. */
export type Secret = {
  redaction: Redaction;
  words: string[];
  find: FormFinder;
  /** As `find`, without what is found only together with words that may be said. */
  findAlone: FormFinder;
};

/**
 * The words each redaction withholds; of a column its cells. What is too short to tell anything by itself (5, 128, one character) stands everywhere: it
 * is looked for together with what stood around it, the words beside it or the other cells of its row. An amount is looked for in every unit, a name
 * without its legal form too, and an alias explained by any name.
 */
export function listSecrets(snapshot: ProjectSnapshot, redactions: readonly Redaction[]): Secret[] {
  const located = locateRedactions(snapshot, redactions);
  return redactions.flatMap((redaction) => {
    const all = listWords(redaction, snapshot, located);
    const words = all.flatMap(({ word }) => (isTelling(word) ? [word] : []));
    const around = createFormFinder(all.flatMap(({ word, around: more }) => (isTelling(word) ? [] : more())));
    const alone = createFormFinder(words);
    const { target, method, replacement } = redaction;
    const findName = target.kind === 'name' ? createNameFinder(target.names) : alone;
    const findExplained = method === 'alias' && target.kind === 'name' ? createExplainedFinder(replacement, target.names) : () => null;
    const hidden = all.flatMap(({ amounts }) => amounts).filter((amount) => !isReplacement(amount, redaction));
    if (findName === null && around === null && hidden.length === 0) return [];
    const findAlone: FormFinder = (text) => [...(findName?.(text) ?? []), ...findAmounts(text, hidden)];
    const find: FormFinder = (text) => {
      const found = [...findAlone(text), ...(around?.(text) ?? [])];
      const told = found.length > 0 ? null : (findDifference(text, hidden) ?? findExplained(text));
      return told === null ? found : [told];
    };
    return [{ redaction, words, find, findAlone }];
  });
}

/** A number the replacement says itself is none to look for. */
function isReplacement(amount: Amount, redaction: Redaction): boolean {
  return listAmounts(printReplacement(redaction)).some(({ number }) => number.eq(amount.number));
}

/** A withheld word, the amounts in it, and the longer texts that would tell it where it is short. */
type Word = { word: string; amounts: Amount[]; around: () => string[] };

const ALONE = () => [];

function listWords(redaction: Redaction, snapshot: ProjectSnapshot, located: LocatedRedactions): Word[] {
  const { target } = redaction;
  if (target.kind === 'name') return target.names.map((word) => ({ word, amounts: [], around: ALONE }));
  if (target.kind === 'span')
    return [{ word: target.quote, amounts: readAmounts(redaction, snapshot), around: () => readAround(redaction, snapshot) }];
  const table = findRedactedTable(snapshot, redaction);
  if (table === null)
    return target.kind === 'cell' ? [{ word: target.text, amounts: listCellAmounts(target.text, null), around: ALONE }] : [];
  const col = table.columns.findIndex(({ colId }) => colId === (target.kind === 'cell' ? target.cell.colId : target.colId));
  return table.rows.flatMap(({ rowId, cells }, row) => {
    if (target.kind === 'cell' && rowId !== target.cell.rowId) return [];
    const cell = cells[col];
    if (cell === undefined || located.inCell(table, row, col) === null) return [];
    const around = () => readRow(table, row, col, located);
    return cell.text.split('\n').map((line) => {
      const word = line.trim();
      return { word, amounts: listCellAmounts(word, cell.unit), around };
    });
  });
}

function listCellAmounts(text: string, unit: string | null): Amount[] {
  const amount = isNumberWord(text) ? readCellAmount(text, unit) : null;
  if (amount !== null) return [amount];
  return listAmounts(text).filter(({ digits, isYear }) => !isYear && digits >= TELLING_DIGITS);
}

/** Amounts a stretch of text touches, with their units, which may stand behind it. */
function readAmounts(redaction: Redaction, snapshot: ProjectSnapshot): Amount[] {
  const { target } = redaction;
  if (target.kind !== 'span') return [];
  const text = readBlock(target.blockId, snapshot);
  const at = findSpan(redaction, text);
  const amounts = at === null ? listAmounts(target.quote) : listAmounts(text);
  const [from, to] = at === null ? [0, target.quote.length] : [at, at + target.quote.length];
  return amounts.filter((amount) => amount.from < to && from < amount.to && !amount.isYear && amount.digits >= TELLING_DIGITS);
}

function readBlock(blockId: BlockId, snapshot: ProjectSnapshot): string {
  const blocks = snapshot.replies.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
  const block = blocks.find((one) => one.blockId === blockId);
  return block === undefined ? '' : printBlockText(block, snapshot);
}

/** Characters before and after a short stretch that make it telling. */
const AROUND = 4;

function readAround(redaction: Redaction, snapshot: ProjectSnapshot): string[] {
  const { target } = redaction;
  if (target.kind !== 'span') return [];
  const text = readBlock(target.blockId, snapshot);
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
