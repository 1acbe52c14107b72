import type { BlockId } from '../domain/ids';
import type { ReviewChange, ReviewPlace } from '../domain/review';
import { compareRank } from './compareRank';
import type { HeadBlocks } from './reviewHead';

/** Changes by the block they are anchored to; empty for the head of a section. */
export type ByBlock = ReadonlyMap<BlockId | null, readonly ReviewChange[]>;

/** A change whose block was cut meanwhile by an accepted cut, anchored to the part its place is in. */
export function followCuts(change: ReviewChange, blocks: HeadBlocks, siblings: ByBlock): ReviewChange {
  const { anchor } = change;
  if (anchor.blockText === undefined || anchor.inside !== undefined) return change;
  const cuts = (siblings.get(anchor.blockId) ?? []).flatMap((one) =>
    one.payload.kind === 'splitBlock' && one !== change && one.anchor.blockText === anchor.blockText && blocks.has(one.payload.newBlockId)
      ? [{ at: one.anchor.from, blockId: one.payload.newBlockId }]
      : [],
  );
  if (cuts.length === 0) return change;
  cuts.sort((a, b) => a.at - b.at);
  const before = cuts.findLast((cut) => cut.at <= anchor.from && (cut.at < anchor.to || cut.at < anchor.from));
  const after = cuts.find((cut) => cut.at > (before?.at ?? -1) && cut.at >= anchor.to);
  if (cuts.some((cut) => anchor.from < cut.at && cut.at < anchor.to)) return change;
  const start = before?.at ?? 0;
  const blockText = anchor.blockText.slice(start, after?.at);
  const blockId = before?.blockId ?? anchor.blockId;
  return { ...change, anchor: { ...anchor, blockId, from: anchor.from - start, to: anchor.to - start, blockText } };
}

/** A paragraph to be put after a block comes after what accepted changes have put there before it: the parts the block was cut into, and earlier paragraphs. */
export function placeAfterAccepted(
  place: ReviewPlace | null,
  change: ReviewChange,
  blocks: HeadBlocks,
  siblings: ByBlock,
): ReviewPlace | null {
  if (change.payload.kind !== 'insertBlock' || !place || (place.kind !== 'text' && place.kind !== 'question')) return place;
  let last = place.kind === 'text' ? (blocks.get(place.blockId) ?? null) : null;
  for (const one of siblings.get(change.anchor.blockId) ?? []) {
    const { payload } = one;
    const made =
      payload.kind === 'splitBlock'
        ? payload.newBlockId
        : payload.kind === 'insertBlock' && one !== change && compareRank(one, change) < 0
          ? payload.block.blockId
          : null;
    const found = made === null ? undefined : blocks.get(made);
    if (found && (!last || found.order > last.order)) last = found;
  }
  return last ? { kind: 'text', blockId: last.block.blockId, from: 0, to: last.text?.length ?? 0, changed: false } : place;
}
