import { expect, test } from 'vitest';
import type { ItemId } from '../domain/ids';
import { restateQuestion } from './restateQuestion';
import { buildSnapshot } from './testing/buildSnapshot';

const ask = (text: string, items: string[], kept: string[]) =>
  restateQuestion(
    buildSnapshot({ questions: [{ no: '1', text, items }] }).letters[0]!.questions[0]!,
    kept.map((no) => `q1i${no}` as ItemId),
  );

test('the items named stay, with what stands before the first and behind the last', () => {
  const text = '年报显示。请你公司：\n（1）说明甲；\n（2）说明乙；\n请会计师核查。';
  const items = ['说明甲；', '说明乙；'];
  expect([ask(text, items, ['1']), ask(text, items, ['2']), ask(text, items, ['1', '2']), ask(text, items, [])]).toEqual([
    '年报显示。请你公司：\n（1）说明甲；\n\n请会计师核查。',
    '年报显示。请你公司：\n\n（2）说明乙；\n请会计师核查。',
    text,
    text,
  ]);
});

test('line breaks inside an item and lost line breaks between items do not matter', () => {
  expect(ask('请你公司：（1）说\n明甲；（2）说明乙。请核查。', ['说明甲；', '说明乙。'], ['2'])).toBe('请你公司：（2）说明乙。请核查。');
});

test('a question whose items do not stand in its text is restated whole', () => {
  expect(ask('请说明甲、乙。', ['说明甲', '说明乙'], ['1'])).toBe('请说明甲、乙。');
});
