import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadTable } from '../domain/dataTable';
import { isDecimalString } from '../util/decimal';
import { describeParts } from './describeParts';
import type { RawPart } from './rawTable';
import { checkTiling, makeRawTable } from './testing/tableText';
import { message } from '../domain/message';

const TEXT = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('项目', '合计', '小计', '2023年度', '本期', '金额（万元）', '序号', '1', '2', '其中：', '占比', '甲公司', '—', '单位'),
  fc.constantFrom('1,234.50', '-3.00', '33.35%', '（1.20）', '2023/9/14', '24,18', '12.5万元', '2023'),
  fc.string({ unit: fc.constantFrom('甲', '乙', '（', '）', '%', '1', ','), maxLength: 8 }),
);

const TABLE = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(TEXT, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }).map((rows): RawPart => {
    const table = makeRawTable('x');
    return {
      type: 'table',
      table: { ...table, cells: rows.map((row) => row.map((text) => ({ text, rowSpan: 1, colSpan: 1, covered: false }))) },
    };
  }),
);

const PARAGRAPH = fc
  .constantFrom('单位：万元', '（单位：元）', '注：含税', '②不含往来', '本期情况如下：', '（续）', '甲公司：说明。', '后文。')
  .map((text): RawPart => ({ type: 'paragraph', text, place: {} }));

/** Printed characters in no order, without the lead and brackets a unit line loses. */
function sortCharacters(texts: readonly string[]): string {
  return [...new Intl.Segmenter().segment(texts.join('').replace(/\s|[（(]?单位：|[()（）]/g, ''))]
    .map(({ segment }) => segment)
    .sort()
    .join('');
}

function textsOf(table: ReadTable): string[] {
  return [...table.rows.flat().map((cell) => cell.text), ...table.notes, table.unit ?? ''];
}

describe('understanding a document', () => {
  it('never throws, keeps every character, tiles every grid and types only exact decimals', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(TABLE, PARAGRAPH), { maxLength: 8 }), (raw) => {
        const { parts } = describeParts(raw, 'a.txt');
        const tables = parts.flatMap((part) => (part.type === 'table' ? [part.table] : []));
        for (const table of tables) {
          checkTiling(table);
          for (const cell of table.rows.flat()) expect(cell.value === null || isDecimalString(cell.value)).toBe(true);
        }
        const before = raw.flatMap((part) => (part.type === 'table' ? part.table.cells.flat().map((cell) => cell.text) : [part.text]));
        const after = parts.flatMap((part) => (part.type === 'table' ? textsOf(part.table) : [part.text]));
        expect(sortCharacters(after)).toBe(sortCharacters(before));
      }),
      { numRuns: 500 },
    );
  });

  it('understands a table the same when it is described again with its spans known', () => {
    fc.assert(
      fc.property(TABLE, (raw) => {
        const once = describeParts([raw], 'a.txt').parts[0]!;
        if (once.type !== 'table') throw new Error('a table stays a table');
        const cells = once.table.rows.map((row) => row.map(({ text, rowSpan, colSpan, covered }) => ({ text, rowSpan, colSpan, covered })));
        const again = describeParts(
          [{ type: 'table', table: { cells, spansKnown: true, markedHeaderRows: once.table.headerRows, place: {} } }],
          'a.txt',
        ).parts[0]!;
        expect(again.type === 'table' && [again.table.rows, again.table.columns]).toEqual([once.table.rows, once.table.columns]);
      }),
    );
  });

  it('warns of a table without text', () => {
    const table = makeRawTable(' | \n | ', { line: 3 });
    expect(describeParts([{ type: 'table', table }], 'a.txt').warnings).toEqual([
      { code: 'table-empty', message: message('warning.table-empty'), file: 'a.txt', place: { line: 3 } },
    ]);
  });
});
