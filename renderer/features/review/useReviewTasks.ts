import { sayNotApplied } from '../../../shared/catalogue/sayNotApplied';
import type { ChangeId, QuestionId } from '../../../shared/domain/ids';
import type { OverrideChoice, ReviewChange, Verdict } from '../../../shared/domain/review';
import { call } from '../../ipc/client';
import { useWords } from '../../ui/language';
import { showHint } from '../../ui/toasts';
import { useNavigator } from '../../workspace/navigation';
import { flushReply, getReplyBridge } from '../../workspace/replyBridge';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import type { Reviewed } from './reviewItems';

export type ReviewTasks = {
  /** Leads to the place of a change: into the text, or to its table. */
  show: (one: Reviewed) => void;
  decide: (changeIds: readonly ChangeId[], verdict: Verdict, override?: { choice: OverrideChoice; note: string }) => void;
  answer: (change: ReviewChange, text: string) => void;
  commentQuestion: (questionId: QuestionId, text: string) => void;
};

/** What can be done with comments and suggestions; every decision can be undone as one step. */
export function useReviewTasks(): ReviewTasks {
  const { say, language } = useWords();
  const { at, go } = useNavigator();
  const run = useRun();
  const showUndoable = useShowUndoable();

  const lead = ({ change, place }: Reviewed): boolean => {
    const { questionId } = change.anchor;
    const isHere = at.centre.view === 'question' && at.centre.questionId === questionId;
    if (!isHere && questionId !== null) {
      go({ type: 'openQuestion', questionId, blockId: place?.kind === 'text' ? place.blockId : change.anchor.blockId });
      return true;
    }
    return isHere && (getReplyBridge()?.showChange(change.changeId) ?? false);
  };

  return {
    show(one) {
      if (lead(one) || one.place?.kind !== 'cell') return;
      const { tableId, rowId, colId } = one.place.cell;
      go({ type: 'openTable', tableId, cell: { rowId, colId } });
    },
    decide: (changeIds, verdict, override) =>
      run(async () => {
        await flushReply();
        const { decided, notApplied } = await call('review:decide', {
          changeIds: [...changeIds],
          verdict,
          note: override?.note ?? '',
          ...(override ? { override: override.choice } : {}),
        });
        if (decided.length > 0) showUndoable(say('review.decided', { count: decided.length, verdict: say(VERDICT_WORDS[verdict]) }));
        if (notApplied.length > 0) showHint(sayNotApplied(language, notApplied));
      }),
    answer: ({ changeId, anchor }, text) =>
      run(async () => {
        await flushReply();
        await call('review:comment', { anchor, text, replyTo: changeId });
      }),
    commentQuestion: (questionId, text) =>
      run(async () => {
        await flushReply();
        await call('review:comment', { anchor: { questionId, blockId: null, from: 0, to: 0, quote: '' }, text, replyTo: null });
      }),
  };
}

const VERDICT_WORDS = {
  accepted: 'review.state.accepted',
  rejected: 'review.state.rejected',
  resolved: 'review.state.resolved',
  withdrawn: 'review.state.withdrawn',
  reopened: 'review.state.open',
} as const;
