/** Brings an element into sight when it appears: a ref. Newer engines return a promise, which must not become the ref's clean-up. */
export function scrollIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
