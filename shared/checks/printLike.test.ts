import { expect, test } from 'vitest';
import { printLike } from './printLike';

test('a number is printed as the one it replaces', () => {
  expect(printLike('6,715.63 万元', '16715.36')).toBe('16,715.36 万元');
  expect(printLike('12.30%', '-8.10')).toBe('-8.10%');
  expect(printLike('43157.74', '43175.74')).toBe('43175.74');
  expect(printLike('－615.00', '1615.00')).toBe('1,615.00');
  expect(printLike('/', '1.00')).toBe('1.00');
});
