import { expect, test } from 'vitest';
import { buildProse } from '../testing/buildProse';
import { checkNamedRatios } from './namedRatios';

const check = (text: string) => checkNamedRatios(buildProse(text)[0]!).map(({ severity, expected }) => [severity, expected]);

test('a rate known by name that is not the quotient of its amounts is a doubt', () => {
  expect(check('净利润 9,609.40万元，营业收入 40.13亿元，销售净利率 2.54%。')).toEqual([['warning', '2.39']]);
  expect(check('净利润 9,609.40万元，营业收入 40.13亿元，销售净利率 2.39%。')).toEqual([]);
});

test('an explained 口径 and amounts of several years are left alone', () => {
  expect(check('净利润 9,609.40万元，营业收入 40.13亿元，销售净利率 2.54%（按扣除非经常性损益口径）。')).toEqual([]);
  expect(check('净利润 100.00 万元、净利润 90.00 万元，营业收入 900.00 万元，净利率 3.00%。')).toEqual([]);
});
