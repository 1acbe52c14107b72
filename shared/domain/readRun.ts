import type { Inline, ReferenceTarget, TextStyle } from './reply';

/**
 * A stretch of a paragraph as a file states it. `style` is its look where that differs from the whole paragraph's, `refersTo` the bookmark a cross
 * reference leads to, `note` the text of a footnote (its own text is empty).
 */
export type ReadRun = { text: string; style?: TextStyle; refersTo?: string; note?: string };

/** Whether runs say more than their text. */
export function areTelling(runs: readonly ReadRun[]): boolean {
  return runs.some(({ style, refersTo, note }) => style !== undefined || refersTo !== undefined || note !== undefined);
}

/** The text of runs. */
export function joinRuns(runs: readonly ReadRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Runs of a stretch of their text; a footnote at its very end stays. */
export function sliceRuns(runs: readonly ReadRun[], from: number, to: number): ReadRun[] {
  let start = 0;
  return runs.flatMap((run): ReadRun[] => {
    const at = start;
    start += run.text.length;
    if (run.note !== undefined) return at >= from && at <= to ? [run] : [];
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** A paragraph as inlines: footnotes as such, \n as breaks, cross references where `findTarget` knows what a bookmark marks, else their words. */
export function toInlines(
  { text, runs = [{ text }] }: { text: string; runs?: readonly ReadRun[] },
  findTarget: (bookmark: string) => ReferenceTarget | null = () => null,
): Inline[] {
  return runs.flatMap((run): Inline[] => {
    if (run.note !== undefined) return [{ type: 'footnote', note: run.note }];
    const target = run.refersTo === undefined ? null : findTarget(run.refersTo);
    if (target !== null) return [{ type: 'reference', target, text: run.text, ...(run.style && { style: run.style }) }];
    return run.text
      .split('\n')
      .flatMap((line, index): Inline[] => [
        ...(index > 0 ? [{ type: 'break' as const }] : []),
        ...(line === '' ? [] : [{ ...run.style, type: 'text' as const, text: line }]),
      ]);
  });
}
