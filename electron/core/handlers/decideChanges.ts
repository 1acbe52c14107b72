import type { ChangedFigure } from '../../../shared/domain/figure';
import { type ChangeId, newId, type QuestionId } from '../../../shared/domain/ids';
import type { OverrideChoice, ReviewedChange, Verdict } from '../../../shared/domain/review';
import type { ParsedParams } from '../../../shared/ipc/contract';
import type { DecideResult } from '../../../shared/ipc/results';
import { applyToSections } from '../../../shared/review/applyToSections';
import type { PlacedChange } from '../../../shared/review/findConflicts';
import { findReviewCopy } from '../db/queries/exchange';
import { getReply, saveSections } from '../db/queries/replies';
import { insertDecision, newDecision } from '../db/queries/review';
import type { WriteContext } from '../rpc/handlerKinds';
import { applyToTable, correctOverriddenCell } from './applyToTable';
import { getReviewAuthor, readReviewOf } from './readReview';

/**
 * Decides changes in one operation. Accepted ones are carried out together against the replies as they stand; one whose place is gone, or that another
 * of them has made impossible, stays open and is named.
 */
export function decideChanges(
  context: WriteContext,
  { changeIds, verdict, note, override, correction = 'restated', alsoReject = [] }: ParsedParams<'review:decide'>,
): DecideResult {
  const { db, recorder, session, announceFigures } = context;
  const author = getReviewAuthor(db, session);
  const reviewed = readReviewOf(db, [...changeIds, ...alsoReject]);
  // In a reviewer's copy suggestions are made and taken back; carrying them out is for the project itself.
  const mayDecide = findReviewCopy(db) === null || (verdict !== 'accepted' && verdict !== 'rejected');
  const wanted = [...new Set(mayDecide ? changeIds : [])]
    .flatMap((changeId) => reviewed.get(changeId) ?? [])
    .filter((one) => canDecide(one, verdict, author));
  const figures: ChangedFigure[] = [];
  const decided = new Map<ChangeId, Verdict>();
  if (verdict === 'accepted') {
    const placed = wanted.filter((one): one is ReviewedChange & PlacedChange => one.place !== null);
    const plan = planAcceptance(placed, override);
    for (const { change } of plan.kept) decided.set(change.changeId, 'rejected');
    for (const changeId of acceptInReplies(context, plan.inText)) decided.set(changeId, 'accepted');
    for (const one of plan.inTables) {
      const correct = { kind: correction, why: note, actor: author };
      const followed =
        one.change.payload.kind === 'overrideFigure' ? correctOverriddenCell(context, one, correct) : applyToTable(context, one, correct);
      if (!followed) continue;
      figures.push(...followed);
      decided.set(one.change.changeId, 'accepted');
    }
  } else for (const { change } of wanted) decided.set(change.changeId, verdict);
  for (const changeId of alsoReject) {
    const one = reviewed.get(changeId);
    if (one && !decided.has(changeId) && canDecide(one, 'rejected', author)) decided.set(changeId, 'rejected');
  }
  for (const [changeId, came] of decided) insertDecision(db, recorder, newDecision(newId(), { changeId, author, verdict: came, note }));
  announceFigures(figures);
  return { decided: [...decided.keys()], notApplied: changeIds.filter((changeId) => !decided.has(changeId)), changedFigures: figures };
}

/** Whether a verdict can be given: only what is open is decided, only what is decided is reopened, and nobody withdraws another's change. */
function canDecide({ change, state }: ReviewedChange, verdict: Verdict, author: string): boolean {
  const isComment = change.payload.kind === 'comment';
  switch (verdict) {
    case 'accepted':
    case 'rejected':
      return state === 'open' && !isComment;
    case 'resolved':
      return state === 'open' && isComment;
    case 'withdrawn':
      return state === 'open' && change.author === author;
    case 'reopened':
      return state !== 'open';
  }
}

/** Sorts accepted changes by what carries them out. An override without a choice is not carried out at all. */
function planAcceptance(placed: readonly (ReviewedChange & PlacedChange)[], override: OverrideChoice | undefined) {
  const plan = { inText: [] as PlacedChange[], inTables: [] as PlacedChange[], kept: [] as PlacedChange[] };
  for (const one of placed) {
    if (one.change.payload.kind === 'overrideFigure') {
      if (override === 'keep') plan.kept.push(one);
      else if (override === 'unlink') plan.inText.push(one);
      else if (override === 'correctCell') plan.inTables.push(one);
    } else if (one.place.kind === 'cell' || one.place.kind === 'table') plan.inTables.push(one);
    else plan.inText.push(one);
  }
  return plan;
}

function acceptInReplies({ db, recorder }: WriteContext, placed: readonly PlacedChange[]): ChangeId[] {
  const byQuestion = new Map<QuestionId, PlacedChange[]>();
  for (const one of placed) {
    const { questionId } = one.change.anchor;
    if (questionId) byQuestion.set(questionId, [...(byQuestion.get(questionId) ?? []), one]);
  }
  return [...byQuestion].flatMap(([questionId, changes]) => {
    const { sections, applied } = applyToSections(getReply(db, questionId).sections, changes);
    saveSections(db, recorder, questionId, sections);
    return applied;
  });
}
