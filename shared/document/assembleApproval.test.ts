import { expect, test } from 'vitest';
import { assembleAnnouncement } from './assembleAnnouncement';
import { assembleApproval } from './assembleApproval';
import type { FilingBlock } from './filingBlock';
import { numberParagraphs } from './numberParagraphs';
import { buildCitedSnapshot } from './testing/buildCitedSnapshot';
import { buildSnapshot, paragraph } from './testing/buildSnapshot';
import { listBlocks } from './testing/listBlocks';

/** Cell texts of the first table of a document. */
function readFirstTable(blocks: readonly FilingBlock[]): string[][] {
  const table = blocks.find((block) => block.type === 'table')!;
  return table.layout.rows.map((row) =>
    row.cells.map((cell) => cell.content.map((part) => (part.type === 'line' ? part.text : '')).join('\n')),
  );
}

test('the first page tells the term, a place to sign, the cited figures by clause and what the checks doubt', () => {
  const { blocks } = assembleApproval(buildCitedSnapshot(true), null);
  expect(listBlocks(blocks).slice(0, 9)).toEqual([
    'Title 关于对深圳证券交易所年报问询函回复的公告\n（签批稿）',
    'ReplyBody 回复期限：【    】',
    'ReplyBody 签批：【    】',
    'Heading2 关键数字',
    'table 4x2',
    'AfterTable',
    'Heading2 待解决的疑点',
    'ReplyBody 核对没有发现错误和存疑。',
    'pageBreak',
  ]);
  expect(readFirstTable(blocks)).toEqual([
    ['问题', '数字', '所在句子', '披露'],
    ['1', '120.00万元\n20.00%', '营业收入为120.00万元，增长20.00%，另有员工346人', ''],
  ]);
});

test('the first page says that the copy holds what is withheld from the public', () => {
  const readLines = (holdsWithheld: boolean) => listBlocks(assembleApproval(buildCitedSnapshot(true), null, holdsWithheld).blocks);
  const said = 'ReplyBody 本稿含有豁免披露的内容，仅供公司内部签批，不得外传。';
  expect(readLines(true)[1]).toBe(said);
  expect(readLines(false)).not.toContain(said);
});

test('figures of evidence that is not disclosed are marked', () => {
  expect(readFirstTable(assembleApproval(buildCitedSnapshot(false), null).blocks)[1]![3]).toBe('首次披露');
});

test('what the checks doubt is listed in their words', () => {
  const snapshot = buildSnapshot({ questions: [{ no: '1', text: '请说明。', sections: [{ blocks: [paragraph('【待财务部提供】')] }] }] });
  const lines = listBlocks(assembleApproval(snapshot, null).blocks);
  expect(lines[lines.indexOf('Heading2 待解决的疑点') + 1]).toMatch(/^ReplyBody 1、(错误|存疑)：.*【待财务部提供】/);
});

test('the announcement follows whole, each paragraph of text with a number that counts on', () => {
  const snapshot = buildCitedSnapshot(true);
  const announced = assembleAnnouncement(snapshot).blocks;
  const numbered = numberParagraphs(announced);
  expect(numbered.filter((block) => block.type !== 'marginNumber')).toEqual(announced);
  const numbers = numbered.flatMap((block) => (block.type === 'marginNumber' ? [block.number] : []));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const lines = listBlocks(numbered);
  expect(lines[lines.indexOf('Heading1 问题1') - 1]).toMatch(/^\[\d+\]$/);
  expect(lines[lines.indexOf('SignOff 青禾精工股份有限公司董事会') - 1]).not.toMatch(/^\[/);
  expect(listBlocks(assembleApproval(snapshot, null).blocks).slice(-lines.length)).toEqual(lines);
});
