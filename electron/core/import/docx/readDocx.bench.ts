import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { readDocx } from './readDocx';
import { buildDocx, p, tc } from './testing/buildDocx';

/** About as much as a reply of 80 pages: 600 paragraphs and 46 tables. */
const row = (cells: readonly string[]) => `<w:tr>${cells.map((cell) => tc(cell)).join('')}</w:tr>`;
const table = `<w:tbl>${Array.from({ length: 10 }, (_, r) => row(['项目', ...Array.from({ length: 6 }, (_, c) => `${r},${c}00.00`)])).join('')}</w:tbl>`;
const paragraph = p('公司根据订单安排生产和备货，报告期末存货余额较上年有所增加，主要系在手订单增加所致。'.repeat(3));
const body = Array.from({ length: 46 }, () => paragraph.repeat(13) + table).join('');
const bytes = buildDocx({ body });

test('readDocx is at least as fast as mammoth on a reply of 80 pages', async ({ bench }) => {
  const result = await bench.compare(
    bench('readDocx', () => {
      readDocx(bytes, '回复.docx');
    }),
    bench('mammoth to HTML', async () => {
      await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    }),
  );
  expect(result.get('readDocx').latency.mean).toBeLessThan(result.get('mammoth to HTML').latency.mean);
});
