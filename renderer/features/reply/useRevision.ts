import { $getSelection, type LexicalEditor, mergeRegister } from 'lexical';
import { useEffect, useState } from 'react';
import type { ChangeId, QuestionId } from '../../../shared/domain/ids';
import type { ReviewAnchor } from '../../../shared/domain/review';
import type { MenuCommand } from '../../../shared/ipc/host';
import { $findChangesAtSelection, $findNeighbourChange, $selectChange } from '../../editor/review/changePlaces';
import { $readCommentAnchor } from '../../editor/review/commentAnchor';
import { registerRecording } from '../../editor/review/registerRecording';
import { registerReviewMarks } from '../../editor/review/registerReviewMarks';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';
import { useNavigator } from '../../workspace/navigation';
import { reportCaretChanges } from '../../workspace/reviewCaret';
import { forceRevising, isRevising } from '../../workspace/revisionMode';
import { useRun } from '../../workspace/useRun';
import { findCaretSpot, type Spot } from './Floating';
import type { ReplySession } from './replySession';

/** A remark being written, and where it belongs. */
export type NewComment = { spot: Spot; anchor: ReviewAnchor };

export type Revision = {
  comment: NewComment | null;
  closeComment: () => void;
  addComment: (anchor: ReviewAnchor, text: string) => void;
  /** Runs a command of the review; false when it is none. */
  runCommand: (command: MenuCommand) => boolean;
  /** Selects a change in the text; false when it is not there. */
  showChange: (changeId: ChangeId) => boolean;
};

/** Records edits in revision mode, draws open changes, and runs the commands on the change at the caret. */
export function useRevision(editor: LexicalEditor, session: ReplySession, questionId: QuestionId): Revision {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const [comment, setComment] = useState<NewComment | null>(null);
  const { value: project } = useQuery('project:get', {});
  const isCopy = project?.reviewCopy != null;
  useEffect(() => forceRevising(isCopy), [isCopy]);
  useEffect(
    () =>
      mergeRegister(
        registerRecording(editor, { ledger: session.ledger, isRevising }),
        registerReviewMarks(editor, session.ledger),
        editor.registerUpdateListener(({ editorState }) => {
          if (!session.ledger.isEmpty) reportCaretChanges(editorState.read($findChangesAtSelection));
        }),
        () => reportCaretChanges([]),
      ),
    [editor, session],
  );

  const closeComment = () => {
    setComment(null);
    editor.focus();
  };
  const showChange = (changeId: ChangeId): boolean => {
    let isShown = false;
    editor.update(() => (isShown = $selectChange(changeId)), { discrete: true });
    if (!isShown) return false;
    editor.focus(() =>
      editor.getElementByKey(editor.read(() => $getSelection()?.getNodes()[0]?.getKey()) ?? '')?.scrollIntoView({ block: 'center' }),
    );
    return true;
  };
  const step = (direction: 1 | -1) => {
    const changeId = editor.read(() => $findNeighbourChange(direction));
    if (changeId === null || !showChange(changeId)) showDone(say('revision.noMore'));
  };
  const decide = (verdict: 'accepted' | 'rejected') =>
    run(async () => {
      await session.flush();
      const changeId = editor.read($findChangesAtSelection).find((id) => !session.isComment(id));
      if (changeId === undefined) return showDone(say('revision.noneHere'));
      if (verdict === 'accepted' && session.ledger.get(changeId)?.isOverride) {
        go({ type: 'openTab', tab: 'review' });
        return showDone(say('review.override.choose'));
      }
      const { notApplied } = await call('review:decide', { changeIds: [changeId], verdict, note: '' });
      if (notApplied.length > 0) showDone(say('review.notApplied', { count: notApplied.length }));
    });
  return {
    comment,
    closeComment,
    showChange,
    addComment: (anchor, text) =>
      run(async () => {
        setComment(null);
        await session.flush();
        await call('review:comment', { anchor, text, replyTo: null });
        editor.focus();
      }),
    runCommand(command) {
      if (command === 'addComment') {
        const anchor = editor.read(() => $readCommentAnchor(questionId));
        if (anchor) setComment({ spot: findCaretSpot(editor.getRootElement()), anchor });
        else showDone(say('revision.noneHere'));
      } else if (command === 'nextChange') step(1);
      else if (command === 'previousChange') step(-1);
      else if (command === 'acceptChange') decide('accepted');
      else if (command === 'rejectChange') decide('rejected');
      else return false;
      return true;
    },
  };
}
