import type { ChangeId, DecisionId, VersionId } from '../../domain/ids';
import { getInlineText } from '../../domain/reply';
import type { ReviewChange, ReviewDecision } from '../../domain/review';
import { ChangeList, type MakeId } from './changeList';
import { type DocumentChanges, takeDocument } from './takeDocument';
import type { ReviewedComment, ReviewedDocument } from './reviewedDocument';
import { isUnplaced } from './targets';
import type { AnchorMap, SentChange } from './wordAnchor';
import type { WordReviewWords } from './wordReviewWords';

/** What a reviewed document is held against. `exchange` tells its changes from those of other exchanges. */
export type TakeBackInput = {
  sent: ReviewedDocument;
  returned: ReviewedDocument;
  anchors: AnchorMap;
  exchange: string;
  versionId: VersionId | null;
  /** When an edit without a time of its own is taken to have been made. */
  receivedAt: string;
  words: WordReviewWords;
  makeId: MakeId;
};

/** What came back: changes new to the document since it was sent, those among them that have no place, and remarks settled or opened again. */
export type TakenBack = { changes: ReviewChange[]; decisions: ReviewDecision[]; counts: TakenCounts };
export type TakenCounts = { comments: number; suggestions: number; figureOverrides: number; unplaced: number };

/**
 * Everything a reviewed document says that it did not say when it was sent, each at its place or, without one, with its text. Every tracked change and
 * remark of the file is in it. The same document gives the same changes with the same ids.
 */
export function takeBack(input: TakeBackInput): TakenBack {
  const { sent, returned, anchors } = input;
  const isPlain = sent.revisions.length === 0 && sent.comments.length === 0;
  const before: DocumentChanges = isPlain ? { changes: [], remarks: [] } : takeOne(input, sent);
  const after = takeOne(input, returned);
  const known = new Set(before.changes.map(({ changeId }) => changeId));
  const left = new Set(after.changes.map(({ changeId }) => changeId));
  const remarks = matchRemarks(before.remarks, after.remarks, anchors.changes);
  const added = after.changes.filter(({ changeId }) => !known.has(changeId) && !remarks.known.has(changeId));
  const settled = before.changes
    .filter(({ changeId, payload }) => !left.has(changeId) && payload.kind !== 'comment')
    .map((change) => tellSettled(input, change, anchors.changes));
  const changes = [...added.map((change) => answerKnown(change, remarks.known)), ...settled];
  return { changes, decisions: listDecisions(input, remarks, changes), counts: countTaken(changes) };
}

/** What of each kind is among changes. */
function countTaken(changes: readonly ReviewChange[]): TakenCounts {
  const unplaced = changes.filter(({ anchor }) => isUnplaced(anchor));
  const placed = changes.filter(({ anchor }) => !isUnplaced(anchor));
  const comments = placed.filter(({ payload }) => payload.kind === 'comment').length;
  const figureOverrides = placed.filter(({ payload }) => payload.kind === 'overrideFigure').length;
  return { comments, figureOverrides, suggestions: placed.length - comments - figureOverrides, unplaced: unplaced.length };
}

function takeOne(input: TakeBackInput, document: ReviewedDocument): DocumentChanges {
  const { exchange, versionId, receivedAt, makeId, words, sent, anchors } = input;
  const untracked = { author: document.lastModifiedBy.trim() || words.unknownAuthor(), at: document.modifiedAt ?? receivedAt };
  const list = new ChangeList(exchange, versionId, untracked, makeId);
  return takeDocument({ sent, document, anchors, words, list });
}

type Remarks = DocumentChanges['remarks'];
type KnownRemarks = { known: Map<ChangeId, ChangeId>; states: { changeId: ChangeId; was: boolean; comment: ReviewedComment }[] };

/** Remarks that were in the document when it was sent, by the id they have here and in the project. Editors round times to the minute. */
function matchRemarks(before: Remarks, after: Remarks, sent: readonly SentChange[]): KnownRemarks {
  const key = (author: string, at: string | null, text: string) =>
    `${author}|${at === null ? '' : Math.floor(Date.parse(at) / 60_000)}|${text.replace(/\s+/g, '')}`;
  const own = new Map(sent.filter(({ kind }) => kind === 'comment').map((one) => [key(one.author, one.at, one.text), one.changeId]));
  const wasDone = new Map(before.map(({ comment }) => [key(comment.author, comment.at, comment.text), comment.done]));
  const known: KnownRemarks = { known: new Map(), states: [] };
  for (const { comment, changeId } of after) {
    const name = key(comment.author, comment.at, comment.text);
    const projectId = own.get(name);
    if (projectId !== undefined) known.known.set(changeId, projectId);
    known.states.push({ changeId: projectId ?? changeId, was: projectId !== undefined && (wasDone.get(name) ?? false), comment });
  }
  return known;
}

/** An answer to a remark of the project names it by the project's id. */
function answerKnown(change: ReviewChange, known: ReadonlyMap<ChangeId, ChangeId>): ReviewChange {
  const { payload } = change;
  if (payload.kind !== 'comment' || payload.replyTo === null) return change;
  return { ...change, payload: { ...payload, replyTo: known.get(payload.replyTo) ?? payload.replyTo } };
}

/** Remarks somebody settled, or opened again. */
function listDecisions({ makeId }: TakeBackInput, { states }: KnownRemarks, changes: readonly ReviewChange[]): ReviewDecision[] {
  return states.flatMap(({ changeId, was, comment }): ReviewDecision[] => {
    if (comment.done === was || comment.parent !== null) return [];
    const answers = changes.filter(({ payload }) => payload.kind === 'comment' && payload.replyTo === changeId);
    const last = answers.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).at(-1);
    const at = last?.at ?? changes.find((change) => change.changeId === changeId)?.at ?? comment.at ?? '1970-01-01T00:00:00+08:00';
    const author = last?.author ?? comment.author;
    const verdict = comment.done ? ('resolved' as const) : ('reopened' as const);
    const decisionId: DecisionId = makeId<'decision'>(JSON.stringify([changeId, verdict, author, at]));
    return [{ decisionId, changeId, author, at, verdict, note: '' }];
  });
}

/** A proposal of ours that is no longer in the document: accepting or rejecting it in Word decides nothing here, but is told. */
function tellSettled(
  { makeId, returned, receivedAt, words }: TakeBackInput,
  change: ReviewChange,
  sent: readonly SentChange[],
): ReviewChange {
  const text = 'inlines' in change.payload ? getInlineText(change.payload.inlines) : change.anchor.quote;
  const own = sent.find(
    (one) =>
      one.kind === 'suggestion' &&
      one.author === change.author &&
      one.text === text &&
      Math.abs(Date.parse(one.at) - Date.parse(change.at)) < 60_000,
  );
  return {
    ...change,
    changeId: makeId<'change'>(`settled ${change.changeId}`),
    author: returned.lastModifiedBy.trim() || words.unknownAuthor(),
    at: returned.modifiedAt ?? receivedAt,
    payload: { kind: 'comment', text: words.settled(text), replyTo: own?.changeId ?? null },
  };
}
