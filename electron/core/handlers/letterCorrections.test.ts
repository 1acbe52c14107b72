import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../shared/letter/correct/correction';
import { readDocx } from '../import/docx/readDocx';
import { makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

/** Everything of the matter a correction may touch, as a user sees it. */
async function readMatter(core: TestCore) {
  const letters = await core.call('letter:list', {});
  const replies = await Promise.all(
    letters
      .flatMap(({ questions }) => questions)
      .map(async ({ questionId }) => {
        const { sections } = await core.call('reply:get', { questionId });
        return { questionId, sections };
      }),
  );
  const hits = await core.call('search:query', { query: '存货', limit: 20 });
  return { letters, replies, asks: await core.call('ask:list', {}), links: await core.call('link:list', {}), hits };
}

async function startSample() {
  const core = startTestCore();
  const { letter, tables } = await makeSampleProject(core);
  const [first, second] = letter.questions;
  await core.call('link:add', {
    questionId: second!.questionId,
    itemId: second!.items[0]?.itemId ?? null,
    tableId: tables[0]!.tableId,
    reason: '',
  });
  return { core, letter, first: first!, second: second! };
}

describe('a correction of the letter', () => {
  it('is one operation that undo takes back whole, sections, links, asks and search included, and redo does again', async () => {
    const { core, first } = await startSample();
    const { questionId, items } = first;
    const corrections: Correction[] = [
      { type: 'mergeQuestions', questionId },
      { type: 'splitQuestion', questionId, at: first.text.indexOf(items[1]!.label) },
      { type: 'mergeItems', questionId, itemId: items[0]!.itemId },
      { type: 'splitItem', questionId, at: first.text.indexOf(items[0]!.text) + 4 },
      { type: 'renumber', questionId, itemId: null, no: '99' },
      { type: 'setPartHeading', questionId, partHeading: '一、关于存货及跌价准备' },
      { type: 'setVerification', questionId, verificationId: null, role: 'lawyer', itemIds: [] },
      { type: 'addAsk', questionId, itemId: null, verb: '说明', object: '期后回款' },
    ];
    for (const correction of corrections) {
      const before = await readMatter(core);
      await core.call('letter:correct', { correction });
      const after = await readMatter(core);
      expect(after, correction.type).not.toEqual(before);
      await core.call('history:undo', {});
      expect(await readMatter(core), `undo ${correction.type}`).toEqual(before);
      await core.call('history:redo', {});
      expect(await readMatter(core), `redo ${correction.type}`).toEqual(after);
      await core.call('history:undo', {});
    }
  });

  it('moves what was written and linked to the question that is left', async () => {
    const { core, first, second } = await startSample();
    const reply = await core.call('reply:get', { questionId: second.questionId });
    const written = {
      ...reply.sections[0]!,
      blocks: [{ type: 'paragraph' as const, blockId: 'b1' as never, inlines: [{ type: 'text' as const, text: '公司说明如下。' }] }],
    };
    await core.call('reply:save', {
      questionId: second.questionId,
      baseRevision: reply.revision,
      sections: [written, ...reply.sections.slice(1)],
    });
    await core.call('letter:correct', { correction: { type: 'mergeQuestions', questionId: first.questionId } });
    const merged = await core.call('reply:get', { questionId: first.questionId });
    expect(JSON.stringify(merged.sections)).toContain('公司说明如下。');
    expect((await core.call('link:list', {})).map(({ questionId }) => questionId)).toEqual([first.questionId]);
  });

  it('gives a verifier asked anew sections to write in, and takes untouched ones away when nobody is asked any more', async () => {
    const { core, first } = await startSample();
    const listRoles = async () => [
      ...new Set((await core.call('reply:get', { questionId: first.questionId })).sections.map(({ verifier }) => verifier)),
    ];
    const before = await listRoles();
    expect(before).not.toContain('lawyer');
    await core.call('letter:correct', {
      correction: { type: 'setVerification', questionId: first.questionId, verificationId: null, role: 'lawyer', itemIds: [] },
    });
    expect(await listRoles()).toContain('lawyer');
    const { verificationId } = (await core.call('letter:list', {}))[0]!.questions[0]!.verifications.at(-1)!;
    await core.call('letter:correct', { correction: { type: 'removeVerification', questionId: first.questionId, verificationId } });
    expect(await listRoles()).toEqual(before);
  });

  it('is refused where it cannot be, in words, and leaves no trace', async () => {
    const { core, letter, first } = await startSample();
    const last = letter.questions.at(-1)!;
    const ask = (correction: Correction) => expect(core.call('letter:correct', { correction })).rejects;
    await ask({ type: 'mergeQuestions', questionId: last.questionId }).toMatchObject({
      code: 'letter-not-corrected',
      data: { reason: { key: 'reason.noNextQuestion' } },
    });
    await ask({ type: 'setText', questionId: first.questionId, itemId: null, text: '改' }).toMatchObject({
      data: { reason: { key: 'reason.textIsPrinted' } },
    });
    await ask({ type: 'removeAsk', questionId: first.questionId, askId: 'nothing' as never }).toMatchObject({ code: 'not-found' });
    expect((await core.call('history:list', { limit: 5 })).map(({ kind }) => kind)).not.toContain('letter:correct');
  });
});

describe('further rounds', () => {
  const oral = { spokenOn: '2026-11-20', spokenBy: '李监管员', words: '1. 请补充披露期后回款情况。\n2. 请年审会计师核查并发表明确意见。' };

  it('add a letter with replies to write, and undo takes it away again', async () => {
    const { core } = await startSample();
    const before = await readMatter(core);
    const added = await core.call('letter:add', { letter: core.write('二轮.txt', readSample('letter.txt')) });
    expect((await core.call('letter:list', {})).map(({ letterId }) => letterId).at(-1)).toBe(added.letterId);
    const { questions } = (await core.call('project:get', {}))!;
    expect(questions.filter(({ isCurrent }) => isCurrent).map(({ questionId }) => questionId)).toEqual(
      added.questions.map(({ questionId }) => questionId),
    );
    expect(questions.length).toBeGreaterThan(added.questions.length);
    expect((await core.call('reply:get', { questionId: added.questions[0]!.questionId })).sections.length).toBeGreaterThan(0);
    await core.call('history:undo', {});
    expect(await readMatter(core)).toEqual(before);
  });

  it('take oral feedback down with its date, person and words, cut into questions', async () => {
    const { core, letter } = await startSample();
    const { header, spokenBy, questions } = await core.call('letter:addOral', oral);
    expect({
      header: { kind: header.kind, issuedOn: header.issuedOn, company: header.company, letterNo: header.letterNo },
      spokenBy,
    }).toEqual({
      header: { kind: '监管口头反馈', issuedOn: '2026-11-20', company: letter.header.company, letterNo: null },
      spokenBy: '李监管员',
    });
    expect(questions.map(({ no }) => no)).toEqual(['1', '2']);
    const plain = await core.call('letter:addOral', { ...oral, words: '整体写得太简单。' });
    expect(plain.questions.map(({ no, text }) => [no, text])).toEqual([['1', '整体写得太简单。']]);
  });

  it('keep what was filed frozen: neither undo nor an older version takes it away, and its hashes are those of the files', async () => {
    const { core, letter } = await startSample();
    const version = await core.call('version:create', { name: '初稿', why: '' });
    const second = await core.call('letter:addOral', oral);
    const file = core.write('公告.docx', new Uint8Array([1, 2, 3]));
    const record = (letterId: typeof letter.letterId) =>
      core.call('filing:record', { letterId, questionIds: [], files: [file], filedOn: '2026-11-21', note: '' });
    const first = await record(letter.letterId);
    expect([first.round, (await record(letter.letterId)).round, (await record(second.letterId)).round]).toEqual([1, 2, 1]);
    expect(first.files).toEqual([{ name: '公告.docx', file: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81', size: 3 }]);
    const filed = await core.call('filing:list', {});
    await core.call('history:undo', {});
    await core.call('version:restore', { versionId: version.versionId });
    expect(await core.call('filing:list', {})).toEqual(filed);
  });
});

describe('a reply in parts', () => {
  it('is exported with the questions named and no others, and recorded so', async () => {
    const { core, letter, first } = await startSample();
    const out = join(core.folder, 'part.docx');
    await core.callJob('export:document', { variant: 'announcement', target: core.registerFile(out), questionIds: [first.questionId] });
    const { parts } = readDocx(readFileSync(out), 'part.docx');
    const text = parts.map((part) => (part.type === 'paragraph' ? part.text : '')).join('\n');
    const asked = ({ items }: { items: { text: string }[] }) => items[0]!.text;
    expect([text.includes(asked(first)), text.includes(asked(letter.questions[1]!))]).toEqual([true, false]);
    const filing = await core.call('filing:record', {
      letterId: letter.letterId,
      questionIds: [first.questionId],
      files: [core.registerFile(out)],
      filedOn: '2026-11-21',
      note: '第一批',
    });
    expect(filing.questionIds).toEqual([first.questionId]);
  });
});
