import { expect, test } from 'vitest';
import { sayPlace } from './sayPlace';

test('in Chinese a place reads as lists and messages name it', () => {
  expect(sayPlace('zh-CN', { line: 12 })).toBe('第 12 行');
  expect(sayPlace('zh-CN', { line: 12, endLine: 12 })).toBe('第 12 行');
  expect(sayPlace('zh-CN', { line: 12, endLine: 15 })).toBe('第 12–15 行');
  expect(sayPlace('zh-CN', { sheet: '收入', range: 'B3:F20' })).toBe('工作表“收入” B3:F20');
  expect(sayPlace('zh-CN', { page: 3, table: 2, paragraph: 7 })).toBe('第 3 页 表 2 第 7 段');
});

test('a place of which nothing is known is silent', () => {
  expect([sayPlace('zh-CN', null), sayPlace('en', {})]).toEqual(['', '']);
});

test('in English a place is English', () => {
  expect(sayPlace('en', { sheet: 'Sales', range: 'B3:F20' })).toBe('sheet “Sales” B3:F20');
  expect(sayPlace('en', { line: 12, endLine: 15 })).toBe('lines 12–15');
});
