import { expect, test } from 'vitest';
import { message } from '../domain/message';
import { sayMessage } from './catalogue';

test('a message is said in the language of whoever reads it, messages inside it too', () => {
  const empty = message('warning.letter-empty');
  expect(sayMessage('zh-CN', message('warning.first-of', { message: empty, count: 3 }))).toBe('文件中没有文字。（共 3 处，此为第一处）');
  expect(sayMessage('en', message('warning.first-of', { message: [empty, empty], count: 2 }))).toBe(
    'The file holds no text.The file holds no text. (2 places, this is the first)',
  );
});

test('what says nothing leaves no trace', () => {
  expect(sayMessage('zh-CN', message('finding.times', { message: null, count: 2 }))).toBe('（本表共 2 处）');
});
