import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { getInlineText, isTextBlock } from '../../../shared/domain/reply';
import { makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

/** A copy for reviewers of the sample's draft with its figures linked, and its first linked figure's words. */
async function sendCopy(core: TestCore) {
  await makeSampleProject(core);
  await core.callJob('reply:importDraft', { file: core.write('draft.txt', readSample('draft.txt')) });
  await core.call('figure:linkAll', { questionId: null });
  const path = join(core.folder, 'review.docx');
  await core.callJob('export:document', { variant: 'review', target: core.registerFile(path) });
  const [figure] = await core.call('figure:list', { questionId: null });
  return { docx: new Uint8Array(readFileSync(path)), shown: figure!.shown };
}

const BY = 'w:author="王律师" w:date="2025-06-10T09:30:00Z"';

/** The copy with its document part changed. */
function edit(docx: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(docx);
  return zipSync({ ...parts, 'word/document.xml': strToU8(change(strFromU8(parts['word/document.xml']!))) });
}

/** Words of a run replaced as Word tracks it. */
function replaceTracked(xml: string, words: string, by: string): string {
  const run = new RegExp(`<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve">${words}</w:t></w:r>`).exec(xml);
  if (!run) throw new Error(`no run reads ${words}`);
  const properties = run[1] ?? '';
  const deleted = `<w:del w:id="9001" ${BY}><w:r>${properties}<w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
  return xml.replace(run[0], `${deleted}<w:ins w:id="9002" ${BY}><w:r>${properties}<w:t>${by}</w:t></w:r></w:ins>`);
}

describe('taking a reviewed document back', () => {
  it('adds what it says to the review, once, and leaves the reply as it was', async () => {
    const core = startTestCore();
    const { docx, shown } = await sendCopy(core);
    const questions = (await core.call('letter:list', {}))[0]!.questions;
    const before = await core.call('reply:get', { questionId: questions[0]!.questionId });
    const returned = edit(docx, (xml) => replaceTracked(xml, shown, '9,999.99万元'));
    const first = await core.callJob('wordReview:takeBack', { file: core.write('back.docx', returned) });
    expect(first).toMatchObject({
      comments: 0,
      suggestions: 0,
      figureOverrides: 1,
      unplaced: 0,
      added: 1,
      lost: [],
      sent: { fileName: 'review.docx' },
    });
    const again = await core.callJob('wordReview:takeBack', { file: core.write('again.docx', returned) });
    expect(again).toEqual({ ...first, added: 0 });
    await core.call('history:undo', {});
    expect(await core.call('review:list', { questionId: null })).toEqual([]);
    expect(await core.callJob('wordReview:takeBack', { file: core.write('third.docx', returned) })).toEqual(first);
    const review = await core.call('review:list', { questionId: null });
    expect(review.map(({ change, state, place }) => [change.author, change.at, change.payload, state, place?.kind])).toEqual([
      [
        '王律师',
        '2025-06-10T09:30:00+08:00',
        { kind: 'overrideFigure', figureId: expect.any(String) as string, shown, proposed: '9,999.99万元' },
        'open',
        'text',
      ],
    ]);
    expect(await core.call('reply:get', { questionId: questions[0]!.questionId })).toEqual(before);
    expect((await core.call('exchange:list', {})).map(({ direction, kind, fileName }) => [direction, kind, fileName])).toEqual([
      ['returned', 'word', 'back.docx'],
      ['sent', 'word', 'review.docx'],
    ]);
  });

  it('says nothing of an untouched copy, and the same copy sent twice is one exchange', async () => {
    const core = startTestCore();
    const { docx } = await sendCopy(core);
    const path = join(core.folder, 'second.docx');
    await core.callJob('export:document', { variant: 'review', target: core.registerFile(path) });
    expect(Buffer.compare(readFileSync(path), docx)).toBe(0);
    expect(await core.call('exchange:list', {})).toHaveLength(1);
    const taken = await core.callJob('wordReview:takeBack', { file: core.write('back.docx', docx) });
    expect(taken).toMatchObject({ comments: 0, suggestions: 0, figureOverrides: 0, unplaced: 0, added: 0 });
  });

  it('holds a document nobody sent against the reply as it stands', async () => {
    const core = startTestCore();
    await sendCopy(core);
    const path = join(core.folder, 'announcement.docx');
    await core.callJob('export:document', { variant: 'announcement', target: core.registerFile(path) });
    const review = (await core.call('exchange:list', {}))[0]!;
    const taken = await core.callJob('wordReview:takeBack', { file: core.write('back.docx', new Uint8Array(readFileSync(path))) });
    expect(taken.sent?.fileName).toBe(review.fileName);
    expect(taken).toMatchObject({ figureOverrides: 0, suggestions: 0 });
  });

  it('refuses what is no Word document, and changes nothing', async () => {
    const core = startTestCore();
    await sendCopy(core);
    await expect(core.callJob('wordReview:takeBack', { file: core.write('back.docx', '不是文档') })).rejects.toMatchObject({
      code: 'not-what-it-says',
    });
    expect(await core.call('review:list', { questionId: null })).toEqual([]);
  });
});

describe('remarks on paper', () => {
  it('are entered by paragraph number in the name of who made them', async () => {
    const core = startTestCore();
    await sendCopy(core);
    const paragraphs = await core.call('wordReview:listParagraphs', {});
    expect(paragraphs.map(({ number }) => number)).toEqual(paragraphs.map((_, index) => index + 1));
    const [question] = (await core.call('letter:list', {}))[0]!.questions;
    const reply = await core.call('reply:get', { questionId: question!.questionId });
    const block = reply.sections
      .flatMap((section) => section.blocks)
      .filter(isTextBlock)
      .find(({ type }) => type === 'paragraph')!;
    const { number } = paragraphs.find(({ blockId }) => blockId === block.blockId)!;
    await core.call('wordReview:addPaperRemark', { number, author: '董事长', kind: 'comment', text: '请写明期间' });
    const text = getInlineText(block.inlines);
    await core.call('wordReview:addPaperRemark', { number, author: '董事长', kind: 'replace', text: `经核查，${text}` });
    const review = await core.call('review:list', { questionId: question!.questionId });
    expect(review.map(({ change, place }) => [change.author, change.payload.kind, change.anchor.blockId, place?.kind])).toEqual([
      ['董事长', 'comment', block.blockId, 'text'],
      ['董事长', 'insert', block.blockId, 'text'],
    ]);
    const outside = paragraphs.find(({ blockId }) => blockId === null)!;
    await expect(
      core.call('wordReview:addPaperRemark', { number: outside.number, author: '董事长', kind: 'delete', text: '' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      core.call('wordReview:addPaperRemark', { number: 9_999, author: '董事长', kind: 'comment', text: '无' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
