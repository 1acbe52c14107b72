import { expect, test } from 'vitest';
import { findFigures } from './findFigures';
import { getNumberKey, isThreshold, listQuotedNumbers } from './sourceNeed';

test('a number of the letter is known again whatever its sign, not in another unit', () => {
  const quoted = listQuotedNumbers('报告期内净利润为-1.28亿元，同比下降8.2%。');
  const isQuoted = (text: string) => findFigures(text).map((found) => quoted.has(getNumberKey(found)));
  expect(isQuoted('亏损1.28亿元，降幅为8.2%，成本1.28万元')).toEqual([true, true, false]);
});

test('a limit of a rule is no fact', () => {
  const text = '持股5%以上股东增持5%';
  expect(findFigures(text).map((found) => isThreshold(found, text))).toEqual([true, false]);
});
