import type { ChangedFigure } from '../../../shared/domain/figure';
import { type ChangeId, newId, type QuestionId } from '../../../shared/domain/ids';
import { type Message, message } from '../../../shared/domain/message';
import type { OverrideChoice, ReviewedChange, Verdict } from '../../../shared/domain/review';
import type { ParsedParams } from '../../../shared/ipc/contract';
import type { DecideResult } from '../../../shared/ipc/results';
import { applyToSections } from '../../../shared/review/applyToSections';
import { compareRank } from '../../../shared/review/compareRank';
import type { PlacedChange } from '../../../shared/review/findConflicts';
import { findReviewCopy } from '../db/queries/exchange';
import { getReply, saveSections } from '../db/queries/replies';
import { insertDecision, newDecision } from '../db/queries/review';
import type { WriteContext } from '../rpc/handlerKinds';
import { applyRecord } from './applyRecord';
import { applyToTable, correctOverriddenCell } from './applyToTable';
import { getReviewAuthor, readReviewOf } from './readReview';
import { addTo } from '../../../shared/util/multimap';

/**
 * Decides changes in one operation. Accepted ones are carried out together against the project as it stands; one that cannot be stays open and is named
 * with why.
 */
export function decideChanges(
  context: WriteContext,
  { changeIds, verdict, note, override, correction = 'restated', alsoReject = [] }: ParsedParams<'review:decide'>,
): DecideResult {
  const { db, recorder, session, announceFigures } = context;
  const author = getReviewAuthor(db, session);
  const reviewed = readReviewOf(db, [...changeIds, ...alsoReject]);
  const isReviewCopy = findReviewCopy(db) !== null;
  const decided = new Map<ChangeId, Verdict>();
  const refused = new Map<ChangeId, Message>();
  const wanted: ReviewedChange[] = [];
  for (const changeId of new Set(changeIds)) {
    const one = reviewed.get(changeId);
    const why = one ? explainRefusal(one, verdict, author, isReviewCopy) : message('why.placeGone');
    if (why) refused.set(changeId, why);
    else wanted.push(one!);
  }
  const figures: ChangedFigure[] = [];
  if (verdict === 'accepted') {
    const plan = planAcceptance(wanted, override, refused);
    for (const { change } of plan.kept) decided.set(change.changeId, 'rejected');
    acceptInReplies(context, plan.inText, decided, refused);
    for (const one of plan.inTables) {
      const { changeId, payload } = one.change;
      const correct = { kind: correction, why: note, actor: author };
      const applied =
        payload.kind === 'setRecord'
          ? applyRecord(context, payload)
          : payload.kind === 'overrideFigure'
            ? correctOverriddenCell(context, one, correct)
            : applyToTable(context, one, correct);
      if ('why' in applied) refused.set(changeId, applied.why);
      else {
        figures.push(...applied.figures);
        decided.set(changeId, 'accepted');
      }
    }
  } else for (const { change } of wanted) decided.set(change.changeId, verdict);
  // The other sides of a conflict stay open while this one is not carried out.
  for (const changeId of refused.size === 0 ? alsoReject : []) {
    const one = reviewed.get(changeId);
    if (one && !decided.has(changeId) && !explainRefusal(one, 'rejected', author, isReviewCopy)) decided.set(changeId, 'rejected');
  }
  for (const [changeId, came] of decided) insertDecision(db, recorder, newDecision(newId(), { changeId, author, verdict: came, note }));
  announceFigures(figures);
  const notApplied = [...refused].map(([changeId, why]) => ({ changeId, why }));
  return { decided: [...decided.keys()], notApplied, changedFigures: figures };
}

/**
 * Why a verdict cannot be given; null when it can: only what is open is decided, only what is decided is reopened, nobody withdraws another's change,
 * and in a reviewer's copy suggestions are made and taken back, not carried out.
 */
function explainRefusal({ change, state }: ReviewedChange, verdict: Verdict, author: string, isReviewCopy: boolean): Message | null {
  const isComment = change.payload.kind === 'comment';
  switch (verdict) {
    case 'accepted':
    case 'rejected':
      if (isReviewCopy) return message('why.reviewCopy');
      if (isComment) return message('why.remark');
      return state === 'open' ? null : message('why.decided');
    case 'resolved':
      return state === 'open' && isComment ? null : message('why.decided');
    case 'withdrawn':
      if (change.author !== author) return message('why.othersChange');
      return state === 'open' ? null : message('why.decided');
    case 'reopened':
      return state === 'open' ? message('why.decided') : null;
  }
}

type Plan = { inText: PlacedChange[]; inTables: PlacedChange[]; kept: PlacedChange[] };

/** Sorts accepted changes by what carries them out. One without a place, and an override without a choice, are not carried out at all. */
function planAcceptance(wanted: readonly ReviewedChange[], override: OverrideChoice | undefined, refused: Map<ChangeId, Message>): Plan {
  const plan: Plan = { inText: [], inTables: [], kept: [] };
  for (const { change, place } of wanted) {
    if (place === null) refused.set(change.changeId, message('why.placeGone'));
    else if (change.payload.kind === 'overrideFigure') {
      if (override === 'keep') plan.kept.push({ change, place });
      else if (override === 'unlink') plan.inText.push({ change, place });
      else if (override === 'correctCell') plan.inTables.push({ change, place });
      else refused.set(change.changeId, message('why.chooseOverride'));
    } else if (place.kind === 'cell' || place.kind === 'table' || place.kind === 'record') plan.inTables.push({ change, place });
    else plan.inText.push({ change, place });
  }
  // What goes makes room first; lines put behind one line come to stand in their order when the last is put there first.
  const isRemoval = ({ change }: PlacedChange) => change.payload.kind === 'setRecord' && change.payload.becomes === null;
  plan.inTables.sort((a, b) => Number(isRemoval(b)) - Number(isRemoval(a)) || compareRank(b.change, a.change));
  return plan;
}

function acceptInReplies(
  { db, recorder }: WriteContext,
  placed: readonly PlacedChange[],
  decided: Map<ChangeId, Verdict>,
  refused: Map<ChangeId, Message>,
): void {
  const byQuestion = new Map<QuestionId, PlacedChange[]>();
  for (const one of placed) {
    const { questionId } = one.change.anchor;
    if (questionId) addTo(byQuestion, questionId, one);
    else refused.set(one.change.changeId, message('why.placeGone'));
  }
  for (const [questionId, changes] of byQuestion) {
    const { sections, applied } = applyToSections(getReply(db, questionId).sections, changes);
    saveSections(db, recorder, questionId, sections);
    for (const changeId of applied) decided.set(changeId, 'accepted');
    for (const { change, place } of changes) {
      if (!decided.has(change.changeId))
        refused.set(change.changeId, place.kind === 'inside' ? message('why.outerOpen') : message('why.crossed'));
    }
  }
}
