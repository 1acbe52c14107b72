import { expect, test } from 'vitest';
import { tidyRecognised } from './tidyRecognised';

test.each([
  ['营业 收入 同比 下降 13 .20%', '营业收入同比下降 13.20%'],
  ['净利润 2, 314.76 万元 , 同比', '净利润 2,314.76 万元, 同比'],
  ['〈1) 说明原因 ;\n《〈2) 列示', '（1）说明原因;\n（2）列示'],
  ['\\1) 分产品列示', '（1）分产品列示'],
  ['1]、请说明原因', '1、请说明原因'],
  ['年报问询函〔【2024] 第 77 号', '年报问询函〔2024〕 第 77 号'],
  ['2026 年 11 月 18 日', '2026 年 11 月 18 日'],
])('%j is tidied', (recognised, tidy) => {
  expect(tidyRecognised(recognised)).toBe(tidy);
});

test('tidying twice changes nothing more', () => {
  const once = tidyRecognised('你 公司 : \n\n\n\n(1) 请 说明 1 , 234 . 5 元 。');
  expect(tidyRecognised(once)).toBe(once);
});
