import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyLabels, widenLabels } from './widenLabels';

test.each([
  ['(1)行业发展', '（1）行业发展'],
  ['(一)说明原因；', '（一）说明原因；'],
  ['( 2 ) 2024年限制性股票', '（ 2 ） 2024年限制性股票'],
  ['（3)EMC项目', '（3）EMC项目'],
  ['(10)“重大”合同', '（10）“重大”合同'],
  ['前言：\n(1)说明；\n(2)列示。', '前言：\n（1）说明；\n（2）列示。'],
  ['(1)、销售收入', '（1）、销售收入'],
])('the label of a line is full width: %s', (text, widened) => {
  expect(widenLabels(text)).toBe(widened);
});

test.each([
  '(1)+(2)=(3)，下同',
  '(1)/(2)为毛利率',
  '(1)至(3)所述事项',
  '(1)、(2)两项',
  '(1) The company was founded',
  '(2)A=营业收入-营业成本',
  '(3)',
  '(2024)年度',
  '上述问题(1)(2)的回复',
  '销售收入(万元)',
  '(a)甲方',
])('brackets that are no label stay: %s', (text) => {
  expect(widenLabels(text)).toBe(text);
});

test('a label cut by a change of look is one label, and what is no text stays', () => {
  expect(
    tidyLabels([
      { type: 'text', text: '(', bold: true },
      { type: 'text', text: '1)行业' },
      { type: 'break' },
      { type: 'text', text: '(2)市场' },
      { type: 'footnote', note: '(1)注' },
    ]),
  ).toEqual([
    { type: 'text', text: '（', bold: true },
    { type: 'text', text: '1）行业' },
    { type: 'break' },
    { type: 'text', text: '（2）市场' },
    { type: 'footnote', note: '(1)注' },
  ]);
});

test.each([
  ['(1)  行业发展', '（1）行业发展'],
  ['② 产品售价下降', '②产品售价下降'],
  ['一、 经营情况', '一、经营情况'],
  ['1、\u3000“重大”合同', '1、“重大”合同'],
  ['（2） 2024年度', '（2） 2024年度'],
  ['项 目', '项 目'],
  ['① The first', '① The first'],
])('no blank stands between a label and Chinese words: %s', (text, tidy) => {
  expect(tidyLabels([{ type: 'text', text }])).toEqual([{ type: 'text', text: tidy }]);
});

test('a blank between a label and words of another look goes too', () => {
  const inlines = [
    { type: 'text' as const, text: '①', bold: true as const },
    { type: 'text' as const, text: ' ' },
    { type: 'text' as const, text: '说明' },
  ];
  expect(tidyLabels(inlines)).toEqual([inlines[0], inlines[2]]);
});

test('only widths of brackets ever change, and widening twice is widening once', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[()（）1一二年、\n A+]{0,12}$/), (text) => {
      const once = widenLabels(text);
      expect(widenLabels(once)).toBe(once);
      expect(once.replaceAll('（', '(').replaceAll('）', ')')).toBe(text.replaceAll('（', '(').replaceAll('）', ')'));
    }),
  );
});
