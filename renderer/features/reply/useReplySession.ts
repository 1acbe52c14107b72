import type { LexicalEditor } from 'lexical';
import { useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react';
import type { QuestionId } from '../../../shared/domain/ids';
import { call, getHost, onEvent, toErrorValue } from '../../ipc/client';
import { useWords } from '../../ui/language';
import { showDone, showError } from '../../ui/toasts';
import { reportUnsaved } from '../../workspace/replyBridge';
import { ReplySession, type SessionState } from './replySession';

/** Opens the reply in the editor and keeps it in step with core while the screen stands; saves on leaving the window and on closing. */
export function useReplySession(editor: LexicalEditor, questionId: QuestionId): { session: ReplySession; state: SessionState } {
  const session = useMemo(() => new ReplySession(editor, questionId, { call, onEvent, toErrorValue, schedule }), [editor, questionId]);
  const { say, sayError } = useWords();
  const tellLeft = useEffectEvent((left: ReplySession, overwrote: boolean, retry: () => void) => {
    if (overwrote) showDone(say('reply.conflict.keptMine'));
    const state = left.getState();
    if (state.phase !== 'failed') return reportUnsaved(left, false);
    showError(say('reply.leftUnsaved', { reason: sayError(state.error) }), { label: say('shell.retry'), run: retry });
  });
  useEffect(() => {
    const stopTelling = session.subscribe(() => reportUnsaved(session, session.hasUnsaved()));
    void session.open();
    const flush = () => void session.flush();
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    const stopClosing = getHost().onClosing(() => session.flush());
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      stopClosing();
      const leave = async () => tellLeft(session, await session.close(), () => void leave());
      void leave().finally(stopTelling);
    };
  }, [session]);
  const state = useSyncExternalStore(session.subscribe, session.getState);
  return { session, state };
}

function schedule(task: () => void, ms: number): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}
