import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { aliasName } from '../../../shared/document/testing/buildRedactions';
import { newId } from '../../../shared/domain/ids';
import { makeSampleProject } from '../testing/sampleProject';
import { startTestCore } from '../testing/temporaryCore';

const FONT = ['Noto Sans CJK SC', 'Noto Sans CJK JP', 'Microsoft YaHei', 'PingFang SC'].find((name) => GlobalFonts.has(name));
if (!FONT) console.info('Pictures in review copies are not tested: this machine has no Chinese font to draw them with.');

/** A project whose first reply shows a picture of the words, with a name withheld. */
async function showPicture(words: string) {
  const canvas = createCanvas(520, 90);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 520, 90);
  context.fillStyle = 'black';
  context.font = `20px "${FONT}"`;
  context.fillText(words, 20, 50);
  const core = startTestCore();
  const { questionId } = (await makeSampleProject(core)).letter.questions[0]!;
  const { file, mime } = await core.call('picture:add', { bytes: new Uint8Array(canvas.toBuffer('image/png')), name: '图.png' });
  const { revision, sections } = await core.call('reply:get', { questionId });
  const picture = { type: 'picture' as const, blockId: newId<'block'>(), file, mime, alt: '合同首页', widthPx: 520, heightPx: 90 };
  const [first, ...others] = sections;
  const shown = [{ ...first!, blocks: [...first!.blocks, picture] }, ...others];
  await core.call('reply:save', { questionId, baseRevision: revision, sections: shown });
  const { redactionId: _id, ...name } = aliasName(['禾风机械'], '客户一');
  await core.call('redaction:add', name);
  const path = join(core.folder, '给王律师.huihan');
  const copy = (isInsider: boolean) =>
    core.callJob('exchange:copy', { recipient: '王律师', questionIds: [], withSources: false, isInsider, target: core.registerFile(path) });
  return { path, copy };
}

describe.runIf(FONT)('a review copy', () => {
  it('is refused while a picture in it tells what is withheld, by the words beside the picture; an insider gets it', async () => {
    const { path, copy } = await showPicture('甲方：禾风机械股份有限公司');
    await expect(copy(false)).rejects.toMatchObject({
      code: 'redaction-leak',
      data: {
        count: 1,
        where: { data: { places: [{ data: { part: { data: { part: expect.stringContaining('合同首页') as string } } } }] } },
      },
    });
    expect(existsSync(path)).toBe(false);
    expect((await copy(true)).warnings).toEqual([]);
  });

  it('says how many pictures somebody should look at', async () => {
    const { copy } = await showPicture('甲方：本公司');
    expect((await copy(false)).warnings.map(({ code }) => code)).toEqual(['pictures-recognised']);
  });
});
