import { expect, test } from 'vitest';
import { groupDigits } from './groupDigits';

test('a bare number gets its separators, and nothing else is touched', () => {
  expect(groupDigits('10109.17')).toBe('10,109.17');
  expect(groupDigits('-1234567')).toBe('-1,234,567');
  expect(groupDigits('4698.57%')).toBe('4,698.57%');
  expect(groupDigits('999.5')).toBe('999.5');
  expect(groupDigits('2026 年 5 月')).toBe('2026 年 5 月');
});
