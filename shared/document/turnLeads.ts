import type { FilingBlock } from './filingBlock';

/** The blocks with what leads to a table on a landscape page on that page too: the sentence before it and the headings above that. */
export function turnLeads(blocks: readonly FilingBlock[]): FilingBlock[] {
  const turned: FilingBlock[] = [];
  for (const block of blocks) {
    if (block.type !== 'landscape') {
      turned.push(block);
      continue;
    }
    const leads: FilingBlock[] = [];
    while (leadsOn(turned.at(-1), leads.length > 0)) leads.unshift(turned.pop()!);
    turned.push({ ...block, blocks: [...leads, ...block.blocks] });
  }
  return turned;
}

/** Whether a block stays with the next one: a lead, above it headings, 回复：, and their numbers in the margin. */
function leadsOn(block: FilingBlock | undefined, isAbove: boolean): boolean {
  if (block?.type === 'marginNumber') return isAbove;
  return block?.type === 'paragraph' && KEPT_WITH_NEXT.test(block.style);
}

const KEPT_WITH_NEXT = /^(?:ReplyLead|ReplyLabel|Heading\d)$/;
