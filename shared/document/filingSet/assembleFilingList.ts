import type { FilingEntry } from '../../domain/filingSet';
import { buildTextTable } from '../buildTextTable';
import { createParagraph, type FilingBlock } from '../filingBlock';
import { layOutTable } from '../layOutTable';
import { DISCLOSED, LIST_COLUMNS, NO_FILE, NO_PAGES, SET_TITLES, UNDISCLOSED } from './filingSetWords';

/** 报送文件清单: every document of a set with its file, pages and hash; what has no file yet is named as missing. */
export function assembleFilingList(heading: string, entries: readonly FilingEntry[]): FilingBlock[] {
  const rows = entries.map(({ title, announcementNo, category, disclosed, fileName, pages, sha256 }, index) => [
    String(index + 1),
    title,
    announcementNo,
    category,
    disclosed ? DISCLOSED : UNDISCLOSED,
    fileName ?? NO_FILE,
    pages === null ? NO_PAGES : String(pages),
    sha256?.replaceAll(/(.{16})(?=.)/g, '$1\n') ?? '',
  ]);
  const table = buildTextTable([[...LIST_COLUMNS], ...rows]);
  const layout = layOutTable(table, () => table, false);
  const blocks: FilingBlock[] = [
    { type: 'table', layout },
    { type: 'paragraph', style: 'AfterTable', inlines: [] },
  ];
  return [
    createParagraph('Title', `${heading}${SET_TITLES.list}`),
    ...(layout.landscape ? [{ type: 'landscape' as const, blocks }] : blocks),
  ];
}
