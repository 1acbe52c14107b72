import { expect, test } from 'vitest';
import { buildProse } from '../testing/buildProse';
import { checkRangeUnits } from './rangeUnits';

const check = (text: string) => checkRangeUnits(buildProse(text)[0]!);

test.each([
  ['预计净利润为90元至110万元', '90元', '90'],
  ['预计亏损1500.00元-2500.00万元', '1500.00元', '1500.00'],
  ['区间为 3,000 万元～5,000 元', '5,000 元', '5000'],
])('a range whose ends lost a 万 is an error: %s', (text, stated, expected) => {
  expect(check(text)).toMatchObject([{ rule: 'range-units', severity: 'error', stated, expected }]);
});

test.each(['350万元至450万元', '90 至 110 万元', '9,800 万元至 1.2 亿元', '账龄 1-2 年', '单价 5 元，合计 20 万元'])(
  'a range with one unit, or ends that fit, passes: %s',
  (text) => {
    expect(check(text)).toEqual([]);
  },
);
