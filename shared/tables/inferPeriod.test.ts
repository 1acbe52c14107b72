import { describe, expect, it } from 'vitest';
import { inferPeriod, readPeriods } from './inferPeriod';

describe('periods', () => {
  it.each([
    ['2023 年度', ['2023年度']],
    ['2024年一季度', ['2024年一季度']],
    ['2023年12月31日余额', ['2023年12月31日']],
    ['2024年1-5月回款金额', ['2024年1-5月']],
    ['2018年-2019年迁徙率', ['2018年-2019年']],
    ['2024年一季报', ['2024年一季报']],
    ['截至2023年末的余额', ['2023年末']],
    ['合同号2023001', []],
  ])('are read from %s', (text, periods) => {
    expect(readPeriods(text)).toEqual(periods);
  });

  it('come from the headers, else from the caption, else are relative', () => {
    expect(inferPeriod([['项目'], ['2023年度', '收入'], ['2022年度', '收入']], '2021年情况')).toBe('2023年度、2022年度');
    expect(inferPeriod([['项目'], ['收入']], '2021年度情况如下：')).toBe('2021年度');
    expect(inferPeriod([['项目'], ['期末余额'], ['上年年末余额']], null)).toBe('期末余额、上年年末余额');
    expect(inferPeriod([['项目'], ['收入']], null)).toBeNull();
  });
});
