import type { LexicalEditor } from 'lexical';
import { CAN_REDO_COMMAND, CAN_UNDO_COMMAND, COMMAND_PRIORITY_LOW, mergeRegister, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { QuestionId } from '../../../shared/domain/ids';
import type { MenuCommand } from '../../../shared/ipc/host';
import { registerReply, reportReplyStatus, type ReplyBridge } from '../../workspace/replyBridge';
import { useHistory } from '../../workspace/useRun';
import { $readSpan } from '../../editor/blocks/readSpan';
import { $countReply } from '../../editor/countReply';

const COUNT_AFTER_MS = 400;

type Offered = Pick<ReplyBridge, 'insertFigure' | 'insertTable' | 'putChart' | 'flush' | 'showChange'> & {
  /** Runs a command of the text other than undo and redo; false when it is none. */
  runCommand: (command: MenuCommand) => boolean;
};

/** Offers the open reply to the window, and reports its counts. Undo and redo go to the text first, then to the project. */
export function useReplyBridgeOf(editor: LexicalEditor, questionId: QuestionId, offered: Offered): void {
  const can = useRef({ undo: false, redo: false });
  const history = useHistory();
  const insertFigure = useEffectEvent(offered.insertFigure);
  const insertTable = useEffectEvent(offered.insertTable);
  const putChart = useEffectEvent(offered.putChart);
  const flush = useEffectEvent(offered.flush);
  const showChange = useEffectEvent(offered.showChange);
  const runTextCommand = useEffectEvent(offered.runCommand);
  const runInProject = useEffectEvent((step: 'undo' | 'redo') => history[step]());

  useEffect(() => {
    const step = (name: 'undo' | 'redo') => {
      if (!can.current[name]) return false;
      editor.dispatchCommand(name === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
      return true;
    };
    const withdraw = registerReply({
      questionId,
      insertFigure: (cell) => insertFigure(cell),
      insertTable: (tableId) => insertTable(tableId),
      putChart: (chart, nodeKey) => putChart(chart, nodeKey),
      flush: () => flush(),
      readSpan: () => editor.read($readSpan),
      showChange: (changeId) => showChange(changeId),
      focus: () => editor.focus(),
      runCommand: (command) => (command === 'undo' || command === 'redo' ? step(command) : runTextCommand(command)),
    });
    return mergeRegister(
      withdraw,
      editor.registerCommand(CAN_UNDO_COMMAND, (canUndo) => ((can.current.undo = canUndo), false), COMMAND_PRIORITY_LOW),
      editor.registerCommand(CAN_REDO_COMMAND, (canRedo) => ((can.current.redo = canRedo), false), COMMAND_PRIORITY_LOW),
      // The keys reach the editor before the menu: with nothing to undo in the text, the project's last change is next.
      editor.registerCommand(UNDO_COMMAND, () => !can.current.undo && (runInProject('undo'), true), COMMAND_PRIORITY_LOW),
      editor.registerCommand(REDO_COMMAND, () => !can.current.redo && (runInProject('redo'), true), COMMAND_PRIORITY_LOW),
    );
  }, [editor, questionId]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => reportReplyStatus(editor.read($countReply));
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(count, COUNT_AFTER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
}
