import { expect, test } from 'vitest';
import { parsePaneSizes } from './paneSizes';

test('stored widths come back within their limits', () => {
  expect(parsePaneSizes('{"questions":320,"side":5000,"questionsFolded":true}')).toEqual({
    questions: 320,
    side: 900,
    questionsFolded: true,
    sideFolded: false,
  });
});

test('nothing stored, or nonsense, gives the widths of a first start', () => {
  const first = { questions: 280, side: 380, questionsFolded: false, sideFolded: false };
  expect(parsePaneSizes(null)).toEqual(first);
  expect(parsePaneSizes('not json')).toEqual(first);
  expect(parsePaneSizes('null')).toEqual(first);
  expect(parsePaneSizes('{"side":"wide"}')).toEqual(first);
});
