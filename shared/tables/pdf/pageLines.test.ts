import { describe, expect, it } from 'vitest';
import { closeCjkBlanks } from './cjkBlanks';
import { hasColumns, readPageLines } from './pageLines';
import type { PdfText } from './pdfPage';

/** A piece of text at 10 points: Chinese characters are 10 wide, others 5. */
function piece(text: string, x: number, y: number, fontSize = 10): PdfText {
  const width = Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2000 ? fontSize : fontSize / 2), 0);
  return { text, x, y, width, fontSize };
}
const read = (...items: PdfText[]) =>
  readPageLines({ page: 1, width: 600, height: 800, items, rules: [] }, new Map()).map(({ text }) => closeCjkBlanks(text));

describe('readPageLines', () => {
  it('puts pieces of one baseline together from left to right, lines from top to bottom', () => {
    expect(read(piece('第二行', 100, 120), piece('乙', 110, 100), piece('甲', 100, 100))).toEqual(['甲乙', '第二行']);
  });

  it('reads a superscript in its line', () => {
    expect(read(piece('面积', 100, 100), piece('2', 120, 96, 5), piece('合计', 123, 100))).toEqual(['面积2合计']);
  });

  it('reads words printed wide as one word, in one piece or many', () => {
    expect(read(piece('深 圳 证 券 交 易 所', 100, 100))).toEqual(['深圳证券交易所']);
    expect(read(...Array.from('关注函').map((char, i) => piece(char, 100 + i * 40, 100)))).toEqual(['关注函']);
  });

  it('drops blanks that fill a line between Chinese characters and keeps those between words', () => {
    expect(read(piece('公 司与', 100, 100), piece('Sample', 138, 100), piece('Holding', 171, 100), piece('签约', 209, 100))).toEqual([
      '公司与 Sample Holding 签约',
    ]);
  });

  it('keeps what stands far apart in one line apart', () => {
    expect(read(piece('董事长张三', 100, 100), piece('董事李四', 200, 100))).toEqual(['董事长张三 董事李四']);
  });

  it('puts marks that were drawn before the line they stand in back into its gaps', () => {
    const quotes = [piece('“', 130, 100), piece('”', 155, 100)].map((item) => ({ ...item, width: 5 }));
    const line = { ...piece('不存在 大洗 的情形', 100, 100), width: 100 };
    expect(read(...quotes, line)).toEqual(['不存在“大洗”的情形']);
    const both = [
      { ...piece('”“', 130, 100), width: 10 },
      { ...piece('甲乙丙 丁 2024年', 100, 100), width: 75 },
    ];
    expect(read(...both)).toEqual(['甲乙丙”“丁 2024年']);
    expect(read({ ...piece('公司 Sample', 100, 100), width: 60 }, piece('签约', 165, 100))).toEqual(['公司 Sample 签约']);
  });

  it('reads bold made by printing twice once', () => {
    expect(read(piece('合计', 100, 100), piece('合计', 100.4, 100))).toEqual(['合计']);
  });
});

describe('hasColumns', () => {
  it('sees cells side by side, but not a head with two parts alone', () => {
    const text = Array.from({ length: 6 }, (_, i) => piece('正文正文正文', 100, 100 + i * 20));
    const head = [piece('证券代码', 100, 50), piece('公告编号', 300, 50)];
    expect(hasColumns({ items: [...head, ...text] })).toBe(false);
    expect(hasColumns({ items: [...head, ...text, piece('100', 300, 160)] })).toBe(true);
  });
});
