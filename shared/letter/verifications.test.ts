import { describe, expect, test } from 'vitest';
import { findItems } from './items';
import { nameVerifiers } from './verifierNames';
import { findVerifications } from './verifications';

function found(text: string, isReorganisation = false): string[] {
  return findVerifications(text, null, findItems(text), nameVerifiers(text, isReorganisation)).found.map(
    ({ role, items }) => role + (items.length > 0 ? `[${items.join(' ')}]` : ''),
  );
}

describe('who is asked to verify', () => {
  test.each([
    ['请年审会计师核查并发表明确意见。', ['auditor']],
    ['请年审机构发表意见。', ['auditor']],
    ['请申报会计师、律师核查。', ['auditor', 'lawyer']],
    ['请大衡会计师事务所（特殊普通合伙）核查并发表意见。', ['auditor']],
    ['请你公司说明原因，并请年审会计师及评估师核查并发表明确意见。', ['auditor', 'appraiser']],
    ['请财务顾问、律师、独立董事进行核查并发表明确意见。', ['otherAdviser', 'lawyer', 'independentDirectors']],
    ['请你公司聘请的评估机构就评估参数的合理性发表意见。', ['appraiser']],
    ['请持续督导保荐机构（主承销商）核查并发表明确意见。', ['sponsor']],
    ['请联合保荐机构甲山证券、乙水证券核查并发表意见。', ['sponsor']],
    ['请两家会计师事务所、联席保荐人分别发表意见。', ['auditor', 'sponsor']],
    ['请公司审计委员会、监事会发表意见。', ['auditCommittee', 'supervisors']],
    ['请你公司董事会及独立董事对评估机构的独立性发表明确意见。', ['independentDirectors']],
    ['请独立董事对上述事项发表意见，律师核查并发表明确意见。', ['independentDirectors', 'lawyer']],
    ['请你公司说明用途，并由律师核查并出具法律意见书。', ['lawyer']],
    ['请年审会计师说明针对存货真实性执行的审计程序。', ['auditor']],
    ['公司聘任大衡会计师事务所（特殊普通合伙）（以下简称“大衡所”）。请大衡所核查并发表意见。', ['auditor']],
    ['请你公司说明原因，并提供律师的核查意见。', ['lawyer']],
    ['请你公司聘请专业律师就合规性发表法律意见。', ['lawyer']],
    ['请相关中介机构（独立财务顾问、律师）核查并发表意见。', ['financialAdviser', 'lawyer']],
  ])('%s', (text, roles) => {
    expect(found(text)).toEqual(roles);
  });

  test.each([
    '年审会计师将应收账款坏账准备事项列为关键审计事项。请你公司说明原因。',
    '请你公司结合年审会计师的监盘程序、审计证据说明存货的真实性。',
    '独立董事发表了同意的独立意见，年审会计师出具了保留意见。请你公司说明影响。',
    '请你公司说明更换会计师事务所的原因，前任会计师是否发表异议。',
    '请大衡会计师事务所就其独立性出具书面声明。',
    '请拟聘任的大衡会计师事务所说明是否具备承接能力。',
    '公司聘任大衡会计师事务所（以下简称“大衡所”）。请大衡所书面说明是否存在分歧。',
    '年审会计师对公司内部控制发表否定意见，请你公司说明整改情况。',
    '请你公司说明缺陷的内容，年审会计师对内部控制出具否定意见的原因。',
    '年报显示，会计师核查了存货，请你公司说明结果。',
    '请独立董事说明投反对票的理由。',
    '年报显示，公司聘请会计师事务所对存货进行核查。请你公司说明影响。',
    '公司申请会计师核查的期限已过。',
    '请你公司会同中介机构核查并披露。',
    '请你公司核查并说明律师费用的构成。',
  ])('nobody in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what a verification reaches', () => {
  const items = '请你公司：\n（1）说明原因；\n（2）说明影响；\n（3）说明措施。\n';
  test.each([
    ['请年审会计师核查并发表明确意见。', ['auditor']],
    ['请年审会计师对问题（3）核查并发表明确意见。', ['auditor[3]']],
    ['请年审会计师就问题（1）涉及的会计处理发表意见。', ['auditor[1]']],
    ['请年审会计师对（1）（3）核查，请律师对（2）发表意见。', ['auditor[1 3]', 'lawyer[2]']],
    ['请年审会计师对问题（1）至（3）核查。', ['auditor']],
    ['请年审会计师就第1、2小问核查。', ['auditor[1 2]']],
    ['请年审会计师对以上全部问题核查。', ['auditor']],
  ])('%s', (sentence, expected) => {
    expect(found(items + sentence)).toEqual(expected);
  });

  test('is the item it stands in, unless that is the last or it points back', () => {
    expect(found('请你公司：（1）说明原因。请会计师核查。（2）说明影响。请律师核查。')).toEqual(['auditor[1]', 'lawyer']);
    expect(found('请你公司：（1）说明原因。（2）请会计师说明执行的审计程序。')).toEqual(['auditor[2]']);
    expect(found('请你公司：（1）说明原因。（2）请会计师对上述事项核查并发表意见。')).toEqual(['auditor']);
  });

  test('is joined over several sentences', () => {
    const text = '请你公司：（1）说明原因。请会计师核查。（2）说明影响。请会计师复核。（3）说明措施。';
    const [entry] = findVerifications(text, null, findItems(text), nameVerifiers(text, false)).found;
    expect([entry!.items, entry!.text]).toEqual([['1', '2'], '请会计师核查。\n请会计师复核。']);
  });
});
