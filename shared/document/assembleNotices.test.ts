import { expect, test } from 'vitest';
import { assembleDeferral } from './assembleDeferral';
import { assembleReceipt } from './assembleReceipt';
import { buildSnapshot, type SnapshotText } from './testing/buildSnapshot';
import { listBlocks } from './testing/listBlocks';

const header = { dueOn: '2025-05-30' };
const questions = [
  { no: '1', label: '1、', text: '年报显示。请你公司：\n（1）说明原因。' },
  { no: '2', label: '问题 2', text: '请说明。' },
];

test('a receipt quotes the letter and says by when it will be answered; its number and date are blanks', () => {
  const { title, blocks } = assembleReceipt(buildSnapshot({ header, questions, details: { announcementNo: '2025-021' } }));
  expect(title).toBe('关于收到深圳证券交易所年报问询函的公告');
  const lines = listBlocks(blocks);
  expect(lines[0]).toBe('AnnCode 证券代码：300999\t证券简称：青禾精工\t公告编号：【    】');
  expect(lines.slice(4)).toEqual([
    'ReplyBody 青禾精工股份有限公司（以下简称“公司”）于2025年5月20日收到深圳证券交易所创业板公司管理部下发的《年报问询函》（创业板年报问询函〔2025〕第17号，以下简称“年报问询函”），现将年报问询函的主要内容公告如下：',
    'QuestionText 1、年报显示。请你公司：',
    'QuestionText （1）说明原因。',
    'ReplyLabel 问题2',
    'QuestionText 请说明。',
    'ReplyBody 公司将按照年报问询函的要求，积极组织相关各方对上述问题逐项落实，于2025年5月30日前回复年报问询函，并及时履行信息披露义务。敬请广大投资者注意投资风险。',
    'ReplyBody 特此公告。',
    'ReplyLead',
    'SignOff 青禾精工股份有限公司董事会',
    'SignOff 【    】年  月  日',
  ]);
});

const listDeferral = (text: Partial<SnapshotText>) => {
  const { title, blocks } = assembleDeferral(buildSnapshot({ header, questions, ...text }));
  return [title, ...listBlocks(blocks).slice(5, -3)];
};

test('before a deferral is recorded its reason and new day are blanks, and it apologises', () => {
  expect(listDeferral({})).toEqual([
    '关于延期回复深圳证券交易所年报问询函的公告',
    'ReplyBody 公司收到年报问询函后高度重视，积极组织相关人员及中介机构对所涉问题逐项落实。由于【    】，公司预计无法在2025年5月30日前完成全部回复工作。',
    'ReplyBody 为保证回复内容真实、准确、完整，经向深圳证券交易所申请，公司将延期回复年报问询函，预计于【    】前完成回复，并及时履行信息披露义务。',
    'ReplyBody 公司对延期回复年报问询函给投资者带来的不便深表歉意，敬请广大投资者谅解，并注意投资风险。',
    'ReplyBody 特此公告。',
  ]);
});

test('a chain of deferrals is told in order; a new day and an apology only where there are any', () => {
  const deferrals = [
    { announcedOn: '2025-05-29', dueOn: '2025-06-06' },
    { announcedOn: '2025-06-06', dueOn: null },
    { announcedOn: '2025-06-12', reason: '因部分事项需中介机构进一步核查。' },
  ];
  expect(listDeferral({ deferrals })).toEqual([
    '关于再次延期回复深圳证券交易所年报问询函的公告',
    'ReplyBody 公司于2025年5月29日披露了延期回复年报问询函的公告，经向深圳证券交易所申请，延期至2025年6月6日前回复年报问询函。',
    'ReplyBody 公司于2025年6月6日披露了延期回复年报问询函的公告，经向深圳证券交易所申请，延期回复年报问询函。',
    'ReplyBody 公司收到年报问询函后高度重视，积极组织相关人员及中介机构对所涉问题逐项落实。由于部分事项需中介机构进一步核查，公司预计无法如期完成全部回复工作。',
    'ReplyBody 为保证回复内容真实、准确、完整，经向深圳证券交易所申请，公司将再次延期回复年报问询函，并及时履行信息披露义务。',
    'ReplyBody 特此公告。',
  ]);
});

test('a notice is dated as its deferral was announced', () => {
  const { blocks } = assembleDeferral(buildSnapshot({ header, questions, deferrals: [{ announcedOn: '2025-05-29' }] }));
  expect(listBlocks(blocks).at(-1)).toBe('SignOff 2025年5月29日');
});

test('time is asked of whoever sent the letter, and a long title parts behind its name', () => {
  const bureau = '中国证券监督管理委员会浙江监管局';
  const { title, blocks } = assembleDeferral(buildSnapshot({ header: { ...header, regulator: bureau }, questions }));
  const lines = listBlocks(blocks);
  expect(title).toBe(`关于延期回复${bureau}年报问询函的公告`);
  expect(lines[2]).toBe(`Title 关于延期回复${bureau}\n年报问询函的公告`);
  expect(lines.some((line) => line.includes(`经向${bureau}申请`))).toBe(true);
});

test('a question the letter gives no label stands alone, and a notice takes its own number and date', () => {
  const snapshot = buildSnapshot({ header, questions: [{ no: '1', label: '', text: '请说明。' }] });
  const lines = listBlocks(assembleReceipt(snapshot, { announcementNo: '2025-009', announcedOn: '2025-05-21' }).blocks);
  expect(lines[0]).toContain('公告编号：2025-009');
  expect(lines.slice(5, 7)).toEqual(['QuestionText 请说明。', expect.stringMatching(/^ReplyBody 公司将按照/)]);
  expect(lines.at(-1)).toBe('SignOff 2025年5月21日');
});
