import { expect, test } from 'vitest';
import { splitDraft } from './splitDraft';
import { ask, collectTexts, makeParts, outlineSections } from './testing/draftFixture';

const LINES = [
  '年报显示，你公司报告期存货余额大幅增加。请你公司：',
  '（1）说明存货余额增加的原因及合理性；',
  '（2）说明存货跌价准备计提是否充分。',
];
const ASKED = ask('1', LINES, ['sponsor', 'auditor', 'lawyer']);

/** The sections of a reply that begins behind 回复：. */
function outline(...body: string[]): string[] {
  const texts = ['问题 1', ...LINES, '回复：', ...body];
  const split = splitDraft(makeParts(texts), [ASKED]);
  expect(collectTexts(split)).toEqual(texts);
  return outlineSections(split, '1');
}

test('verifiers under one heading each get what they did and found themselves', () => {
  const lines = outline(
    '一、发行人说明',
    '正文。',
    '二、中介机构核查情况',
    '（一）核查程序',
    '1、保荐机构、发行人律师履行了以下核查程序：',
    '（1）访谈核心技术人员；',
    '2、申报会计师履行了以下核查程序：',
    '（1）检查合同；',
    '（二）核查意见',
    '1、经核查，保荐机构、发行人律师认为：不存在纠纷。',
    '2、经核查，申报会计师认为：费用归集准确。',
  );
  expect(lines.filter((line) => line.startsWith('#'))).toEqual([
    '# statement -',
    '# procedures sponsor',
    '# procedures auditor',
    '# conclusion sponsor',
    '# conclusion auditor',
  ]);
  expect(lines.slice(lines.indexOf('# conclusion sponsor'))).toEqual([
    '# conclusion sponsor',
    'H3 （二）核查意见',
    '1、经核查，保荐机构、发行人律师认为：不存在纠纷。',
    '# conclusion auditor',
    '2、经核查，申报会计师认为：费用归集准确。',
  ]);
});

test('an item repeated under 一、 heads what stands below （一）, one repeated under （1） is its equal', () => {
  expect(outline('一、说明存货余额增加的原因及合理性', '（一）备货策略', '正文。')).toEqual([
    '# statement -',
    'H2 一、说明存货余额增加的原因及合理性',
    'H3 （一）备货策略',
    '正文。',
  ]);
  expect(outline(LINES[1]!, '正文。')).toEqual(['# statement -', `H3 ${LINES[1]}`, '正文。']);
});

test('an item is known with the request to verify it behind it', () => {
  const item = `${LINES[2]}请会计师核查并发表意见。`;
  expect(outline(LINES[1]!, '原因一。', item, '充分。').filter((line) => line.startsWith('H'))).toEqual([`H3 ${LINES[1]}`, `H3 ${item}`]);
});

test('items answered one by one head their answers, the first as well', () => {
  const texts = ['问题 1', LINES[0]!, LINES[1]!, '【回复】', '原因一。', LINES[2]!, '【回复】', '充分。'];
  const split = splitDraft(makeParts(texts), [ASKED]);
  expect(collectTexts(split)).toEqual(texts);
  expect(split.replies[0]).toMatchObject({ restated: [{ text: LINES[0] }], replyLabel: null });
  expect(outlineSections(split, '1')).toEqual([
    '# statement -',
    `H3 ${LINES[1]}`,
    '【回复】',
    '原因一。',
    `H3 ${LINES[2]}`,
    '【回复】',
    '充分。',
  ]);
});

test('a question repeated in part above a reply that repeats its items again is left above it', () => {
  const texts = ['问题 1', LINES[0]!, LINES[1]!, '回复：', LINES[1]!, '原因一。', LINES[2]!, '充分。'];
  expect(splitDraft(makeParts(texts), [ASKED]).replies[0]!.restated).toHaveLength(2);
});

test('an item of which a heading repeats only the beginning, under its label, is the item', () => {
  expect(outline('（1）说明存货余额增加的原因', '原因一。')[1]).toBe('H3 （1）说明存货余额增加的原因');
  expect(outline('（2）说明存货余额增加的原因', '原因一。')[1]).toBe('H5 （2）说明存货余额增加的原因');
  const below = outline(LINES[1]!, '1、说明存货余额增加的原因', '原因一。');
  expect(below.slice(1, 3)).toEqual([`H3 ${LINES[1]}`, 'H4 1、说明存货余额增加的原因']);
});

test('what the letter asks behind an answer is no part of what a verifier said before it', () => {
  const asked = ['关于核心产品', '1.1 关于优势', '请说明优势。请保荐机构核查。', '1.2 关于试验', '请说明试验进展。请保荐机构核查。'];
  const question = { ...ask('1', asked, ['sponsor']), title: asked[0]! };
  const texts = [
    '问题1.关于核心产品',
    ...asked.slice(1, 3),
    '【回复】',
    '优势明显。',
    '经核查，保荐机构认为：属实。',
    ...asked.slice(3),
    '【回复】',
    '进展正常。',
    '经核查，保荐机构认为：正常。',
  ];
  const split = splitDraft(makeParts(texts), [question]);
  expect(collectTexts(split)).toEqual(texts);
  expect(split.replies[0]!.restated.map(({ exact }) => exact)).toEqual([true, true]);
  expect(outlineSections(split, '1')).toEqual([
    '# statement -',
    '优势明显。',
    '# conclusion sponsor',
    '经核查，保荐机构认为：属实。',
    '# statement -',
    ...asked.slice(3),
    '【回复】',
    '进展正常。',
    '# conclusion sponsor',
    '经核查，保荐机构认为：正常。',
  ]);
});

test.each(['问题1回复：', '对上述问题的答复：', '回  复：', '公司董事会回复：', '上市公司及相关方回复：', '<回复>'])(
  '%s is a label of the reply',
  (label) => {
    const { replyLabel, sections } = splitDraft(makeParts(['问题 1', ...LINES, label, '正文。']), [ASKED]).replies[0]!;
    expect([replyLabel?.text, sections[0]!.blocks.length]).toEqual([label, 1]);
  },
);

test('a label that says which part it answers stands in the reply', () => {
  expect(outline('公司回复（1）：', '正文。')).toEqual(['# statement -', '公司回复（1）：', '正文。']);
});

test('an opinion whose heading runs on in its paragraph, or whose sentence has no comma, is the verifier’s', () => {
  const said = '【会计师核查意见】经核查，会计师认为计提充分。';
  expect(outline('正文。', said)).toEqual(['# statement -', '正文。', '# conclusion auditor', said]);
  const plain = '会计师核查意见：经核查，计提充分。';
  expect(outline('正文。', plain)).toEqual(['# statement -', '正文。', '# conclusion auditor', plain]);
  const ended = outline('正文。', '二、会计师核查程序', '1、检查。', '经核查，我们认为公司计提充分。');
  expect(ended.slice(-2)).toEqual(['# conclusion auditor', '经核查，我们认为公司计提充分。']);
  expect(outline('正文。', '审计意见：标准无保留意见。')).toEqual(['# statement -', '正文。', '审计意见：标准无保留意见。']);
});
