import { describe, expect, it } from 'vitest';
import { joinTableParts } from './joinTableParts';
import type { RawPart } from './rawTable';
import { describeTables, makeParagraph, makeTablePart, showGrid } from './testing/tableText';
import { sayMessage } from '../catalogue/catalogue';
import { message } from '../domain/message';

function join(...parts: RawPart[]): string[][] {
  return describeTables(...joinTableParts(parts)).map(showGrid);
}

const HEAD = '项目 | 2023年 | 2022年';

describe('joining tables cut by page ends', () => {
  it('goes on with the rows of the next page and says so', () => {
    const parts = joinTableParts([
      makeTablePart(`${HEAD}\n收入 | 10.00 | 9.00`, { line: 1, endLine: 2 }),
      makeTablePart('成本 | 6.00 | 5.00', { line: 4, endLine: 4 }),
    ]);
    expect(describeTables(...parts).map((table) => [showGrid(table), table.place, table.doubts])).toEqual([
      [
        ['项目|2023年|2022年', '收入|10.00|9.00', '成本|6.00|5.00'],
        { line: 1, endLine: 4 },
        [{ about: 'join', row: 2, reason: message('doubt.joined', { reasons: [], where: message('doubt.fromLine', { line: 4 }) }) }],
      ],
    ]);
  });

  it('drops a repeated header, also one that prints a merged label in another of its rows', () => {
    expect(join(makeTablePart(`${HEAD}\n收入 | 10.00 | 9.00`), makeTablePart(`项 目 | 2023 年 | 2022年\n成本 | 6.00 | 5.00`))).toEqual([
      ['项目|2023年|2022年', '收入|10.00|9.00', '成本|6.00|5.00'],
    ]);
    const first = makeTablePart('类别 | 期末余额 | |\n | 账面余额 | 准备 | 价值\n甲 | 9.00 | 1.00 | 8.00');
    const second = makeTablePart('类别 | 期末余额 | | 价值\n | 账面余额 | 准备 |\n乙 | 5.00 | 1.00 | 4.00');
    expect(join(first, second)[0]!.slice(2)).toEqual(['甲|9.00|1.00|8.00', '乙|5.00|1.00|4.00']);
  });

  it('keeps a table apart that brings a header of its own', () => {
    const people = makeTablePart('按性质分类 | 期初人数 | 增加 | 期末人数\n管理 | 4 | 0 | 4\n总计 | 4 | 0 | 4');
    const degrees = makeTablePart('按学历分类 | 期初人数 | 期末人数\n本科 | 4 | 4');
    expect(join(people, degrees).length).toBe(2);
    const thisYear = makeTablePart('项目 | 2023年 | \n | 股本 | 公积\n期末 | 10.00 | 2.00');
    const lastYear = makeTablePart('项目 | 2022年 | \n | 股本 | 公积\n期末 | 9.00 | 2.00');
    expect(join(thisYear, lastYear).length).toBe(2);
  });

  it('joins behind （续） when the header is repeated, and keeps another period apart', () => {
    const first = makeTablePart(`${HEAD}\n收入 | 10.00 | 9.00`);
    expect(join(first, makeParagraph('（续表）'), makeTablePart(`${HEAD}\n成本 | 6.00 | 5.00`))).toEqual([
      ['项目|2023年|2022年', '收入|10.00|9.00', '成本|6.00|5.00'],
    ]);
    expect(join(first, makeParagraph('（续）'), makeTablePart('项目 | 2021年 | 2020年\n收入 | 6.00 | 5.00')).length).toBe(2);
  });

  it('keeps tables apart that a paragraph stands between', () => {
    expect(join(makeTablePart(`${HEAD}\n收入 | 10.00 | 9.00`), makeParagraph('其中：'), makeTablePart('成本 | 6.00 | 5.00')).length).toBe(
      2,
    );
  });

  it('folds a row cut in the middle cell by cell without doubling what both pages print', () => {
    const first = makeTablePart('序号 | 客户 | 合同 | 金额 | 时间\n1 | 东方供热有限公司 | 城南片区换热 | 50.52 | 2023年');
    const second = makeTablePart(' | 有限公司 | 站采购项目 | | 9月\n2 | 西部供热有限公司 | 城北项目 | 20.00 | 2023年8月');
    const parts = joinTableParts([first, second]);
    expect(describeTables(...parts).map(showGrid)).toEqual([
      [
        '序号|客户|合同|金额|时间',
        '1|东方供热有限公司|城南片区换热站采购项目|50.52|2023年9月',
        '2|西部供热有限公司|城北项目|20.00|2023年8月',
      ],
    ]);
    expect(sayMessage('zh-CN', describeTables(...parts)[0]!.doubts[0]!.reason)).toContain('只留一次');
  });

  it('does not fold a row of a group or of a list', () => {
    const group = makeTablePart('序号 | 集团 | 公司 | 金额\n1 | 甲集团 | 甲一公司 | 10.00');
    expect(join(group, makeTablePart(' | | 甲二公司 | 5.00'))[0]!.slice(1)).toEqual(['1v2|甲集团v2|甲一公司|10.00', '·|·|甲二公司|5.00']);
    const terms = makeTablePart('年度 | 项目 | 付款条件\n2023年度 | 一期工程 | 合同签订后支付三成，余款一次付清。');
    expect(join(terms, makeTablePart(' | 二期工程 | 合同签订后支付四成，余款一次付清。'))[0]!.length).toBe(3);
  });

  it('folds a row label cut in two when the whole label is printed elsewhere, and never a label of its own', () => {
    const whole = makeTablePart('项目 | 金额\n其他权益工具持有者投入 | 1.00\n盈余公积 | 2.00\n一般风险准备 | 3.00');
    const cut = [makeTablePart('项目 | 金额\n股本 | 3.00\n其他权益工具持有 | '), makeTablePart('者投入 | \n利润 | 1.00')];
    expect(join(whole, makeParagraph('母公司：'), ...cut)[1]).toEqual(['项目|金额', '股本|3.00', '其他权益工具持有者投入|', '利润|1.00']);
    const own = [makeTablePart('项目 | 金额\n盈余公积 | 3.00'), makeTablePart('一般风险准备 | \n未分配利润 | 1.00')];
    expect(join(whole, makeParagraph('母公司：'), ...own)[1]).toEqual(['项目|金额', '盈余公积|3.00', '一般风险准备|', '未分配利润|1.00']);
  });

  it('joins a header cut between its lines', () => {
    const other = makeTablePart('序号 | 客户 | 收入金额 | 签订时间\n1 | 甲 | 10.00 | 2023/9/1');
    const cut = [makeTablePart('序 | 客户 | 收入金 | 签订时'), makeTablePart('号 | | 额 | 间\n1 | 乙 | 20.00 | 2023/8/1')];
    expect(join(other, makeParagraph('乙公司'), ...cut)[1]).toEqual(['序号|客户|收入金额|签订时间', '1|乙|20.00|2023/8/1']);
  });

  it('sets a header that lost its body over the columns of the next page', () => {
    const head = makeTablePart('客户 | 2023年收入 | 2022年收入 | 变动');
    const body = makeTablePart(
      '序号 | | 金额 | 占比 | 金额 | 占比 | 占比变动 | 说明\n1 | 甲 | 9.00 | 22.00% | 8.00 | 20.00% | 2.00% | —\n | 合计 | 9.00 | 22.00% | 8.00 | 20.00% | 2.00% | ',
    );
    expect(join(head, body)).toEqual([
      [
        '序号v2|客户v2|2023年收入>2|·|2022年收入>2|·|变动>2|·',
        '·|·|金额|占比|金额|占比|占比变动|说明',
        '1|甲|9.00|22.00%|8.00|20.00%|2.00%|—',
        '合计>2|·|9.00|22.00%|8.00|20.00%|2.00%|',
      ],
    ]);
  });

  it('puts back a column that was blank on the next page and lost there', () => {
    const first = makeTablePart('序号 | 客户 | 金额 | 占比 | 关联\n1 | 甲 | 5.00 | 50.00% | 否\n2 | 乙 | 5.00 | 50.00% | 否');
    expect(join(first, makeTablePart('合计 | 10.00 | 100.00% | -'))[0]!.at(-1)).toBe('合计>2|·|10.00|100.00%|-');
  });

  it('drops a column that is blank on the next page only', () => {
    expect(
      join(makeTablePart(`${HEAD}\n收入 | 10.00 | 9.00`), makeTablePart('成本 | | 6.00 | 5.00\n税金 | | 1.00 | 1.00'))[0]!.slice(2),
    ).toEqual(['成本|6.00|5.00', '税金|1.00|1.00']);
  });

  it('keeps a narrower table apart when a column would have to vanish that is always filled', () => {
    expect(
      join(
        makeTablePart('第一节 | 公司概况 | 5\n第二节 | 会计数据 | 6'),
        makeTablePart('备查文件 | 载有签名的财务报表\n备置地址 | 公司办公室'),
      ).length,
    ).toBe(2);
  });

  it('stays linear over hundreds of pages', () => {
    const pages = Array.from({ length: 400 }, (_, page) =>
      makeTablePart(`${HEAD}\n${Array.from({ length: 50 }, (_, i) => `项${page}-${i} | ${i}.00 | 1.00`).join('\n')}`),
    );
    const [table] = joinTableParts(pages);
    expect(table?.type === 'table' && table.table.cells.length).toBe(20_001);
  });
});
