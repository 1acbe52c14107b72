import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../../shared/ipc/errors';
import { readLetterText } from '../readLetterText';
import { readSource } from '../readSource';
import { readPdf } from './readPdf';
import { buildPdf, drawGrid, drawText } from './testing/buildPdf';
import { message } from '../../../../shared/domain/message';

/** Lines of 30 characters at 12 points between 90 and 450, 20 apart. */
const LEFT = 90;
const STEP = 20;
const drawLines = (lines: readonly string[], top = 100) =>
  lines.map((line, i) => drawText(line.trimStart(), LEFT + (line.length - line.trimStart().length) * 12, top + i * STEP)).join('');
const texts = async (pages: readonly string[]) =>
  (await readPdf(buildPdf(pages), '函.pdf')).parts.map((part) => part.type === 'paragraph' && part.text);
const fill = (start: string, length = 30) => start + '甲乙丙丁戊己庚辛壬癸'.repeat(3).slice(0, length - start.length);

describe('readPdf', () => {
  // First, so that loading the library is watched too.
  it('says nothing on the console', async () => {
    const warn = vi.spyOn(console, 'warn');
    const log = vi.spyOn(console, 'log');
    await texts([drawText('年报问询函', 90, 100)]);
    expect(warn).not.toHaveBeenCalled();
    expect(log).not.toHaveBeenCalled();
  });

  it('reads Chinese text in a font that is not embedded', async () => {
    expect(await texts([drawText('关于对云岭示例股份有限公司的年报问询函', 120, 100, 18)])).toEqual([
      '关于对云岭示例股份有限公司的年报问询函',
    ]);
  });

  it('joins what pages cut and leaves out numbers and heads, each with a warning', async () => {
    const page = (number: number, lines: readonly string[]) =>
      drawText('云岭示例股份有限公司', 90, 40, 9) + drawLines(lines) + drawText(String(number), 290, 810, 9);
    const first = [`　　${fill('报告期内，你公司', 28)}`, fill('存货', 30), fill('应收账款', 30), fill('其他', 30)];
    const { parts, warnings } = await readPdf(
      buildPdf([page(1, first), page(2, ['余额增加。', `　　${fill('请你公司说明', 28)}`, '原因。'])]),
      '函.pdf',
    );
    expect(parts).toEqual([
      { type: 'paragraph', text: [...first.map((line) => line.trim()), '余额增加。'].join(''), place: { page: 1 } },
      { type: 'paragraph', text: `${fill('请你公司说明', 28)}原因。`, place: { page: 2 } },
    ]);
    expect(warnings.map(({ code, place }) => [code, place])).toEqual([
      ['page-head-left-out', { page: 1 }],
      ['page-number-left-out', { page: 1 }],
    ]);
  });

  it('reads a ruled table with its spans, apart from the text around it', async () => {
    const grid = drawGrid([90, 200, 300, 400], [150, 170, 190]) + drawText('项目', 95, 164, 10) + drawText('收入', 205, 164, 10);
    const body = drawText('主营业务', 95, 184, 10) + drawText('壹', 205, 184, 10) + drawText('贰', 305, 184, 10);
    const { parts } = await readPdf(buildPdf([drawText('具体如下：', 90, 130) + grid + body + drawText('以上。', 90, 220)]), '表.pdf');
    expect(parts.map((part) => (part.type === 'table' ? part.table.cells.map((row) => row.map(({ text }) => text)) : part.text))).toEqual([
      '具体如下：',
      [
        ['项目', '收入', ''],
        ['主营业务', '壹', '贰'],
      ],
      '以上。',
    ]);
  });

  it('joins a table across pages and drops the repeated header', async () => {
    const page = (rows: readonly string[][], top: number) =>
      drawGrid(
        [90, 250, 400],
        Array.from({ length: rows.length + 1 }, (_, i) => top + i * 20),
      ) + rows.map((row, r) => row.map((text, c) => drawText(text, [95, 255][c]!, top + r * 20 + 14, 10)).join('')).join('');
    const bytes = buildPdf([
      page(
        [
          ['项目', '金额'],
          ['甲', '1'],
        ],
        760,
      ),
      page(
        [
          ['项目', '金额'],
          ['乙', '2'],
        ],
        80,
      ),
    ]);
    const { parts } = await readPdf(bytes, '表.pdf');
    expect(parts.map((part) => part.type === 'table' && part.table.cells.map((row) => row.map(({ text }) => text)))).toEqual([
      [
        ['项目', '金额'],
        ['甲', '1'],
        ['乙', '2'],
      ],
    ]);
  });

  it('counts pages for progress and stops when told', async () => {
    const pages = Array.from({ length: 3 }, (_, i) => drawText(`第${i}项`, 90, 100));
    const seen: number[] = [];
    await readSource(buildPdf(pages), '表.pdf', { onPage: async (done, total) => void seen.push(done, total) });
    expect(seen).toEqual([1, 3, 2, 3, 3, 3]);
    const onPage = async () => {
      throw new AppError('cancelled');
    };
    await expect(readSource(buildPdf(pages), '表.pdf', { onPage })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('readPdf refuses', () => {
  const ask = (bytes: Uint8Array) => expect(readLetterText(bytes, '函.pdf')).rejects;

  it('a file with a password', async () => {
    const trailer = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >>`;
    await ask(buildPdf([drawText('文字', 90, 100)], { trailer })).toMatchObject({ code: 'encrypted-file', data: { file: '函.pdf' } });
  });

  it('a file that is cut off or garbage behind its header', async () => {
    const whole = buildPdf([drawText('文字', 90, 100)]);
    await ask(whole.subarray(0, 60)).toMatchObject({ code: 'document-broken', data: { file: '函.pdf' } });
    const garbage = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4096, 0xa7)]);
    await ask(garbage).toMatchObject({ code: 'document-broken' });
  });

  it('a scan, and says what to do', async () => {
    await expect(readSource(buildPdf(['0 0 100 100 re f\n']), '表.pdf')).rejects.toMatchObject({
      code: 'unsupported-format',
      data: { advice: message('advice.scan') },
    });
  });
});

describe('readPdf runs and fetches nothing', () => {
  it('a script that opens with the file stays text', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (globalThis.ran = true; app.launchURL\\("http://example.invalid"\\)) >>';
    const bytes = buildPdf([drawText('年报问询函', 90, 100)], { catalog });
    await readPdf(bytes, '函.pdf');
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
  });
});
