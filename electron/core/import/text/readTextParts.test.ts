import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadTable } from '../../../../shared/domain/dataTable';
import { describeParts } from '../../../../shared/tables/describeParts';
import { checkTiling, showGrid } from '../../../../shared/tables/testing/tableText';
import { readTextParts } from './readTextParts';

function read(text: string): { tables: ReadTable[]; paragraphs: string[]; warnings: string[] } {
  const raw = readTextParts(text, 'a.txt');
  const { parts } = describeParts(raw.parts, 'a.txt');
  return {
    tables: parts.flatMap((part) => (part.type === 'table' ? [part.table] : [])),
    paragraphs: parts.flatMap((part) => (part.type === 'paragraph' ? [part.text] : [])),
    warnings: raw.warnings.map((warning) => warning.code),
  };
}

/** Every printed character of a document as read, in no order: what must equal the file's own. */
function countCharacters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const char of text.replace(/\s/g, '')) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

describe('reading plain text', () => {
  it('gives paragraphs and tables in reading order with their lines', () => {
    const { parts } = readTextParts('一、说明\r\n\r\n项目\t金额\r\n甲\t1.00\r\n\r\n后文。', 'a.txt');
    expect(parts.map((part) => (part.type === 'table' ? [part.table.place, part.table.cells.length] : [part.text, part.place]))).toEqual([
      ['一、说明', { line: 1 }],
      [{ line: 3, endLine: 4 }, 2],
      ['后文。', { line: 6 }],
    ]);
  });

  it('leaves out rules between rows and joins what a page end cut', () => {
    const { tables } = read('项目\t金额\n甲\t1.00\n\n乙\t2.00\n----\t-----\n\n后文。');
    expect(tables.map(showGrid)).toEqual([['项目|金额', '甲|1.00', '乙|2.00']]);
  });

  it('reads a table nested in a cell once, though it is printed again beside and below the cell', () => {
    const nested =
      '<p>比例如下：</p> <table><tr><th>年</th><th>甲方</th></tr><tr><td>第一年</td><td>20%</td></tr></table> <p>其余另议。</p>';
    const { tables, warnings } = read(
      `项目\t内容\t\t\t\t\n期限\t七年\t\t\t\t\n分配\t${nested}\t年\t甲方\t第一年\t20%\n年\t甲方\t\t\t\t\n第一年\t20%\t\t\t\t\n付款\t按季支付\t\t\t\t\n`,
    );
    expect(tables.map(showGrid)).toEqual([['项目|内容', '期限|七年', '分配|比例如下：\n\ufffc\n其余另议。', '付款|按季支付']]);
    expect(showGrid(tables[0]!.rows[2]![1]!.nested![0]!)).toEqual(['年|甲方', '第一年|20%']);
    expect(warnings).toEqual(['nested-table-repeated']);
  });

  it('joins a paragraph cut by a page end and names both lines', () => {
    const { paragraphs, warnings } = read('公司的收入主要来自三类产品，其中软件产品的收入占比最高，主要系本期交付的\n\n项目较多所致。\n');
    expect(paragraphs).toEqual(['公司的收入主要来自三类产品，其中软件产品的收入占比最高，主要系本期交付的项目较多所致。']);
    expect(warnings).toEqual(['paragraph-joined']);
  });

  it('takes a tab behind a list label, or between the fields of an announcement line, for no table', () => {
    const text =
      '证券代码：000000\t证券简称：蓝鹭精工\t公告编号：2024-001\n\n1、\t获取公司的内控制度并评价其运行情况。\n2、\t访谈公司的财务负责人，了解收入确认。\n\n序号\t内容\n1\t获取公司的内控制度并评价\n';
    const { tables, paragraphs } = read(text);
    expect(paragraphs).toEqual([
      '证券代码：000000 证券简称：蓝鹭精工 公告编号：2024-001',
      '1、获取公司的内控制度并评价其运行情况。',
      '2、访谈公司的财务负责人，了解收入确认。',
    ]);
    expect(tables.map(showGrid)).toEqual([['序号|内容', '1|获取公司的内控制度并评价']]);
  });

  it('prints links without the angle brackets of their markup', () => {
    expect(read('公示平台（<https://example.invalid/list>）的查询结果。').paragraphs).toEqual([
      '公示平台（https://example.invalid/list）的查询结果。',
    ]);
  });

  it('never fails, loses no character and tiles every grid, whatever the rows hold', () => {
    const cell = fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      fc.constantFrom(
        '项目',
        '合计',
        '小计',
        '2023年度',
        '金额',
        '序号',
        '1',
        '2',
        '注：',
        '其中：',
        '比例',
        '甲公司',
        '六、1',
        '—',
        '不适用',
      ),
      fc.constantFrom('1,234.50', '-3.00', '33.35%', '(1.20)', '2023/9/14', '24,18', '12.5万元'),
      fc.string({ unit: fc.constantFrom('甲', '乙', '的', '公', '司', '，', '。', '1', ' '), maxLength: 12 }),
    );
    const line = fc.oneof(
      { weight: 6, arbitrary: fc.array(cell, { minLength: 2, maxLength: 6 }).map((cells) => cells.join('\t')) },
      fc.constant(''),
      fc.constantFrom('单位说明', '一、概况', '本期情况如下：', '（续）'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const { tables, paragraphs } = read(lines.join('\n'));
        for (const table of tables) checkTiling(table);
        const all = tables.flatMap((table) => [...table.rows.flat().map((at) => at.text), ...table.notes]).join('') + paragraphs.join('');
        const printed = countCharacters(lines.join(''));
        for (const [char, count] of countCharacters(all)) expect(count).toBeLessThanOrEqual(printed.get(char) ?? 0);
        for (const char of printed.keys()) expect(all).toContain(char);
      }),
      { numRuns: 400 },
    );
  });
});
