import type { QuestionId } from '../../../shared/domain/ids';
import type { Place } from '../../../shared/domain/place';
import type { SearchHit } from '../../../shared/ipc/contract';
import type { ReadableDb } from '../db/handles';
import { type EntryHit, findCellsByAmounts, findEntriesByAmounts, findEntriesByWords, readRowTexts } from '../db/queries/search';
import { listRoundedAmounts, readPrintedNumbers, toAmountRanges } from '../db/search/searchAmounts';
import { toSearchPhrases } from '../db/search/searchWords';

const SNIPPET_BEFORE = 18;
const SNIPPET_LENGTH = 80;

/**
 * Finds text and amounts everywhere: letters, replies, captions, cells, notes and paragraphs of sources. An amount is found in any form it may be
 * printed in (6,715.63 万元 = 67156300 元, or rounded). Hits of the words come before hits of the amount alone.
 */
export function searchProject(db: ReadableDb, query: string, limit: number): SearchHit[] {
  const hits = new Map<string, SearchHit>();
  const add = (hit: SearchHit) => {
    const name = `${hit.kind} ${hit.id} ${hit.colId ?? ''}`;
    if (!hits.has(name) && hits.size < limit) hits.set(name, hit);
  };
  const phrases = toSearchPhrases(query);
  if (phrases !== null) for (const entry of findEntriesByWords(db, phrases, limit)) for (const hit of toHits(entry, query)) add(hit);
  const numbers = readPrintedNumbers(query);
  if (numbers.length === 1 && isOnlyNumber(query)) {
    const ranges = numbers.flatMap(toAmountRanges);
    for (const cell of findCellsByAmounts(db, ranges, limit)) {
      add({
        kind: 'cell',
        id: cell.rowId,
        ...locate(cell),
        snippet: cell.text,
        tableId: cell.tableId,
        rowId: cell.rowId,
        colId: cell.colId,
        row: readRowTexts(db, cell.rowId),
      });
    }
    const exact = numbers.flatMap(listRoundedAmounts).map((amount) => ({ from: amount, to: amount }));
    for (const entry of findEntriesByAmounts(db, [...ranges, ...exact], limit)) for (const hit of toHits(entry, query)) add(hit);
  }
  return [...hits.values()];
}

/** A query that says more than a number is searched by its words alone. */
function isOnlyNumber(query: string): boolean {
  return /^[\s\d,.，．%‰+\-−–()（）¥￥]*(人民币)?[千百]?[万亿]?(元|股|件|家|人|个)?\s*$/.test(query.normalize('NFKC'));
}

function locate({ caption, place }: { caption: string | null; place: string }): { caption: string | null; place: Place } {
  return { caption, place: JSON.parse(place) as Place };
}

function toHits(entry: EntryHit, query: string): SearchHit[] {
  const snippet = cutSnippet(entry.text, query);
  const questionNo = entry.questionNo ?? '';
  switch (entry.kind) {
    case 'letter':
      return [{ kind: 'letter', id: entry.ownerId, place: null, questionNo, snippet, questionId: entry.ownerId as QuestionId }];
    case 'reply':
      return [{ kind: 'reply', id: entry.ownerId, place: null, questionNo, snippet, questionId: entry.questionId! }];
    case 'table':
    case 'note':
      return [{ kind: entry.kind, id: entry.ownerId, ...locate(entry), snippet, tableId: entry.tableId! }];
    case 'source':
      return [{ kind: 'source', id: entry.ownerId, place: JSON.parse(entry.place) as Place, snippet, sourceId: entry.sourceId! }];
    case 'row': {
      const cells = entry.cells ?? [];
      const matching = cells.filter((cell) => holdsWord(cell.text, query));
      return (matching.length > 0 ? matching : cells.slice(0, 1)).map((cell) => ({
        kind: 'cell',
        id: entry.ownerId,
        ...locate(entry),
        snippet: cutSnippet(cell.text, query),
        tableId: entry.tableId!,
        rowId: entry.ownerId,
        colId: cell.colId,
        row: cells.map(({ text }) => text),
      }));
    }
  }
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function holdsWord(text: string, query: string): boolean {
  const haystack = normalise(text);
  return query.split(/\s+/).some((word) => word !== '' && haystack.includes(normalise(word)));
}

function cutSnippet(text: string, query: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const word = query.split(/\s+/).find((one) => one !== '' && normalise(flat).includes(normalise(one)));
  const at = word ? normalise(flat).indexOf(normalise(word)) : 0;
  const start = Math.max(0, at - SNIPPET_BEFORE);
  const end = Math.min(flat.length, start + SNIPPET_LENGTH);
  return `${start > 0 ? '…' : ''}${flat.slice(start, end)}${end < flat.length ? '…' : ''}`;
}
