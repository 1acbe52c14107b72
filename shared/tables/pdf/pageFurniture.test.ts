import { expect, test } from 'vitest';
import { removeFurniture } from './pageFurniture';
import type { PdfLine } from './pdfPage';

const HEIGHT = 842;
const page = (number: number, head: string, foot: string, last: string) => {
  const place = (text: string, y: number) => ({ text, page: number, y }) as PdfLine;
  return { page: number, height: HEIGHT, lines: [place(head, 40), place('正文。', 400), place(last, 770), place(foot, 800)] };
};

test('a head that counts pages is no text, nor is a page number', () => {
  const { furniture, pages } = removeFurniture(
    [1, 2, 3].map((number) => page(number, `专项说明 第${number}页`, `${number}`, `末行${'甲乙丙'[number]}`)),
  );
  expect(furniture.repeated).toMatchObject([{ pages: [1, 2, 3] }]);
  expect(pages.map(({ lines }) => lines.length)).toEqual([2, 2, 2]);
});

test('sentences that differ in an amount or a rate are text, even at the foot of every page', () => {
  const { pages } = removeFurniture(
    [1, 2, 3].map((number) =>
      page(number, '专项说明', `${number}`, `${number},765.78万元，占${number}2.5%，主要系需求变化所致。公司已按照准则的`),
    ),
  );
  expect(pages.map(({ lines }) => lines.length)).toEqual([2, 2, 2]);
});

test.each(['回复：', '【会计师核查意见】', '单位：万元'])('%s at the top of pages leads to what follows', (head) => {
  const { furniture, pages } = removeFurniture([1, 2, 3].map((number) => page(number, head, `${number}`, `末行${'甲乙丙'[number - 1]}`)));
  expect(furniture.repeated).toEqual([]);
  expect(pages.map(({ lines }) => lines.length)).toEqual([3, 3, 3]);
});
