import { read, utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readXlsx } from './readXlsx';

const rows = [['项目', ...Array.from({ length: 19 }, (_, c) => `2023年${c + 1}月`)]];
for (let r = 0; r < 5000; r += 1) rows.push([`项目${r}`, ...Array.from({ length: 19 }, (_, c) => (r * 100 + c) / 4)] as string[]);
const book = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '明细');
const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);

test('a workbook of 100,000 cells is read in under 1.5 times the library alone', async ({ bench }) => {
  const result = await bench.compare(
    bench('the library alone', () => {
      read(Buffer.from(bytes), { type: 'buffer' });
    }),
    bench('readXlsx', () => {
      readXlsx(bytes, '明细.xlsx');
    }),
    { iterations: 8, warmupIterations: 2, time: 500, warmupTime: 100 },
  );
  expect(result.get('readXlsx').latency.p50).toBeLessThan(result.get('the library alone').latency.p50 * 1.5);
});
