import { emphasiseRanges, type FilingBlock, getFilingText } from '../filingBlock';
import { alignBlocks, printBlock } from './alignBlocks';
import { diffText } from './diffText';
import { markTableRevisions } from './markTableRevisions';
import { REVISED, type RevisionMark } from './revisionMark';

/** A marked document, and the text of each block that is gone from it: a mark can only stand on what is still there. */
export type MarkedBlocks = { blocks: FilingBlock[]; removed: string[] };

/** The later document with everything that differs from the former one marked; text, cells and rows alike, formatting aside. */
export function markRevisions(before: readonly FilingBlock[], after: readonly FilingBlock[], mark: RevisionMark): MarkedBlocks {
  const { aligned, rest } = alignBlocks(before, after);
  const gone = [...aligned.flatMap(({ removed }) => removed), ...rest];
  return {
    blocks: aligned.map(({ block, former, isSame, removed }) => {
      if (!isSame) return markBlock(former, block, mark);
      return mark === 'bar' && removed.some(hasText) ? addBar(block) : block;
    }),
    removed: gone.filter(hasText).map((block) => printBlock(block).replaceAll('\u0000', '')),
  };
}

function hasText(block: FilingBlock): boolean {
  return printBlock(block).replaceAll(/[\0\s]/g, '') !== '';
}

function markBlock(former: FilingBlock | null, block: FilingBlock, mark: RevisionMark): FilingBlock {
  switch (block.type) {
    case 'paragraph':
    case 'listItem': {
      if (mark === 'bar') return addBar(block);
      const { added } = diffText(former === null ? '' : printBlock(former), getFilingText(block.inlines));
      return { ...block, inlines: emphasiseRanges(block.inlines, added, REVISED) };
    }
    case 'table':
      return { ...block, layout: markTableRevisions(former?.type === 'table' ? former.layout : null, block.layout, mark) };
    case 'landscape':
      return { ...block, blocks: markRevisions(former?.type === 'landscape' ? former.blocks : [], block.blocks, mark).blocks };
    default:
      return block;
  }
}

function addBar(block: FilingBlock): FilingBlock {
  return block.type === 'paragraph' || block.type === 'listItem' ? { ...block, changeBar: true } : block;
}
