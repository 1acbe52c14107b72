import type { FilingEntry } from '../../domain/filingSet';
import { buildTextTable } from '../buildTextTable';
import { createParagraph, type FilingBlock } from '../filingBlock';
import { layOutTable } from '../layOutTable';
import {
  ABOUT,
  DISCLOSED,
  LIST_COLUMNS,
  NO_FILE,
  NONE,
  NO_PAGES,
  NOT_FILLED,
  NOTE,
  PAGE_NOTES,
  SET_TITLES,
  sumUpSet,
  UNDISCLOSED,
} from './filingSetWords';

const [, , NUMBER, CATEGORY] = LIST_COLUMNS;

/** 报送文件清单: every document of a set with its file, pages and hash; what has no file yet is named as missing, and how pages are known stands below. */
export function assembleFilingList(heading: string, entries: readonly FilingEntry[]): FilingBlock[] {
  const rows = entries.map((entry, index) => [
    String(index + 1),
    entry.title,
    entry.announcementNo === null ? NONE : entry.announcementNo || NOT_FILLED,
    entry.category || (entry.disclosed ? NOT_FILLED : NONE),
    entry.disclosed ? DISCLOSED : UNDISCLOSED,
    entry.fileName ?? NO_FILE,
    printPages(entry),
    entry.sha256?.replaceAll(/(.{16})(?=.)/g, '$1\n') ?? '',
  ]);
  const table = buildTextTable([[...LIST_COLUMNS], ...rows]);
  const notes = PAGE_NOTES.filter(({ hows }) => entries.some(({ pagesHow }) => hows.some((how) => how === pagesHow)));
  const layout = layOutTable(table, () => table, notes.length > 0);
  const blocks: FilingBlock[] = [
    { type: 'table', layout },
    ...notes.map(({ text }, index) => createParagraph('TableNote', `${notes.length === 1 ? NOTE : `${NOTE}${index + 1}`}：${text}`)),
    { type: 'paragraph', style: 'AfterTable', inlines: [] },
  ];
  return [
    createParagraph('Title', `${heading}${SET_TITLES.list}`),
    createParagraph('ReplyLead', sumUp(entries)),
    ...(layout.landscape ? [{ type: 'landscape' as const, blocks }] : blocks),
  ];
}

/** Names what is empty: documents without a file, numbers and classes nobody filled in. */
function sumUp(entries: readonly FilingEntry[]): string {
  const missing = entries.filter(({ fileName }) => fileName === null).map(({ title }) => title);
  const unfilled = [
    ...(entries.some(({ announcementNo }) => announcementNo === '') ? [NUMBER] : []),
    ...(entries.some(({ category, disclosed }) => category === '' && disclosed) ? [CATEGORY] : []),
  ];
  return sumUpSet(entries.length - missing.length, missing, unfilled);
}

/** Pages another program may break otherwise are said with 约. */
function printPages({ pages, pagesHow }: FilingEntry): string {
  if (pages === null) return NO_PAGES;
  return pagesHow === 'counted' ? String(pages) : `${ABOUT}${pages}`;
}
