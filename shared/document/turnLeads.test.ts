import { expect, test } from 'vitest';
import { createParagraph, type FilingBlock, type FilingParagraph } from './filingBlock';
import { turnLeads } from './turnLeads';

const lead = (style: FilingParagraph['style']) => createParagraph(style, '如下：');
const landscape: FilingBlock = { type: 'landscape', blocks: [createParagraph('TableUnit', '单位：元')] };

test('the sentence that leads to a landscape table, and the headings above it, stand on its page', () => {
  const blocks: FilingBlock[] = [
    lead('ReplyBody'),
    { type: 'marginNumber', number: 1 },
    lead('Heading4'),
    lead('ReplyLead'),
    landscape,
    lead('ReplyBody'),
  ];
  expect(turnLeads(blocks)).toEqual([blocks[0], { type: 'landscape', blocks: [...blocks.slice(1, 4), ...landscape.blocks] }, blocks[5]]);
});

test('text before a landscape table that leads to nothing stays where it is', () => {
  const blocks = [lead('ReplyLead'), lead('ReplyBody'), landscape];
  expect(turnLeads(blocks)).toEqual(blocks);
});
