import { useSyncExternalStore } from 'react';

type Mode = { isOn: boolean; isForced: boolean };

let mode: Mode = { isOn: false, isForced: false };
const listeners = new Set<() => void>();

function set(next: Mode): void {
  if (next.isOn === mode.isOn && next.isForced === mode.isForced) return;
  mode = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether edits of replies are recorded as suggestions now. */
export function isRevising(): boolean {
  return mode.isOn || mode.isForced;
}

/** Turns the recording on or off; in a review copy it stays on. */
export function toggleRevising(): void {
  set({ ...mode, isOn: !mode.isOn });
}

/** A review copy is open, or none is. */
export function forceRevising(isForced: boolean): void {
  set({ ...mode, isForced });
}

/** Whether edits are recorded, and whether that can be turned off. */
export function useRevisionMode(): { isRevising: boolean; isForced: boolean } {
  const { isOn, isForced } = useSyncExternalStore(subscribe, () => mode);
  return { isRevising: isOn || isForced, isForced };
}
