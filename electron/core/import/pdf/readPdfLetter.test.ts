import { expect, it } from 'vitest';
import { readLetterText } from '../readLetterText';
import { buildPdf, drawText, PAGE } from './testing/buildPdf';

/** A page of lines, with its head and its number at the foot. */
function drawPage(number: number, lines: readonly string[]): string {
  const body = lines.map((line, at) => drawText(line, 90, 120 + at * 22)).join('');
  return drawText('蓝鹭精工问询函', 90, 50) + body + drawText(String(number), PAGE.width / 2, PAGE.height - 40);
}

it('tells what a PDF’s pages had around the letter and what was read otherwise than printed, by page', async () => {
  const pages = [
    [
      '　　1、年报显示，你公司报告期末存货账面余额大幅增⻓，较上年',
      '末增长百分之五十。请你公司说明存货大幅增长的原因及合理性。',
      '　　2、请你公司说明商誉减值测试的过程。',
    ],
    ['　　3、请你公司列示前五大供应商的名称、采购金额及占比，并说', '明是否存在关联关系。', '　　特此函告'],
    ['　　深圳证券交易所'],
  ];
  const { text, cleaned } = await readLetterText(buildPdf(pages.map((lines, at) => drawPage(at + 1, lines))), '函.pdf');
  expect(text).toContain('大幅增长，较上年末增长百分之五十');
  const told = cleaned.map(({ kind, page, original, kept }) => [kind, page, original, kept]);
  for (const page of [1, 2, 3]) {
    expect(told).toContainEqual(['pageHead', page, '蓝鹭精工问询函', '']);
    expect(told).toContainEqual(['pageNumber', page, String(page), '']);
  }
  expect(told).toContainEqual(['glyph', 1, '⻓', '长']);
  expect(told.filter(([kind]) => kind === 'lineJoin').map(([, page]) => page)).toEqual([1, 2]);
});
