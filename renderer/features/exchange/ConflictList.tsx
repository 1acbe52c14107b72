import { useMemo } from 'react';
import { sayNotApplied } from '../../../shared/catalogue/sayNotApplied';
import { sayRecord } from '../../../shared/catalogue/sayRecord';
import type { ChangeId } from '../../../shared/domain/ids';
import { getInlineText } from '../../../shared/domain/reply';
import type { OverrideChoice, ReviewPayload } from '../../../shared/domain/review';
import type { Result } from '../../../shared/ipc/contract';
import { isReviewConflict } from '../../../shared/review/isReviewConflict';
import { OverrideChoices } from '../../workspace/OverrideChoices';
import { useNameTarget } from '../../workspace/useLinkTable';
import { flushReply } from '../../workspace/replyBridge';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { Button } from '../../ui/Button';
import { showHint } from '../../ui/toasts';
import { useWords, type Words } from '../../ui/language';

/** Characters shown on either side of a conflict. */
const NEAR = 24;

type Reviewed = Result<'review:list'>[number];

/** Changes that cannot stand together, side by side: one is taken and the others are rejected, or none is taken. */
export function ConflictList() {
  const { say } = useWords();
  const { value } = useQuery('review:list', { questionId: null });
  const groups = useMemo(() => groupConflicts(value ?? []), [value]);
  if (groups.length === 0) return null;
  return (
    <section className="exchange-conflicts" aria-labelledby="exchange-conflicts">
      <h3 id="exchange-conflicts">
        {say('exchange.conflicts')} <span className="faint">{groups.length}</span>
      </h3>
      <ol>
        {groups.map((group) => (
          <Conflict key={group[0]!.change.changeId} group={group} />
        ))}
      </ol>
    </section>
  );
}

function Conflict({ group }: { group: readonly Reviewed[] }) {
  const words = useWords();
  const { say, language } = words;
  const run = useRun();
  const showUndoable = useShowUndoable();
  const nameTarget = useNameTarget();
  const [first] = group;
  const { questionId } = first!.change.anchor;
  const take = (taken: readonly Reviewed[], override?: OverrideChoice, note = '') =>
    run(async () => {
      await flushReply();
      const ids = taken.map(({ change }) => change.changeId);
      const alsoReject = group.map(({ change }) => change.changeId).filter((changeId) => !ids.includes(changeId));
      const { notApplied } = await call('review:decide', { changeIds: ids, verdict: 'accepted', note, override, alsoReject });
      if (notApplied.length > 0) showHint(sayNotApplied(language, notApplied));
      else showUndoable(say('exchange.taken', { party: taken[0]!.change.author }));
    });
  const takeNone = () =>
    run(async () => {
      await call('review:decide', { changeIds: group.map(({ change }) => change.changeId), verdict: 'rejected', note: '' });
      showUndoable(say('exchange.rejected', { count: group.length }));
    });
  const authors = [...new Set(group.map(({ change }) => change.author))];
  return (
    <li>
      <p className="small faint">
        {questionId ? nameTarget({ questionId, itemId: null }) : null} {quoteAround(first!)}
      </p>
      <div className="exchange-sides">
        {authors.map((author) => {
          const own = group.filter(({ change }) => change.author === author);
          return (
            <div key={author} className="exchange-side">
              <strong>{author}</strong>
              {own.map((one) => (
                <p key={one.change.changeId}>{sayPayload(words, one.change.payload, one.change.anchor.quote)}</p>
              ))}
              {own.some(({ place }) => place && 'changed' in place && place.changed) ? (
                <p className="small text-doubt">{say('exchange.changedMeanwhile')}</p>
              ) : null}
              {own.some(({ change }) => change.payload.kind === 'overrideFigure') ? (
                <OverrideChoices onChoose={(choice, note) => take(own, choice, note)} />
              ) : (
                <Button onPress={() => take(own)}>{say('exchange.takeThis')}</Button>
              )}
            </div>
          );
        })}
      </div>
      <Button kind="quiet" onPress={takeNone}>
        {say('exchange.takeNone')}
      </Button>
    </li>
  );
}

function sayPayload({ say, language }: Words, payload: ReviewPayload, quote: string): string {
  switch (payload.kind) {
    case 'delete':
    case 'deleteBlock':
    case 'deleteRow':
    case 'deleteColumn':
      return say('exchange.deletes', { text: quote });
    case 'insert':
      return say('exchange.inserts', { text: getInlineText(payload.inlines) });
    case 'insertBlock':
      return say('exchange.inserts', { text: 'inlines' in payload.block ? getInlineText(payload.block.inlines) : '' });
    case 'insertRow':
    case 'insertColumn':
      return say('exchange.insertsLine', { kind: say(`review.kind.${payload.kind}`), texts: payload.texts.join(' | ') });
    case 'setCell':
      return `${quote} → ${payload.text}`;
    case 'overrideFigure':
      return `${payload.shown} → ${payload.proposed}`;
    case 'setRecord': {
      const { about, before, after } = sayRecord(language, payload);
      if (after === '') return say('exchange.deletes', { text: before });
      return before === '' ? say('exchange.inserts', { text: after }) : `${about} ${before} → ${after}`;
    }
    default:
      return say('exchange.otherChange');
  }
}

/** Changes that conflict, directly or through others, together; each also with those its author made at the same place. */
function groupConflicts(review: readonly Reviewed[]): Reviewed[][] {
  const byId = new Map(review.map((one) => [one.change.changeId, one]));
  const seen = new Set<ChangeId>();
  const groups: Reviewed[][] = [];
  for (const start of review) {
    if (!isReviewConflict(start) || seen.has(start.change.changeId)) continue;
    const group: Reviewed[] = [];
    const waiting = [start];
    while (waiting.length > 0) {
      const one = waiting.pop()!;
      if (seen.has(one.change.changeId)) continue;
      seen.add(one.change.changeId);
      group.push(one);
      for (const changeId of one.conflictsWith) waiting.push(byId.get(changeId)!);
      waiting.push(...review.filter((other) => isBeside(one, other)));
    }
    groups.push(group);
  }
  return groups;
}

/** The words a change was made against, with some on either side. */
function quoteAround({ change: { anchor } }: Reviewed): string {
  const { blockText = '', from, to } = anchor;
  const start = Math.max(0, from - NEAR);
  const end = Math.min(blockText.length, to + NEAR);
  return `${start > 0 ? '…' : ''}${blockText.slice(start, end)}${end < blockText.length ? '…' : ''}`;
}

/** An open suggestion of the same author that touches the other: what was put in place of what was taken away. */
function isBeside({ change, place }: Reviewed, other: Reviewed): boolean {
  if (other.state !== 'open' || other.change.payload.kind === 'comment' || other.change.author !== change.author) return false;
  if (place?.kind !== 'text' || other.place?.kind !== 'text' || place.blockId !== other.place.blockId) return false;
  return other.place.from <= place.to && place.from <= other.place.to;
}
