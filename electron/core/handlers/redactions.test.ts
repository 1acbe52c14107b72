import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { RECORD } from '../../../shared/document/testing/buildRedactions';
import type { Variant } from '../../../shared/domain/variant';
import { makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const NAME = '智能水表';
const withName = (alias: string, names = [NAME]) => ({
  target: { kind: 'name' as const, names },
  method: 'alias' as const,
  replacement: alias,
  record: RECORD,
});

async function makeProject(core: TestCore) {
  const project = await makeSampleProject(core);
  await core.callJob('reply:importDraft', { file: core.write('draft.txt', readSample('draft.txt')) });
  return project;
}

const pathOf = (core: TestCore, variant: Variant) => join(core.folder, `${variant}.docx`);
const exportVariant = (core: TestCore, variant: Variant) =>
  core.callJob('export:document', { variant, target: core.registerFile(pathOf(core, variant)) });
const readText = (core: TestCore, variant: Variant) =>
  strFromU8(unzipSync(readFileSync(pathOf(core, variant)))['word/document.xml']!).replaceAll(/<[^>]+>/g, '');

it('keeps a name out of every published document, and refuses the one that would show it', async () => {
  const core = startTestCore();
  await makeProject(core);
  await core.call('redaction:add', withName('产品一'));
  await expect(exportVariant(core, 'announcement')).rejects.toMatchObject({ code: 'redaction-leak' });
  expect(existsSync(pathOf(core, 'announcement'))).toBe(false);
  for (const variant of ['redacted', 'auditor', 'revision'] as const) {
    await exportVariant(core, variant);
    expect(readText(core, variant)).not.toContain(NAME);
    expect(readText(core, variant)).toContain('产品一');
  }
  const { warnings } = await exportVariant(core, 'regulator');
  expect(readText(core, 'regulator')).toContain(NAME);
  expect(warnings.map(({ code }) => code)).toContain('holds-withheld');
});

it('gives one alias to one entity, and takes entries out and back with undo and versions', async () => {
  const core = startTestCore();
  await makeProject(core);
  const first = await core.call('redaction:add', withName('产品一'));
  await expect(core.call('redaction:add', withName('产品二'))).rejects.toMatchObject({ code: 'name-has-alias' });
  await expect(core.call('redaction:add', withName('产品一', ['水质在线分析仪']))).rejects.toMatchObject({ code: 'alias-taken' });
  await core.call('redaction:update', { redactionId: first.redactionId, content: withName('产品甲') });
  const { versionId } = await core.call('version:create', { name: '初稿', why: '' });
  await core.call('redaction:remove', { redactionId: first.redactionId });
  expect(await core.call('redaction:list', {})).toEqual([]);
  await core.call('history:undo', {});
  const kept = [{ ...first, replacement: '产品甲' }];
  expect(await core.call('redaction:list', {})).toEqual(kept);
  await core.call('redaction:remove', { redactionId: first.redactionId });
  await core.call('version:restore', { versionId });
  expect(await core.call('redaction:list', {})).toEqual(kept);
});

it('refuses an export once the words marked are edited away', async () => {
  const core = startTestCore();
  const { letter } = await makeProject(core);
  const { questionId } = letter.questions[0]!;
  const { revision, sections } = await core.call('reply:get', { questionId });
  const block = { type: 'paragraph' as const, blockId: 'marked' as never, inlines: [{ type: 'text' as const, text: '毛利率为31.42%。' }] };
  const saved = await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...sections[0]!, blocks: [block] }] });
  const target = { kind: 'span' as const, questionId, blockId: block.blockId, from: 4, to: 10, quote: '31.42%' };
  await core.call('redaction:add', { target, method: 'hidden', replacement: '', record: RECORD });
  await exportVariant(core, 'redacted');
  expect(readText(core, 'redacted')).toContain('毛利率为***。');
  const edited = { ...block, inlines: [{ type: 'text' as const, text: '毛利率为31.43%。' }] };
  await core.call('reply:save', { questionId, baseRevision: saved.revision, sections: [{ ...sections[0]!, blocks: [edited] }] });
  await expect(exportVariant(core, 'redacted')).rejects.toMatchObject({ code: 'redaction-lost', data: { words: '31.42%' } });
});

it('marks in a revised copy what changed since a version, tables and all', async () => {
  const core = startTestCore();
  const { letter } = await makeProject(core);
  const { questionId } = letter.questions[0]!;
  const unmarked = await exportVariant(core, 'revision');
  expect(unmarked.warnings.map(({ code }) => code)).toContain('nothing-compared');
  await core.call('version:create', { name: '初稿', why: '' });
  await exportVariant(core, 'revision');
  const marks = () =>
    strFromU8(unzipSync(readFileSync(pathOf(core, 'revision')))['word/document.xml']!).match(/w:val="UserRevised"/g)?.length ?? 0;
  expect(marks()).toBe(0);
  const { revision, sections } = await core.call('reply:get', { questionId });
  const added = { type: 'paragraph' as const, blockId: 'added' as never, inlines: [{ type: 'text' as const, text: '补充说明如下。' }] };
  const [first, ...others] = sections;
  await core.call('reply:save', {
    questionId,
    baseRevision: revision,
    sections: [{ ...first!, blocks: [...first!.blocks, added] }, ...others],
  });
  await exportVariant(core, 'revision');
  expect(marks()).toBe(1);
});
