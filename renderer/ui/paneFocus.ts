const PANES = '[data-pane], .toasts';
const TABBABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"], [contenteditable="true"]';
/** What one comes to a pane for, rather than the buttons in its head. */
const ARRIVALS = ['.reply-text', '[role="treegrid"]', '.grid', '[role="tab"][aria-selected="true"]'];

const lastFocused = new WeakMap<Element, HTMLElement>();
let lastPane: HTMLElement | null = null;
let last: HTMLElement | null = null;

/** Remembers where the focus was in each pane; returns the function that stops it. */
export function followPaneFocus(): () => void {
  const remember = (event: FocusEvent) => {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    const pane = target.closest<HTMLElement>(PANES);
    if (!pane) return;
    if (pane.matches('[data-pane]')) [lastPane, last] = [pane, target];
    if (pane !== target) lastFocused.set(pane, target);
  };
  document.addEventListener('focusin', remember);
  return () => document.removeEventListener('focusin', remember);
}

/** Moves the focus to the next pane (or the one before): to where it last was in it, else to what the pane is there for. */
export function focusPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll(PANES)];
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  for (let step = 1; step <= panes.length; step++) {
    const pane = panes.at((here + direction * step + panes.length * 2) % panes.length);
    const target = pane && findArrival(pane);
    if (!target) continue;
    target.focus();
    return;
  }
}

/** Puts the focus back to where it was before dialogs had it, when the last of them left it nowhere: one that came behind another knows no such place. */
export function returnFocusToPane(): void {
  const isNowhere = document.activeElement === null || document.activeElement === document.body;
  if (!isNowhere || !lastPane?.isConnected) return;
  const target = last?.isConnected ? last : (findArrival(lastPane) ?? lastPane);
  target.focus();
}

/** Keeps the focus in the window when what had it is gone: the pane itself takes it, so that the next Tab goes on from there. */
export function rescueFocus(pane: HTMLElement | null): void {
  if (document.activeElement === null || document.activeElement === document.body) pane?.focus();
}

function findArrival(pane: Element): HTMLElement | undefined {
  const before = lastFocused.get(pane);
  if (before?.isConnected) return before;
  const isShown = (element: HTMLElement) => element.checkVisibility();
  for (const arrival of ARRIVALS) {
    const target = [...pane.querySelectorAll<HTMLElement>(arrival)].find(isShown);
    if (target) return target;
  }
  return [...pane.querySelectorAll<HTMLElement>(TABBABLE)].find(isShown);
}
