import { expect, test } from 'vitest';
import { Decimal } from '../util/decimal';
import { findFigures } from './findFigures';
import { formatFigure } from './formatFigure';
import { countRoundedDecimals, roundByWording } from './wording';

test('a word of more or less never says more or less than the value', () => {
  const round = (decimals: number, wording: string) => roundByWording(new Decimal('8556.78'), decimals, wording).toFixed();
  expect(round(0, '逾')).toBe('8556');
  expect(round(-2, '逾')).toBe('8500');
  expect(round(-2, '余')).toBe('8500');
  expect(round(-2, '近')).toBe('8600');
  expect(round(-2, '约')).toBe('8600');
  expect(round(1, '')).toBe('8556.8');
});

test('an approximate number that ends in zeros is rounded to them', () => {
  expect(countRoundedDecimals('8500', '逾')).toBe(-2);
  expect(countRoundedDecimals('8500', '')).toBe(0);
  expect(countRoundedDecimals('8534.50', '约')).toBe(2);
  expect(countRoundedDecimals('0', '近')).toBe(0);
});

test('余 and 多 stand between the number and its unit', () => {
  const [figure] = findFigures('累计收款 8,600 余万元。');
  expect(figure).toMatchObject({ text: '8,600 余万元', value: '8600', unit: '万元', wording: '余' });
  const format = { unit: '万元', decimals: -2, grouping: true, showUnit: true, wording: '余', signByWords: false };
  expect(formatFigure(new Decimal('86344500'), '元', format)).toEqual({ text: '8,600余万元' });
  expect(formatFigure(new Decimal('85.3'), '亿元', { ...format, unit: '亿元', decimals: 0, wording: '逾' })).toEqual({ text: '逾85亿元' });
});
