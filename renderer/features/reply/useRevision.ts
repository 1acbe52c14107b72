import { $getSelection, type LexicalEditor, mergeRegister } from 'lexical';
import { useEffect, useState } from 'react';
import { sayNotApplied } from '../../../shared/catalogue/sayNotApplied';
import type { BlockId, ChangeId, QuestionId, TableId } from '../../../shared/domain/ids';
import type { ReviewAnchor, ReviewPayload } from '../../../shared/domain/review';
import type { MenuCommand } from '../../../shared/ipc/host';
import { $getBlockId } from '../../editor/blocks/blockId';
import { $findChangesAtSelection, $findNeighbourChange, $selectChange } from '../../editor/review/changePlaces';
import { $readCommentAnchor } from '../../editor/review/commentAnchor';
import { registerRecording } from '../../editor/review/registerRecording';
import { registerReviewMarks } from '../../editor/review/registerReviewMarks';
import { $isTableReferenceNode } from '../../editor/tableReference/TableReferenceNode';
import { call } from '../../ipc/client';
import { useWords } from '../../ui/language';
import { showHint } from '../../ui/toasts';
import { useNavigator } from '../../workspace/navigation';
import { reportCaretChanges } from '../../workspace/reviewCaret';
import { isRevising } from '../../workspace/revisionMode';
import { useRun } from '../../workspace/useRun';
import { findCaretSpot, type Spot } from './Floating';
import type { ReplySession } from './replySession';

/** A cell of a shown table that is remarked on. */
export type ReviewedCell = { spot: Spot; blockId: BlockId; tableId: TableId; row: number; col: number };

/** A remark being written, and where it belongs. */
export type NewComment = { spot: Spot; anchor: ReviewAnchor };

export type Revision = {
  comment: NewComment | null;
  closeComment: () => void;
  cell: ReviewedCell | null;
  closeCell: () => void;
  /** Opens the box for a cell of the table that is selected; false when none is. */
  openCell: () => boolean;
  propose: (anchor: ReviewAnchor, payload: ReviewPayload) => void;
  addComment: (anchor: ReviewAnchor, text: string) => void;
  /** Runs a command of the review; false when it is none. */
  runCommand: (command: MenuCommand) => boolean;
  /** Selects a change in the text; false when it is not there. */
  showChange: (changeId: ChangeId) => boolean;
};

/** Records edits in revision mode, draws open changes, and runs the commands on the change at the caret. */
export function useRevision(editor: LexicalEditor, session: ReplySession, questionId: QuestionId): Revision {
  const { say, language } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const [comment, setComment] = useState<NewComment | null>(null);
  const [cell, setCell] = useState<ReviewedCell | null>(null);
  useEffect(
    () =>
      mergeRegister(
        registerRecording(editor, { ledger: session.ledger, isRevising }),
        registerReviewMarks(editor, session.ledger),
        editor.registerUpdateListener(({ editorState }) => {
          if (!session.ledger.isEmpty) reportCaretChanges(editorState.read($findChangesAtSelection));
        }),
        editor.registerRootListener((root, former) => {
          former?.removeEventListener('click', pointCell);
          root?.addEventListener('click', pointCell);
        }),
        () => reportCaretChanges([]),
      ),
    [editor, session],
  );

  const closeComment = () => {
    setComment(null);
    editor.focus();
  };
  const openCell = (): boolean => {
    const node = editor.read(() => $getSelection()?.getNodes().find($isTableReferenceNode));
    if (!node) return false;
    const [blockId, tableId] = editor.read(() => [$getBlockId(node), node.getTableId()]);
    if (blockId === '') return false;
    const element = editor.getElementByKey(node.getKey());
    const { left = 80, top = 80, width = 0 } = element?.getBoundingClientRect() ?? {};
    const pointed = element?.querySelector<HTMLElement>('[data-row].pointed');
    setCell({
      spot: { left, top, width, height: 24 },
      blockId,
      tableId,
      row: Number(pointed?.dataset.row ?? 0),
      col: Number(pointed?.dataset.col ?? 0),
    });
    return true;
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
    if (changeId === null || !showChange(changeId)) showHint(say('revision.noMore'));
  };
  const decide = (verdict: 'accepted' | 'rejected') =>
    run(async () => {
      await session.flush();
      const changeId = editor.read($findChangesAtSelection).find((id) => !session.isComment(id));
      if (changeId === undefined) return showHint(say('revision.noneHere'));
      if (verdict === 'accepted' && session.ledger.get(changeId)?.isOverride) {
        go({ type: 'openTab', tab: 'review' });
        return showHint(say('review.override.choose'));
      }
      const { notApplied } = await call('review:decide', { changeIds: [changeId], verdict, note: '' });
      if (notApplied.length > 0) showHint(sayNotApplied(language, notApplied));
    });
  return {
    comment,
    cell,
    openCell,
    closeCell: () => {
      setCell(null);
      editor.focus();
    },
    propose: (anchor, payload) =>
      run(async () => {
        setCell(null);
        await session.flush();
        await call('review:propose', { anchor, payload });
        editor.focus();
      }),
    closeComment,
    showChange,
    addComment: (anchor, text) =>
      run(async () => {
        setComment(null);
        setCell(null);
        await session.flush();
        await call('review:comment', { anchor, text, replyTo: null });
        editor.focus();
      }),
    runCommand(command) {
      if (command === 'addComment') {
        if (openCell()) return true;
        const anchor = editor.read(() => $readCommentAnchor(questionId));
        if (anchor) setComment({ spot: findCaretSpot(editor.getRootElement()), anchor });
        else showHint(say('revision.noneHere'));
      } else if (command === 'nextChange') step(1);
      else if (command === 'previousChange') step(-1);
      else if (command === 'acceptChange') decide('accepted');
      else if (command === 'rejectChange') decide('rejected');
      else return false;
      return true;
    },
  };
}

/** Remembers the cell that was clicked: a remark on the table is one on it. */
function pointCell(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target.closest('.reply-table [data-row]') : null;
  if (!target) return;
  for (const other of target.closest('.reply-table')!.querySelectorAll('.pointed')) other.classList.remove('pointed');
  target.classList.add('pointed');
}
