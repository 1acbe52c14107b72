import type { BlockId } from '../domain/ids';
import type { Section } from '../domain/reply';
import { getReviewText } from './reviewHead';
import { matchTexts, type Named } from './word/matchTexts';

/**
 * The latter text with the ids of the former where a block came back under a new id: pasted, or written anew as a whole. Blocks are the same when their
 * words are alike, so that what was changed in them is shown and not that one went and another came.
 */
export function matchRewritten(former: readonly Section[], latter: readonly Section[]): Section[] {
  const before = listTexts(former, new Set(latter.flatMap((section) => section.blocks.map(({ blockId }) => blockId))));
  const after = listTexts(latter, new Set(former.flatMap((section) => section.blocks.map(({ blockId }) => blockId))));
  const ids = new Map<BlockId, BlockId>();
  matchTexts(before, after).forEach((match, index) => {
    if (match !== null) ids.set(after[index]!.blockId, before[match]!.blockId);
  });
  if (ids.size === 0) return [...latter];
  return latter.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => ({ ...block, blockId: ids.get(block.blockId) ?? block.blockId })),
  }));
}

/** Blocks with text whose id only one side has. */
function listTexts(sections: readonly Section[], others: ReadonlySet<BlockId>): (Named & { blockId: BlockId })[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      const text = others.has(block.blockId) ? null : getReviewText(block);
      return text ? [{ blockId: block.blockId, text, tags: [], type: section.role + (section.verifier ?? '') }] : [];
    }),
  );
}
