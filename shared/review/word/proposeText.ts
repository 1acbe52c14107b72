import type { QuestionId } from '../../domain/ids';
import { getInlineText, type TextBlock } from '../../domain/reply';
import type { ReviewAnchor, ReviewChange } from '../../domain/review';
import { ChangeList, type MakeId } from './changeList';
import { PLAIN, type Piece, type ReviewedParagraph } from './reviewedDocument';
import { createBlockTarget } from './targets';
import { takeText, type Taking } from './textChanges';
import { createTextUnit } from './units';
import type { WordReviewWords } from './wordReviewWords';

/** What somebody says of a whole paragraph: a remark, another text for it, or that it should go. */
export type Proposal = {
  exchange: string;
  author: string;
  at: string;
  kind: 'comment' | 'replace' | 'delete';
  text: string;
  place: { questionId: QuestionId; block: TextBlock } | { paragraph: string };
  words: WordReviewWords;
  makeId: MakeId;
};

/** The proposal as changes: another text by its differences from the present one, a figure in it as a request. */
export function proposeText({ exchange, author, at, kind, text, place, words, makeId }: Proposal): ReviewChange[] {
  const list = new ChangeList(exchange, null, { author, at }, makeId);
  const by = { author, at, isTracked: false };
  if (!('block' in place)) {
    const anchor: ReviewAnchor = { questionId: null, blockId: null, from: 0, to: 0, quote: place.paragraph };
    list.add({ by, anchor, words: `comment ${text}`, build: () => ({ kind: 'comment', text, replyTo: null }) }, []);
    return list.changes;
  }
  const target = createBlockTarget(place.questionId, place.block);
  const whole = target.place(0, getInlineText(place.block.inlines).length);
  if (kind === 'comment')
    list.add({ by, anchor: whole, words: `comment ${text}`, build: () => ({ kind: 'comment', text, replyTo: null }) }, []);
  else if (kind === 'delete') list.add({ by, anchor: whole, words: 'deleteBlock', build: () => ({ kind: 'deleteBlock' }) }, []);
  else {
    const taking: Taking = { list, words, figures: new Map(), noteEnd: () => {} };
    takeText(taking, target, createTextUnit([createPlainParagraph(text, target.form)], []), false);
  }
  return list.changes;
}

function createPlainParagraph(text: string, form: ReviewedParagraph['form']): ReviewedParagraph {
  const piece: Piece = { type: 'text', text, style: PLAIN, inserted: [], deleted: [], format: null, figure: null };
  return { type: 'paragraph', tags: [], pieces: [piece], mark: { inserted: [], deleted: [] }, form, formChange: null, layout: [] };
}
