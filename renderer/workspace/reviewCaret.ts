import { useSyncExternalStore } from 'react';
import type { ChangeId } from '../../shared/domain/ids';

/** Changes that the caret of the open reply stands at; the pane shows them, and follows. */
let at: readonly ChangeId[] = [];
const listeners = new Set<() => void>();

/** Reports where the caret stands now. */
export function reportCaretChanges(changeIds: readonly ChangeId[]): void {
  if (changeIds.length === at.length && changeIds.every((id, index) => id === at[index])) return;
  at = changeIds;
  for (const listener of listeners) listener();
}

export function useCaretChanges(): readonly ChangeId[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => at,
  );
}
