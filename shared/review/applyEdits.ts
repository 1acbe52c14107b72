import { type Block, getInlineText, type Inline } from '../domain/reply';
import type { ReviewPayload } from '../domain/review';
import { joinRuns, restyleInlines, sliceInlines } from './inlineSlices';

/** A block with text of its own. */
export type TextBlock = Extract<Block, { inlines: Inline[] }>;

/** One change of a block's text; places count in the text before any of them. */
export type Edit = { payload: ReviewPayload; from: number; to: number };

/** Whether a change edits the text inside a block. */
export function isEdit({ kind }: ReviewPayload): boolean {
  return kind === 'insert' || kind === 'delete' || kind === 'format' || kind === 'splitBlock' || kind === 'overrideFigure';
}

/**
 * The block after edits that all count in its text as it was: what any deletes is gone, what any inserts is there, in the order given where several
 * insert at one place. Several blocks when it is cut.
 */
export function applyEdits(block: TextBlock, edits: readonly Edit[]): TextBlock[] {
  const length = getInlineText(block.inlines).length;
  const within = edits.map((edit) => ({ ...edit, from: Math.min(edit.from, length), to: Math.min(edit.to, length) }));
  const borders = [...new Set([0, length, ...within.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const pieces: TextBlock[] = [{ ...block, inlines: [] }];
  const put = (inlines: readonly Inline[]) => void pieces.at(-1)!.inlines.push(...inlines);
  borders.forEach((from, index) => {
    for (const { payload } of within.filter((edit) => edit.from === from)) {
      if (payload.kind === 'insert') put(payload.inlines);
      else if (payload.kind === 'splitBlock') pieces.push({ ...block, blockId: payload.newBlockId, inlines: [] });
      else if (payload.kind === 'overrideFigure') put([{ type: 'text', text: payload.proposed }]);
    }
    const to = borders[index + 1];
    if (to === undefined) return;
    const covering = within.filter((edit) => edit.from <= from && to <= edit.to).map(({ payload }) => payload);
    if (covering.some(({ kind }) => kind === 'delete' || kind === 'overrideFigure')) return;
    let slice = sliceInlines(block.inlines, from, to);
    for (const payload of covering) if (payload.kind === 'format') slice = restyleInlines(slice, payload.style);
    put(slice);
  });
  return pieces.map((piece) => ({ ...piece, inlines: joinRuns(piece.inlines) }));
}
