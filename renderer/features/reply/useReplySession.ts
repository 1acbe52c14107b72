import type { LexicalEditor } from 'lexical';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { QuestionId } from '../../../shared/domain/ids';
import { call, getHost, onEvent, toErrorValue } from '../../ipc/client';
import { ReplySession, type SessionState } from './replySession';

/** Opens the reply in the editor and keeps it in step with core while the screen stands; saves on leaving the window and on closing. */
export function useReplySession(editor: LexicalEditor, questionId: QuestionId): { session: ReplySession; state: SessionState } {
  const session = useMemo(() => new ReplySession(editor, questionId, { call, onEvent, toErrorValue, schedule }), [editor, questionId]);
  useEffect(() => {
    void session.open();
    const flush = () => void session.flush();
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    const stopClosing = getHost().onClosing(() => session.flush());
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      stopClosing();
      void session.close();
    };
  }, [session]);
  const state = useSyncExternalStore(session.subscribe, session.getState);
  return { session, state };
}

function schedule(task: () => void, ms: number): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}
