import { useState } from 'react';

/** Widths of the outer panes in pixels, and whether they are folded to rails. */
export type PaneSizes = { questions: number; side: number; questionsFolded: boolean; sideFolded: boolean };

export const LIMITS = { questions: { min: 200, max: 480 }, side: { min: 300, max: 900 } } as const;

const KEY = 'huihan.paneSizes';
const STANDARD: PaneSizes = { questions: 280, side: 380, questionsFolded: false, sideFolded: false };

function clamp(value: unknown, { min, max }: { min: number; max: number }, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : otherwise;
}

/** Sizes from what was stored; anything missing or odd is as it was at first. */
export function parsePaneSizes(stored: string | null): PaneSizes {
  let found: Partial<Record<keyof PaneSizes, unknown>> = {};
  try {
    found = Object(JSON.parse(stored ?? '{}')) as typeof found;
  } catch {
    found = {};
  }
  return {
    questions: clamp(found.questions, LIMITS.questions, STANDARD.questions),
    side: clamp(found.side, LIMITS.side, STANDARD.side),
    questionsFolded: found.questionsFolded === true,
    sideFolded: found.sideFolded === true,
  };
}

/** The panes' sizes, remembered on this computer. */
export function usePaneSizes(): [PaneSizes, (change: Partial<PaneSizes>) => void] {
  const [sizes, setSizes] = useState(() => parsePaneSizes(localStorage.getItem(KEY)));
  const change = (part: Partial<PaneSizes>) =>
    setSizes((before) => {
      const after = { ...before, ...part };
      localStorage.setItem(KEY, JSON.stringify(after));
      return after;
    });
  return [sizes, change];
}
