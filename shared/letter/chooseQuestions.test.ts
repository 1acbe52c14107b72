import { expect, test } from 'vitest';
import { chooseQuestions } from './chooseQuestions';

const QUESTIONS = [
  { no: '1', partHeading: '一、甲' },
  { no: '2', partHeading: null },
  { no: '3', partHeading: '二、乙' },
  { no: '4', partHeading: '三、丙' },
  { no: '5', partHeading: null },
];
const choose = (...numbers: string[]) => chooseQuestions(QUESTIONS, ({ no }) => numbers.includes(no));

test('all questions of a letter are as they are', () => {
  expect(choose('1', '2', '3', '4', '5')).toEqual(QUESTIONS);
});

test('a part has its heading above its first chosen question, and one of which none is chosen has none', () => {
  expect(choose('2', '5')).toEqual([
    { no: '2', partHeading: '一、甲' },
    { no: '5', partHeading: '三、丙' },
  ]);
});
