import { describe, expect, test } from 'vitest';
import { parseLetter } from './parseLetter';

/** Questions as `no: items; role role:items`, one a line: what a letter asks, of whom. */
function readLetter(text: string): string[] {
  return parseLetter(text).questions.map(({ no, items, verifications }) => {
    const roles = verifications.map(({ role, items: scope }) => (scope.length > 0 ? `${role}:${scope.join()}` : role));
    return `${no}: ${items.map((item) => item.no).join()}; ${roles.sort().join(' ')}`.trimEnd();
  });
}

const HEAD = '关于对蓝鹭精工股份有限公司的年报问询函\n蓝鹭精工股份有限公司董事会：\n我部关注到如下事项：\n';
const TAIL = '\n请你公司就上述问题做出书面说明，在2023年5月24日前报送我部。\n特此函告\n';

describe('the items of a question', () => {
  test.each([
    [
      'may begin with words that elsewhere cite an item',
      '（1）中期票据情况；（2）与关联方的交易；（3）项目进展；（4）条件成就的时点；（5）款项的回收；（6）至今未转固的原因。',
      '1,2,3,4,5,6',
    ],
    ['may follow their verb without a colon', '', '1,2'],
  ])('%s', (_, list, items) => {
    const body = list === '' ? '请说明（1）主要内容；（2）是否构成资金占用。' : `请说明：${list}`;
    expect(readLetter(`${HEAD}1.${body}\n2.请说明存货的情况。${TAIL}`)).toEqual([`1: ${items};`, '2: ;']);
  });

  test('are not the facts told before the request', () => {
    const facts =
      '公告显示，控股股东未履行以下承诺：（1）2019年承诺增持；（2）2020年承诺不减持；（3）2021年承诺解决同业竞争。请说明未履行的原因。';
    expect(readLetter(`${HEAD}1.${facts}\n2.请说明存货的情况。${TAIL}`)).toEqual(['1: ;', '2: ;']);
  });

  test('are not two facts of which only what follows asks', () => {
    const body =
      '1.年报显示，（1）2021年公司收购甲公司；（2）2022年公司收购乙公司。请说明收购的商业合理性。\n2.2.5亿元理财逾期。请说明原因。\n3.5G业务占比3.5%。请说明进展。';
    expect(readLetter(`${HEAD}${body}${TAIL}`)).toEqual(['1: ;', '2: ;', '3: ;']);
  });

  test('hold a list of their own that one of them asks for', () => {
    const body =
      '一、关于商誉\n1.请说明减值是否充分。\n2.请说明测试过程，包括：（1）资产组；（2）假设；（3）折现率。\n二、关于内控\n1.请说明缺陷。\n2.请说明整改。';
    expect(readLetter(`${HEAD}${body}${TAIL}`)).toEqual(['1: 1,2;', '2: 1,2;']);
  });
});

describe('the questions of a letter', () => {
  test('may run into an amount behind their number', () => {
    const body = '1．请说明偿债能力。\n2．3.2亿元预付款长期挂账。请说明商业实质。\n3．请说明存货的情况。';
    expect(readLetter(`${HEAD}${body}${TAIL}`)).toEqual(['1: ;', '2: ;', '3: ;']);
  });

  test.each([['\n'], ['']])('stand under section headings as 问题1. 问题2. (break %j)', (gap) => {
    const body = [
      '一、业务与技术',
      '问题1.主要产品',
      '请发行人说明：（1）空间；（2）先进性。',
      '问题2.经销模式',
      '请发行人说明经销商情况。',
      '二、财务信息',
      '问题3.应收账款',
      '请发行人说明坏账准备。',
    ];
    expect(readLetter(`${HEAD}${body.join(gap)}${TAIL}`)).toEqual(['1: 1,2;', '2: ;', '3: ;']);
    expect(parseLetter(`${HEAD}${body.join(gap)}${TAIL}`).questions[1]!.text).not.toContain('财务信息');
  });

  test('keep a list of their own that ends with a short entry', () => {
    const body = '问题1.请发行人说明以下项目的变动：\n一、收入\n二、成本\n问题2.请发行人说明存货。';
    expect(parseLetter(`${HEAD}${body}${TAIL}`).questions[0]!.text).toContain('二、成本');
  });

  test('may be told apart by 第一， 第二， alone', () => {
    const body = '第一，本次回购的目的及资金来源。\n第二，控股股东是否存在减持计划。\n第三，前次回购未完成的原因。请律师发表意见。';
    expect(readLetter(`${HEAD.replace('如下事项：', '以下问题，请说明：')}${body}${TAIL}`)).toEqual(['1: ;', '2: ;', '3: ; lawyer']);
  });

  test('may say 应当 for 请, and admonish in their first words', () => {
    const body =
      '一、你公司应当核实并披露资金占用的具体情况。\n二、你公司董事会应当督促控股股东归还。\n三、公司全体董事应当勤勉尽责。年审会计师应当对资金占用进行专项核查，并出具专项意见。';
    expect(readLetter(`${HEAD.replace('年报问询函', '监管工作函')}${body}${TAIL}`)).toEqual(['1: ;', '2: ;', '3: ; auditor']);
  });

  test('go on where a wrapped line begins like a label', () => {
    const body = '1.请说明甲。\n2.请说明乙。\n请年审会计师对上述问题1核查并发表意见，请律师对\n问题2核查并发表意见。';
    expect(readLetter(`${HEAD}${body}${TAIL}`)).toEqual(['1: ; auditor', '2: ; lawyer']);
  });
});

describe('who must verify', () => {
  test.each([
    ['a quarter', '请年审会计师对第四季度收入的真实性进行核查并发表明确意见。', 'auditor'],
    ['third parties', '请会计师就第三方回款的真实性核查并发表意见。', 'auditor'],
    ['一并', '请年审会计师就上述事项一并发表明确意见。', 'auditor'],
    ['一致行动', '请律师就上述一致行动关系核查并发表意见。', 'lawyer'],
    ['a count', '请会计师对2家子公司的收入核查并发表意见。', 'auditor'],
    ['articles', '请保荐机构根据《适用意见第18号》第5条、《监管指引》第7-5条进行核查并发表明确意见。', 'sponsor'],
  ])('is not moved by %s that looks like a cited number', (_, request, role) => {
    const body = `1.请说明甲。\n2.请说明乙。\n3.请说明丙。${request}\n4.请说明丁。\n5.请说明戊。`;
    expect(readLetter(`${HEAD}${body}${TAIL}`)).toEqual(['1: ;', '2: ;', `3: ; ${role}`, '4: ;', '5: ;']);
  });

  test('of several questions may be told at the end of the last of them, though it has items of those numbers', () => {
    const body = '1.请说明甲。\n2.请说明：（1）乙；（2）丙；（3）丁。请年审会计师对问题1、2发表意见。\n3.请说明戊。';
    expect(readLetter(`${HEAD}${body}${TAIL}`)).toEqual(['1: ; auditor', '2: 1,2,3; auditor', '3: ;']);
  });

  test('of questions may be told by their numbers in brackets where nothing else is labelled so', () => {
    const body = '一、请说明甲。\n二、请说明乙。\n三、请说明丙。\n请年审会计师对问题（1）至（2）发表意见，请保荐机构对问题三发表意见。';
    expect(readLetter(`${HEAD}${body}${TAIL}`)).toEqual(['1: ; auditor', '2: ; auditor', '3: ; sponsor']);
  });

  test('of items may be told by bare numbers', () => {
    const body =
      '一、请你公司：\n1.列示前五名；\n2.说明坏账准备；\n3.说明关联欠款。\n请年审会计师对2、3核查并发表意见。\n二、请说明诉讼的进展。';
    expect(readLetter(`${HEAD}${body}${TAIL}`)).toEqual(['1: 1,2,3; auditor:2,3', '2: ;']);
  });

  test('of parts of several questions may be told in one sentence', () => {
    const body =
      '1.请说明：（1）甲；（2）乙；（3）丙。\n2.请说明：（1）丁；（2）戊。\n3.请说明己。\n请年审会计师对问题1（1）（2）、问题2、问题3核查并发表意见，请律师对问题1第（3）项核查并发表意见。';
    expect(readLetter(`${HEAD}${body}${TAIL}`)).toEqual(['1: 1,2,3; auditor:1,2 lawyer:3', '2: 1,2; auditor', '3: ; auditor']);
  });

  test('is asked with numbers that cite nothing', () => {
    const body =
      '问题1.经销\n请发行人说明：（1）数量；（2）销售。\n请保荐机构、申报会计师：（1）核查上述事项并发表明确意见；（2）说明核查方法。\n问题2.存货\n请发行人说明库龄。';
    expect(readLetter(`${HEAD}${body}${TAIL}`)).toEqual(['1: 1,2; auditor sponsor', '2: ;']);
  });

  test('a 财务顾问 of a takeover is not the independent one, though the letter speaks of plans to reorganise', () => {
    const body = '1.请说明资金来源。请财务顾问核查并发表明确意见。\n2.请说明未来12个月的资产重组计划。';
    expect(readLetter(`${HEAD.replace('年报问询函', '关注函')}${body}${TAIL}`)).toEqual(['1: ; otherAdviser', '2: ;']);
  });

  test('is not told by the duties every letter of review lays on its sponsor', () => {
    const body =
      '1.请发行人说明甲。请律师核查并发表明确意见。\n2.请发行人说明乙。\n请你公司区分“披露”及“说明”事项；请保荐机构对公司的回复内容逐项进行认真核查把关。';
    expect(readLetter(`${HEAD.replace('年报问询函', '审核问询函')}${body}${TAIL}`)).toEqual(['1: ; lawyer', '2: ;']);
  });
});

describe('questions under twofold numbers', () => {
  const ask = (...labels: string[]) =>
    parseLetter(`${HEAD}${labels.map((label, at) => `${label}\n请发行人说明第${at}项。请保荐机构核查。`).join('\n')}${TAIL}`).questions;

  test('are counted through, and keep their labels', () => {
    const questions = ask('问题1.1', '问题1.2 关于试验', '问题2.1：');
    expect(questions.map(({ no, label }) => [no, label])).toEqual([
      ['1', '问题1.1'],
      ['2', '问题1.2'],
      ['3', '问题2.1：'],
    ]);
    expect(questions.map(({ text }) => text.includes('请发行人说明'))).toEqual([true, true, true]);
  });

  test('are none where the second number is part of an amount or a year', () => {
    expect(ask('问题1.1亿元贷款', '问题2.2亿元贷款').map(({ no }) => no)).toEqual(['1', '2']);
    expect(ask('问题1.2023年报显示', '问题2.2023年报显示').map(({ no }) => no)).toEqual(['1', '2']);
  });
});

test.each(['你公司认为应予说明的其他事项。', '你公司认为需要说明的其他事项。'])('a reply restates %s as a question', (last) => {
  const reply = `${HEAD}1. 请你公司说明甲。\n【回复】\n甲已说明。\n2. 请你公司说明乙。\n【回复】\n乙已说明。\n3. ${last}\n【回复】\n无。\n`;
  expect(readLetter(reply)).toEqual(['1: ;', '2: ;', '3: ;']);
});

describe('the head and foot of a letter', () => {
  const read = (title: string, foot: string) => parseLetter(`${title}\n蓝鹭精工股份有限公司：\n1.请说明甲。\n2.请说明乙。\n${foot}`).header;

  test.each([
    ['关于蓝鹭精工股份有限公司2018年年度报告的事后审核问询函', '年报问询函'],
    ['关于蓝鹭精工股份有限公司发行股份及支付现金购买资产并募集配套资金暨关联交易草案的信息披露问询函', '重组问询函'],
  ])('give %s its kind', (title, kind) => {
    expect(read(title, '').kind).toBe(kind);
  });

  test.each([
    ['上证上审（再融资）〔2024〕33号', '上证上审（再融资）〔2024〕33号'],
    ['上海证券交易所文件上证公函【2024】0588号', '上证公函〔2024〕0588号'],
    ['中国证券监督管理委员会江南监管局江证监公司字〔2022〕66号', '江证监公司字〔2022〕66号'],
  ])('tell the number in %s', (printed, letterNo) => {
    expect(read(`${printed}\n关于蓝鹭精工股份有限公司的监管关注函`, '').letterNo).toBe(letterNo);
  });

  test.each([
    ['请公司收到本函后于2日内披露，并在7个交易日内书面回复我部。', '并在7个交易日内书面回复我部', null],
    ['请于2023年5月23日前披露本问询函，并于2023年5月29日（含）前回复上述事项。', '并于2023年5月29日（含）前回复上述事项', '2023-05-29'],
    ['请对上述问题逐项落实并在十五个工作日内提交对问询函的回复。', '请对上述问题逐项落实并在十五个工作日内提交对问询函的回复', null],
  ])('take the term for the answer from: %s', (foot, dueText, dueOn) => {
    const header = read('关于对蓝鹭精工股份有限公司的关注函', foot);
    expect([header.dueText, header.dueOn]).toEqual([dueText, dueOn]);
  });

  test.each([
    ['江南证监局\n2024年4月10日', '2024-04-10'],
    ['二〇二四年四月十日', '2024-04-10'],
  ])('tell the day of issue under no farewell: %s', (foot, issuedOn) => {
    expect(read('关于对蓝鹭精工股份有限公司的关注函', `请在收到本函后30日内书面回复我局。\n${foot}`).issuedOn).toBe(issuedOn);
  });
});
