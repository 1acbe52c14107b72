import { expect, it } from 'vitest';
import type { RawCell } from '../../../shared/tables/rawTable';
import { readPastedTable } from './readPastedTable';

const cell = (text: string): RawCell => ({ text, rowSpan: 1, colSpan: 1, covered: false });
const CELLS = [
  ['项目', '2023年度', '2022年度'],
  ['收入', '1,200.00', '1,500.00'],
  ['合计', '1,200.00', '1,500.00'],
].map((row) => row.map(cell));

it('a pasted table takes its unit line and notes from the paragraphs around it', () => {
  const { table, consumed } = readPastedTable({
    before: ['收入情况如下：', '单位：万元'],
    cells: CELLS,
    spansKnown: true,
    after: ['注：已审计。', '由上表可知，收入下降。'],
  });
  expect(table).toMatchObject({ unit: '万元', headerRows: 1, notes: ['注：已审计。'] });
  expect(table.rows[1]!.map(({ text, value, unit }) => ({ text, value, unit }))).toEqual([
    { text: '收入', value: null, unit: null },
    { text: '1,200.00', value: '1200.00', unit: '万元' },
    { text: '1,500.00', value: '1500.00', unit: '万元' },
  ]);
  expect(consumed).toEqual([1, 2]);
});

it('a pasted table alone is understood as well', () => {
  const { table, consumed } = readPastedTable({ before: [], cells: CELLS, spansKnown: false, after: [] });
  expect(table.rowRoles).toEqual(['header', 'body', 'total']);
  expect(consumed).toEqual([]);
});
