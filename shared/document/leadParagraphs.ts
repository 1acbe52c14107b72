import type { FilingBlock } from './filingBlock';

/** Marks the last paragraph before a unit line, table or picture, so that it stays on the page of what it introduces. */
export function markLeads(blocks: readonly FilingBlock[]): FilingBlock[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    if (next === undefined || !isIntroduced(next)) return block;
    if (block.type === 'paragraph' && block.style === 'ReplyBody') return { ...block, style: 'ReplyLead' };
    if (block.type === 'listItem') return { ...block, keepNext: true };
    return block;
  });
}

/** A landscape page begins a page of its own, so nothing can stay with it. */
function isIntroduced(block: FilingBlock): boolean {
  if (block.type === 'paragraph') return block.style === 'TableUnit';
  return block.type === 'table' || block.type === 'picture';
}
