import { expect, test } from 'vitest';
import type { BlockId, FigureId } from '../domain/ids';
import type { Block } from '../domain/reply';
import { assembleAnnouncement } from './assembleAnnouncement';
import { buildSnapshot, heading, paragraph, tableBlock, type SnapshotText } from './testing/buildSnapshot';
import { buildTable } from './testing/buildTable';
import { listBlocks } from './testing/listBlocks';

function listAnnouncement(text: SnapshotText): string[] {
  return listBlocks(assembleAnnouncement(buildSnapshot(text)).blocks);
}

/** What stands between the preamble and 特此公告. */
function listReplies(text: SnapshotText): string[] {
  const lines = listAnnouncement(text);
  return lines.slice(5, lines.indexOf('ReplyBody 特此公告。'));
}

const table = buildTable('t', {
  unit: '万元',
  notes: ['注：未经审计。', ' '],
  rows: [
    ['项目', '2024 年度'],
    ['营业收入', '1.00'],
  ],
});

test('an announcement has its code line, title, guarantee, preamble, questions, replies and sign-off', () => {
  expect(
    listAnnouncement({
      details: { announcementNo: '2025-021' },
      tables: [table],
      questions: [
        {
          no: '1',
          text: '年报显示，营业收入 1.00 亿元。请你公司：\n（1）说明原因；\n请会计师核查。',
          sections: [
            {
              blocks: [
                heading(2, '一、公司说明及分析'),
                heading(3, '（一）说明原因；'),
                paragraph('情况如下：'),
                tableBlock('t'),
                paragraph('综上。'),
              ],
            },
            { role: 'procedures', verifier: 'auditor', blocks: [heading(2, '二、会计师核查程序'), paragraph('1、检查合同。')] },
            { role: 'conclusion', verifier: 'auditor', blocks: [heading(2, '三、会计师核查结论'), paragraph('经核查，真实。')] },
          ],
        },
      ],
    }),
  ).toEqual([
    'AnnCode 证券代码：300999\t证券简称：青禾精工\t公告编号：2025-021',
    'Title 青禾精工股份有限公司',
    'Title 关于对深圳证券交易所年报问询函回复的公告',
    'Guarantee 本公司及董事会全体成员保证信息披露的内容真实、准确、完整，没有虚假记载、误导性陈述或重大遗漏。',
    'ReplyBody 公司收到问询函，现回复如下：',
    'Heading1 问题1',
    'QuestionText 年报显示，营业收入1.00亿元。请你公司：',
    'QuestionText （1）说明原因；',
    'QuestionText 请会计师核查。',
    'ReplyLabel 回复：',
    'Heading2 一、公司说明及分析',
    'Heading3 （一）说明原因；',
    'ReplyLead 情况如下：',
    'TableUnit 单位：万元',
    'table 2x2',
    'TableNote 注：未经审计。',
    'ReplyBody 综上。',
    'Heading2 二、会计师核查程序',
    'ReplyBody 1、检查合同。',
    'Heading2 三、会计师核查结论',
    'ReplyBody 经核查，真实。',
    'ReplyBody 特此公告。',
    'ReplyLead',
    'SignOff 青禾精工股份有限公司董事会',
    'SignOff 2025年6月5日',
  ]);
});

test('what is not known is a visible blank, never a gap', () => {
  const lines = listAnnouncement({
    details: { announcementNo: ' ', preamble: '', code: '' },
    header: { receivedOn: null, regulator: null, letterNo: null },
    questions: [{ no: '1', text: '请说明。' }],
  });
  expect(lines[0]).toBe('AnnCode 证券代码：【    】\t证券简称：青禾精工\t公告编号：【    】');
  expect(lines[4]).toBe(
    'ReplyBody 青禾精工股份有限公司（以下简称“公司”）于【    】收到【    】创业板公司管理部下发的《年报问询函》（以下简称“年报问询函”）。公司董事会高度重视，对年报问询函所提问题逐项进行了核查落实，现回复如下：',
  );
  expect(lines.slice(5, 9)).toEqual(['Heading1 问题1', 'QuestionText 请说明。', 'ReplyLabel 回复：', 'ReplyBody 【    】']);
});

test('the preamble calls the letter by its own name and number', () => {
  const lines = listAnnouncement({ details: { preamble: '' }, header: { kind: '关注函' }, questions: [] });
  expect(lines[4]).toContain(
    '于2025年5月20日收到深圳证券交易所创业板公司管理部下发的《关注函》（创业板年报问询函〔2025〕第17号，以下简称“关注函”）',
  );
});

test('each exchange has its own guarantee', () => {
  const guarantees = (['szse', 'sse', 'bse'] as const).map((exchange) =>
    listAnnouncement({ details: { exchange }, questions: [] })[3]!.slice(10, 26),
  );
  expect(guarantees).toEqual(['本公司及董事会全体成员保证信息披', '本公司董事会及全体董事保证本公告', '本公司及董事会全体成员保证公告内']);
});

test('closing words, signature and date are as the project says', () => {
  const details = { closing: false, signedOn: '', signature: '青禾精工股份有限公司\n董事会办公室' };
  expect(listAnnouncement({ details, questions: [] }).slice(5)).toEqual([
    'ReplyLead',
    'SignOff 青禾精工股份有限公司',
    'SignOff 董事会办公室',
  ]);
});

test('sections without a heading of their own get one that says whose words follow, and an unwritten one shows a blank', () => {
  const sections = [
    { blocks: [paragraph('说明如下。')] },
    { role: 'procedures' as const, verifier: 'sponsor' as const, blocks: [paragraph(' ')] },
    { role: 'conclusion' as const, verifier: 'sponsor' as const, blocks: [] },
  ];
  expect(listReplies({ questions: [{ no: '1', text: '请说明。', sections }] }).slice(3)).toEqual([
    'Heading2 一、公司说明及分析',
    'ReplyBody 说明如下。',
    'Heading2 二、保荐机构核查程序',
    'ReplyBody 【    】',
    'Heading2 三、保荐机构核查结论',
    'ReplyBody 【    】',
  ]);
});

test('a section of nothing but its heading is unwritten and shows a blank', () => {
  const sections = [
    { blocks: [heading(2, '一、公司说明及分析'), paragraph('')] },
    { role: 'conclusion' as const, verifier: 'auditor' as const, blocks: [heading(2, '二、会计师核查结论'), heading(3, '（一）')] },
  ];
  expect(listReplies({ questions: [{ no: '1', text: '请说明。', sections }] }).slice(3)).toEqual([
    'Heading2 一、公司说明及分析',
    'ReplyBody 【    】',
    'Heading2 二、会计师核查结论',
    'Heading3 （一）',
    'ReplyBody 【    】',
  ]);
});

test('a reply of one section stands as it was written', () => {
  expect(listReplies({ questions: [{ no: '1', text: '请说明。', sections: [{ blocks: [paragraph('如下。')] }] }] }).slice(3)).toEqual([
    'ReplyBody 如下。',
  ]);
});

test('questions are headed as the letter heads them', () => {
  const questions = [
    { no: '1', label: '1．', text: '甲' },
    { no: '2', label: '二、', title: '关于存货', text: '乙' },
    { no: '3', label: '事项三：', text: '丙' },
    { no: '4', label: '【问题 4】', text: '丁' },
    { no: '5', label: '5.', title: '关于现金流', text: '关于现金流。年报显示' },
  ];
  expect(listReplies({ questions }).filter((line) => line.startsWith('Heading1'))).toEqual([
    'Heading1 问题1',
    'Heading1 问题2：关于存货',
    'Heading1 事项三',
    'Heading1 【问题4】',
    'Heading1 问题5',
  ]);
});

test('figures print the words they show now, with the blanks around them gone', () => {
  const block: Block = {
    type: 'paragraph',
    blockId: 'p' as BlockId,
    inlines: [
      { type: 'text', text: '营业收入 ', bold: true },
      { type: 'figure', figureId: 'f' as FigureId, text: '旧', style: { bold: true } },
      { type: 'break' },
      { type: 'figure', figureId: 'gone' as FigureId, text: '2.00' },
      { type: 'text', text: ' 万元\t' },
    ],
  };
  const { blocks } = assembleAnnouncement(
    buildSnapshot({ questions: [{ no: '1', text: '甲', sections: [{ blocks: [block] }] }], figures: { f: '1.00亿元' } }),
  );
  expect(blocks[8]).toEqual({
    anchor: 'p',
    type: 'paragraph',
    style: 'ReplyBody',
    inlines: [
      { type: 'text', text: '营业收入', bold: true },
      { type: 'text', text: '1.00亿元', bold: true },
      { type: 'break' },
      { type: 'text', text: '2.00' },
      { type: 'text', text: '万元' },
      { type: 'tab' },
    ],
  });
});

test('lists are numbered one after another over the whole document', () => {
  const item = (kind: 'bullet' | 'number', depth: number, text: string): Block => ({
    type: 'listItem',
    blockId: text as BlockId,
    kind,
    depth,
    inlines: [{ type: 'text', text }],
  });
  const blocks = [item('number', 0, 'a'), item('number', 1, 'b'), paragraph('间'), item('bullet', 0, 'c')];
  const questions = [
    { no: '1', text: '甲', sections: [{ blocks }, { blocks: [item('number', 0, 'd'), tableBlock('t')] }] },
    { no: '2', text: '乙', sections: [{ blocks: [item('number', 0, 'e')] }] },
  ];
  expect(listReplies({ questions, tables: [table] }).filter((line) => /^(number|bullet)/.test(line))).toEqual([
    'number 0.0 a',
    'number 0.1 b',
    'bullet 1.0 c',
    'number 2.0 d',
    'number 3.0 e',
  ]);
});

test('a picture fits the page in its own proportions, and one that cannot be filed leaves a visible mark', () => {
  const picture = (mime: string, widthPx: number, heightPx: number): Block =>
    ({ type: 'picture', blockId: 'x' as BlockId, file: 'hash', mime, alt: '供热面积', widthPx, heightPx }) as Block;
  const blocks = [
    paragraph('如图：'),
    picture('image/png', 2000, 1000),
    picture('image/png', 100, 5000),
    picture('image/png', 40, 30),
    picture('image/svg+xml', 1, 1),
  ];
  const lines = listReplies({ questions: [{ no: '1', text: '甲', sections: [{ blocks }] }], pictures: { hash: new Uint8Array() } });
  expect(lines.slice(3)).toEqual([
    'ReplyLead 如图：',
    'picture 553x276 供热面积',
    'picture 14x744 供热面积',
    'picture 40x30 供热面积',
    'Figure 【图片：供热面积】',
  ]);
});

test('a table the snapshot does not hold is a broken invariant, not a missing table', () => {
  expect(() => listAnnouncement({ questions: [{ no: '1', text: '甲', sections: [{ blocks: [tableBlock('gone')] }] }] })).toThrow('gone');
});

test('回复： said again for an item stands as a label, whoever wrote it', () => {
  const lines = listReplies({
    questions: [
      { no: '1', text: '请说明。', sections: [{ blocks: [heading(3, '（2）说明原因'), paragraph('回复：'), paragraph('回复如上。')] }] },
    ],
  });
  expect(lines).toEqual([
    'Heading1 问题1',
    'QuestionText 请说明。',
    'ReplyLabel 回复：',
    'Heading3 （2）说明原因',
    'ReplyLabel 回复：',
    'ReplyBody 回复如上。',
  ]);
});

test('a title a little too long for its line is broken before its last words', () => {
  const printTitle = (title: string) => listAnnouncement({ details: { title }, questions: [] })[2];
  expect(printTitle('关于2029年年度报告的信息披露监管问询函的回复公告')).toBe('Title 关于2029年年度报告的信息披露监管问询函的\n回复公告');
  expect(printTitle('关于对深圳证券交易所关注函回复的公告')).toBe('Title 关于对深圳证券交易所关注函回复的公告');
});
