import { type RefObject, useEffect } from 'react';

/**
 * Scrolls two panes together by the questions both show: `data-question` on the one side, `data-place` on the other. The pane the pointer or the
 * focus is in leads.
 */
export function useScrollTogether(original: RefObject<HTMLElement | null>, parsed: RefObject<HTMLElement | null>, ready: boolean): void {
  useEffect(() => {
    const [left, right] = [original.current, parsed.current];
    if (!ready || !left || !right) return;
    let leader: HTMLElement = right;
    const lead = (pane: HTMLElement) => () => {
      leader = pane;
    };
    const follow = (pane: HTMLElement) => () => {
      if (pane !== leader) return;
      const other = pane === left ? right : left;
      const place = findPlace(pane, pane === left ? 'place' : 'question');
      if (place) scrollTo(other, pane === left ? 'question' : 'place', place);
    };
    const stop = new AbortController();
    for (const pane of [left, right]) {
      for (const name of ['pointerenter', 'focusin', 'wheel'])
        pane.addEventListener(name, lead(pane), { signal: stop.signal, passive: true });
      pane.addEventListener('scroll', follow(pane), { signal: stop.signal, passive: true });
    }
    return () => stop.abort();
  }, [original, parsed, ready]);
}

/** A question at a pane's top edge and how much of the way to the next one is scrolled past. */
type ScrollPlace = { id: string; part: number };

const getTop = (element: Element) => element.getClientRects()[0]?.top ?? 0;

function findPlace(pane: HTMLElement, name: 'place' | 'question'): ScrollPlace | null {
  const edge = pane.getBoundingClientRect().top;
  const marks = [...pane.querySelectorAll<HTMLElement>(`[data-${name}]`)];
  const at = marks.findLastIndex((mark) => getTop(mark) <= edge + 1);
  if (at < 0) return null;
  const next = marks[at + 1];
  const end = next ? getTop(next) : pane.getBoundingClientRect().top - pane.scrollTop + pane.scrollHeight;
  const start = getTop(marks[at]!);
  return { id: marks[at]!.dataset[name]!, part: end > start ? (edge - start) / (end - start) : 0 };
}

function scrollTo(pane: HTMLElement, name: 'place' | 'question', { id, part }: ScrollPlace): void {
  const marks = [...pane.querySelectorAll<HTMLElement>(`[data-${name}]`)];
  const at = marks.findIndex((mark) => mark.dataset[name] === id);
  if (at < 0) return;
  const top = pane.getBoundingClientRect().top;
  const start = getTop(marks[at]!);
  const end = marks[at + 1] ? getTop(marks[at + 1]!) : top - pane.scrollTop + pane.scrollHeight;
  pane.scrollTop += start + (end - start) * part - top;
}
