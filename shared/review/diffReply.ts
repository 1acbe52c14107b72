import type { BlockId, QuestionId, VersionId } from '../domain/ids';
import type { Block, Section } from '../domain/reply';
import type { ReviewChange, ReviewPayload } from '../domain/review';
import type { TextBlock } from './applyEdits';
import { deriveId } from './deriveId';
import { diffBlock } from './diffBlock';
import { matchRewritten } from './matchRewritten';
import { getReviewText } from './reviewHead';

/** Whose difference it is, and what it is a difference from. */
export type DifferenceOrigin = { questionId: QuestionId; author: string; at: string; baseVersionId: VersionId | null };

/**
 * What somebody changed in a reply, as suggestions on the former text: words, styles, kinds of blocks, paragraphs cut, joined, put in, taken away or
 * moved. Ids follow from content, so that the same difference is always the same change.
 */
export function diffReply(former: readonly Section[], written: readonly Section[], origin: DifferenceOrigin): ReviewChange[] {
  const latter = matchRewritten(former, written);
  const before = new Map(former.flatMap((section) => section.blocks.map((block) => [block.blockId, block] as const)));
  const after = new Map(latter.flatMap((section) => section.blocks.map((block) => [block.blockId, block] as const)));
  const moved = findMoved(former, latter);
  const changes: ReviewChange[] = [];
  const note = (block: Block | null, from: number, to: number, payload: ReviewPayload, order = 0) => {
    const blockText = block ? getReviewText(block) : null;
    const place = { questionId: origin.questionId, blockId: block?.blockId ?? null, from, to };
    const anchor = { ...place, quote: blockText?.slice(from, to) ?? '', ...(blockText === null ? {} : { blockText }), order };
    changes.push({
      changeId: deriveId(origin.author, anchor, payload),
      author: origin.author,
      at: origin.at,
      baseVersionId: origin.baseVersionId,
      anchor,
      payload,
    });
  };
  const structure = findCutsAndJoins(former, latter, before, after);
  for (const section of former) {
    for (const block of section.blocks) {
      const now = after.get(block.blockId);
      if (structure.handled.has(block.blockId)) continue;
      if (!now || moved.has(block.blockId)) note(block, 0, getReviewText(block)?.length ?? 0, { kind: 'deleteBlock' });
      else if ('inlines' in block && 'inlines' in now) {
        diffBlock(block, now).forEach(({ from, to, payload }, index) => note(block, from, to, payload, index));
      } else if (JSON.stringify(block) !== JSON.stringify(now)) {
        note(block, 0, 0, { kind: 'insertBlock', sectionId: section.sectionId, block: withNewId(now, block.blockId) });
        note(block, 0, 0, { kind: 'deleteBlock' });
      }
    }
  }
  for (const { block, from, payload } of structure.changes) note(block, from, from, payload);
  for (const section of latter) {
    let anchor: Block | null = null;
    let order = 0;
    for (const block of section.blocks) {
      const was = before.get(block.blockId);
      if (was && !moved.has(block.blockId)) {
        anchor = was;
        order = 0;
      } else if (!structure.handled.has(block.blockId)) {
        const inserted = moved.has(block.blockId) ? withNewId(block, block.blockId) : block;
        note(anchor, 0, 0, { kind: 'insertBlock', sectionId: section.sectionId, block: inserted }, order++);
      }
    }
  }
  return changes;
}

/** A block that stands elsewhere now is another block: its id stays with the one to be deleted. */
function withNewId(block: Block, former: BlockId): Block {
  return { ...block, blockId: deriveId<'block'>('moved', former, block) };
}

/** Blocks that changed their place among those that stayed: all but a longest run in the former order. */
function findMoved(former: readonly Section[], latter: readonly Section[]): Set<BlockId> {
  const places = new Map<BlockId, number>();
  const sections = new Map<BlockId, string>();
  for (const section of former) {
    for (const { blockId } of section.blocks) {
      places.set(blockId, places.size);
      sections.set(blockId, section.sectionId);
    }
  }
  const stayed = latter.flatMap((section) => section.blocks.filter(({ blockId }) => sections.get(blockId) === section.sectionId));
  const kept = findLongestRise(stayed.map(({ blockId }) => places.get(blockId)!));
  const still = new Set(kept.map((index) => stayed[index]!.blockId));
  return new Set(
    latter.flatMap((section) => section.blocks.map(({ blockId }) => blockId)).filter((id) => places.has(id) && !still.has(id)),
  );
}

/** Indexes of a longest rising subsequence (patience sorting). */
function findLongestRise(values: readonly number[]): number[] {
  const tops: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tops[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  });
  const rise: number[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index]!) rise.unshift(index);
  return rise;
}

type Structure = { handled: Set<BlockId>; changes: { block: Block; from: number; payload: ReviewPayload }[] };

/** Paragraphs that were only cut in two or joined with the next: their words are the same before and after. */
function findCutsAndJoins(
  former: readonly Section[],
  latter: readonly Section[],
  before: ReadonlyMap<BlockId, Block>,
  after: ReadonlyMap<BlockId, Block>,
): Structure {
  const structure: Structure = { handled: new Set(), changes: [] };
  const find = (
    sections: readonly Section[],
    others: ReadonlyMap<BlockId, Block>,
    note: (first: TextBlock, second: TextBlock, whole: TextBlock) => void,
  ) => {
    for (const { blocks } of sections) {
      blocks.forEach((first, index) => {
        const second = blocks[index + 1];
        const whole = others.get(first.blockId);
        if (!second || !whole || others.has(second.blockId) || !('inlines' in first && 'inlines' in second && 'inlines' in whole)) return;
        const joined = { ...first, inlines: [...first.inlines, ...second.inlines] };
        if (second.inlines.length > 0 && diffBlock(whole, joined).length === 0) note(first, second, whole);
      });
    }
  };
  find(latter, before, (first, second, whole) => {
    if (diffBlock({ ...second, inlines: [] }, { ...whole, inlines: [] }).length > 0) return;
    structure.handled.add(first.blockId).add(second.blockId);
    structure.changes.push({
      block: whole,
      from: getReviewText(first)!.length,
      payload: { kind: 'splitBlock', newBlockId: second.blockId },
    });
  });
  find(former, after, (first, second) => {
    if (structure.handled.has(first.blockId)) return;
    structure.handled.add(first.blockId).add(second.blockId);
    structure.changes.push({ block: first, from: 0, payload: { kind: 'joinBlock' } });
  });
  return structure;
}
