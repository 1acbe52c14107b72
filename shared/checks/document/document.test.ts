import { expect, test } from 'vitest';
import { sayMessage } from '../../catalogue/catalogue';
import { newId, type QuestionId } from '../../domain/ids';
import { buildSnapshot, paragraph } from '../../document/testing/buildSnapshot';
import { runChecks } from '../runChecks';
import { buildTable } from '../testing/buildTable';
import { buildProse, buildQuestion, buildReply } from '../testing/buildProse';
import { checkCompanyName } from './companyName';
import { checkHeadingReferences, checkItemReferences, checkQuestionReferences } from './crossReferences';
import { checkDatedEvents } from './datedEvents';
import { checkLetterName } from './letterName';
import { checkRestatedItems } from './restatedItems';

const rules = (findings: readonly { rule: string; severity: string }[]) => findings.map(({ rule, severity }) => `${severity} ${rule}`);

test('the letter called by another kind of letter is an error, in the preamble and in a reply', () => {
  const snapshot = buildSnapshot({
    details: { preamble: '公司于近日收到《关于对青禾精工的年报问询函》，公司董事会对关注函提出的问题高度重视，回复如下：' },
    questions: [{ no: '1', text: '请说明。' }],
  });
  const prose = buildProse(
    '针对上述监管函中提及的事项，公司说明如下。',
    '公司于 2023 年 5 月收到关注函并已回复。',
    '就问询函所列问题，公司说明如下。',
  );
  expect(checkLetterName(snapshot, prose).map(({ stated }) => stated)).toEqual(['关注函', '监管函']);
});

test('a reference to a question the letter does not have is an error', () => {
  const prose = buildProse('详见问题 12 之回复。', '详见问题1（2）。', '参见问题三。', '问题 9 较多。');
  expect(checkQuestionReferences([buildQuestion('说明。')], prose).map(({ stated }) => stated)).toEqual(['详见问题 12', '参见问题三']);
});

test('a reference that knows what it leads to is not doubted by its words: it may lead into the reply to an earlier letter', () => {
  const [typed] = buildProse('详见此前回复（问询函〔2024〕第1号）之问题12（3）。');
  const live = { ...typed!, references: [{ start: 2, end: typed!.text.length - 1 }] };
  const question = buildQuestion('说明。');
  const count = (block: typeof live) =>
    checkQuestionReferences([question], [block]).length + checkItemReferences([question], question, [block]).length;
  expect([count(live), checkHeadingReferences([{ ...live, text: '详见上文“已删去的标题”' }])]).toEqual([0, []]);
  expect(checkHeadingReferences([{ ...typed!, text: '详见上文“已删去的标题”' }])).toHaveLength(1);
});

test('如上表所示 needs a table before it and 如下表所示 one after it', () => {
  const table = buildTable(['项目|金额', '甲|1.00', '乙|2.00']);
  expect(rules(runChecks(buildReply(['如上表所示，金额较小。', table])))).toEqual(['error reference-table']);
  expect(rules(runChecks(buildReply([table, '具体情况如下表所示：'])))).toEqual(['error reference-table']);
  expect(rules(runChecks(buildReply(['具体情况如下表所示：', table, '由上表可知，金额较小。'])))).toEqual([]);
});

test('a heading referred to by its words must be there; other documents are left alone', () => {
  const prose = buildProse(
    '1、公司目前生产经营情况',
    '详见上文“1. 公司目前生产经营情况”。',
    '详见上文“2、公司未来发展战略”。',
    '详见公司年度报告“第三节 管理层讨论与分析”。',
  );
  expect(checkHeadingReferences(prose).map(({ stated }) => stated)).toEqual(['2、公司未来发展战略']);
});

test('the company with another character in its name is an error, a subsidiary is not', () => {
  const prose = buildProse('青禾精工股分有限公司已收到。', '子公司青禾节能科技有限公司成立。', '青禾精工股份有限公司董事会');
  expect(checkCompanyName('青禾精工股份有限公司', prose).map(({ stated }) => stated)).toEqual(['青禾精工股分有限公司']);
});

test('one rule published by one issuer in two months is an error', () => {
  const twice = buildProse('2031年10月，国务院印发《某某行动方案》，提出要求。', '2031年3月，国务院发布《某某行动方案》。');
  const fine = buildProse(
    '2031年10月，国务院印发《某某行动方案》。',
    '2031年10月24日，国务院发布《某某行动方案》。',
    '2032年2月，某省印发《某某行动方案》。',
  );
  expect(rules(checkDatedEvents(twice))).toEqual(['error event-dated-twice']);
  expect(checkDatedEvents(fine)).toEqual([]);
});

test('an item repeated with another character is an error, with words left out or in other format it is not', () => {
  const question = buildQuestion(
    '请你公司列示前五大客户的具体情况，包括客户名称、签收时间、负责人胡晗东的职责，同时说明是否存在关联关系；',
  );
  const restate = (text: string) => checkRestatedItems(question, buildProse(text)).map(({ message }) => sayMessage('zh-CN', message));
  expect(restate('（一）列示前五大客户的具体情况，包括客户名称、答收时间、负责人胡哈东的职贵，同时说明是否存在关联关系')).toEqual([
    '复述的题干与来函不一致：“签”写作“答”、“晗”写作“哈”、“责”写作“贵”',
  ]);
  expect(restate('（1） 请你公司列示前五大客户的具体情况,包括客户名称、签收时间、负责人胡晗东的职责,同时说明是否存在关联关系。')).toEqual(
    [],
  );
});

test('the same metric with two values in two tables is an error once the other periods say it is the same', () => {
  const yuan = buildTable(['项目|2028年|2029年|2030年|2031年', '归母净利润|171,316,903.81|200,998,573.81|67,156,334.33|-9,022,480.05'], {
    unit: '元',
  });
  const wan = (first: string) => buildTable(['公司|2028年|2029年|2030年|2031年', `青禾精工|${first}|20,099.86|6,715.63|-902.25`]);
  const [finding, ...others] = runChecks(buildReply([yuan, wan('17,126.17')]));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'same-metric', severity: 'error', expected: '17131.69', stated: '17,126.17' });
  expect(finding!.places.map(({ text }) => text)).toEqual(['17,126.17', '171,316,903.81']);
  expect(runChecks(buildReply([yuan, wan('17,131.69')]))).toEqual([]);
});

test('a number of prose that differs by one digit from the cell its words name is an error with both sides', () => {
  const table = buildTable(['项目|2031年|2030年', '营业收入|43,157.74|64,749.89', '营业成本|19,138.11|29,289.00']);
  const check = (text: string) => runChecks(buildReply([table, text]));
  expect(check('2031年营业收入为 43,157.74 万元。')).toEqual([]);
  const [finding, ...others] = check('2031年营业收入为 43,167.74 万元。');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'text-table', severity: 'error', expected: '43157.74', stated: '43,167.74 万元' });
  expect(finding!.places.at(-1)).toMatchObject({ tableId: table.tableId, text: '43,157.74' });
  expect(rules(check('其他收益为 43,167.74 万元。'))).toEqual(['warning text-table']);
  expect(check('其他收益为 167.74 万元。')).toEqual([]);
  expect(check('2031年营业收入为 99,999.99 万元。')).toEqual([]);
});

test('the odd one out of a list is found by its neighbours, without a word of its row', () => {
  const table = buildTable(['项目|2029年|2030年|2031年', '总收益|1,544.93|1,830.13|2,005.29', '分享收益|1,235.94|1,464.10|1,403.70']);
  expect(rules(runChecks(buildReply([table, '各年归属于公司的分别为 1,235.94 万元、1,464.70 万元、1,403.70 万元。'])))).toEqual([
    'error text-table',
  ]);
});

test('revenue recognised before the contract was signed is an error, once for the row', () => {
  const table = buildTable([
    '客户|签订时间|收入确认时间',
    '甲公司|2031/9/25|2031年3月',
    '乙公司|2031/3/1|2031年6月、12月',
    '丙公司|2030/8/1|2030年8月',
  ]);
  expect(rules(runChecks(buildReply([table])))).toEqual(['error dates-contradict']);
});

test('a claim about numbered rows is held against what the rows say', () => {
  const table = buildTable(['序号|客户|说明', '1|甲|已全额单项计提坏账', '2|乙|按账龄计提', '3|丙|按账龄计提']);
  const check = (text: string) => rules(runChecks(buildReply([table, text])));
  expect(check('第一至三名客户已按组合计提坏账准备。')).toEqual(['error claim-against-rows']);
  expect(check('第二至三名客户已按组合计提坏账准备。')).toEqual([]);
});

test('the sentence about tail differences is offered only where a total differs in its tail, and only once', () => {
  const tail = buildTable(['项目|金额', '甲|0.33', '乙|0.33', '丙|0.33', '合计|1.00']);
  const exact = buildTable(['项目|金额', '甲|0.33', '乙|0.33', '丙|0.33', '合计|0.99']);
  expect(rules(runChecks(buildReply([tail])))).toEqual(['note tail-difference']);
  expect(runChecks(buildReply([exact]))).toEqual([]);
  expect(runChecks(buildReply([tail, '部分合计数与各加数直接相加之和在尾数上存在差异，系四舍五入所致。']))).toEqual([]);
});

test('findings come in the same order every time, the worst first', () => {
  const table = buildTable(['项目|金额|上期', '甲|10.00|1.00', '乙|20.00|2.00', '合计|31.00|3.00']);
  const snapshot = buildReply([table, '综合毛利率增长 0.89%。', '详见问题 7。', '预计 90元至110万元。']);
  const once = runChecks(snapshot);
  expect(rules(once)).toEqual(['error range-units', 'error table-total', 'error reference-question', 'note points-wording']);
  expect(runChecks(structuredClone(snapshot))).toEqual(once);
  expect(once[0]!.places[0]).toMatchObject({ questionId: 'q1' as QuestionId, blockId: paragraph('预计 90元至110万元。').blockId });
});

test('a number of the letter that a shown table has a slip away is doubted, and one a table holds is not', () => {
  const table = buildTable(['项目|2031 年度|2030 年度', '营业收入|43,157.74|64,749.89', '净利润|6,715.63|20,092.66']);
  const ask = (text: string) => {
    const snapshot = buildSnapshot({
      questions: [{ no: '1', text, sections: [{ blocks: [{ type: 'table', blockId: newId(), tableId: table.tableId }] }] }],
      tables: [table],
    });
    return rules(runChecks(snapshot));
  };
  expect(ask('年报显示，公司 2031 年度营业收入 43,157.47 万元。请说明。')).toEqual(['warning letter-table']);
  expect(ask('年报显示，公司 2031 年度营业收入 43,157.74 万元、净利润 6,715.63 万元。请说明。')).toEqual([]);
  expect(ask('年报显示，公司合同负债 43,157.47 万元。请说明。')).toEqual([]);
});

test('a number of a verifier a slip away from the company’s own in the same words is doubted', () => {
  const verify = (said: string) => {
    const snapshot = buildSnapshot({
      questions: [
        {
          no: '1',
          text: '请你公司说明，请会计师核查。',
          sections: [
            { blocks: [paragraph('公司 2031 年实现营业收入 43,157.74 万元，期末应收账款余额 20,092.66 万元。')] },
            { role: 'conclusion', verifier: 'auditor', blocks: [paragraph('检查了销售合同和发票。'), paragraph(said)] },
          ],
        },
      ],
      tables: [],
    });
    return rules(runChecks(snapshot));
  };
  expect(verify('经核查，公司实现营业收入 43,157.47 万元，真实、准确。')).toEqual(['warning verifier-number']);
  expect(verify('经核查，公司实现营业收入 43,157.74 万元，真实、准确。')).toEqual([]);
  expect(verify('我们函证的金额为 43,157.47 万元。')).toEqual([]);
});
