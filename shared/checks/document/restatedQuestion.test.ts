import { expect, test } from 'vitest';
import { sayMessage } from '../../catalogue/catalogue';
import { newId } from '../../domain/ids';
import { checkRestatedQuestion } from './restatedQuestion';

const TEXT = '年报显示，存货余额大幅增加。请你公司：\n（1）说明存货余额增加的原因；\n（2）说明跌价准备计提是否充分。';
const QUESTION = { questionId: newId<'question'>(), no: '3', title: '关于存货', text: TEXT };
const check = (restated: string, below: readonly string[] = []) =>
  checkRestatedQuestion(QUESTION, restated, below).map(({ severity, message }) => `${severity} ${sayMessage('zh-CN', message)}`);

test('a question repeated in other words is an error that names each difference', () => {
  expect(check(TEXT.replace('增加的原因', '减少的原因').replace('是否充分', '是否充足'))).toEqual([
    'error 回复稿复述的问题 3 与来函不一致（2 处）：“增加”写作“减少”、“分”写作“足”',
  ]);
  expect(check(TEXT.replace('大幅', ''))).toEqual(['error 回复稿复述的问题 3 与来函不一致（1 处）：漏写“大幅”']);
  expect(check(TEXT.replace('说明跌价', '补充说明跌价'))).toEqual(['error 回复稿复述的问题 3 与来函不一致（1 处）：多写“补充”']);
});

test('a question in other width, wraps or labels is a note that says format only', () => {
  const note = 'note 回复稿复述的问题 3 仅格式不同（全角半角、空格或换行），文字与来函一致';
  expect(check(TEXT.replaceAll('，', ','))).toEqual([note]);
  expect(check(TEXT.replaceAll('\n', ''))).toEqual([note]);
  expect(check(TEXT.replaceAll('（1）', '').replaceAll('（2）', ''))).toEqual([note]);
});

test('the same words with their own heading are no finding', () => {
  expect(check(TEXT)).toEqual([]);
  expect(check(`问题3：关于存货${TEXT}`)).toEqual([]);
  expect(check(`3、${TEXT}`)).toEqual([]);
});

test('items left out are looked for in the reply, and those it repeats nowhere are doubts', () => {
  const stem = TEXT.split('\n')[0]!;
  expect(check(stem, ['（一）说明存货余额增加的原因', '存货如下。', '（二）说明跌价准备计提是否充分'])).toEqual([]);
  expect(check(stem, ['（一）说明存货余额增加的原因'])).toEqual([
    'warning 回复稿复述问题 3 时略去“（2）说明跌价准备计提是否充分。”，本题回复中也没有复述',
  ]);
});

test('another difference at the same question is another finding', () => {
  const stated = (text: string) => checkRestatedQuestion(QUESTION, text, [])[0]!.stated;
  expect(stated(TEXT.replace('大幅', ''))).toBe('大幅→');
  expect(stated(TEXT.replace('跌价', '减值'))).toBe('跌价→减值');
});
