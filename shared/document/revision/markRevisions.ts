import { emphasiseRanges, type FilingBlock, getFilingText } from '../filingBlock';
import { alignBlocks, printBlock } from './alignBlocks';
import { diffText } from './diffText';
import { markTableRevisions } from './markTableRevisions';
import { REVISED, type RevisionMark } from './revisionMark';

/** A marked document, and the text of each block and row that is gone from it: a mark can only stand on what is still there. */
export type MarkedBlocks = { blocks: FilingBlock[]; removed: string[] };

/** The later document with everything that differs from the former one marked; text, cells and rows alike, formatting aside. Words that only moved are no new ones. */
export function markRevisions(before: readonly FilingBlock[], after: readonly FilingBlock[], mark: RevisionMark): MarkedBlocks {
  const { aligned, rest } = alignBlocks(before, after);
  const gone = [...aligned.flatMap(({ removed }) => removed), ...rest].filter(hasText).map(printBlock);
  const removed: string[] = [];
  const blocks = aligned.map(({ block, former, isSame, removed: above }): FilingBlock => {
    if (isSame) return mark === 'bar' && above.some(hasText) ? addBar(block) : block;
    const moved = former === null ? gone.indexOf(printBlock(block)) : -1;
    if (moved >= 0) gone.splice(moved, 1);
    if (moved >= 0 && mark === 'words') return block;
    const marked = markBlock(former, block, mark);
    removed.push(...marked.removed);
    return marked.block;
  });
  return { blocks, removed: [...gone.map((text) => text.replaceAll('\u0000', '')), ...removed] };
}

function hasText(block: FilingBlock): boolean {
  return printBlock(block).replaceAll(/[\0\s]/g, '') !== '';
}

type MarkedBlock = { block: FilingBlock; removed: string[] };

function markBlock(former: FilingBlock | null, block: FilingBlock, mark: RevisionMark): MarkedBlock {
  switch (block.type) {
    case 'paragraph':
    case 'listItem': {
      if (mark === 'bar') return { block: addBar(block), removed: [] };
      const { added } = diffText(former === null ? '' : printBlock(former), getFilingText(block.inlines));
      return { block: { ...block, inlines: emphasiseRanges(block.inlines, added, REVISED) }, removed: [] };
    }
    case 'table': {
      const { layout, removed } = markTableRevisions(former?.type === 'table' ? former.layout : null, block.layout, mark);
      return { block: { ...block, layout }, removed };
    }
    case 'landscape': {
      const { blocks, removed } = markRevisions(former?.type === 'landscape' ? former.blocks : [], block.blocks, mark);
      return { block: { ...block, blocks }, removed };
    }
    default:
      return { block, removed: [] };
  }
}

function addBar(block: FilingBlock): FilingBlock {
  return block.type === 'paragraph' || block.type === 'listItem' ? { ...block, changeBar: true } : block;
}
