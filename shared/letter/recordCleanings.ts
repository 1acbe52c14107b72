import type { LetterCleaning } from '../domain/letter';
import { repairSharedGlyphs } from '../tables/pdf/sharedGlyphs';

/** Characters kept around what was changed, so that it is recognised. */
const AROUND = 8;
/** Visible characters that must agree for the texts to be in step again. */
const ANCHOR = 10;
/** Visible characters one removal may hold: a page's head or number. */
const LONGEST_REMOVAL = 120;
const MOST_CLEANINGS = 2000;

const INVISIBLE = /[\s\u200b-\u200d\u2060\ufeff]/;
const PAGE_NUMBER = /^[-–—~·第]?\s*\d{1,4}\s*(?:[-–—~·页]|[/／]\s*\d{1,4}|页?\s*[，,/]?\s*共\s*\d{1,4}\s*页)?$/;
const LINE_END = '⏎';

/** White space of the original from `from` with its line breaks, and the place in the cleaned text where it began. */
type Gap = { from: number; breaks: number; kept: number };

/**
 * What was changed to make `cleaned` out of `original`, in reading order: lines joined, letter-spacing closed, page numbers and heads left out,
 * radicals read as the characters they are drawn like. The texts may differ in nothing else; lines count from 1 in `original`.
 */
export function recordCleanings(original: string, cleaned: string): LetterCleaning[] {
  const found: LetterCleaning[] = [];
  const latest = findLatestPlaces(original, cleaned);
  let at = 0;
  let kept = 0;
  let line = 1;
  let spacedFrom = -1;
  const closeRun = (end: number, endLine: number) => {
    if (spacedFrom < 0) return;
    const run = original.slice(spacedFrom, end);
    note(found, 'letterSpacing', endLine, run, run.replace(/[^\S\n]/g, ''));
    spacedFrom = -1;
  };
  /** A gap in which something was left out: whether its lines were joined shows behind it. */
  let pending: Gap | null = null;
  while (at < original.length && found.length < MOST_CLEANINGS) {
    const gap: Gap = pending ?? { from: at, breaks: 0, kept };
    const blanksFrom = at;
    let breaks = 0;
    while (at < original.length && INVISIBLE.test(original.charAt(at))) if (original.charAt(at++) === '\n') breaks++;
    while (kept < cleaned.length && INVISIBLE.test(cleaned.charAt(kept))) kept++;
    gap.breaks += breaks;
    line += breaks;
    if (at >= original.length) break;
    const [printed, read] = [original.charAt(at), cleaned.charAt(kept)];
    const isGlyph = printed !== read && isReadAs(printed, read);
    if (printed !== read && !isGlyph) {
      closeRun(gap.from, line - gap.breaks);
      const removed = original.slice(at, findStep(original, at, cleaned, kept, latest[kept]!)).trimEnd();
      for (const printedLine of removed.split('\n')) {
        const words = printedLine.trim();
        if (words !== '') note(found, PAGE_NUMBER.test(words) ? 'pageNumber' : 'pageHead', line, words, '');
        line++;
      }
      line--;
      at += removed.length;
      pending = gap;
      continue;
    }
    const between = cleaned.slice(gap.kept, kept);
    if (gap.breaks > 0 || gap.from === at) closeRun(gap.from, line - gap.breaks);
    if (gap.from > 0 && gap.breaks > 0 && !between.includes('\n')) {
      const [before, after] = [
        lastLine(original.slice(Math.max(0, gap.from - AROUND), gap.from)),
        firstLine(original.slice(at, at + AROUND)),
      ];
      note(found, 'lineJoin', line - breaks, `${before}${LINE_END}${after}`, before + between + after);
    } else if (gap.from > 0 && gap.breaks === 0 && between === '' && /\s/.test(original.slice(blanksFrom, at)) && spacedFrom < 0) {
      spacedFrom = gap.from - 1;
    }
    if (isGlyph) note(found, 'glyph', line, printed, read);
    pending = null;
    at++;
    kept++;
  }
  closeRun(at, line);
  return found;
}

function note(found: LetterCleaning[], kind: LetterCleaning['kind'], line: number, original: string, kept: string): void {
  found.push({ kind, line, page: null, original, kept });
}

/** Whether a printed character is the one read, or a radical drawn like it. */
function isReadAs(printed: string, read: string): boolean {
  return printed === read || repairSharedGlyphs(printed, new Map()) === read;
}

/**
 * For every place in `cleaned` the last place in `original` behind which all that follows still stands in order; no removal may reach beyond it, or words
 * that repeat would be taken for each other. Unlimited where `cleaned` holds what `original` does not.
 */
function findLatestPlaces(original: string, cleaned: string): Float64Array {
  const latest = new Float64Array(cleaned.length + 1).fill(original.length);
  let at = original.length;
  for (let kept = cleaned.length - 1; kept >= 0; kept--) {
    const read = cleaned.charAt(kept);
    if (!INVISIBLE.test(read))
      do at--;
      while (at >= 0 && !isReadAs(original.charAt(at), read));
    if (at < 0) return latest.fill(Number.POSITIVE_INFINITY);
    latest[kept] = at;
  }
  return latest;
}

/** The place in `original`, at most `latest`, from where both texts run alike again. */
function findStep(original: string, at: number, cleaned: string, kept: number, latest: number): number {
  if (cleaned.slice(kept).trim() === '') return original.length;
  let seen = 0;
  for (let end = at + 1; end <= Math.min(original.length, latest) && seen < LONGEST_REMOVAL; end++) {
    if (INVISIBLE.test(original.charAt(end - 1))) continue;
    seen++;
    if (agrees(original, end, cleaned, kept)) return end;
  }
  return Math.min(original.length, at + 1);
}

function agrees(original: string, from: number, cleaned: string, kept: number): boolean {
  let [left, right] = [from, kept];
  for (let matched = 0; matched < ANCHOR; matched++) {
    while (left < original.length && INVISIBLE.test(original.charAt(left))) left++;
    while (right < cleaned.length && INVISIBLE.test(cleaned.charAt(right))) right++;
    // Behind the last words only page numbers may still stand.
    if (right >= cleaned.length) return matched > 0 || left >= original.length;
    if (left >= original.length) return false;
    if (original.charAt(left++) !== cleaned.charAt(right++)) return false;
  }
  return true;
}

const lastLine = (text: string) => text.slice(text.lastIndexOf('\n') + 1);
const firstLine = (text: string) => text.split('\n')[0]!;
