import type { Replacement } from './wordAnchor';

/** Which end of a range a place is: a place inside replaced words is moved to the end of them that keeps them in the range. */
type End = 'start' | 'end';

/** A place of a text in the text with stretches replaced, which stand in order and do not overlap. */
export function toEdited(edits: readonly Replacement[], at: number, end: End): number {
  let shift = 0;
  for (const { from, to, text } of edits) {
    if (at < to || (at === to && at === from)) return at <= from ? at + shift : from + shift + (end === 'start' ? 0 : text.length);
    shift += text.length - (to - from);
  }
  return at + shift;
}

/** The way back: a place of the text with stretches replaced in the text as it was. */
export function toOriginal(edits: readonly Replacement[], at: number, end: End): number {
  let shift = 0;
  const turned = edits.map(({ from, to, text }) => {
    const start = from + shift;
    shift += text.length - (to - from);
    return { from: start, to: start + text.length, text: ' '.repeat(to - from) };
  });
  return toEdited(turned, at, end);
}

/** Whether a range of the text with stretches replaced reaches into one of them; of an empty range, whether it lies within. */
export function touchesReplaced(edits: readonly Replacement[], from: number, to: number): boolean {
  let shift = 0;
  return edits.some((edit) => {
    const start = edit.from + shift;
    const end = start + edit.text.length;
    shift += edit.text.length - (edit.to - edit.from);
    return start < to && from < end;
  });
}
