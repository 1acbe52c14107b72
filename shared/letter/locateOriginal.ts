import { repairSharedGlyphs } from '../tables/pdf/sharedGlyphs';
import type { TextSpan } from './askedParts';

/** Characters looked for at either end of the words; fewer where a page's number stands among them. */
const ENDS = [24, 16, 10, 6];
const BLANK = /[\s\u200b-\u200d\u2060\ufeff]/;

/** Finds cleaned words in the text they were read from, whatever page numbers and breaks stand between; built once a text. */
export type OriginalText = { locate(words: string, from?: number): TextSpan | null };

/** Prepares a letter's original text for finding its questions and items in it. Offsets are of `original`. */
export function readOriginal(original: string): OriginalText {
  const text = repairSharedGlyphs(original, new Map());
  const offsets: number[] = [];
  let squeezed = '';
  for (let at = 0; at < text.length; at++) {
    if (BLANK.test(text.charAt(at))) continue;
    squeezed += text.charAt(at);
    offsets.push(at);
  }
  return {
    locate: (words, from = 0) => {
      const wanted = words.replace(new RegExp(BLANK, 'g'), '');
      if (wanted === '') return null;
      let begin = offsets.findIndex((offset) => offset >= from);
      if (begin < 0) return null;
      begin = findAny(ENDS, (length) => squeezed.indexOf(wanted.slice(0, length), begin));
      if (begin < 0) return null;
      const end = findAny(ENDS, (length) => {
        const place = squeezed.indexOf(wanted.slice(-length), begin + Math.max(0, wanted.length - length));
        return place < 0 ? -1 : place + Math.min(length, wanted.length);
      });
      const last = end < 0 ? Math.min(begin + wanted.length, offsets.length) : end;
      return { start: offsets[begin]!, end: offsets[last - 1]! + 1 };
    },
  };
}

/** The first place that is found; -1 when none is. */
function findAny(lengths: readonly number[], find: (length: number) => number): number {
  for (const length of lengths) {
    const place = find(length);
    if (place >= 0) return place;
  }
  return -1;
}
