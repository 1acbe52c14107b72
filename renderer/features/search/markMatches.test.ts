import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { markMatches } from './markMatches';

test('the words of the query are marked where they stand', () => {
  expect(markMatches('2023年营业收入为1,000万元', '营业收入')).toEqual([
    { text: '2023年', match: false },
    { text: '营业收入', match: true },
    { text: '为1,000万元', match: false },
  ]);
});

test('several words and either case are found', () => {
  expect(
    markMatches('EPS 与 roe', 'eps ROE')
      .filter((part) => part.match)
      .map((part) => part.text),
  ).toEqual(['EPS', 'roe']);
});

test('signs of a pattern are plain text', () => {
  expect(markMatches('(1)+2', '(1)+')).toEqual([
    { text: '(1)+', match: true },
    { text: '2', match: false },
  ]);
});

test('marking never changes the snippet', () => {
  assert(
    property(string(), string(), (snippet, query) => {
      expect(
        markMatches(snippet, query)
          .map((part) => part.text)
          .join(''),
      ).toBe(snippet);
    }),
  );
});
