import { repairSharedGlyphs } from '../tables/pdf/sharedGlyphs';
import type { TextSpan } from './askedParts';

const ENDS = 24;
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
      begin = squeezed.indexOf(wanted.slice(0, ENDS), begin);
      if (begin < 0) return null;
      const tail = wanted.slice(-ENDS);
      const end = squeezed.indexOf(tail, begin + Math.max(0, wanted.length - ENDS));
      const last = end < 0 ? Math.min(begin + wanted.length, offsets.length) : end + tail.length;
      return { start: offsets[begin]!, end: offsets[last - 1]! + 1 };
    },
  };
}
