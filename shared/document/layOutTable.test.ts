import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DataTable } from '../domain/dataTable';
import { LANDSCAPE_WIDTH_TWIPS, TEXT_WIDTH_TWIPS } from './pageGeometry';
import { layOutTable } from './layOutTable';
import type { TableLayout } from './tableLayout';
import { buildTable } from './testing/buildTable';

function layOut(table: DataTable, nested: DataTable[] = [], hasNotes = false): TableLayout {
  return layOutTable(table, (tableId) => nested.find((one) => one.tableId === tableId)!, hasNotes);
}

function buildAmounts(columnCount: number, amount = '1.00', rowCount = 1): DataTable {
  const body = Array.from({ length: rowCount }, () => ['营业收入', ...Array.from({ length: columnCount - 1 }, () => amount)]);
  return buildTable('t', { rows: [['项目', ...Array.from({ length: columnCount - 1 }, (_, c) => `${c}月`)], ...body] });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

test('size and width go by the number of columns', () => {
  const choose = (columnCount: number) => {
    const { size, widthTwips, landscape } = layOut(buildAmounts(columnCount));
    return { size, widthTwips, landscape };
  };
  expect([4, 6, 7, 8, 9, 10, 11, 14].map(choose)).toEqual([
    { size: 'M', widthTwips: TEXT_WIDTH_TWIPS, landscape: false },
    { size: 'M', widthTwips: TEXT_WIDTH_TWIPS, landscape: false },
    { size: 'S', widthTwips: TEXT_WIDTH_TWIPS, landscape: false },
    { size: 'S', widthTwips: TEXT_WIDTH_TWIPS, landscape: false },
    { size: 'S', widthTwips: 9354, landscape: false },
    { size: 'S', widthTwips: 9354, landscape: false },
    { size: 'XS', widthTwips: 9638, landscape: false },
    { size: 'XS', widthTwips: 9638, landscape: false },
  ]);
});

test('numbers are never broken while a wider table, a smaller size or a turned page can hold them', () => {
  const choose = (amount: string, columnCount: number) => {
    const { size, widthTwips, landscape } = layOut(buildAmounts(columnCount, amount));
    return [size, widthTwips > TEXT_WIDTH_TWIPS, landscape];
  };
  expect(choose('1,234,567,890.12', 6)).toEqual(['M', true, false]);
  expect(choose('1,234,567,890.12', 7)).toEqual(['S', true, false]);
  expect(choose('1,234,567,890.12', 8)).toEqual(['XS', true, false]);
  expect(choose('1,234,567,890.12', 12)).toEqual(['XS', true, true]);
});

test('a table that no page can hold is scaled to the landscape page', () => {
  const { widthTwips, columnTwips, landscape } = layOut(buildAmounts(40, '1,234,567,890.12'));
  expect({ widthTwips, landscape, total: sum(columnTwips) }).toEqual({
    widthTwips: LANDSCAPE_WIDTH_TWIPS,
    landscape: true,
    total: LANDSCAPE_WIDTH_TWIPS,
  });
});

test('columns of amounts are equally wide and a short label keeps its line', () => {
  const rows = [
    ['项目', '2024年度', '2023年度'],
    ['供热节能系统工程', '10,830.74', '1.00'],
    ['合计', '10,830.74', '1.00'],
  ];
  const { columnTwips } = layOut(buildTable('t', { rows }));
  expect(columnTwips[1]! - columnTwips[2]!).toBeLessThanOrEqual(2);
  expect(columnTwips[0]).toBeGreaterThanOrEqual(8 * 210);
});

test('names and values share the width 28 to 72, the name in the middle and the value left', () => {
  const layout = layOut(
    buildTable('t', {
      headerRows: 0,
      rows: [
        ['名称', '东川基金会'],
        ['业务范围', '支持符合宗旨的公益项目和公益活动'],
      ],
    }),
  );
  expect(layout.columnTwips).toEqual([2326, 5980]);
  expect(layout.rows.map((row) => row.cells.map((cell) => cell.stands))).toEqual([
    ['center', 'left'],
    ['center', 'left'],
  ]);
});

test('a column of numbers with long text among them stands left as a whole', () => {
  const rows = [
    ['期间', '目标值'],
    ['2024年', '30.00%'],
    ['2025年', '营业收入较上一年度的增长率不低于百分之三十'],
  ];
  const layout = layOut(buildTable('t', { rows: rows.map((row) => [...row, '1']) }));
  expect(layout.rows.slice(1).map((row) => row.cells[1]!.stands)).toEqual(['left', 'left']);
});

test('total and subtotal rows are bold, heads of a second band look like heads, and only leading header rows repeat', () => {
  const table = buildTable('t', {
    rows: [
      ['项目', '金额'],
      ['甲', '1.00'],
      ['小计', '1.00'],
      ['乙', '金额'],
      ['丙', '2.00'],
      ['合计', '3.00'],
    ],
    roles: { 2: 'subtotal', 3: 'band', 5: 'total' },
  });
  expect(layOut(table).rows.map(({ repeats, cells }) => ({ repeats, bold: cells[0]!.bold, stands: cells[0]!.stands }))).toEqual([
    { repeats: true, bold: false, stands: 'head' },
    { repeats: false, bold: false, stands: 'center' },
    { repeats: false, bold: true, stands: 'center' },
    { repeats: false, bold: false, stands: 'head' },
    { repeats: false, bold: false, stands: 'center' },
    { repeats: false, bold: true, stands: 'center' },
  ]);
});

test('a small table stays on one page, with its note when it has one', () => {
  const keeps = (hasNotes: boolean) => layOut(buildAmounts(3, '1.00', 3), [], hasNotes).rows.map((row) => row.keepNext);
  expect(keeps(false)).toEqual([true, true, true, false]);
  expect(keeps(true)).toEqual([true, true, true, true]);
});

test('a long table keeps its header with the first row, each small group whole and the total with the row before it', () => {
  const filler = Array.from({ length: 30 }, (_, r) => [`客户${r}`, '1.00']);
  const table = buildTable('t', {
    rows: [['客户', '金额'], [{ text: '甲', rowSpan: 3 }, '1.00'], ['2.00'], ['3.00'], ...filler, ['合计', '6.00']],
    roles: { 34: 'total' },
  });
  const kept = layOut(table).rows.flatMap((row, r) => (row.keepNext ? [r] : []));
  expect(kept).toEqual([0, 1, 2, 33]);
});

test('a row taller than a quarter of a page may split, others may not', () => {
  const table = buildTable('t', {
    rows: [
      ['项目', '内容', '日期'],
      ['甲', '合同约定的付款条件。'.repeat(60), '2024年'],
      ['乙', '无', '2024年'],
    ],
  });
  expect(layOut(table).rows.map((row) => row.cantSplit)).toEqual([true, false, true]);
});

test('nested tables are as wide as their cell inside its margins and repeat nothing', () => {
  const inner = buildTable('inner', {
    rows: [
      ['年度', '比例'],
      ['2024年', '20%'],
    ],
  });
  const outer = buildTable('outer', { headerRows: 0, rows: [['收益分配', { text: '比例：\n\uFFFC\n以实测为准。', nested: ['inner'] }]] });
  const cell = layOut(outer, [inner]).rows[0]!.cells[1]!;
  expect(cell.content.map((part) => part.type)).toEqual(['line', 'table', 'line']);
  const nested = cell.content.find((part) => part.type === 'table')!.layout;
  expect(nested.widthTwips).toBe(cell.widthTwips - 124);
  expect(nested.rows.map(({ repeats, keepNext }) => [repeats, keepNext])).toEqual([
    [false, false],
    [false, false],
  ]);
});

test('tables that hold each other are refused, not followed for ever', () => {
  const ring = buildTable('ring', { headerRows: 0, rows: [['甲', { text: '\uFFFC', nested: ['ring'] }]] });
  expect(() => layOut(ring, [ring])).toThrow('eight deep');
});

test('a nested table without a mark in the text is a broken invariant', () => {
  expect(() => layOut(buildTable('t', { headerRows: 0, rows: [[{ text: '甲', nested: ['x'] }]] }))).toThrow('has its mark');
});

const texts = fc.constantFrom(
  '',
  '—',
  '1,234.56',
  '-7.00%',
  '项目',
  '供热节能系统工程改造',
  '2024年1-3月',
  'Blue Lake Holdings',
  '合同约定。'.repeat(30),
);
const tables = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 16 }), headerRows: fc.integer({ min: 0, max: 2 }) })
  .chain(({ rows, columns, headerRows }) =>
    fc
      .array(fc.array(texts, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
      .map((cells) => buildTable('t', { headerRows: Math.min(headerRows, rows), rows: cells })),
  );
const spans = fc.array(
  fc.record({ row: fc.nat(5), col: fc.nat(15), rowSpan: fc.integer({ min: 1, max: 4 }), colSpan: fc.integer({ min: 1, max: 4 }) }),
  {
    maxLength: 4,
  },
);

test('whatever the table and its spans, columns fill the width, every row fills the grid and no text is lost', () => {
  fc.assert(
    fc.property(tables, spans, (table, claims) => {
      for (const { row, col, rowSpan, colSpan } of claims) {
        const cell = table.rows[row]?.cells[col];
        if (!cell) continue;
        Object.assign(cell, { rowSpan, colSpan });
        const covered = table.rows[row]!.cells[col + 1];
        if (covered && colSpan > 1) Object.assign(covered, { text: '', covered: true });
      }
      const layout = layOut(table);
      expect(sum(layout.columnTwips)).toBe(layout.widthTwips);
      expect(Math.min(...layout.columnTwips)).toBeGreaterThan(0);
      for (const row of layout.rows) {
        expect(sum(row.cells.map((cell) => cell.colSpan))).toBe(layout.columnTwips.length);
        expect(sum(row.cells.map((cell) => cell.widthTwips))).toBe(layout.widthTwips);
      }
      const written = layout.rows.flatMap((row) =>
        row.cells.flatMap((cell) => cell.content.flatMap((part) => (part.type === 'line' ? [part.text] : []))),
      );
      const read = table.rows.flatMap((row) => row.cells.map((cell) => cell.text));
      expect(written.filter((text) => text !== '').sort()).toEqual(read.filter((text) => text !== '').sort());
    }),
  );
});

test('blanks that are not printed make no column wider', () => {
  const rows = (year: string) => [
    ['项目', year, '说明'],
    ['营业收入', '1,234.50', `系${year} 订单减少所致，已在年报中披露，详见相关公告`],
  ];
  const widths = (year: string) => layOut(buildTable('t', { rows: rows(year) })).columnTwips;
  expect(widths('2030 年度')).toEqual(widths('2030年度'));
});
