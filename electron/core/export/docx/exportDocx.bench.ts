import { expect, test } from 'vitest';
import { buildSampleBlocks } from '../../../../tests/document/sampleBlocks';
import { createParagraph, type FilingBlock } from '../../../../shared/document/filingBlock';
import { exportDocx } from './exportDocx';

/** About the mass of a published reply to nine questions: 600 paragraphs and 50 tables. */
function buildReply(): FilingBlock[] {
  const paragraph = createParagraph('ReplyBody', '报告期内，公司实现营业收入43,157.74万元，同比下降33.35%，主要系订单减少所致。'.repeat(4));
  const tables = buildSampleBlocks().filter((block) => block.type === 'table');
  return Array.from({ length: 50 }, (_, index) => [...Array.from({ length: 12 }, () => paragraph), tables[index % tables.length]!]).flat();
}

const reply = buildReply();
const tenReplies = Array.from({ length: 10 }, () => reply).flat();
const options = { title: '公告', created: '2025-06-05' };

test('ten times the document takes at most eleven times as long', async ({ bench }) => {
  const result = await bench.compare(
    bench('a reply of 600 paragraphs and 50 tables', async () => {
      await exportDocx(reply, options);
    }),
    bench('ten times as much', async () => {
      await exportDocx(tenReplies, options);
    }),
  );
  const [one, ten] = [result.get('a reply of 600 paragraphs and 50 tables'), result.get('ten times as much')];
  expect(ten.latency.p50 / one.latency.p50).toBeLessThan(11);
});
