import { printNumber } from './amount';

/** A decimal printed as another number is: with separators where it has them, and with what stands around its digits. `pattern` is -1,234.50 万元 or 12.3%. */
export function printLike(pattern: string, value: string): string {
  const digits = /[-－−]?\d[\d,，]*(?:\.\d+)?/.exec(pattern);
  if (!digits) return value;
  const grouped = /[,，]/.test(digits[0]) || !/\d{4}/.test(digits[0]);
  const printed = grouped ? printNumber(value) : value;
  return pattern.slice(0, digits.index) + printed + pattern.slice(digits.index + digits[0].length);
}
