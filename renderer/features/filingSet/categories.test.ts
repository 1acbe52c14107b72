import { expect, test } from 'vitest';
import { printCategories, readCategories } from './categories';

test('lines of classes come back as they were printed; what names none is left out', () => {
  const categories = { 回复公告: '其他', 会计师专项说明: '中介机构报告' };
  expect(readCategories(printCategories(categories))).toEqual(categories);
  expect(readCategories(' 回复公告 = 其他\n书面回复\n＝\n律师＝')).toEqual({ 回复公告: '其他' });
});
