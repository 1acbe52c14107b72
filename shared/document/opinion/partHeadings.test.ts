import { expect, test } from 'vitest';
import type { Block } from '../../domain/reply';
import { makeParts } from '../draft/testing/draftFixture';
import { buildSnapshot } from '../testing/buildSnapshot';
import { compareOpinion } from './compareOpinion';

const say = (id: string, text: string): Block => ({ type: 'paragraph', blockId: id as never, inlines: [{ type: 'text', text }] });
const ask = (what: string) => `年报显示，公司${what}变动较大。请公司说明${what}变动的原因。请年审会计师核查并发表明确意见。`;
const answer = (what: string) => `${what}变动主要系市场需求变化所致。`;
const question = (no: string, what: string, asked = true) => ({
  no,
  text: ask(what),
  verifications: asked ? [{ role: 'auditor' as const }] : [],
  sections: [{ blocks: [say(no, answer(what))] }],
});
const SNAPSHOT = buildSnapshot({
  questions: [
    { ...question('1', '收入', false), partHeading: '一、关于主营业务' },
    question('2', '毛利率'),
    { ...question('3', '应收账款'), partHeading: '二、关于应收款项' },
  ],
});
const CONCLUSION = ['会计师核查意见：', '经核查，会计师认为，变动合理。'];
const theirs = (no: string, what: string) => [`问题${no}`, ask(what), '公司回复：', answer(what), ...CONCLUSION];

test.each([
  ['as the letter prints them', ['一、关于主营业务', ...theirs('2', '毛利率'), '二、关于应收款项', ...theirs('3', '应收账款')]],
  ['under numbers of its own', ['（一）关于主营业务', ...theirs('2', '毛利率'), '（二）关于应收款项', ...theirs('3', '应收账款')]],
  [
    'on the lines of its questions',
    [
      `一、关于主营业务 2、${ask('毛利率')}`,
      '回复：',
      answer('毛利率'),
      ...CONCLUSION,
      `二、关于应收款项 3、${ask('应收账款')}`,
      '回复：',
      answer('应收账款'),
      ...CONCLUSION,
    ],
  ],
  ['nowhere', [...theirs('2', '毛利率'), ...theirs('3', '应收账款')]],
])('a firm’s document that repeats headings over several questions %s does not differ by them', (_, texts) => {
  const { differences, suggestions, warnings } = compareOpinion(makeParts(texts), 'auditor', SNAPSHOT);
  expect([differences, warnings]).toEqual([[], []]);
  const said = suggestions.flatMap(({ blocks }) => blocks.map((block) => ('text' in block ? block.text : '')));
  expect(said).toEqual([...CONCLUSION, ...CONCLUSION]);
});
