import { newId } from '../../../shared/domain/ids';
import type { Reply } from '../../../shared/domain/reply';
import type { ReviewChange, ReviewedChange } from '../../../shared/domain/review';
import type { ParsedParams } from '../../../shared/ipc/contract';
import { deleteUnsentChange, insertChange, insertDecision, listSentIds, newDecision, updateUnsentChange } from '../db/queries/review';
import type { WriteContext } from '../rpc/handlerKinds';
import { completeAnchor, getReviewAuthor, readReview, readReviewHead } from './readReview';

/**
 * Makes the local author's open suggestions on a reply's text those given. Sent ones are immutable: a missing one is withdrawn, a given one stays as
 * it went out. Suggestions that stand nowhere in the text are left alone: no editor can have shown them.
 */
export function saveSuggestions(
  { db, session, recorder }: WriteContext,
  { questionId, sections }: Reply,
  suggestions: ParsedParams<'review:saveSuggestions'>['suggestions'],
): void {
  const author = getReviewAuthor(db, session);
  const { findTable } = readReviewHead(db, questionId);
  const present = readReview(db, questionId).filter((one) => one.change.author === author && standsInText(one));
  const sent = listSentIds(db, [...present.map(({ change }) => change.changeId), ...suggestions.map(({ changeId }) => changeId)]);
  const former = new Map(present.map(({ change }) => [change.changeId, change]));
  for (const { changeId, at, anchor, payload } of suggestions) {
    if (sent.has(changeId)) {
      former.delete(changeId);
      continue;
    }
    const complete = { ...completeAnchor(anchor, sections, findTable), questionId };
    const change: ReviewChange = { changeId, author, at, baseVersionId: null, anchor: complete, payload };
    if (former.delete(changeId)) updateUnsentChange(recorder, change);
    else insertChange(db, recorder, change);
  }
  for (const changeId of former.keys()) {
    if (sent.has(changeId)) insertDecision(db, recorder, newDecision(newId(), { changeId, author, verdict: 'withdrawn', note: '' }));
    else deleteUnsentChange(recorder, changeId);
  }
}

/** What an editor shows as a suggestion: open, with a place in the text. */
function standsInText({ change, state, place }: ReviewedChange): boolean {
  if (state !== 'open' || change.payload.kind === 'comment') return false;
  return place?.kind === 'text' || place?.kind === 'inside' || (place?.kind === 'question' && change.payload.kind === 'insertBlock');
}
