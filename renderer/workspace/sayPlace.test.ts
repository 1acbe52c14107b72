import { expect, test } from 'vitest';
import { say as sayIn } from '../../shared/catalogue/catalogue';
import { describePlace, type Place } from '../../shared/domain/place';
import type { Words } from '../ui/language';
import { sayPlace } from './sayPlace';

const zh: Words['say'] = (key, data) => sayIn('zh-CN', key, data);
const en: Words['say'] = (key, data) => sayIn('en', key, data);

const PLACES: Place[] = [
  {},
  { line: 12 },
  { line: 12, endLine: 12 },
  { line: 12, endLine: 15 },
  { sheet: '收入', range: 'B3:F20' },
  { page: 3, table: 2, paragraph: 7 },
];

test('in Chinese a place reads as core names it', () => {
  for (const place of PLACES) expect(sayPlace(place, zh)).toBe(describePlace(place));
  expect(sayPlace(null, zh)).toBe('');
});

test('in English a place is English', () => {
  expect(sayPlace({ sheet: 'Sales', range: 'B3:F20' }, en)).toBe('sheet “Sales” B3:F20');
  expect(sayPlace({ line: 12, endLine: 15 }, en)).toBe('lines 12–15');
});
