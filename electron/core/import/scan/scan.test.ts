import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { startTestCore } from '../../testing/temporaryCore';
import { openScan } from './scanPages';
import { buildScan, JPEG, type ScannedPage } from './testing/buildScan';
import { ENCODED_SQUARES } from './testing/encodedSquares';

const FONT = ['Noto Sans CJK SC', 'Noto Sans CJK JP', 'Microsoft YaHei', 'PingFang SC'].find((name) => GlobalFonts.has(name));
if (!FONT) console.info('Recognition is not tested: this machine has no Chinese font to draw a page with.');

const LETTER = [
  '关于对东方精工股份有限公司的年报问询函',
  '东方精工股份有限公司董事会：',
  '我部在年报审查中关注到如下事项：',
  '1、请你公司说明报告期存货大幅增长的原因。',
  '请年审会计师核查并发表明确意见。',
  '2、请你公司列示前五大供应商的名称、采购金额及占比。',
  '特此函告',
];

/** A page as a scanner would leave it: 1240 by 1754 pixels, black on white. */
function drawPage(lines: readonly string[]): Uint8Array {
  const canvas = createCanvas(1240, 1754);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = `36px "${FONT}"`;
  lines.forEach((line, at) => context.fillText(line, 100, 160 + at * 60));
  return new Uint8Array(canvas.toBuffer('image/jpeg'));
}

const scan = (...pages: (readonly string[])[]) =>
  buildScan(pages.map((lines) => ({ bytes: drawPage(lines), filter: JPEG, width: 1240, height: 1754 })));

async function drawFirst(page: ScannedPage) {
  const pages = await openScan(buildScan([page]), '函.pdf');
  try {
    return await pages.render(1);
  } finally {
    await pages.close();
  }
}

describe('a scan', () => {
  it('is opened page by page as pictures of bounded size', async () => {
    const pages = await openScan(scan(LETTER, []), '函.pdf');
    const { bytes, mime } = await pages.render(2);
    await pages.close();
    expect([pages.pages, mime]).toEqual([2, 'image/png']);
    const size = new DataView(bytes.buffer, bytes.byteOffset);
    expect(size.getUint32(16) * size.getUint32(20)).toBeLessThanOrEqual(4_000_000);
  });

  it.each(Object.entries(ENCODED_SQUARES))('packed as %s is drawn', async (_, square) => {
    const { bytes, isDrawn } = await drawFirst(square);
    const canvas = createCanvas(3, 3);
    canvas.getContext('2d').drawImage(await loadImage(Buffer.from(bytes)), 0, 0, 3, 3);
    const [corner, middle] = [0, 4].map((at) => canvas.data()[at * 4]!);
    expect([isDrawn, corner! > 200, middle! < 55]).toEqual([true, true, true]);
  });

  it.each([
    ['a broken picture', { ...ENCODED_SQUARES.JPX, bytes: ENCODED_SQUARES.JPX.bytes.slice(0, 60) }],
    ['a picture that decodes to nothing', { ...ENCODED_SQUARES.JBIG2, bytes: Buffer.from('nothing') }],
    ['a picture too large to decode', { bytes: Buffer.alloc(8), filter: JPEG, width: 30_000, height: 30_000 }],
  ])('says that %s could not be drawn', async (_, page) => {
    expect((await drawFirst(page)).isDrawn).toBe(false);
  });

  it('that is broken is refused by name', async () => {
    await expect(openScan(scan([]).subarray(0, 80), '函.pdf')).rejects.toMatchObject({ code: 'document-broken', data: { file: '函.pdf' } });
  });

  it('is never refused as a letter: it says how many pages wait for their words', async () => {
    const core = startTestCore();
    const read = await core.call('letter:preview', { file: core.write('函.pdf', scan(LETTER, LETTER)) });
    expect([read.scanPages, read.questions]).toEqual([2, []]);
    expect((await core.call('letter:preview', { file: core.write('函.jpg', drawPage(LETTER)) })).scanPages).toBe(1);
  });

  it.skipIf(!FONT)(
    'is recognised without a network, read as a letter, and stays marked until its pages were read against the pictures',
    async () => {
      const core = startTestCore();
      const file = core.write('函.pdf', scan(LETTER));
      const { pages } = await core.callJob('scan:recognise', { file });
      expect(core.events.filter(({ name }) => name === 'scan:recognised')).toHaveLength(1);
      const letter = { file, pages: pages.map(({ text }) => ({ text, confirmed: false })) };
      const { header, questions } = await core.call('letter:preview', letter);
      expect(header.company).toBe('东方精工股份有限公司');
      expect(questions.map(({ no, verifications }) => [no, verifications.map(({ role }) => role)])).toEqual([
        ['1', ['auditor']],
        ['2', []],
      ]);
      await core.call('project:new', { letter, target: null });
      const [{ letterId } = { letterId: '' as never }] = await core.call('letter:list', {});
      expect((await core.call('letter:text', { letterId })).pages.map(({ confirmed }) => confirmed)).toEqual([false]);
      expect((await core.call('scan:page', { file: null, letterId, page: 1 })).mime).toBe('image/png');
      await core.call('letter:confirmPage', { letterId, page: 1, confirmed: true });
      expect((await core.call('letter:text', { letterId })).pages.map(({ confirmed }) => confirmed)).toEqual([true]);
    },
    120_000,
  );

  it('can be stopped while it is recognised', async () => {
    const core = startTestCore();
    const { jobId } = await core.call('scan:recognise', { file: core.write('函.pdf', scan(LETTER, LETTER, LETTER)) });
    await core.call('job:cancel', { jobId });
    await expect.poll(() => core.events.find(({ name }) => name === 'job:failed')?.payload).toMatchObject({ error: { code: 'cancelled' } });
  });
});
