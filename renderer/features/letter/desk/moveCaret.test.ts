import { expect, test } from 'vitest';
import type { Question } from '../../../../shared/domain/letter';
import { moveCaret } from './CaretText';

const question = {
  text: '存货增长。请你公司：（1）说明原因；（2）列示金额。',
  items: [
    { itemId: 'a', no: '1', label: '（1）', text: '说明原因；' },
    { itemId: 'b', no: '2', label: '（2）', text: '列示金额。' },
  ],
} as Question;

test('arrows move by one character and stop at both ends', () => {
  expect([moveCaret('ArrowLeft', question, 0), moveCaret('ArrowRight', question, 0)]).toEqual([0, 1]);
  expect(moveCaret('ArrowRight', question, question.text.length)).toBe(question.text.length);
});

test('up and down go from sentence to sentence and item to item', () => {
  const stops: number[] = [];
  for (let at = 0; at < question.text.length; at = stops.at(-1)!) stops.push(moveCaret('ArrowDown', question, at)!);
  expect(stops.map((stop) => question.text.slice(stop, stop + 3))).toEqual(['请你公', '（1）', '（2）', '']);
  expect(moveCaret('ArrowUp', question, 12)).toBe(question.text.indexOf('（1）'));
});

test('other keys do not move it', () => {
  expect(moveCaret('q', question, 3)).toBe(null);
});
