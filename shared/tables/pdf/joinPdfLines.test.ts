import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPdfLines } from './joinPdfLines';
import type { PdfLine } from './pdfPage';
import { measureText } from './wordWidth';

const EM = 10;
const LEFT = 100;
/** Characters on a full line. */
const WIDTH = 30;

/** Lines on one page, 16 points apart; leading ideographic blanks are indents. */
function lay(texts: readonly string[], page = 1): PdfLine[] {
  return texts.map((text, i) => {
    const body = text.replace(/^\u3000+/, '');
    const x = LEFT + (text.length - body.length) * EM;
    return { page, text: body, x, right: x + measureText(body) * EM, y: 100 + i * 16, fontSize: EM, segments: [] };
  });
}

/** Paragraphs as a page prints them: two characters indented, cut at the right margin. */
function wrap(paragraph: string): string[] {
  const lines = [`\u3000\u3000${paragraph.slice(0, WIDTH - 2)}`];
  for (let at = WIDTH - 2; at < paragraph.length; at += WIDTH) lines.push(paragraph.slice(at, at + WIDTH));
  return lines;
}
const join = (...runs: PdfLine[][]) => joinPdfLines(runs).map((paragraphs) => paragraphs.map(({ text }) => text));
const fill = (start: string, length: number) => (start + '甲乙丙丁戊己庚辛壬癸'.repeat(20)).slice(0, length);
const frame = [fill('报告期内公司', 70), fill('截至期末公司', 80), fill('除此之外公司', 95)];

describe('joinPdfLines', () => {
  it('gives indented paragraphs back as they were before they were wrapped', () => {
    const paragraph = integer({ min: 3, max: 200 }).map((length) => `${fill('请你公司', length)}。`);
    assert(
      property(array(paragraph, { minLength: 1, maxLength: 12 }), (paragraphs) => {
        const all = [...frame, ...paragraphs];
        expect(join(lay(all.flatMap(wrap)))).toEqual([all]);
      }),
    );
  });

  it('goes on over a page end and says on which pages a paragraph stands', () => {
    const lines = [...frame, fill('请你公司', 60)].flatMap(wrap);
    const [paragraphs] = joinPdfLines([[...lay(lines.slice(0, -1)), ...lay(lines.slice(-1), 2)]]);
    expect(paragraphs!.at(-1)).toEqual({ text: fill('请你公司', 60), page: 1, endPage: 2 });
  });

  it('begins a paragraph at a label behind a finished sentence', () => {
    const full = `${fill('说明收入', WIDTH - 1)}；`;
    expect(join(lay([full, full, '（2）说明成本。', '（3）说明费用。']))[0]!.slice(-2)).toEqual(['（2）说明成本。', '（3）说明费用。']);
  });

  it('keeps a short line apart from the next', () => {
    expect(join(lay([...frame.flatMap(wrap), '\u3000\u3000回复：', '\u3000\u3000公司说明如下。']))[0]!.slice(-2)).toEqual([
      '回复：',
      '公司说明如下。',
    ]);
  });

  it('puts a blank between Latin words that a line end parted, none inside Chinese text', () => {
    const first = `${fill('公司与', 24)}Alpha Beta`;
    expect(join(lay([first, 'Gamma Holding签约', ...wrap(frame[0]!), ...wrap(frame[1]!)]))[0]![0]).toBe(`${first} Gamma Holding签约`);
  });

  it('keeps a number set at the right apart from the salutation below it', () => {
    const number = '示例函〔2030〕第1号';
    const right = `${'\u3000'.repeat(WIDTH - Math.ceil(measureText(number)))}${number}`;
    const salutation = '云岭示例股份有限公司董事会：';
    expect(join(lay([right, salutation, ...frame.flatMap(wrap)]))[0]!.slice(0, 2)).toEqual([number, salutation]);
  });

  it('keeps a centred number apart from the centred title, and a title broken behind 的 together', () => {
    const centre = (text: string, y: number, page: number): PdfLine => {
      const x = LEFT + ((WIDTH - measureText(text)) / 2) * EM;
      return { page, text, x, right: x + measureText(text) * EM, y, fontSize: EM, segments: [] };
    };
    const head = [centre('关于对云岭示例股份有限公司的', 40, 1), centre('年报问询函', 56, 1), centre('示例函〔2030〕第1号', 72, 1)];
    expect(join([...head, ...lay(frame.flatMap(wrap))])[0]!.slice(0, 2)).toEqual([
      '关于对云岭示例股份有限公司的年报问询函',
      '示例函〔2030〕第1号',
    ]);
  });
});
