import { expect, test } from 'vitest';
import type { Letter } from '../domain/letter';
import { say } from './catalogue';
import { nameTarget } from './nameTarget';

const letter = (questionId: string) =>
  ({ questions: [{ questionId, no: '1', items: [{ itemId: `${questionId}-2`, no: '2' }] }] }) as unknown as Letter;
const name = (letters: Letter[], questionId: string, itemId: string | null = null, language: 'zh-CN' | 'en' = 'zh-CN') =>
  nameTarget(letters, { questionId, itemId } as never, (key, data) => say(language, key, data));

test('a question of a matter with one letter is named by its number alone', () => {
  expect([name([letter('a')], 'a'), name([letter('a')], 'a', 'a-2')]).toEqual(['问题 1', '问题 1（2）']);
});

test('question 1 of two letters is told apart by the round', () => {
  const letters = [letter('a'), letter('b')];
  expect([name(letters, 'a'), name(letters, 'b'), name(letters, 'b', 'b-2')]).toEqual([
    '第 1 轮 问题 1',
    '第 2 轮 问题 1',
    '第 2 轮 问题 1（2）',
  ]);
  expect(name(letters, 'b', null, 'en')).toBe('Round 2, Question 1');
});
