import { useCallback } from 'react';
import { call, toErrorValue } from '../ipc/client';
import { useWords } from '../ui/language';
import { showDone, showError, showHint } from '../ui/toasts';
import { flushReply } from './replyBridge';

/** Runs what a user asked for; a failure is shown as a sentence, except that the user cancelled. */
export function useRun(): (work: () => Promise<void>) => void {
  const { sayError } = useWords();
  return useCallback(
    (work) => {
      const attempt = async () => {
        try {
          await work();
        } catch (error) {
          const value = toErrorValue(error);
          if (value.code !== 'cancelled') showError(sayError(value));
        }
      };
      void attempt();
    },
    [sayError],
  );
}

/** Undoing and redoing the last change of the project, whatever it was. */
export function useHistory(): { undo: () => void; redo: () => void } {
  const { say, sayError } = useWords();
  const run = useRun();
  const step = (method: 'history:undo' | 'history:redo', key: 'shell.undone' | 'shell.redone') =>
    run(async () => {
      await flushReply();
      const done = await call(method, {});
      if (done) showDone(say(key, { label: done.label }));
      else showHint(sayError({ code: 'nothing-to-undo', data: {} }));
    });
  return { undo: () => step('history:undo', 'shell.undone'), redo: () => step('history:redo', 'shell.redone') };
}

/** Says that something was done, with a button that takes it back. */
export function useShowUndoable(): (text: string) => void {
  const { say } = useWords();
  const { undo } = useHistory();
  return (text) => showDone(text, { label: say('shell.undo'), run: undo });
}
