import { expect, test } from 'vitest';
import type { Source } from '../domain/dataTable';
import type { BlockId, ColId, FigureId, FileHash, RowId, SourceId, TableId } from '../domain/ids';
import type { Block } from '../domain/reply';
import { assembleAnnouncement } from './assembleAnnouncement';
import { assembleReview } from './assembleReview';
import { listFigureSources } from './listFigureSources';
import { buildSnapshot } from './testing/buildSnapshot';
import { buildTable } from './testing/buildTable';
import { listBlocks } from './testing/listBlocks';

const TABLE = {
  ...buildTable('t', {
    headerRows: 1,
    rows: [
      ['项目', '2024年度', '2023年度'],
      ['营业收入', '120.00', '100.00'],
    ],
  }),
  sourceId: 's' as SourceId,
  place: { line: 9, endLine: 13 },
};
const SOURCE: Source = {
  sourceId: 's' as SourceId,
  file: 'hash' as FileHash,
  fileName: '年报.txt',
  role: 'evidence',
  disclosed: true,
  importedAt: '',
  tableCount: 1,
};

const refer = (col: number) => ({
  op: 'cell' as const,
  cell: { tableId: 't' as TableId, rowId: TABLE.rows[1]!.rowId as RowId, colId: TABLE.columns[col]!.colId as ColId },
});

/** A reply that cites a cell, a rate computed of two cells, and a number without a source. */
function buildMatter() {
  const figure = (id: string, text: string) => ({ type: 'figure' as const, figureId: id as FigureId, text });
  const block: Block = {
    type: 'paragraph',
    blockId: 'b' as BlockId,
    inlines: [
      { type: 'text', text: '营业收入为' },
      figure('f1', '120.00 万元'),
      { type: 'text', text: '，增长' },
      figure('f2', '20.00%'),
      { type: 'text', text: '，另有员工 346 人。' },
    ],
  };
  const snapshot = buildSnapshot({
    questions: [{ no: '1', text: '请说明。', sections: [{ blocks: [block] }] }],
    tables: [TABLE],
    figures: { f1: '120.00 万元', f2: '20.00%' },
    sources: [SOURCE],
  });
  const figures = new Map(snapshot.figures);
  figures.set('f1' as FigureId, { ...figures.get('f1' as FigureId)!, formula: refer(1) });
  figures.set('f2' as FigureId, { ...figures.get('f2' as FigureId)!, formula: { op: 'growth', args: [refer(1), refer(2)] } });
  return { ...snapshot, figures };
}

test('the list names file, place, row and column of every number, and what has no source', () => {
  const rows = listFigureSources(buildMatter())!.rows.map((row) => row.cells.map((cell) => cell.text));
  expect(rows).toEqual([
    ['序号', '问题', '数字', '出处', '所在位置'],
    ['1', '1', '120.00 万元', '年报.txt 第 9–13 行', '营业收入 / 2024年度：120.00'],
    ['2', '1', '20.00%', '年报.txt 第 9–13 行', '变动率：\n营业收入 / 2024年度：120.00\n营业收入 / 2023年度：100.00'],
    ['3', '1', '346 人', '无出处', ''],
  ]);
});

test('a copy for reviewers is the announcement, marked, with the list behind it', () => {
  const matter = buildMatter();
  const lines = listBlocks(assembleReview(matter).blocks);
  const announced = listBlocks(assembleAnnouncement(matter).blocks);
  expect(lines[0]).toBe('DocumentNo （审阅稿）');
  expect(lines.slice(1, announced.length + 1)).toEqual(announced);
  expect(lines.slice(announced.length + 1)).toEqual(['Heading1 附：数据出处表', 'table 5x4', 'AfterTable']);
});

test('a reply without numbers says so instead of an empty list', () => {
  const lines = listBlocks(assembleReview(buildSnapshot({ questions: [] })).blocks);
  expect(lines.slice(-2)).toEqual(['Heading1 附：数据出处表', 'ReplyBody 回复中没有数字。']);
});
