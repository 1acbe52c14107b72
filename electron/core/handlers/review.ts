import { say } from '../../../shared/catalogue/catalogue';
import { type ChangeId, newId } from '../../../shared/domain/ids';
import type { ReviewChange } from '../../../shared/domain/review';
import { AppError } from '../../../shared/ipc/errors';
import { getQuestion } from '../db/queries/letters';
import { getReply, saveSections } from '../db/queries/replies';
import { getChanges, insertChange, listSentIds } from '../db/queries/review';
import { type HandlersOf, reads, type WriteContext, writes } from '../rpc/handlerKinds';
import { timestamp } from '../timestamp';
import { decideChanges } from './decideChanges';
import { completeAnchor, getReviewAuthor, readReview, readReviewHead } from './readReview';
import { scopeOf, withPresentFigures } from './replies';
import { saveSuggestions } from './saveSuggestions';

export const reviewHandlers: HandlersOf<'review'> = {
  'review:list': reads(({ db, session }, { questionId }) => {
    const author = getReviewAuthor(db, session);
    const view = readReview(db, questionId);
    const sent = listSentIds(
      db,
      view.map(({ change }) => change.changeId),
    );
    return view.map((one) => ({ ...one, mine: one.change.author === author, sent: sent.has(one.change.changeId) }));
  }),

  'review:comment': writes((context, { anchor, text, replyTo }) => {
    const { db, describe } = context;
    const root = replyTo === null ? null : getChanges(db, [replyTo])[0]!;
    const change = addLocalChange(context, { anchor: root?.anchor ?? anchor, payload: { kind: 'comment', text, replyTo } });
    describe({ question: nameQuestion(context, change) });
    return change;
  }),

  'review:propose': writes((context, proposed) => {
    const change = addLocalChange(context, proposed);
    context.describe({ question: nameQuestion(context, change) });
    return change;
  }),

  'review:saveSuggestions': writes((context, { questionId, baseRevision, sections, suggestions }) => {
    const { db, recorder, describe } = context;
    const before = getReply(db, questionId);
    if (before.revision !== baseRevision) throw new AppError('revision-conflict', { what: `${baseRevision} → ${before.revision}` });
    describe({ question: getQuestion(db, questionId).no }, scopeOf(before, sections) ?? `suggestions ${questionId}`);
    const saved = saveSections(db, recorder, questionId, withPresentFigures(db, sections)) ?? before;
    saveSuggestions(context, saved, suggestions);
    return { revision: saved.revision, savedAt: timestamp() };
  }),

  'review:decide': writes((context, params) => {
    const result = decideChanges(context, params);
    const verdict = say(context.session.settings.language, `verdict.${params.verdict}`);
    context.describe({ count: result.decided.length, verdict });
    return result;
  }),
};

function addLocalChange(
  { db, session, recorder }: WriteContext,
  { anchor, payload }: Pick<ReviewChange, 'anchor' | 'payload'>,
): ReviewChange {
  const head = readReviewHead(db, anchor.questionId);
  const change: ReviewChange = {
    changeId: newId<'change'>() satisfies ChangeId,
    author: getReviewAuthor(db, session),
    at: timestamp(),
    baseVersionId: null,
    anchor: completeAnchor(
      anchor,
      head.replies.flatMap((reply) => reply.sections),
      head.findTable,
    ),
    payload,
  };
  insertChange(db, recorder, change);
  return change;
}

function nameQuestion({ db }: WriteContext, { anchor }: ReviewChange): string {
  return anchor.questionId === null ? '' : getQuestion(db, anchor.questionId).no;
}
