import { expect, test } from 'vitest';
import { say, sayError } from './catalogue';

test('an error becomes one sentence that names the file', () => {
  expect(sayError('zh-CN', { code: 'file-empty', data: { file: '函件.txt' } })).toBe('文件“函件.txt”没有内容。');
  expect(sayError('en', { code: 'file-empty', data: { file: 'letter.txt' } })).toBe('The file “letter.txt” is empty.');
});

test('a name without data stays visible instead of vanishing', () => {
  expect(say('zh-CN', 'error.file-empty')).toContain('{file}');
});
