import type { ReadPart } from '../../domain/dataTable';
import type { HeadingLevel } from '../../domain/reply';
import type { DraftBlock } from './draftSplit';

/** A paragraph as blocks of a reply: its words (a heading of the level given), then its pictures and charts. */
export function createBlocks(part: Extract<ReadPart, { type: 'paragraph' }>, level: HeadingLevel | null): DraftBlock[] {
  const { text, place, pictures = [], charts = [], runs, bookmarks, list } = part;
  const marked = bookmarks && { bookmarks };
  const blocks: DraftBlock[] = [
    ...pictures.map((picture) => ({ type: 'picture' as const, picture, place })),
    ...charts.map((chart) => ({ type: 'chart' as const, chart, source: '', place, ...(text === '' && marked) })),
  ];
  if (text === '') return blocks;
  const words = { text, place, ...(runs && { runs }), ...marked };
  return [level === null ? { type: 'paragraph', ...words, ...(list && { list }) } : { type: 'heading', level, ...words }, ...blocks];
}
