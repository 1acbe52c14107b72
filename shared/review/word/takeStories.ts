import type { RemarkRanges } from './remarkRanges';
import type { ReviewedBlock, ReviewedDocument } from './reviewedDocument';
import { createNowhere } from './targets';
import { addRemark, type Taking } from './textChanges';
import { toUnits } from './units';

type Stories = ReviewedDocument['stories'];

/** Headers, footers and notes have no place in a reply: what was done to headers and footers without tracking is told; tracked changes are listed with the rest. */
export function takeStories(taking: Taking, ranges: RemarkRanges, sent: Stories, returned: Stories): void {
  const { list, words } = taking;
  const tell = (kind: Stories[number]['kind'], text: string, isNew: boolean) =>
    addRemark(taking, list.makerOf(null), createNowhere(text), words.inStory(kind, isNew ? words.inserted(text) : words.deleted(text)), []);
  for (const { blocks } of returned) ranges.noteBlocks(blocks, createNowhere(readPlain(blocks)));
  const [before, after] = [sent, returned].map((stories) => new Map(stories.flatMap(nameStory)));
  for (const [name, { kind, text }] of after!) if (!before!.has(name)) tell(kind, text, true);
  for (const [name, { kind, text }] of before!) if (!after!.has(name)) tell(kind, text, false);
}

/** A header or footer by its words; page numbers are counted anew by every editor. */
function nameStory({ kind, blocks }: Stories[number]): [string, { kind: Stories[number]['kind']; text: string }][] {
  const text = readPlain(blocks);
  const name = text.replace(/[\d\s]/g, '');
  return kind === 'note' || name === '' ? [] : [[`${kind} ${name}`, { kind, text }]];
}

function readPlain(blocks: readonly ReviewedBlock[]): string {
  return toUnits(blocks)
    .flatMap(({ text }) => (text.trim() === '' ? [] : [text]))
    .join('\n');
}
