import { describe, expect, it } from 'vitest';
import { describeParts } from './describeParts';

import { describeTables, makeParagraph, makeTablePart } from './testing/tableText';
import { readUnitLine } from './unitLine';

const TABLE = makeTablePart(`
  项目 | 2023年度 | 2022年度
  单项计提 | 10.00 | 8.00
  组合计提 | 5.00 | 4.00`);

describe('what stands around a table', () => {
  it.each([
    ['单位：万元', '万元'],
    ['（单位：元）', '元'],
    ['金额单位:人民币万元', '人民币万元'],
    ['单位：万元、件、元/件', '万元、件、元/件'],
    ['单位：元  币种：人民币', '元  币种：人民币'],
    ['单位：万元币种：人民币', '万元币种：人民币'],
    ['单位：百万吨二氧化碳当量', '百万吨二氧化碳当量'],
  ])('reads %s as a unit line', (line, unit) => {
    expect(readUnitLine(line)).toBe(unit);
  });

  it.each(['单位：某某股份有限公司', '编制单位：某某公司', '单位负责人：张三', '单位产品成本有所下降。'])(
    'does not read %s as one',
    (line) => {
      expect(readUnitLine(line)).toBeNull();
    },
  );

  it('takes the unit line and the notes into the table and keeps the sentence before it in the text', () => {
    const { parts } = describeParts(
      [
        makeParagraph('上年情况略。近两年计提情况如下：'),
        makeParagraph('单位：万元'),
        TABLE,
        makeParagraph('注：①金额含税'),
        makeParagraph('②不含往来款'),
        makeParagraph('由上表可知，余额上升。'),
      ],
      'a.txt',
    );
    expect(parts.map((part) => (part.type === 'table' ? [part.table.caption, part.table.unit, part.table.notes] : part.text))).toEqual([
      '上年情况略。近两年计提情况如下：',
      ['近两年计提情况如下：', '万元', ['注：①金额含税', '②不含往来款']],
      '由上表可知，余额上升。',
    ]);
  });

  it('takes several numbered notes and lines that define a row of the table', () => {
    const [numbered] = describeTables(
      TABLE,
      makeParagraph('注：1、第一条；'),
      makeParagraph('2、第二条。'),
      makeParagraph('4、另起的一段。'),
    );
    expect(numbered!.notes).toEqual(['注：1、第一条；', '2、第二条。']);
    const [spaced] = describeTables(
      TABLE,
      makeParagraph('注 1：金额含税；'),
      makeParagraph('注 2 ：不含往来款。'),
      makeParagraph('注意回款。'),
    );
    expect(spaced!.notes).toEqual(['注 1：金额含税；', '注 2 ：不含往来款。']);
    const [broken] = describeTables(TABLE, makeParagraph('注：①金额含税；\n②不含往来款。'));
    expect(broken!.notes).toEqual(['注：①金额含税；', '②不含往来款。']);
    const [defined] = describeTables(TABLE, makeParagraph('单项计提：经营异常的客户。'), makeParagraph('其他事项：无。'));
    expect(defined!.notes).toEqual(['单项计提：经营异常的客户。']);
  });

  it('reads a unit from the brackets of the title, and one printed above the title', () => {
    const [inTitle] = describeTables(makeParagraph('收入构成表（单位：万元）'), TABLE);
    expect([inTitle!.caption, inTitle!.unit]).toEqual(['收入构成表（单位：万元）', '万元']);
    const [above] = describeTables(makeParagraph('单位：元'), makeParagraph('收入构成表'), TABLE);
    expect([above!.caption, above!.unit]).toEqual(['收入构成表', '元']);
  });

  it('reads a unit that stands on one line with the title', () => {
    const [table] = describeTables(makeParagraph('编制单位：某某公司 单位：元 币种：人民币'), TABLE);
    expect(table!.unit).toBe('元');
  });

  it('skips a line of check boxes on its way to the title', () => {
    const [table] = describeTables(makeParagraph('按产品分类分析：'), makeParagraph('√适用 □不适用'), makeParagraph('单位：元'), TABLE);
    expect(table!.caption).toBe('按产品分类分析：');
  });

  it('names a table behind （续） after the one it goes on with, and gives no caption where prose stands before', () => {
    const tables = describeTables(
      makeParagraph('存货分类'),
      TABLE,
      makeParagraph('（续）'),
      TABLE,
      makeParagraph(
        '综上所述，公司的判断符合准则的规定，相关处理具有充分的合理性和必要性，不存在应披露而未披露的其他重大事项，亦不存在利益输送。',
      ),
      TABLE,
    );
    expect(tables.map((table) => table.caption)).toEqual(['存货分类', '存货分类（续）', null]);
  });
});
