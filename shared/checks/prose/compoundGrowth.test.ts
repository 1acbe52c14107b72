import { expect, test } from 'vitest';
import { buildProse } from '../testing/buildProse';
import { checkCompoundGrowth } from './compoundGrowth';

const check = (text: string) => checkCompoundGrowth(buildProse(text)[0]!).map(({ rule, expected }) => [rule, expected]);

test('compound growth is worked out from first and last amount and the years between them', () => {
  expect(check('2020 年规模为 100.00 亿元，2025 年已达 161.05 亿元，年均复合增长率达到 10.00%。')).toEqual([]);
  expect(check('2020 年规模为 100.00 亿元，2025 年已达 161.05 亿元，年均复合增长率达到 12.21%。')).toEqual([['compound-growth', '10.00']]);
});

test('without two amounts and their years nothing is said', () => {
  expect(check('规模由 100.00 亿元增至 161.05 亿元，年均复合增长率达到 12.21%。')).toEqual([]);
});
