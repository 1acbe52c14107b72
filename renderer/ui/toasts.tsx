import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button, IconButton } from './Button';
import { useWords } from './language';

type Message = { kind: 'done' | 'hint' | 'error'; text: string; action?: { label: string; run: () => void } };

const ICONS = { done: CircleCheck, hint: Info, error: CircleAlert };

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 });

/** A done thing: goes by itself after eight seconds unless pointed at. `action` undoes or opens it. */
export function showDone(text: string, action?: Message['action']): void {
  queue.add({ kind: 'done', text, action }, { timeout: 8_000 });
}

/** Why nothing was done and what comes first; goes by itself like a done thing. */
export function showHint(text: string): void {
  queue.add({ kind: 'hint', text }, { timeout: 8_000 });
}

/** Something that did not work: stays until it is closed. `action` tries again. */
export function showError(text: string, action?: Message['action']): void {
  const same = queue.visibleToasts.some((toast) => toast.content.kind === 'error' && toast.content.text === text);
  if (!same) queue.add({ kind: 'error', text, action });
}

/** Where messages appear; once per window. F6 reaches it as a landmark. */
export function Toasts() {
  const { say } = useWords();
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={say('shell.messages')}>
      {({ toast }) => (
        <Toast toast={toast} className={`toast ${toast.content.kind}`} aria-label={toast.content.text}>
          <ToastIcon kind={toast.content.kind} />
          <ToastContent className="toast-text">{toast.content.text}</ToastContent>
          {toast.content.action ? (
            <Button
              kind="quiet"
              onPress={() => {
                toast.content.action?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          ) : null}
          <IconButton icon={X} label={say('shell.close')} onPress={() => queue.close(toast.key)} />
        </Toast>
      )}
    </ToastRegion>
  );
}

function ToastIcon({ kind }: Pick<Message, 'kind'>) {
  const Icon = ICONS[kind];
  return <Icon size={16} aria-hidden />;
}
