const PANES = '[data-pane], .toasts';
const TABBABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"], [contenteditable="true"]';

const lastFocused = new WeakMap<Element, HTMLElement>();

/** Remembers where the focus was in each pane; returns the function that stops it. */
export function followPaneFocus(): () => void {
  const remember = (event: FocusEvent) => {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    const pane = target.closest(PANES);
    if (pane) lastFocused.set(pane, target);
  };
  document.addEventListener('focusin', remember);
  return () => document.removeEventListener('focusin', remember);
}

/** Moves the focus to the next pane (or the one before), to where it last was in it. */
export function focusPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll(PANES)];
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  for (let step = 1; step <= panes.length; step++) {
    const pane = panes.at((here + direction * step + panes.length * 2) % panes.length);
    if (!pane) continue;
    const before = lastFocused.get(pane);
    const target = before?.isConnected
      ? before
      : [...pane.querySelectorAll<HTMLElement>(TABBABLE)].find((element) => element.checkVisibility());
    if (!target) continue;
    target.focus();
    return;
  }
}
