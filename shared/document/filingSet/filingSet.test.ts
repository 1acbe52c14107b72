import { expect, test } from 'vitest';
import type { FilingEntry } from '../../domain/filingSet';
import { getFilingText } from '../filingBlock';
import { buildSnapshot, paragraph } from '../testing/buildSnapshot';
import { listBlocks } from '../testing/listBlocks';
import { assembleFilingList } from './assembleFilingList';
import { assembleWrittenReply } from './assembleWrittenReply';
import { fillPattern, keepNamesApart } from './nameFiles';

const VALUES = {
  序号: '01',
  公司: '青禾精工股份有限公司',
  简称: '青禾精工',
  代码: '300999',
  公告编号: '2025-021',
  函件: '年报问询函',
  文件: '回复公告',
};

test('a pattern is filled with what the matter and the file say, fit for every system', () => {
  expect(fillPattern('{序号} {简称}：{文件}', VALUES)).toBe('01 青禾精工：回复公告');
  expect(fillPattern('{代码}-{公告编号}_{函件}{文件}', VALUES)).toBe('300999-2025-021_年报问询函回复公告');
  expect(fillPattern('a/b:{文件}?', { ...VALUES, 文件: '回复"公告"' })).toBe('ab回复公告');
  expect(fillPattern('{未知}{文件}', VALUES)).toBe('{未知}回复公告');
  expect(fillPattern(' ', VALUES)).toBe('01 青禾精工：回复公告');
  expect(fillPattern('...', VALUES)).toBe('回复公告');
  expect(fillPattern('{文件}.docx', VALUES)).toBe('回复公告');
  expect(fillPattern('CON', VALUES)).toBe('_CON');
  expect(fillPattern('nul.{文件}', VALUES)).toBe('_nul.回复公告');
  expect(fillPattern('Console {文件}', VALUES)).toBe('Console 回复公告');
  expect(fillPattern('{文件}\u202e', VALUES)).toBe('回复公告');
});

test('a name too long for a file keeps what tells it from the others, and ends at a whole character', () => {
  const long = { ...VALUES, 函件: '关于'.repeat(60) };
  expect(fillPattern('{序号} {函件} {文件}', long)).toBe('01 回复公告');
  const cut = fillPattern('{文件}', { ...VALUES, 文件: '𠮷'.repeat(100) });
  expect(new TextEncoder().encode(cut).length).toBeLessThanOrEqual(200);
  expect(cut).toMatch(/^01 (?:𠮷)+$/u);
});

test('equal names are told apart, whatever their capitals', () => {
  expect(keepNamesApart(['a.pdf', 'A.pdf', 'b.pdf', 'a.pdf'])).toEqual(['a.pdf', 'A (2).pdf', 'b.pdf', 'a (3).pdf']);
});

test('the written reply is addressed to the regulator and announces nothing', () => {
  const snapshot = buildSnapshot({ questions: [{ no: '1', text: '请说明。', sections: [{ blocks: [paragraph('已说明。')] }] }] });
  const lines = listBlocks(assembleWrittenReply(snapshot).blocks);
  expect(lines.slice(0, 3)).toEqual([
    'Title 青禾精工股份有限公司关于年报问询函的回复',
    'Addressee 深圳证券交易所创业板公司管理部：',
    'ReplyBody 公司收到问询函，现回复如下：',
  ]);
  expect(lines.join('\n')).not.toMatch(/证券代码|特此公告|本公司及董事会全体成员保证/);
  expect(lines.at(-1)).toBe('SignOff 2025年6月5日');
});

test('the list names every document, and what has no file yet as missing', () => {
  const entry: FilingEntry = {
    title: '回复公告',
    announcementNo: '2025-021',
    category: '其他',
    disclosed: true,
    fileName: 'a.docx',
    pages: 82,
    pagesHow: 'printed',
    sha256: 'ab'.repeat(32),
  };
  const blocks = assembleFilingList('年报问询函', [
    entry,
    {
      ...entry,
      title: '会计师专项说明（盖章扫描件）',
      announcementNo: null,
      category: '',
      fileName: null,
      pages: null,
      pagesHow: null,
      sha256: null,
    },
    { ...entry, title: '回复公告（PDF）', pagesHow: 'counted' },
    { ...entry, title: '豁免披露登记表', pages: null, pagesHow: 'unpaged' },
  ]);
  const inner = blocks.flatMap((block) => (block.type === 'landscape' ? block.blocks : [block]));
  const table = inner.find((block) => block.type === 'table')!;
  const texts = table.layout.rows.map((row) =>
    row.cells.map((cell) => cell.content.map((part) => (part.type === 'line' ? part.text : '')).join('')),
  );
  expect(texts[1]).toEqual(['1', '回复公告', '2025-021', '其他', '披露', 'a.docx', '约82', 'ab'.repeat(32)]);
  expect(texts[2]!.slice(5, 7)).toEqual(['（缺）', '—']);
  expect([texts[3]![6], texts[4]![6]]).toEqual(['82', '—']);
  expect(texts[2]!.slice(2, 4)).toEqual(['—', '（未填）']);
  const sum = blocks.flatMap((block) => (block.type === 'paragraph' && block.style === 'ReplyLead' ? [getFilingText(block.inlines)] : []));
  expect(sum).toEqual(['本次报送的文件共4件，已备齐3件，尚缺1件：会计师专项说明（盖章扫描件）。未填写：公告类别。']);
  const notes = inner.flatMap((block) => (block.type === 'paragraph' && block.style === 'TableNote' ? [getFilingText(block.inlines)] : []));
  expect(notes).toEqual([expect.stringMatching(/^注1：标“约”的是 Word 文件/), expect.stringMatching(/^注2：工作簿、压缩包/)]);
});
