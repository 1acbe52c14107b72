import { describe, expect, it } from 'vitest';
import { describeTables, makeParagraph, makeTablePart, showGrid } from './testing/tableText';
import { message } from '../domain/message';

describe('understanding a table', () => {
  it('reads a header of two rows with groups and a column that reaches over both', () => {
    const [table] = describeTables(
      makeTablePart(`
        产品 | 2023年度 | | 2022年度 | | 变动比例
        | 收入 | 占比 | 收入 | 占比 |
        软件 | 1,200.00 | 60.00% | 900.00 | 50.00% | 33.33%
        硬件 | 800.00 | 40.00% | 900.00 | 50.00% | -11.11%
        合计 | 2,000.00 | 100.00% | 1,800.00 | 100.00% | 11.11%`),
    );
    expect(showGrid(table!).slice(0, 2)).toEqual(['产品v2|2023年度>2|·|2022年度>2|·|变动比例v2', '·|收入|占比|收入|占比|·']);
    expect(table!.columns).toEqual([
      ['产品'],
      ['2023年度', '收入'],
      ['2023年度', '占比'],
      ['2022年度', '收入'],
      ['2022年度', '占比'],
      ['变动比例'],
    ]);
    expect([table!.headerRows, table!.period, table!.rowRoles]).toEqual([
      2,
      '2023年度、2022年度',
      ['header', 'header', 'body', 'body', 'total'],
    ]);
  });

  it('reads a title and a unit line that stand in rows of the table itself', () => {
    const [table] = describeTables(
      makeTablePart(`
        前五名客户情况 | |
        | | 单位：万元
        客户 | 金额 | 占比
        甲公司 | 10.00 | 50.00%`),
    );
    expect([table!.headerRows, table!.columns, table!.unit]).toEqual([3, [['客户'], ['金额'], ['占比']], null]);
    expect([showGrid(table!)[0], table!.rows[3]![1]!.unit]).toEqual(['前五名客户情况>3|·|·', '万元']);
  });

  it('reads a header of three rows, also where a corner spans rows and columns', () => {
    const [table] = describeTables(
      makeTablePart(`
        类别 | | 期末余额 | | |
        | | 账面余额 | | 准备 |
        | | 金额 | 比例 | 金额 | 比例
        流动 | 甲类 | 10.00 | 50.00% | 1.00 | 10.00%
        | 乙类 | 10.00 | 50.00% | 2.00 | 20.00%`),
    );
    expect(showGrid(table!)).toEqual([
      '类别>2v3|·|期末余额>4|·|·|·',
      '·|·|账面余额>2|·|准备>2|·',
      '·|·|金额|比例|金额|比例',
      '流动v2|甲类|10.00|50.00%|1.00|10.00%',
      '·|乙类|10.00|50.00%|2.00|20.00%',
    ]);
  });

  it('merges the cells of a group of rows, also amounts that belong to the group, but not of a total row', () => {
    const [table] = describeTables(
      makeTablePart(`
        序号 | 客户 | 余额 | 账龄 | 回款
        1 | 甲公司 | 100.00 | 1年以内 | 30.00
        | | 50.00 | 1-2年 |
        2 | 乙公司 | 70.00 | 1年以内 | 70.00
        合计 | | 220.00 | | 100.00`),
    );
    expect(showGrid(table!).slice(1)).toEqual([
      '1v2|甲公司v2|100.00|1年以内|30.00v2',
      '·|·|50.00|1-2年|·',
      '2|乙公司|70.00|1年以内|70.00',
      '合计>2|·|220.00||100.00',
    ]);
  });

  it('lets a label in a serial-number column reach over the words beside it, and moves a total that stands in the middle', () => {
    const [table] = describeTables(
      makeTablePart(`
        序号 | 姓名 | 职务 | 数量（万股）
        1 | 张三 | 董事 | 3.00
        2 | 李四 | 经理 | 2.00
        骨干（合计 20 人） | | | 40.00
        | 合计 | | 45.00`),
    );
    expect(showGrid(table!).slice(3)).toEqual(['骨干（合计 20 人）>3|·|·|40.00', '合计>3|·|·|45.00']);
    expect(table!.rows[3]![3]).toMatchObject({ value: '40.00', unit: '万股' });
  });

  it('merges a text that speaks for all rows down to the total and says that it supposed so', () => {
    const [table] = describeTables(
      makeTablePart(`
        开支 | 金额 | 形成资产 | 备注
        土建 | 10.00 | 厂房及其配套设施 | 已付
        设备 | 5.00 | |
        其他 | 1.00 | |
        合计 | 16.00 | |`),
    );
    expect(showGrid(table!).slice(1)).toEqual(['土建|10.00|厂房及其配套设施v3|已付', '设备|5.00|·|', '其他|1.00|·|', '合计|16.00||']);
    expect(table!.doubts).toEqual([{ about: 'span', row: 1, col: 2, reason: message('doubt.sharedText') }]);
  });

  it('keeps empty amounts empty', () => {
    const [table] = describeTables(
      makeTablePart(`
        项目 | 附注 | 2023年12月31日 | 2022年12月31日
        流动资产： | | |
        货币资金 | 六、1 | 10.00 | 8.00
        结算备付金 | | |
        流动资产合计 | | 10.00 | 8.00`),
    );
    expect(showGrid(table!)[3]).toBe('结算备付金|||');
    expect(table!.headerRows).toBe(1);
  });

  it('finds a second band that repeats the header under another stub head', () => {
    const [table] = describeTables(
      makeTablePart(`
        收入 | 2022年 | | 2023年 |
        | 金额 | 增长 | 金额 | 增长
        甲 | 1.00 | 1.00% | 2.00 | 2.00%
        利润 | 2022年 | | 2023年 |
        | 金额 | 增长 | 金额 | 增长
        甲 | 0.10 | 1.00% | 0.20 | /`),
    );
    expect(table!.rowRoles).toEqual(['header', 'header', 'body', 'band', 'band', 'body']);
    expect(showGrid(table!).slice(3, 5)).toEqual(['利润v2|2022年>2|·|2023年>2|·', '·|金额|增长|金额|增长']);
  });

  it('finds a second band of words under a title of its own', () => {
    const [table] = describeTables(
      makeTablePart(`
      前五大客户情况 | | |
      序号 | 客户 | 交易内容 | 是否关联
      1 | 甲一贸易有限公司 | 改性塑料 | 否
      2 | 甲二贸易有限公司 | 特种纤维 | 否
      前五大供应商情况 | | |
      序号 | 供应商 | 交易内容 | 是否关联
      1 | 乙一化工有限公司 | 助剂 | 是
      2 | 乙二化工有限公司 | 树脂 | 否`),
    );
    expect([table!.headerRows, table!.rowRoles.map((role) => role === 'band')]).toEqual([
      2,
      [false, false, false, false, true, true, false, false],
    ]);
  });

  it('sees where rows below a band have fewer, wider cells', () => {
    const [table] = describeTables(
      makeTablePart(`
        解锁期 | 考核年度 | 目标值 | 触发值
        第一期 | 2024年 | 增长不低于20% | 增长不低于15%
        第二期 | 2025年 | 增长不低于40% | 增长不低于30%
        完成度 | | 解锁比例 |
        A≥Am | | 100% |
        A<An | | 0% |`),
    );
    expect(showGrid(table!).slice(3)).toEqual(['完成度>2|·|解锁比例>2|·', 'A≥Am>2|·|100%>2|·', 'A<An>2|·|0%>2|·']);
  });

  it('tells a key-value table from one with a header', () => {
    const [form, listed, fields] = describeTables(
      makeTablePart(`
        单位全称 | 某某基金会
        注册资金 | 800 万元
        成立日期 | 2008-12-23
        业务范围 | 资助公益项目`),
      makeParagraph('合同如下：'),
      makeTablePart(`
        项目 | 合同内容
        签署时间 | 2017年8月29日
        期限 | 自签署起七年`),
      makeParagraph('公司概况如下：'),
      makeTablePart(`
        企业情况 | | |
        全称 | 某某股份有限公司 | |
        法定代表人 | 张三 | 成立时间 | 1999年12月27日
        | | 注册资本（元） | 26,649,368`),
    );
    expect([form!.headerRows, listed!.headerRows, fields!.headerRows]).toEqual([0, 1, 0]);
    expect(form!.rows[1]![1]).toMatchObject({ value: '800', unit: '万元' });
    expect(showGrid(fields!).slice(0, 2)).toEqual(['企业情况>4|·|·|·', '全称|某某股份有限公司>3|·|·']);
    expect(fields!.rows[3]![3]).toMatchObject({ value: '26649368', unit: '元' });
  });

  it('takes what a thing is called for no header', () => {
    const [table] = describeTables(
      makeTablePart(`
      项目名称 | 年产5万吨高性能材料项目
      建设单位 | 云岭新材料（曲靖）有限公司
      开工时间 | 2027年6月`),
    );
    expect(table!.headerRows).toBe(0);
  });

  it('doubts what looks like a number of its column but is none', () => {
    const [table] = describeTables(
      makeTablePart(`
        项目 | 金额
        甲 | 10.00
        乙 | 24,18
        丙 | 30.00`),
    );
    expect(table!.doubts).toEqual([{ about: 'value', row: 2, col: 1, reason: message('doubt.value', { text: '24,18' }) }]);
  });

  it('keeps twenty thousand rows', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `甲${i} | ${i}.50 | ${i % 100}.00%`).join('\n');
    const [table] = describeTables(makeTablePart(`项目 | 金额 | 占比\n${rows}`));
    expect(table!.rows.length).toBe(20_001);
    expect(table!.rows[20_000]![1]!.value).toBe('19999.50');
  });
});
