import { expect, test } from 'vitest';
import { buildProse } from '../testing/buildProse';
import { checkEquations } from './equations';

const check = (text: string) => checkEquations(buildProse(text)[0]!).map(({ rule, expected }) => [rule, expected]);

test.each([
  '113,601,180.17 − 62,811,581.88 = 50,789,598.29',
  '9,609.40万元÷40.13亿元=2.39%',
  '100.00 万元+200.00 万元-50.00 万元=250.00 万元',
  '1,000.00 万元×5%=50.00 万元',
  '（100.00 万元-50.00 万元）×2=90.00 万元',
])('a right equation, or one of more than is read here, passes: %s', (text) => {
  expect(check(text)).toEqual([]);
});

test.each([
  ['113,601,180.17 − 62,811,581.88 = 50,789,589.29', '50789598.29'],
  ['9,609.40万元÷40.13亿元=2.54%', '2.39'],
  ['1,000.00 万元×5%=500.00 万元', '50.00'],
])('a wrong one is an error: %s', (text, expected) => {
  expect(check(text)).toEqual([['stated-equation', expected]]);
});
