import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sayMessage } from '../../../shared/catalogue/catalogue';
import type { Variant } from '../../../shared/domain/variant';
import type { AnsweredAsk } from '../../../shared/letter/answerAsks';
import { makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

/** Exports to a file of the variant's name; the result, and the text of each paragraph written. */
async function exportVariant(core: TestCore, variant: Variant) {
  const path = join(core.folder, `${variant}.docx`);
  const result = await core.callJob('export:document', { variant, target: core.registerFile(path) });
  const xml = strFromU8(unzipSync(readFileSync(path))['word/document.xml']!);
  const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([paragraph]) => paragraph.replace(/<[^>]+>/g, ''));
  return { result, paragraphs };
}

async function makeAnsweredProject(core: TestCore) {
  const project = await makeSampleProject(core);
  await core.callJob('reply:importDraft', { file: core.write('draft.txt', readSample('draft.txt')) });
  return project;
}

const isOpen = (ask: AnsweredAsk) => ask.state === 'open';

describe('an export', () => {
  it('says a verifier’s statement in the announcement’s own words', async () => {
    const core = startTestCore();
    await makeAnsweredProject(core);
    const announced = (await exportVariant(core, 'announcement')).paragraphs;
    const { paragraphs, result } = await exportVariant(core, 'auditor');
    expect(result.tables).toBe(1);
    const from = paragraphs.indexOf('一、公司说明及分析') + 1;
    const statement = paragraphs.slice(from, paragraphs.indexOf('二、会计师核查程序'));
    expect(statement.length).toBeGreaterThan(1);
    const start = announced.indexOf(statement[0]!);
    expect(announced.slice(start, start + statement.length)).toEqual(statement);
    expect(paragraphs.some((text) => text.includes('请保荐机构核查'))).toBe(false);
  });

  it('is refused for a verifier the letter does not ask, and writes nothing', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    await expect(exportVariant(core, 'lawyer')).rejects.toMatchObject({ code: 'no-verifier', data: { role: '律师' } });
    expect(existsSync(join(core.folder, 'lawyer.docx'))).toBe(false);
  });

  it('of a kind of document the program does not make is no call of the contract', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const target = core.registerFile(join(core.folder, 'x.docx'));
    await expect(core.callJob('export:document', { variant: 'prospectus' as Variant, target })).rejects.toMatchObject({
      code: 'invalid-params',
    });
  });

  it('warns of each open ask by name, of no other', async () => {
    const core = startTestCore();
    await makeAnsweredProject(core);
    const open = (await core.call('ask:list', {})).filter(isOpen);
    const { result } = await exportVariant(core, 'announcement');
    const warned = result.warnings.filter(({ code }) => code === 'ask-open').map(({ message }) => sayMessage('zh-CN', message));
    expect(warned).toHaveLength(open.length);
    expect(warned).toContain('问题 2（2） 未答复：说明坏账准备计提是否充分');
    const receipt = await exportVariant(core, 'receipt');
    expect(receipt.result.warnings.some(({ code }) => code === 'ask-open')).toBe(false);
  });
});

describe('the ask ledger', () => {
  it('keeps what somebody decided through undo and versions', async () => {
    const core = startTestCore();
    await makeAnsweredProject(core);
    const [ask] = (await core.call('ask:list', {})).filter(isOpen);
    const { askId } = ask!;
    const read = async () => (await core.call('ask:list', {})).find((one) => one.askId === askId)!;
    const { versionId } = await core.call('version:create', { name: '初稿', why: '' });
    await core.call('ask:setState', { askId, state: 'exempted', reason: '商业秘密' });
    expect(await read()).toMatchObject({ state: 'exempted', reason: '商业秘密' });
    expect(await core.call('history:undo', {})).toMatchObject({ label: expect.stringContaining(ask!.object) as string });
    expect(await read()).toEqual(ask);
    await core.call('history:redo', {});
    await core.call('version:restore', { versionId });
    expect(await read()).toEqual(ask);
  });

  it('takes no exemption without a reason, and no ask it does not hold', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const [{ askId } = { askId: '' as never }] = await core.call('ask:list', {});
    await expect(core.call('ask:setState', { askId, state: 'exempted', reason: ' ' })).rejects.toMatchObject({ code: 'invalid-params' });
    await expect(core.call('ask:setState', { askId: 'nobody' as never, state: 'open', reason: null })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a deferral', () => {
  it('moves the due date of the project and is told by the notice; removing it brings the first date back', async () => {
    const core = startTestCore();
    const { letterId } = (await makeSampleProject(core)).letter;
    const due = async () => (await core.call('project:get', {}))!.dueOn;
    expect(await due()).toBe('2026-12-02');
    const deferral = await core.call('deferral:add', {
      letterId,
      announcedOn: '2026-12-01',
      dueOn: '2026-12-09',
      reason: '部分事项需进一步核查',
      apology: true,
    });
    expect(await due()).toBe('2026-12-09');
    const { paragraphs } = await exportVariant(core, 'deferral');
    expect(paragraphs.join('\n')).toMatch(/由于部分事项需进一步核查，公司预计无法在2026年12月2日前[^]*预计于2026年12月9日前完成回复/);
    expect(paragraphs.at(-1)).toBe('2026年12月1日');
    await core.call('deferral:remove', { deferralId: deferral.deferralId });
    expect(await due()).toBe('2026-12-02');
  });
});
