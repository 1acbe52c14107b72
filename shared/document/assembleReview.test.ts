import { expect, test } from 'vitest';
import { assembleAnnouncement } from './assembleAnnouncement';
import { assembleReview } from './assembleReview';
import { listFigureSources } from './listFigureSources';
import { buildCitedSnapshot } from './testing/buildCitedSnapshot';
import { buildSnapshot } from './testing/buildSnapshot';
import { listBlocks } from './testing/listBlocks';

test('the list names file, place, row and column of every number, and what has no source', () => {
  const rows = listFigureSources(buildCitedSnapshot(true))!.rows.map((row) => row.cells.map((cell) => cell.text));
  expect(rows).toEqual([
    ['序号', '问题', '数字', '出处', '所在位置'],
    ['1', '1', '120.00 万元', '年报.txt 第 9–13 行', '营业收入 / 2024年度：120.00'],
    ['2', '1', '20.00%', '年报.txt 第 9–13 行', '变动率：\n营业收入 / 2024年度：120.00\n营业收入 / 2023年度：100.00'],
    ['3', '1', '346 人', '无出处', ''],
  ]);
});

test('a copy for reviewers is the announcement, marked, with the list behind it', () => {
  const matter = buildCitedSnapshot(true);
  const lines = listBlocks(assembleReview(matter).blocks);
  const announced = listBlocks(assembleAnnouncement(matter).blocks);
  expect(lines[0]).toBe('DocumentNo （审阅稿）');
  expect(lines.slice(1, announced.length + 1)).toEqual(announced);
  expect(lines.slice(announced.length + 1)).toEqual([
    'Heading1 待解决的疑点',
    'ReplyBody 核对没有发现错误和存疑。',
    'Heading1 附：数据出处表',
    'table 5x4',
    'AfterTable',
  ]);
});

test('a reply without numbers says so instead of an empty list', () => {
  const lines = listBlocks(assembleReview(buildSnapshot({ questions: [] })).blocks);
  expect(lines.slice(-2)).toEqual(['Heading1 附：数据出处表', 'ReplyBody 回复中没有数字。']);
});
