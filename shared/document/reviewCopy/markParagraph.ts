import type { ReviewedChange, ReviewPlace } from '../../domain/review';
import { getInlineText, type Inline } from '../../domain/reply';
import { diffTexts, mapOffset } from '../../review/textDiff';
import { type FilingInline, getFilingText } from '../filingBlock';
import { assembleInlines, type ReplyMaterial } from '../replyBlocks';
import { addProposal, addRemark, type RemarkList } from './remarkList';
import type { Authorship, ReviewMarks } from './reviewMarks';

/** A change with its range in the text of a block. */
export type TextChange = ReviewedChange & { place: Extract<ReviewPlace, { kind: 'text' }> };

/** From a place in a block's text to the place in the paragraph as printed, where blanks between Chinese and Latin are gone. */
export type PrintedPlaces = { from(offset: number): number; to(offset: number): number; length: number };

/** Places of a block in its printed paragraph. */
export function mapToPrinted(inlines: readonly Inline[], printed: readonly FilingInline[]): PrintedPlaces {
  const text = getFilingText(printed);
  const hunks = diffTexts(getInlineText(inlines), text);
  const clamp = (offset: number) => Math.min(Math.max(offset, 0), text.length);
  return {
    from: (offset) => clamp(mapOffset(hunks, offset, 'after')),
    to: (offset) => clamp(mapOffset(hunks, offset, 'before')),
    length: text.length,
  };
}

/** Writes changes of one block into its marks: a tracked change where Word has one and its range is free, a remark in words otherwise. */
export function markChanges(
  marks: ReviewMarks,
  changes: readonly TextChange[],
  places: PrintedPlaces,
  material: ReplyMaterial,
  list: RemarkList,
): void {
  for (const one of changes) {
    const { payload, author, at } = one.change;
    const from = places.from(one.place.from);
    const to = Math.max(from, places.to(one.place.to));
    const isInside = one.change.anchor.inside !== undefined;
    if (!isInside && markTracked(marks, payload, { from, to }, { author, at }, places.length, material)) addProposal(list, one);
    else marks.comments.push({ from, to, comment: addRemark(list, one) });
  }
}

type Range = { from: number; to: number };

/** False when the proposal cannot be shown as a tracked change. */
function markTracked(
  marks: ReviewMarks,
  payload: ReviewedChange['change']['payload'],
  { from, to }: Range,
  by: Authorship,
  length: number,
  material: ReplyMaterial,
): boolean {
  const isFree = (range: Range) =>
    [...marks.deletions, ...marks.formats].every((taken) => range.to <= taken.from || taken.to <= range.from);
  switch (payload.kind) {
    case 'insert':
      marks.insertions.push({ at: from, inlines: assembleInlines(payload.inlines, material), by });
      return true;
    case 'delete':
    case 'overrideFigure':
      if (from === to || !isFree({ from, to })) return false;
      marks.deletions.push({ from, to, by });
      if (payload.kind === 'overrideFigure') marks.insertions.push({ at: to, inlines: [{ type: 'text', text: payload.proposed }], by });
      return true;
    case 'format':
      if (from === to || !isFree({ from, to })) return false;
      marks.formats.push({ from, to, style: payload.style, by });
      return true;
    case 'splitBlock':
      if (from === 0 || from === length || marks.splits.some((split) => split.at === from)) return false;
      marks.splits.push({ at: from, by });
      return true;
    case 'joinBlock':
      if (marks.mark !== null) return false;
      marks.mark = { change: 'del', by };
      return true;
    case 'deleteBlock':
      if (marks.mark !== null || !isFree({ from: 0, to: length })) return false;
      marks.mark = { change: 'del', by };
      if (length > 0) marks.deletions.push({ from: 0, to: length, by });
      return true;
    default:
      return false;
  }
}
