import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { BlockId, FileHash } from '../../../../shared/domain/ids';
import { aliasName, hideCell } from '../../../../shared/document/testing/buildRedactions';
import { buildSnapshot, paragraph } from '../../../../shared/document/testing/buildSnapshot';
import { buildTable } from '../../../../shared/document/testing/buildTable';
import { makeDocument } from '../makeDocument';
import { listPictures, readPictures } from './readPictures';

const FONT = ['Noto Sans CJK SC', 'Noto Sans CJK JP', 'Microsoft YaHei', 'PingFang SC'].find((name) => GlobalFonts.has(name));
if (!FONT) console.info('Words in pictures are not tested: this machine has no Chinese font to draw them with.');

/** A screenshot of small letters, as people paste them. */
function draw(lines: readonly string[]): Uint8Array {
  const canvas = createCanvas(480, 40 + lines.length * 30);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = `18px "${FONT}"`;
  lines.forEach((line, at) => context.fillText(line, 16, 36 + at * 30));
  return new Uint8Array(canvas.toBuffer('image/png'));
}

const redactions = [aliasName(['禾风机械'], '客户一'), hideCell('t', 'tr1', 'tc1', '13,579.24')];

async function make(picture: Uint8Array, looking = {}) {
  const hash = 'a'.repeat(64) as FileHash;
  const blockId = 'pic' as BlockId;
  const block = { type: 'picture' as const, blockId, file: hash, mime: 'image/png', alt: '截图', widthPx: 480, heightPx: 120 };
  const table = buildTable('t', {
    rows: [
      ['客户', '2024年度'],
      ['甲', '13,579.24'],
    ],
  });
  const snapshot = buildSnapshot({
    questions: [{ no: '1', text: '请说明。', sections: [{ blocks: [paragraph('如下：'), block] }] }],
    tables: [table],
    pictures: { [hash]: picture },
  });
  return makeDocument('redacted', snapshot, { former: null, redactions }, 'a.docx', looking);
}

describe.runIf(FONT)('words in pictures', () => {
  it.each([
    ['a name', ['销售合同', '买方：禾风机械', '签订日期：2024年5月']],
    ['an amount', ['2024年度销售收入', '合计 13,579.24 万元']],
  ])('refuse a document while they tell %s that is withheld', async (_what, lines) => {
    await expect(make(draw(lines))).rejects.toMatchObject({
      code: 'redaction-leak',
      data: {
        where: {
          data: { places: [{ data: { part: { key: 'leak.picture', data: { part: expect.stringContaining('word/media/') as string } } } }] },
        },
      },
    });
  });

  it('let a document pass that tells nothing, with the advice to look at each', async () => {
    const seen: [number, number][] = [];
    const { warnings } = await make(draw(['销售合同', '买方：客户一', '金额：见正文']), {
      onPicture: async (done: number, total: number) => void seen.push([done, total]),
    });
    expect(warnings.filter(({ code }) => code === 'pictures-recognised')).toMatchObject([{ message: { data: { count: 1 } } }]);
    expect(seen).toEqual([[0, 1]]);
  });

  it('are not read once the work is stopped', async () => {
    const stopping = new AbortController();
    stopping.abort();
    await expect(readPictures([{ part: 'a.png', bytes: draw(['没有看过的图']) }], { signal: stopping.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

it('finds pictures in archives inside archives, and says of drawings that they cannot be read', async () => {
  const drawing = new Uint8Array([1, 0, 0, 0, 108, 0, 0, 0]);
  const inner = zipSync({ 'xl/media/image1.emf': drawing });
  const found = listPictures('a.docx', zipSync({ 'word/embeddings/1.xlsx': inner, 'word/document.xml': new Uint8Array([60]) }));
  expect(found.map(({ part }) => part)).toEqual(['word/embeddings/1.xlsx › xl/media/image1.emf']);
  expect(await readPictures(found)).toEqual({ texts: [], read: 0, unread: 1 });
});
