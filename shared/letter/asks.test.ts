import { describe, expect, test } from 'vitest';
import { splitAsks } from './asks';

const asks = (text: string, isItem = true) => splitAsks(text, isItem).map(({ verb, object }) => `${verb}→${object}`);

describe('an item', () => {
  test('gives one ask a clause, the verb of the one before carrying on', () => {
    expect(asks('说明收入下滑的原因及合理性，公司已采取的应对措施，是否存在跨期确认收入的情形。')).toEqual([
      '说明→收入下滑的原因及合理性',
      '说明→公司已采取的应对措施',
      '说明→是否存在跨期确认收入的情形',
    ]);
  });

  test('gives what the answer must rest on, one ground each', () => {
    expect(asks('结合行业环境、业务模式、售价及成本变动等情况，量化分析收入下滑的原因；')).toEqual([
      '结合→行业环境',
      '结合→业务模式',
      '结合→售价及成本变动',
      '量化分析→收入下滑的原因',
    ]);
    expect(asks('请结合业务模式说明预付款项增长的原因')).toEqual(['结合→业务模式', '说明→预付款项增长的原因']);
  });

  test('gives demanded fields one by one', () => {
    expect(asks('列示前五大客户的具体情况，包括客户名称、注册成立时间、股权结构、实际控制人等，同时说明是否存在关联关系。')).toEqual([
      '列示→前五大客户的具体情况',
      '列示→客户名称',
      '列示→注册成立时间',
      '列示→股权结构',
      '列示→实际控制人',
      '说明→是否存在关联关系',
    ]);
    expect(asks('补充披露近三年主要客户名称、关联关系、销售金额、结算政策。')).toEqual([
      '补充披露→近三年主要客户名称',
      '补充披露→关联关系',
      '补充披露→销售金额',
      '补充披露→结算政策',
    ]);
  });

  test('keeps one thing whole although it holds a list', () => {
    expect(asks('说明营业收入、净利润下滑的原因及合理性')).toEqual(['说明→营业收入、净利润下滑的原因及合理性']);
    expect(asks('说明甲、乙业务在销售渠道、销售模式方面的差异')).toEqual(['说明→甲、乙业务在销售渠道、销售模式方面的差异']);
  });

  test('splits before 并说明 and keeps conditions with what they condition', () => {
    expect(asks('列示存货的构成并说明跌价准备是否充分，如否，说明原因')).toEqual([
      '列示→存货的构成',
      '说明→跌价准备是否充分',
      '说明→如否，原因',
    ]);
  });

  test('that only names a matter asks to explain it', () => {
    expect(asks('上述款项的资金来源，是否直接来源于控股股东。')).toEqual(['说明→上述款项的资金来源', '说明→是否直接来源于控股股东']);
  });

  test('asks behind its narrative only', () => {
    expect(asks('年报显示，客户一处于破产清算中。请补充披露交易对方名称、合同签订时间、合同标的。')).toEqual([
      '补充披露→交易对方名称',
      '补充披露→合同签订时间',
      '补充披露→合同标的',
    ]);
  });
});

describe('a question without items', () => {
  test('asks from 请 on', () => {
    expect(asks('年报显示，你公司披露了说明书。请你公司自查是否存在资金占用，并向我部报备客户名单。', false)).toEqual([
      '自查→是否存在资金占用',
      '报备→客户名单',
    ]);
  });

  test('does not ask where it only tells', () => {
    expect(asks('年报显示，公司已披露相关说明，收入下滑。', false)).toEqual([]);
  });
});

test('a duty laid on the company asks as 请 does; one that a rule lays on companies asks nothing', () => {
  expect(asks('你公司应当核实并披露资金占用的具体情况，包括占用主体、金额。', false)).toEqual([
    '披露→资金占用的具体情况',
    '披露→占用主体',
    '披露→金额',
  ]);
  expect(asks('根据规定，上市公司应当披露重大事项。', false)).toEqual([]);
});
