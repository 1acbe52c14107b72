import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

const make = (core: TestCore, name: string, pdf: string | null = null) => {
  const target = core.registerFile(join(core.folder, name));
  return core.callJob('filingSet:make', { target, filedOn: '2026-12-02', pdf });
};

describe('a filing set', () => {
  it('is one folder with every document, named by the pattern, and a list that names what is missing', async () => {
    const core = startTestCore();
    await makeProject(core);
    await core.call('filingSet:setPlan', { pattern: '{序号}_{文件}', categories: { 回复公告: '其他' } });
    const scan = core.write('盖章.pdf', '%PDF-1.4\n1 0 obj<</Type /Pages /Kids [] /Count 3>>endobj');
    await core.call('filingSet:addPaper', { file: scan, kind: 'opinion', verifier: 'auditor', title: '' });
    await core.call('filingSet:addPaper', { file: core.write('合同.txt', '合同'), kind: 'undisclosed', verifier: null, title: '合同' });
    const { entries, folder } = await make(core, '报送');
    const files = readdirSync(join(core.folder, folder)).toSorted();
    expect(files).toEqual(expect.arrayContaining(['01_回复公告.docx', '03_书面回复.docx']));
    expect(entries.flatMap(({ fileName }) => fileName ?? []).every((name) => files.includes(name))).toBe(true);
    expect(files).toHaveLength(entries.filter(({ fileName }) => fileName !== null).length + 1);
    const missing = entries.filter(({ fileName }) => fileName === null).map(({ title }) => title);
    expect(missing).toEqual(expect.arrayContaining(['回复公告（PDF）', '书面回复（盖章扫描件）']));
    expect(entries.find(({ title }) => title === '会计师专项说明（盖章扫描件）')).toMatchObject({ pages: 3, disclosed: true });
    expect(entries.find(({ title }) => title === '合同')).toMatchObject({ disclosed: false, announcementNo: '' });
    expect(entries[0]).toMatchObject({ title: '回复公告', category: '其他' });
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
    const { jobId } = await core.call('filingSet:make', { target, filedOn: '2026-12-02', pdf: null });
    await core.call('job:cancel', { jobId });
    await make(core, '在');
    await expect(make(core, '在')).rejects.toMatchObject({ code: 'write-refused' });
    expect(existsSync(join(core.folder, '取消'))).toBe(false);
    expect(readdirSync(core.folder).filter((name) => name.startsWith('.在') || name.startsWith('.取消'))).toEqual([]);
  });

  it('takes the announcement printed for it and leaves no printed file behind', async () => {
    const core = startTestCore();
    await makeProject(core);
    const { target, variant } = await core.call('filingSet:pdfTarget', {});
    expect(variant).toBe('announcement');
    await core.call('print:write', { target, bytes: new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type /Pages /Count 82>>endobj') });
    const { entries } = await make(core, '含', target);
    expect(entries.find(({ title }) => title === '回复公告（PDF）')).toMatchObject({ pages: 82, disclosed: true });
    expect(entries.find(({ title }) => title === '回复公告')).toMatchObject({ pages: 82 });
    expect(entries.find(({ title }) => title === '书面回复')).toMatchObject({ pages: null });
    await expect(make(core, '再', target)).rejects.toMatchObject({ code: 'file-not-found' });
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
