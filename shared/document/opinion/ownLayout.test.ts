import { expect, test } from 'vitest';
import type { ReadPart } from '../../domain/dataTable';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { buildSnapshot, heading, paragraph, type QuestionText } from '../testing/buildSnapshot';
import { compareOpinion } from './compareOpinion';

const ITEMS = ['说明存货余额增加的原因及合理性；', '说明存货跌价准备计提是否充分。'];
const INTRO = '关于存货。年报显示，你公司报告期存货余额大幅增加。请你公司：';
const OPINION = ['会计师核查意见：', '经核查，会计师认为：合理。'];

/** A question under 1、 of two items, its reply with these blocks and what verifiers say. */
function project(label: string, text: string, sections: NonNullable<QuestionText['sections']>): ProjectSnapshot {
  return buildSnapshot({ questions: [{ no: '1', label, text, items: ITEMS, verifications: [{ role: 'auditor' }], sections }] });
}

const say = (text: string): ReadPart => ({ type: 'paragraph', text, place: {} });
const WHOLE = [INTRO, `（1）${ITEMS[0]}`, `（2）${ITEMS[1]}`];
const ours = project('1、', WHOLE.join('\n'), [
  { blocks: [heading(2, `一、${ITEMS[0]}`), paragraph('备货增加。'), heading(2, `二、${ITEMS[1]}`), paragraph('计提充分。')] },
]);
const differ = (snapshot: ProjectSnapshot, ...texts: string[]) => compareOpinion(texts.map(say), 'auditor', snapshot).differences;

test('the number the letter prints before a question is no difference, another one is', () => {
  const reply = ['回复：', `一、${ITEMS[0]}`, '备货增加。', `二、${ITEMS[1]}`, '计提充分。', ...OPINION];
  for (const number of ['1、', '1．', '问题1：', '问题一、', '一、', '']) {
    expect(differ(ours, `${number}${INTRO}`, ...WHOLE.slice(1), ...reply)).toEqual([]);
  }
  expect(differ(ours, `2、${INTRO}`, ...WHOLE.slice(1), ...reply)).toMatchObject([{ kind: 'question', question: '1' }]);
});

test('a title the firm prints in its heading is not missing from the question', () => {
  const titled = project('1、', ['关于存货', ...WHOLE].join('\n'), [{ blocks: [paragraph('已说明。')] }]);
  expect(differ(titled, '问题一：关于存货', ...WHOLE, '回复：', '已说明。', ...OPINION)).toEqual([]);
});

test('items under the form of numbers a firm likes are no difference, under another number they are', () => {
  const reply = (first: string) => ['公司回复：', `${first}${ITEMS[0]}`, '备货增加。', `（二）${ITEMS[1]}`, '计提充分。', ...OPINION];
  expect(differ(ours, ...WHOLE, ...reply('（一）'))).toEqual([]);
  const joined = reply('（一）');
  expect(differ(ours, ...WHOLE, ...joined.slice(0, 1), `${joined[1]}${joined[2]}`, ...joined.slice(3))).toEqual([]);
  expect(differ(ours, ...WHOLE, ...reply('（三）'))).toMatchObject([{ kind: 'statement', theirs: expect.stringContaining('（三）') }]);
});

test('items a firm repeats over their answers, each with its 回复：, are restated there', () => {
  const byItem = [INTRO, WHOLE[1]!, '【回复】', '备货增加。', WHOLE[2]!, '【回复】', '计提充分。'];
  expect(differ(ours, ...byItem, ...OPINION)).toEqual([]);
  const plain = project('1、', WHOLE.join('\n'), [{ blocks: [paragraph('备货增加。'), paragraph('计提充分。')] }]);
  expect(differ(plain, ...byItem, ...OPINION)).toEqual([]);
  expect(differ(plain, ...byItem.toSpliced(4, 1), ...OPINION)).toEqual([{ kind: 'question', question: '1', ours: WHOLE[2], theirs: '' }]);
  const cut = ['回复：', `一、${ITEMS[0]}`, '备货增加。', `二、${ITEMS[1]}`, '计提充分。', ...OPINION];
  for (const left of [
    [INTRO, WHOLE[1]!],
    [INTRO, WHOLE[2]!],
  ])
    expect(differ(ours, ...left, ...cut)).toHaveLength(1);
  expect(differ(plain, ...byItem.with(4, '（2）说明存货跌价准备计提是否合理。'), ...OPINION)).not.toEqual([]);
});

test('what two verifiers say together is known to be in the reply for each of them', () => {
  const together = project('1、', WHOLE.join('\n'), [
    { blocks: [paragraph('已说明。')] },
    { role: 'conclusion', verifier: 'sponsor', blocks: [paragraph('经核查，保荐机构、申报会计师认为：合理。')] },
  ]);
  const { differences, suggestions } = compareOpinion(
    [...WHOLE, '回复：', '已说明。', '经核查，保荐机构、申报会计师认为：合理。'].map(say),
    'auditor',
    together,
  );
  expect(differences).toEqual([]);
  expect(suggestions).toMatchObject([{ role: 'conclusion', adopted: true }]);
});

test('a firm asked about one item may repeat what the company says on all, unchanged', () => {
  const snapshot = buildSnapshot({
    questions: [
      {
        no: '1',
        text: WHOLE.join('\n'),
        items: ITEMS,
        verifications: [{ role: 'auditor', items: ['1'] }],
        sections: [{ blocks: [heading(3, WHOLE[1]!), paragraph('备货增加。'), heading(3, WHOLE[2]!), paragraph('计提充分。')] }],
      },
    ],
  });
  const [first, second] = [
    [WHOLE[1]!, '备货增加。'],
    [WHOLE[2]!, '计提充分。'],
  ];
  for (const statement of [first!, [...first!, ...second!]])
    expect(differ(snapshot, ...WHOLE, '回复：', ...statement, ...OPINION)).toEqual([]);
  const changed = differ(snapshot, ...WHOLE, '回复：', ...first!, WHOLE[2]!, '计提不充分。', ...OPINION);
  expect(changed).toMatchObject([{ kind: 'statement', theirs: '计提不充分。' }]);
});
