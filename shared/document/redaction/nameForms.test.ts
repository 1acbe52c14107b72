import { expect, test } from 'vitest';
import { createExplainedFinder, isOtherName, listShortNames } from './nameForms';

test.each([
  ['禾风机械（浙江）有限公司', ['禾风机械（浙江）', '禾风机械']],
  ['浙江青岚农机股份有限公司', ['浙江青岚农机', '青岚农机']],
  ['青岚农机集团有限公司', ['青岚农机']],
  ['华电公司', []],
  ['禾风机械', []],
])('%s is called %j for short', (name, shorts) => {
  expect(listShortNames(name)).toEqual(shorts);
});

test.each([
  ['禾风机械（上海）有限公司', true],
  ['禾风机械租赁有限公司', true],
  ['禾风机械股份有限公司', false],
  ['禾风机械（浙江）有限公司', false],
  ['禾风机械为公司第一大客户', false],
])('whether %s is another company than 禾风机械（浙江）有限公司: %s', (text, isOther) => {
  expect(isOtherName(text, 4, ['禾风机械（浙江）有限公司'])).toBe(isOther);
});

test.each([
  ['客户A（青岚农机有限公司）', true],
  ['客户A（即青岚农机集团）', true],
  ['青岚农机有限公司（以下简称“客户A”）', true],
  ['客户A（上市公司）', false],
  ['客户A（非关联公司）', false],
  ['客户A（第二供热公司）', false],
  ['客户A（禾风公司）', true],
  ['客户A（即禾风）', true],
  ['客户A（浙江客户）', false],
  ['客户A（某机械制造公司）', false],
  ['客户A（2024年新增）', false],
  ['客户A、青岚农机有限公司', false],
])('whether %s explains the alias: %s', (text, isExplained) => {
  expect(createExplainedFinder('客户A', ['浙江禾风机械有限公司'])(text) !== null).toBe(isExplained);
});
