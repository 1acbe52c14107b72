import type { CellRef } from '../domain/dataTable';
import type { BlockId } from '../domain/ids';
import { isOutdated } from '../domain/matterRecord';
import type { ReviewAnchor, ReviewChange, ReviewKind, ReviewPlace, ReviewSpan } from '../domain/review';
import { findCellAt } from './findCellAt';
import type { HeadBlock, HeadBlocks, ReviewHead } from './reviewHead';
import { diffTexts, findReplacement, mapOffset } from './textDiff';

/** So many characters on either side tell one place of a text from another. */
const CONTEXT = 16;
/** A quote shorter than this is no proof by itself: what stands around it must agree as well. */
const TELLING_QUOTE = 6;

/**
 * Where a change stands in the head: its block's text as it was is compared with what it is now; when the block or the words are gone, the words are
 * looked for in the question's other blocks. Null when no place, or more than one, would do.
 */
export function placeChange(head: ReviewHead, blocks: HeadBlocks, { anchor, payload }: ReviewChange): ReviewPlace | null {
  switch (payload.kind) {
    case 'insertRow':
    case 'insertColumn':
    case 'deleteRow':
    case 'deleteColumn': {
      const table = head.findTable(payload.tableId);
      const has = (id: string | null) =>
        id === null || table?.rows.some(({ rowId }) => rowId === id) || table?.columns.some(({ colId }) => colId === id);
      const line = payload.kind === 'deleteRow' ? payload.rowId : payload.kind === 'deleteColumn' ? payload.colId : payload.after;
      return table && has(line) ? { kind: 'table', tableId: payload.tableId } : null;
    }
    case 'setRecord':
      return head.findRecord ? { kind: 'record', changed: isOutdated(payload, head.findRecord(payload.record, payload.key)) } : null;
    default:
  }
  if (anchor.inside !== undefined) return findByWords(blocks, anchor);
  if (anchor.cell) return placeCell(head, anchor.cell, anchor.quote);
  if (payload.kind === 'insertBlock' && payload.block.type === 'table' && !head.findTable(payload.block.tableId)) return null;
  if (payload.kind === 'insertBlock' && anchor.blockId === null)
    return head.replies.some((reply) => reply.sections.some(({ sectionId }) => sectionId === payload.sectionId))
      ? { kind: 'question' }
      : null;
  if (anchor.blockId === null && anchor.quote === '') return anchor.questionId === null ? null : { kind: 'question' };
  return anchor.further ? placeSpans(blocks, anchor, anchor.further) : placeText(blocks, anchor, payload.kind);
}

/** A remark on several blocks stands wherever words of it are found; its first place leads. */
function placeSpans(blocks: HeadBlocks, anchor: ReviewAnchor, further: readonly ReviewSpan[]): ReviewPlace | null {
  const { questionId } = anchor;
  const places = [anchor, ...further.map((span) => ({ questionId, ...span }))].flatMap((span) => {
    const place = placeText(blocks, span, 'comment');
    return place?.kind === 'text' ? [place] : [];
  });
  const [first, ...rest] = places;
  return first ? { ...first, further: rest.map(({ blockId, from, to }) => ({ blockId, from, to })) } : null;
}

/** True for a change of the block as a whole: its text need not be as it was. */
function isAboutBlock(kind: ReviewKind): boolean {
  return kind === 'insertBlock' || kind === 'deleteBlock' || kind === 'setBlock' || kind === 'joinBlock';
}

function placeCell(head: ReviewHead, cell: CellRef, quote: string): ReviewPlace | null {
  const found = findCellAt(head.findTable(cell.tableId), cell);
  return found && { kind: 'cell', cell, changed: found.text !== quote };
}

function placeText(blocks: HeadBlocks, anchor: ReviewAnchor, kind: ReviewKind): ReviewPlace | null {
  const whole = isAboutBlock(kind);
  const { blockId, quote } = anchor;
  const found = blockId === null ? undefined : blocks.get(blockId);
  if (!found) return whole ? findWholeBlock(blocks, anchor) : findByWords(blocks, anchor);
  if (whole || found.text === null) {
    // What is put after a block, or what becomes of its kind, goes on whatever words it holds now; taking it away does not.
    const changed = kind === 'deleteBlock' && found.text !== null && anchor.blockText !== undefined && found.text !== anchor.blockText;
    return { kind: 'text', blockId: found.block.blockId, from: 0, to: found.text?.length ?? 0, changed };
  }
  const inBlock = placeInText(found.text, anchor);
  const lost = inBlock === null || (inBlock.changed && quote !== '' && !found.text.includes(quote));
  const elsewhere = lost ? findByWords(blocks, anchor) : null;
  if (elsewhere) return elsewhere;
  return inBlock && { kind: 'text', blockId: found.block.blockId, ...inBlock };
}

/** The anchor's range in the text its block has now; null where nothing says which of several places is meant. */
function placeInText(text: string, { from, to, quote, blockText }: ReviewAnchor): { from: number; to: number; changed: boolean } | null {
  const former = blockText ?? (text.slice(from, to) === quote ? text : null);
  if (former === null) {
    const only = text.indexOf(quote);
    return quote !== '' && only >= 0 && text.indexOf(quote, only + 1) < 0 ? { from: only, to: only + quote.length, changed: false } : null;
  }
  if (former === text) return to <= text.length ? { from, to, changed: false } : null;
  const hunks = diffTexts(former, text);
  const replaced = findReplacement(hunks, from, to);
  if (replaced) {
    const start = mapOffset(hunks, replaced.from, 'before');
    return { from: start, to: from === to ? start : start + replaced.text.length, changed: true };
  }
  const start = mapOffset(hunks, from, 'after');
  const end = from === to ? start : Math.max(start, mapOffset(hunks, to, 'before'));
  return { from: start, to: end, changed: text.slice(start, end) !== quote };
}

/** The one block of the question whose text is what the anchor's was. */
function findWholeBlock(blocks: HeadBlocks, { questionId, quote, blockText }: ReviewAnchor): ReviewPlace | null {
  const text = blockText ?? quote;
  const found = text === '' ? [] : [...blocks.values()].filter((one) => one.questionId === questionId && one.text === text);
  return found.length === 1 ? { kind: 'text', blockId: found[0]!.block.blockId, from: 0, to: text.length, changed: false } : null;
}

/** The one place of the question where the quote stands with most of what stood around it. */
function findByWords(blocks: HeadBlocks, { questionId, from, to, quote, blockText = quote }: ReviewAnchor): ReviewPlace | null {
  const before = blockText.slice(Math.max(0, from - CONTEXT), from);
  const after = blockText.slice(to, to + CONTEXT);
  let best: { blockId: BlockId; at: number; score: number } | null = null;
  let isOnly = true;
  const offer = (found: HeadBlock, at: number, score: number) => {
    if (best && score < best.score) return;
    isOnly = !best || score > best.score;
    best = { blockId: found.block.blockId, at, score };
  };
  for (const found of blocks.values()) {
    if (found.text === null || (questionId !== null && found.questionId !== questionId)) continue;
    for (const at of listPlaces(found.text, quote, before, after)) {
      const agreeing = countCommonEnd(found.text.slice(0, at), before) + countCommonStart(found.text.slice(at + quote.length), after);
      offer(found, at, agreeing);
    }
  }
  const chosen = best as { blockId: BlockId; at: number; score: number } | null;
  if (!chosen || !isOnly) return null;
  if (chosen.score + quote.length < TELLING_QUOTE && quote !== blockText) return null;
  return { kind: 'text', blockId: chosen.blockId, from: chosen.at, to: chosen.at + quote.length, changed: false };
}

/** Places where the quote stands; of an empty quote, where what stood before it ends or what stood after it begins. */
function listPlaces(text: string, quote: string, before: string, after: string): number[] {
  if (quote !== '') return listOccurrences(text, quote);
  const near = CONTEXT / 2;
  const ends = before === '' ? [] : listOccurrences(text, before.slice(-near)).map((at) => at + Math.min(near, before.length));
  const starts = after === '' ? [] : listOccurrences(text, after.slice(0, near));
  return [...new Set([...ends, ...starts])];
}

function listOccurrences(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

function countCommonEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}

function countCommonStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
}
