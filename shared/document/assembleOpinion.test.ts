import { expect, test } from 'vitest';
import { OPINION_VARIANTS, listVariants } from '../domain/variant';
import { assembleAnnouncement } from './assembleAnnouncement';
import { assembleOpinion } from './assembleOpinion';
import { buildSnapshot, heading, paragraph, tableBlock, type QuestionText } from './testing/buildSnapshot';
import { buildTable } from './testing/buildTable';
import { listBlocks } from './testing/listBlocks';

const TABLE = buildTable('t', {
  unit: '万元',
  rows: [
    ['项目', '2024 年度'],
    ['营业收入', '1.00'],
  ],
});

const FIRST: QuestionText = {
  no: '1',
  text: '年报显示，收入下降。请你公司：\n（1）列示各产品收入及其变动；\n（2）说明净利润下降的原因及合理性；\n（3）说明现金流量转负的原因。\n请年审会计师对问题（2）核查。请保荐机构核查。',
  items: ['列示各产品收入及其变动；', '说明净利润下降的原因及合理性；', '说明现金流量转负的原因。'],
  verifications: [{ role: 'auditor', items: ['2'] }, { role: 'sponsor' }],
  sections: [
    {
      blocks: [
        heading(2, '一、公司说明及分析'),
        heading(3, '（一）列示各产品收入及其变动'),
        paragraph('收入如下：'),
        tableBlock('t'),
        heading(3, '（二）说明净利润下降的原因及合理性'),
        paragraph('净利润情况如下：'),
        tableBlock('t'),
        heading(3, '（三）说明现金流量转负的原因'),
        paragraph('回款放缓。'),
      ],
    },
    { role: 'procedures', verifier: 'auditor', blocks: [heading(2, '二、会计师核查程序'), paragraph('1、检查合同。')] },
    { role: 'conclusion', verifier: 'auditor', blocks: [heading(2, '三、会计师核查结论'), paragraph('经核查，合理。')] },
    { role: 'procedures', verifier: 'sponsor', blocks: [heading(2, '四、保荐机构核查程序'), paragraph('1、访谈。')] },
    { role: 'conclusion', verifier: 'sponsor', blocks: [heading(2, '五、保荐机构核查结论'), paragraph('经核查，属实。')] },
  ],
};
const SECOND: QuestionText = { no: '2', text: '请说明。', sections: [{ blocks: [paragraph('说明如下。')] }] };
const THIRD: QuestionText = { no: '3', label: '3、', text: '请会计师对问题2核查。', verifications: [{ role: 'auditor', reach: ['2'] }] };

const snapshot = buildSnapshot({ details: { preamble: '' }, questions: [FIRST, SECOND, THIRD], tables: [TABLE] });
const list = (role: (typeof OPINION_VARIANTS)[number]) => listBlocks(assembleOpinion(role, snapshot).blocks);

test('the auditor’s statement holds only what the auditor was asked, with the statement on it and blanks for the firm’s own part', () => {
  expect(list('auditor')).toEqual([
    'Title 【    】会计师事务所',
    'Title 关于青禾精工股份有限公司\n年报问询函相关事项的专项说明',
    'DocumentNo 文号：【    】',
    'Addressee 深圳证券交易所创业板公司管理部：',
    'ReplyBody 【    】会计师事务所（以下简称“我们”或“会计师”）收到青禾精工股份有限公司（以下简称“公司”）转来的深圳证券交易所创业板公司管理部下发的《年报问询函》（创业板年报问询函〔2025〕第 17 号，以下简称“年报问询函”）。我们对其中要求会计师核查的事项进行了审慎核查，现出具专项说明如下：',
    'Heading1 问题1',
    'QuestionText 年报显示，收入下降。请你公司：',
    'QuestionText （2）说明净利润下降的原因及合理性；',
    'QuestionText 请年审会计师对问题（2）核查。请保荐机构核查。',
    'ReplyLabel 回复：',
    'Heading2 一、公司说明及分析',
    'Heading3 （二）说明净利润下降的原因及合理性',
    'ReplyLead 净利润情况如下：',
    'TableUnit 单位：万元',
    'table 2x2',
    'AfterTable',
    'Heading2 二、会计师核查程序',
    'ReplyBody 1、检查合同。',
    'Heading2 三、会计师核查结论',
    'ReplyBody 经核查，合理。',
    'Heading1 问题2',
    'QuestionText 请说明。',
    'ReplyLabel 回复：',
    'Heading2 一、公司说明及分析',
    'ReplyBody 说明如下。',
    'Heading2 二、会计师核查程序',
    'ReplyBody 【    】',
    'Heading2 三、会计师核查结论',
    'ReplyBody 【    】',
    'Heading1 问题3',
    'QuestionText 请会计师对问题2核查。',
    'ReplyLabel 回复：',
    'Heading2 一、公司说明及分析',
    'ReplyBody 【    】',
    'Heading2 二、会计师核查程序',
    'ReplyBody 【    】',
    'Heading2 三、会计师核查结论',
    'ReplyBody 【    】',
    'ReplyBody （以下无正文）',
    'ReplyLead',
    'SignOff 会计师事务所（盖章）：【    】',
    'SignOff 中国注册会计师：【    】',
    'SignOff 中国注册会计师：【    】',
    'SignOff 【    】年  月  日',
  ]);
});

test('another verifier’s sections are left out and the own ones numbered on from the statement', () => {
  const lines = list('sponsor');
  expect(lines.filter((line) => /^Heading[12]/.test(line))).toEqual([
    'Heading1 问题1',
    'Heading2 一、公司说明及分析',
    'Heading2 二、保荐机构核查程序',
    'Heading2 三、保荐机构核查结论',
  ]);
  expect(lines).toContain('QuestionText （1）列示各产品收入及其变动；');
});

test('lawyers address the company', () => {
  const questions = [{ no: '1', text: '请律师核查。', verifications: [{ role: 'lawyer' as const }] }];
  const lines = listBlocks(assembleOpinion('lawyer', buildSnapshot({ questions })).blocks);
  expect(lines[3]).toBe('Addressee 致：青禾精工股份有限公司');
  expect(lines[4]).toContain('律师事务所（以下简称“本所”）接受青禾精工股份有限公司（以下简称“公司”）委托');
  expect(lines.slice(-5)).toEqual([
    'SignOff 律师事务所（盖章）：【    】',
    'SignOff 负责人：【    】',
    'SignOff 经办律师：【    】',
    'SignOff 经办律师：【    】',
    'SignOff 【    】年  月  日',
  ]);
});

test('a statement that tells only other items apart is given whole', () => {
  const [statement, ...opinions] = FIRST.sections!;
  const blocks = statement!.blocks.filter((block) => block.type !== 'heading' || !JSON.stringify(block).includes('净利润'));
  const questions = [{ ...FIRST, sections: [{ ...statement!, blocks }, ...opinions] }];
  const lines = listBlocks(assembleOpinion('auditor', buildSnapshot({ questions, tables: [TABLE] })).blocks);
  expect(lines).toContain('ReplyLead 收入如下：');
  expect(lines).toContain('ReplyLead 净利润情况如下：');
});

test('signatures stay with the line that ends the text, and financial advisers sign by three', () => {
  const questions = [{ no: '1', text: '请独立财务顾问核查。', verifications: [{ role: 'financialAdviser' as const }] }];
  const { blocks } = assembleOpinion('financialAdviser', buildSnapshot({ questions }));
  const end = blocks.findIndex((block) => block.type === 'paragraph' && block.keepNext);
  expect(listBlocks(blocks.slice(end))).toEqual([
    'ReplyBody （以下无正文）',
    'ReplyLead',
    'SignOff 独立财务顾问（盖章）：【    】',
    'SignOff 财务顾问主办人：【    】',
    'SignOff 财务顾问主办人：【    】',
    'SignOff 项目协办人：【    】',
    'SignOff 【    】年  月  日',
  ]);
});

test('every block of a company’s statement in a verifier’s document stands in the announcement, in the same order', () => {
  const announced = assembleAnnouncement(snapshot).blocks.map((block) => JSON.stringify(block));
  for (const role of ['auditor', 'sponsor'] as const) {
    const blocks = assembleOpinion(role, snapshot).blocks;
    const isStatement = markStatements(listBlocks(blocks));
    let at = 0;
    for (const [index, block] of blocks.entries()) {
      if (!isStatement[index]) continue;
      at = announced.indexOf(JSON.stringify(block), at) + 1;
      expect(at, `${role} ${listBlocks([block])[0]}`).toBeGreaterThan(0);
    }
  }
});

test('a verifier has a document only where the letter asks it', () => {
  expect(listVariants(snapshot.letters[0]!)).toEqual([
    'announcement',
    'redacted',
    'regulator',
    'revision',
    'auditor',
    'sponsor',
    'receipt',
    'deferral',
    'review',
    'approval',
  ]);
});

/** Which lines stand between 一、公司说明及分析 and the first heading of a verifier, but for headings and blanks only one of the two has. */
function markStatements(lines: readonly string[]): boolean[] {
  let inside = false;
  return lines.map((line) => {
    if (/^(?:Heading1|Heading2)/.test(line)) inside = line.endsWith('公司说明及分析');
    return inside && !line.startsWith('Heading2') && line !== 'ReplyBody 【    】' && line !== 'ReplyBody （以下无正文）';
  });
}
