import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { RECORD } from '../../../shared/document/testing/buildRedactions';
import { makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

async function makeProject(core: TestCore) {
  const project = await makeSampleProject(core);
  await core.callJob('reply:importDraft', { file: core.write('draft.txt', readSample('draft.txt')) });
  return project;
}

/** The auditor's own document as this program makes it, changed as the firm might. */
async function exportOpinion(core: TestCore, change: (xml: string) => string = (xml) => xml) {
  const path = join(core.folder, '专项说明.docx');
  await core.callJob('export:document', { variant: 'auditor', target: core.registerFile(path) });
  const parts = unzipSync(readFileSync(path));
  const xml = change(strFromU8(parts['word/document.xml']!));
  writeFileSync(path, zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));
  return core.registerFile(path);
}

const compare = (core: TestCore, file: string) => core.callJob('opinion:compare', { file, verifier: 'auditor' });

it('finds nothing in the firm’s document made from ours, and each number and word the firm changed', async () => {
  const core = startTestCore();
  await makeProject(core);
  expect((await compare(core, await exportOpinion(core))).differences).toEqual([]);
  const changed = await exportOpinion(core, (xml) => xml.replace('2,314.76', '2,341.76'));
  expect((await compare(core, changed)).differences).toContainEqual(
    expect.objectContaining({ theirs: expect.stringContaining('2,341.76') as string }),
  );
});

it('keeps a difference somebody accepted, with undo', async () => {
  const core = startTestCore();
  await makeProject(core);
  const file = await exportOpinion(core, (xml) => xml.replace('2,314.76', '2,341.76'));
  const [found] = (await compare(core, file)).differences;
  const { reason: _reason, ...difference } = found!;
  await core.call('opinion:accept', { verifier: 'auditor', difference, reason: '口径不同' });
  expect((await compare(core, file)).differences[0]).toEqual({ ...difference, reason: '口径不同' });
  await core.call('history:undo', {});
  expect((await compare(core, file)).differences[0]!.reason).toBeNull();
});

it('takes the firm’s conclusion into the reply, with undo, and knows it is there', async () => {
  const core = startTestCore();
  const { letter } = await makeProject(core);
  const question = letter.questions.find(({ verifications }) => verifications.some(({ role }) => role === 'auditor'))!;
  const before = (await core.call('reply:get', { questionId: question.questionId })).sections;
  const blocks = [{ type: 'paragraph' as const, text: '经核查，会计师认为：公司说明属实。' }];
  await core.call('opinion:adopt', { questionId: question.questionId, verifier: 'auditor', role: 'conclusion', blocks });
  const { suggestions } = await compare(core, await exportOpinion(core));
  expect(suggestions.find(({ questionId, role }) => questionId === question.questionId && role === 'conclusion')).toMatchObject({
    adopted: true,
  });
  await core.call('history:undo', {});
  expect((await core.call('reply:get', { questionId: question.questionId })).sections).toEqual(before);
});

it('numbers what is taken in on from the sections before, and takes its tables', async () => {
  const core = startTestCore();
  const { letter } = await makeProject(core);
  const question = letter.questions.find(({ verifications }) => verifications.some(({ role }) => role === 'auditor'))!;
  const cell = (text: string) => ({ text, rowSpan: 1, colSpan: 1, covered: false });
  const cells = [
    [cell('程序'), cell('样本金额')],
    [cell('函证'), cell('3,210.00')],
  ];
  const blocks = [
    { type: 'heading' as const, level: 2 as const, text: '九、律师核查程序' },
    { type: 'table' as const, table: { caption: null, unit: '万元', headerRows: 1, notes: [], cells } },
  ];
  await core.call('opinion:adopt', { questionId: question.questionId, verifier: 'lawyer', role: 'procedures', blocks });
  const { sections } = await core.call('reply:get', { questionId: question.questionId });
  const [head, table] = sections.at(-1)!.blocks;
  expect(head).toMatchObject({ inlines: [{ text: '四、律师核查程序' }] });
  const shown = table?.type === 'table' ? await core.call('table:get', { tableId: table.tableId }) : null;
  expect(shown!.rows[1]!.cells[1]).toMatchObject({ text: '3,210.00', unit: '万元' });
});

it('compares a document from which names are withheld with what is published', async () => {
  const core = startTestCore();
  await makeProject(core);
  await core.call('redaction:add', {
    target: { kind: 'name', names: ['智能水表'] },
    method: 'alias',
    replacement: '产品一',
    record: RECORD,
  });
  expect((await compare(core, await exportOpinion(core))).differences).toEqual([]);
});

it('refuses a verifier nobody asked', async () => {
  const core = startTestCore();
  await makeProject(core);
  const file = await exportOpinion(core);
  await expect(core.callJob('opinion:compare', { file, verifier: 'lawyer' })).rejects.toMatchObject({ code: 'no-verifier' });
});
