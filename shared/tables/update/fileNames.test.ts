import { expect, it } from 'vitest';
import { findEarlierVersion, getFileStem } from './fileNames';

it('takes out of a file name what only tells its versions apart', () => {
  const names = [
    '存货明细.xlsx',
    '存货明细v2.xlsx',
    '存货明细_V1.3.xls',
    '存货明细-终稿.xlsx',
    '存货明细（20240301）.xlsx',
    '存货明细(1).csv',
    '存货明细 第二版.xlsx',
  ];
  expect(names.map(getFileStem)).toEqual(names.map(() => '存货明细'));
});

it('finds the file a new one replaces, and none where several could be meant', () => {
  const files = [{ fileName: '2023年年度报告.pdf' }, { fileName: '收入台账.xlsx' }];
  expect(findEarlierVersion('收入台账-更新.xlsx', files)).toBe(files[1]);
  expect(findEarlierVersion('成本台账.xlsx', files)).toBeNull();
  expect(findEarlierVersion('收入台账3.0.xlsx', [...files, { fileName: '收入台账v2.xlsx' }])).toBeNull();
});

it('keeps the year of a report and the month of a ledger apart', () => {
  expect(getFileStem('收入台账2023年11月.xlsx')).not.toBe(getFileStem('收入台账2023年12月.xlsx'));
  expect(getFileStem('2023年年度报告.pdf')).not.toBe(getFileStem('2022年年度报告.pdf'));
});
