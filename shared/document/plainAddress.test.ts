import { expect, test } from 'vitest';
import { dropAddressBrackets } from './plainAddress';

test('an address loses its angle brackets and keeps every character of its own; other brackets stay', () => {
  expect(dropAddressBrackets('（<https://a.example/x?a=1&b=2#c>）和＜http://b.example＞。')).toBe(
    '（https://a.example/x?a=1&b=2#c）和http://b.example。',
  );
  for (const text of ['A<B>C', '<5%', '<https://a b>', 'x<y']) expect(dropAddressBrackets(text)).toBe(text);
});
