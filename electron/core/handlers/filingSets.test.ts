import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Params } from '../../../shared/ipc/contract';
import { buildPdf } from '../import/pdf/testing/buildPdf';
import { makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

async function makeProject(core: TestCore) {
  const project = await makeSampleProject(core);
  await core.callJob('reply:importDraft', { file: core.write('draft.txt', readSample('draft.txt')) });
  return project;
}

/** Everything the documents print, so that no blank is left. */
async function fillDetails(core: TestCore) {
  const { details } = (await core.call('project:get', {}))!;
  await core.call('project:setDetails', {
    ...details,
    shortName: '示例',
    code: '300999',
    announcementNo: '2026-021',
    signedOn: '2026-12-01',
  });
}

const make = (core: TestCore, name: string, prints: Params<'filingSet:make'>['prints'] = []) => {
  const target = core.registerFile(join(core.folder, name));
  return core.callJob('filingSet:make', { target, filedOn: '2026-12-02', prints });
};

describe('a filing set', () => {
  it('is one folder with every document, named by the pattern, and a list that names what is missing', async () => {
    const core = startTestCore();
    await makeProject(core);
    await core.call('filingSet:setPlan', { pattern: '{序号}_{文件}', categories: { 回复公告: '其他' } });
    const scan = core.write('盖章.pdf', '%PDF-1.4\n1 0 obj<</Type /Pages /Kids [] /Count 3>>endobj');
    await core.call('filingSet:addPaper', { file: scan, kind: 'opinion', verifier: 'auditor', title: '' });
    await core.call('filingSet:addPaper', { file: core.write('合同.txt', '合同'), kind: 'undisclosed', verifier: null, title: '合同' });
    const { entries, folder, shared } = await make(core, '报送');
    const files = readdirSync(join(core.folder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(join(core.folder, folder), join(parentPath, name)));
    expect(files).toEqual(expect.arrayContaining(['01_回复公告.docx', '不披露/03_书面回复.docx']));
    expect(files.filter((name) => name.startsWith('不披露/')).toSorted()).toEqual(
      entries.flatMap(({ disclosed, fileName }) => (disclosed || fileName === null ? [] : [fileName])).toSorted(),
    );
    expect(entries.flatMap(({ fileName }) => fileName ?? []).every((name) => files.includes(name))).toBe(true);
    expect(files).toHaveLength(entries.filter(({ fileName }) => fileName !== null).length + 1);
    const missing = entries.filter(({ fileName }) => fileName === null).map(({ title }) => title);
    expect(missing).toEqual(expect.arrayContaining(['回复公告（PDF）', '书面回复（盖章扫描件）']));
    expect(entries.find(({ title }) => title === '会计师专项说明（盖章扫描件）')).toMatchObject({ pages: 3, disclosed: true });
    expect(entries.find(({ title }) => title === '合同')).toMatchObject({ disclosed: false, announcementNo: null });
    expect(entries[0]).toMatchObject({ title: '回复公告', category: '其他' });
    expect(shared.map(({ title }) => title)).toEqual(['会计师专项说明', '保荐机构核查意见']);
    expect(shared.flatMap((one) => one.shared.differences)).toEqual([]);
    expect(shared.every((one) => one.shared.paragraphs > 0)).toBe(true);
    for (const { fileName, sha256 } of entries) {
      if (fileName === null) continue;
      expect(
        createHash('sha256')
          .update(readFileSync(join(core.folder, folder, fileName)))
          .digest('hex'),
      ).toBe(sha256);
    }
  });

  it('is frozen with its hashes only when the announcement passes the last check', async () => {
    const core = startTestCore();
    await makeProject(core);
    const open = await make(core, '一');
    expect(open.problems.map(({ code }) => code)).toContain('final-blank');
    expect(open.round).toBeNull();
    expect(await core.call('filing:list', {})).toEqual([]);
    await fillDetails(core);
    const questions = (await core.call('letter:list', {}))[0]!.questions;
    for (const { questionId } of questions) {
      const { revision, sections } = await core.call('reply:get', { questionId });
      const written = sections.map((section) =>
        section.blocks.some((block) => block.type === 'paragraph' || block.type === 'table') &&
        !JSON.stringify(section.blocks).includes('【待')
          ? section
          : {
              ...section,
              blocks: [
                {
                  type: 'paragraph' as const,
                  blockId: `b${section.sectionId}`.slice(0, 40) as never,
                  inlines: [{ type: 'text' as const, text: '经核查，属实。' }],
                },
              ],
            },
      );
      await core.call('reply:save', { questionId, baseRevision: revision, sections: written });
    }
    const done = await make(core, '二');
    expect(done.problems).toEqual([]);
    expect(done.round).toBe(1);
    const [filing] = await core.call('filing:list', {});
    expect(filing!.files.map(({ name }) => name)).toEqual([
      ...done.entries.flatMap(({ fileName }) => fileName ?? []),
      expect.stringContaining('报送文件清单'),
    ]);
    expect(filing!.files[0]!.file).toBe(done.entries[0]!.sha256);
    expect((await core.call('version:list', {})).map(({ versionId }) => versionId)).toContain(filing!.versionId);
  });

  it('leaves no folder behind when it is cancelled, and does not touch one that is there', async () => {
    const core = startTestCore();
    await makeProject(core);
    const target = core.registerFile(join(core.folder, '取消'));
    const { jobId } = await core.call('filingSet:make', { target, filedOn: '2026-12-02', prints: [] });
    await core.call('job:cancel', { jobId });
    await make(core, '在');
    await expect(make(core, '在')).rejects.toMatchObject({ code: 'write-refused' });
    const taken = core.call('filingSet:beginPrinting', { target: core.registerFile(join(core.folder, '在')) });
    await expect(taken).rejects.toMatchObject({ code: 'write-refused' });
    mkdirSync(join(core.folder, '空'));
    // What a crash left of making the folder goes when it is made; what only looks like it stays.
    for (const name of ['.新.0123abcd', '.新.notes']) mkdirSync(join(core.folder, name));
    await make(core, '新');
    expect(readdirSync(core.folder).filter((name) => name.startsWith('.新'))).toEqual(['.新.notes']);
    await expect(make(core, '空')).rejects.toMatchObject({ code: 'write-refused' });
    expect(existsSync(join(core.folder, '取消'))).toBe(false);
    expect(readdirSync(core.folder).filter((name) => name.startsWith('.在') || name.startsWith('.取消'))).toEqual([]);
  });

  it('takes what was printed for it: the announcement as a file, the others for their pages; no printed file stays', async () => {
    const core = startTestCore();
    await makeProject(core);
    const wanted = await core.call('filingSet:beginPrinting', { target: core.registerFile(join(core.folder, '印')) });
    expect(wanted.map(({ document, title }) => `${document} ${title}`)).toEqual([
      'announcement 回复公告',
      'writtenReply 书面回复',
      'auditor 会计师专项说明',
      'sponsor 保荐机构核查意见',
    ]);
    for (const [index, { document, target }] of wanted.entries()) {
      const { fileName, page } = await core.call('print:document', { variant: document, target });
      expect(fileName).toBe(`${document}.pdf`);
      expect(page.html).toContain('问题');
      await core.call('print:write', {
        target,
        bytes: new TextEncoder().encode(`%PDF-1.4\n1 0 obj<</Type /Pages /Count ${82 - index}>>endobj`),
      });
    }
    const prints = wanted.map(({ document, target }) => ({ document, file: target }));
    const { entries } = await make(core, '含', prints);
    const pagesOf = (title: string) => entries.find((entry) => entry.title === title);
    expect(pagesOf('回复公告（PDF）')).toMatchObject({ pages: 82, pagesHow: 'counted', disclosed: true });
    expect(pagesOf('回复公告')).toMatchObject({ pages: 82, pagesHow: 'printed' });
    expect(pagesOf('书面回复')).toMatchObject({ pages: 81, pagesHow: 'printed' });
    expect(pagesOf('会计师专项说明')).toMatchObject({ pages: 80, pagesHow: 'printed' });
    await expect(make(core, '再', prints)).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it('says of each file how its pages are known, and of none a number it does not have', async () => {
    const core = startTestCore();
    await makeProject(core);
    const word = (pages: string) => zipSync({ 'docProps/app.xml': strToU8(`<Properties><Pages>${pages}</Pages></Properties>`) });
    const papers: [name: string, content: string | Uint8Array][] = [
      ['协议.docx', word('12')],
      ['说明.docx', word('0')],
      ['坏.docx', 'no archive'],
      ['照片.JPG', 'jpeg'],
      ['台账.xlsx', 'xlsx'],
      ['坏.pdf', 'no pages'],
      ['盖章.pdf', buildPdf(['', ''])],
    ];
    for (const [name, content] of papers)
      await core.call('filingSet:addPaper', { file: core.write(name, content), kind: 'undisclosed', verifier: null, title: name });
    const { entries } = await make(core, '页');
    expect(Object.fromEntries(entries.slice(-papers.length).map(({ title, pages, pagesHow }) => [title, [pages, pagesHow]]))).toEqual({
      '协议.docx': [12, 'noted'],
      '说明.docx': [null, 'unreadable'],
      '坏.docx': [null, 'unreadable'],
      '照片.JPG': [1, 'counted'],
      '台账.xlsx': [null, 'unpaged'],
      '坏.pdf': [null, 'unreadable'],
      '盖章.pdf': [2, 'counted'],
    });
    expect(entries.find(({ title }) => title === '回复公告')).toMatchObject({ pages: expect.any(Number), pagesHow: 'estimated' });
    expect(entries.find(({ title }) => title === '回复公告（PDF）')).toMatchObject({ pages: null, pagesHow: null });
  });

  it('leaves nothing printed when printing is given up', async () => {
    const core = startTestCore();
    await makeProject(core);
    const [first] = await core.call('filingSet:beginPrinting', { target: core.registerFile(join(core.folder, '印')) });
    await core.call('print:write', { target: first!.target, bytes: strToU8('%PDF-1.4') });
    await core.call('filingSet:forgetPrints', {});
    await expect(make(core, '弃', [{ document: 'announcement', file: first!.target }])).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it('takes papers in and out with undo', async () => {
    const core = startTestCore();
    await makeProject(core);
    const paper = await core.call('filingSet:addPaper', {
      file: core.write('a.pdf', '%PDF-1.4'),
      kind: 'writtenReply',
      verifier: null,
      title: '',
    });
    await core.call('filingSet:removePaper', { paperId: paper.paperId });
    expect((await core.call('filingSet:get', {})).papers).toEqual([]);
    await core.call('history:undo', {});
    expect((await core.call('filingSet:get', {})).papers).toEqual([paper]);
  });
});
