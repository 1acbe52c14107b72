import { expect, test } from 'vitest';
import { readQuestionHeading } from './findQuestions';
import { splitDraft } from './splitDraft';
import { ask, makeParts, outlineSections } from './testing/draftFixture';

test('finds questions under twofold numbers by the letter’s labels', () => {
  const asked = ['请说明产品的优势及劣势。', '请说明试验的进展。', '请说明经销商的变动。'];
  const questions = ['问题1.1', '问题1.2', '问题2.1'].map((label, at) => ({ ...ask(String(at + 1), [asked[at]!]), label }));
  const reply = (at: number, heading: string) => [heading, asked[at]!, '【回复】', `说明${at}。`];
  for (const titles of [
    ['', '', ''],
    [' 关于产品', ' 关于试验', ' 关于经销'],
    ['：', '：', '：'],
  ]) {
    const texts = questions.flatMap(({ label }, at) => reply(at, `${label.replace('题', '题 ')}${titles[at]}`));
    const titled = questions.map((question, at) => (titles[at]!.startsWith(' ') ? { ...question, title: titles[at]!.trim() } : question));
    const draft = splitDraft(makeParts(texts), titled);
    expect(draft.replies.map(({ no }) => [no, outlineSections(draft, no)[1]])).toEqual([
      ['1', '说明0。'],
      ['2', '说明1。'],
      ['3', '说明2。'],
    ]);
    expect(draft.replies.every(({ heading, restated }) => heading.length === 1 && restated.length === 1)).toBe(true);
    expect(draft.warnings).toEqual([]);
  }
});

test('a heading whose number goes on behind a point has none of its own, one before a year or an amount does', () => {
  for (const text of ['问题1.2', '问题 1.2 关于试验', '问题12.3']) expect(readQuestionHeading(text)).toBeNull();
  expect(readQuestionHeading('问题1.2023年报显示')).toEqual({ no: '1', rest: '2023年报显示' });
  expect(readQuestionHeading('问题1.15亿元贷款')).toEqual({ no: '1', rest: '15亿元贷款' });
});
