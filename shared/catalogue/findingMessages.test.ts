import { expect, test } from 'vitest';
import { findingMessages } from './findingMessages';

test('an English sentence of a finding holds Chinese only where it quotes', () => {
  const unquoted = Object.entries(findingMessages.en).filter(([, sentence]) => /\p{Script=Han}/u.test(sentence.replace(/“[^”]*”/g, '')));
  expect(unquoted).toEqual([]);
});

test('both languages of a finding say the same things of it', () => {
  const names = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].toSorted();
  for (const [key, sentence] of Object.entries(findingMessages['zh-CN'])) {
    expect(names(findingMessages.en[key as keyof typeof findingMessages.en])).toEqual(names(sentence));
  }
});
