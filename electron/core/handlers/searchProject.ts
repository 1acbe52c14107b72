import type { QuestionId, SourceId } from '../../../shared/domain/ids';
import type { Place } from '../../../shared/domain/place';
import type { SearchHit } from '../../../shared/ipc/results';
import type { ReadableDb } from '../db/handles';
import {
  type CellTerms,
  type EntryHit,
  findCellsByAmounts,
  findEntriesByAmounts,
  findEntriesByWords,
  readRowTexts,
} from '../db/queries/search';
import { listRoundedAmounts, readPrintedNumbers, toAmountRanges } from '../db/search/searchAmounts';
import { toSearchPhrases } from '../db/search/searchWords';

const SNIPPET_BEFORE = 18;
const SNIPPET_LENGTH = 80;
/** Entries looked at where a filter leaves few of them. */
const MOST_FILTERED = 1_000;

/** Narrows hits to cells: under a period (2023, 期末), in a unit. Empty texts narrow nothing. */
export type SearchFilter = { period: string; unit: string };
const NO_FILTER: SearchFilter = { period: '', unit: '' };

/**
 * Finds text and amounts everywhere: letters, replies, captions, cells, notes and paragraphs of sources. An amount is found in any form it may be
 * printed in (6,715.63 万元 = 67156300 元, or rounded). Hits of the words come before hits of the amount alone.
 */
export function searchProject(db: ReadableDb, query: string, limit: number, filter: SearchFilter = NO_FILTER): SearchHit[] {
  const hits = new Map<string, SearchHit>();
  const add = (hit: SearchHit) => {
    const name = `${hit.kind} ${hit.id} ${hit.colId ?? ''}`;
    if (!hits.has(name) && hits.size < limit) hits.set(name, hit);
  };
  const phrases = toSearchPhrases(query);
  const most = isFiltering(filter) ? MOST_FILTERED : limit;
  if (phrases !== null) for (const entry of findEntriesByWords(db, phrases, most)) for (const hit of toHits(entry, query, filter)) add(hit);
  const numbers = readPrintedNumbers(query);
  if (numbers.length === 1 && isOnlyNumber(query)) {
    const ranges = numbers.flatMap(toAmountRanges);
    for (const cell of findCellsByAmounts(db, ranges, most)) {
      if (!passes(cell, filter)) continue;
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
    for (const entry of findEntriesByAmounts(db, [...ranges, ...exact], limit)) for (const hit of toHits(entry, query, filter)) add(hit);
  }
  return [...hits.values()];
}

/** A query that says more than a number is searched by its words alone. */
function isOnlyNumber(query: string): boolean {
  return /^[\s\d,.，．%‰+\-−–()（）¥￥]*(人民币)?[千百]?[万亿]?(元|股|件|家|人|个)?\s*$/.test(query.normalize('NFKC'));
}

type Located = { caption: string | null; place: string; sourceId: SourceId | null };

function locate({ caption, place, sourceId }: Located): Pick<SearchHit, 'caption' | 'place' | 'sourceId'> {
  return { caption, place: JSON.parse(place) as Place, ...(sourceId && { sourceId }) };
}

function toHits(entry: EntryHit, query: string, filter: SearchFilter): SearchHit[] {
  if (isFiltering(filter) && entry.kind !== 'row') return [];
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
      const matching = isFiltering(filter)
        ? cells.filter((cell) => cell.unit !== null && passes(cell, filter))
        : cells.filter((cell) => holdsWord(cell.text, query));
      const shown = matching.length > 0 || isFiltering(filter) ? matching : cells.slice(0, 1);
      return shown.map((cell) => ({
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

function isFiltering({ period, unit }: SearchFilter): boolean {
  return period.trim() !== '' || unit.trim() !== '';
}

/** A cell stands under a period when its column's header says so, or its table where the header names none and the table is of one period. */
function passes({ unit, path, period }: CellTerms, filter: SearchFilter): boolean {
  const wanted = squash(filter.period);
  if (filter.unit.trim() !== '' && squash(unit ?? '') !== squash(filter.unit)) return false;
  if (wanted === '') return true;
  const head = squash((JSON.parse(path) as string[]).join('/'));
  const isOnly = period !== null && !period.includes('、');
  return head.includes(wanted) || (isOnly && !/(?:19|20)\d{2}|期|年/.test(head) && squash(period).includes(wanted));
}

function squash(text: string): string {
  return normalise(text).replace(/\s+/g, '');
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
