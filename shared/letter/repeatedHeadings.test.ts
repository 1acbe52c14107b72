import { describe, expect, test } from 'vitest';
import { parseLetter } from './parseLetter';

const HEAD =
  '蓝鹭精工股份有限公司\n关于上海证券交易所对公司年报问询函回复的公告\n公司于近日收到上海证券交易所出具的《关于蓝鹭精工股份有限公司的年报问询函》（上证公函〔2024〕0123号），现回复如下：\n';
const ask = (no: number, what: string) => `问题${no}、关于${what}。年报显示，${what}变动较大。请公司说明${what}变动的原因及合理性。`;
const read = (...lines: string[]) => parseLetter(HEAD + lines.join('\n')).questions.map(({ no, partHeading }) => [no, partHeading]);
const SECOND_PART = ['二、关于应收款项', ask(3, '应收账款'), '回复：', '应收账款随收入增加。'];
const TWO_PARTS = [
  ['1', '一、关于主营业务'],
  ['2', null],
  ['3', '二、关于应收款项'],
];

describe('headings over several questions that a reply repeats', () => {
  test('stand above the first question of each part', () => {
    const found = read(
      '一、关于主营业务',
      ask(1, '收入'),
      '回复：',
      '收入增长主要由于销量增加。',
      ask(2, '毛利率'),
      '回复：',
      '一、公司说明',
      '毛利率平稳。',
      '二、会计师核查意见',
      '经核查，会计师认为，毛利率平稳。',
      ...SECOND_PART,
    );
    expect(found).toEqual(TWO_PARTS);
  });

  test('are not what an answer ends with, be it in step with them', () => {
    const found = read(
      '一、关于主营业务',
      ask(1, '收入'),
      '回复：',
      '收入增长主要由于销量增加。',
      '二、会计师核查意见',
      ask(2, '毛利率'),
      '回复：',
      '毛利率平稳。',
      ...SECOND_PART,
    );
    expect(found).toEqual(TWO_PARTS);
  });

  test('are none where no series begins above the first question', () => {
    const found = read(
      ask(1, '收入'),
      '回复：',
      '一、收入增长的原因',
      '收入增长主要由于销量增加。',
      '二、同行业情况',
      ask(2, '毛利率'),
      '回复：',
      '毛利率平稳。',
    );
    expect(found).toEqual([
      ['1', null],
      ['2', null],
    ]);
  });

  test('are none where one stands alone', () => {
    expect(read('一、重要提示', ask(1, '收入'), '回复：', '销量增加。', ask(2, '毛利率'), '回复：', '平稳。')).toEqual([
      ['1', null],
      ['2', null],
    ]);
  });

  test('may have two levels', () => {
    const found = read(
      '一、财务会计',
      '（一）关于收入',
      ask(1, '收入'),
      '回复：',
      '销量增加。',
      '（二）关于存货',
      ask(2, '存货'),
      '回复：',
      '备货。',
      '二、公司治理',
      ask(3, '内控'),
      '回复：',
      '有效。',
    );
    expect(found.map(([, heading]) => heading)).toEqual(['一、财务会计\n（一）关于收入', '（二）关于存货', '二、公司治理']);
  });

  test('may stand on the line of their question', () => {
    const found = read(
      '一、关于主营业务 1. 年报显示，收入下滑。请公司说明收入下滑的原因。',
      '回复：',
      '销量减少。',
      '二、关于应收款项 2. 年报显示，应收账款增长。请公司说明应收账款增长的原因。',
      '回复：',
      '信用期延长。',
    );
    expect(found).toEqual([
      ['1', '一、关于主营业务'],
      ['2', '二、关于应收款项'],
    ]);
  });

  test('stand above running numbers, whatever lists the answers have', () => {
    const list = ['主要原因如下：', '1、市场需求变化较大；', '2、产品结构有所调整；', '3、原材料价格波动。'];
    const verified = [
      '一、公司说明',
      ...list,
      '二、会计师核查程序',
      '1、获取明细并复核；',
      '2、访谈管理层；',
      '三、会计师核查意见',
      '经核查，会计师认为，变动合理。',
    ];
    const number = (no: number, what: string) =>
      `${no}、年报显示，公司${what}变动较大。请公司说明${what}变动的原因及合理性。请会计师发表意见。`;
    const found = read(
      '一、关于主营业务',
      number(1, '收入'),
      '回复：',
      ...verified,
      number(2, '毛利率'),
      '【回复】',
      ...list,
      '二、关于审计意见',
      number(3, '强调事项'),
      '公司回复：',
      ...verified,
      number(4, '内控意见'),
      '回复：',
      ...list,
    );
    expect(found).toEqual([
      ['1', '一、关于主营业务'],
      ['2', null],
      ['3', '二、关于审计意见'],
      ['4', null],
    ]);
  });

  test('are none where they are the questions', () => {
    const found = read(
      '一、关于收入。年报显示，收入下滑。请公司说明原因。',
      '回复：',
      '销量减少。',
      '二、关于存货。年报显示，存货增加。请公司说明原因。',
      '回复：',
      '备货。',
    );
    expect(found).toEqual([
      ['1', null],
      ['2', null],
    ]);
  });
});
