import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD } from '../../../shared/document/testing/buildRedactions';
import { newId, type QuestionId, type TableId } from '../../../shared/domain/ids';
import type { Block } from '../../../shared/domain/reply';
import { findCellRef, makeSampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';
import { makeTemporaryFolder } from '../testing/temporaryFolder';

const COLLEAGUES = ['小李', '小王', '小赵'] as const;
const TEXT = '报告期内公司营业收入同比下降，主要系市场需求减弱所致。';

/** One thing a colleague may do to a copy; numbers are taken modulo what is there. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), at: fc.nat(27), text: fc.constantFrom('甲', '，其中', '（未经审计）') }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(20), length: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('cell' as const), text: fc.constantFrom('29,175.96', '30,175.69') }),
  fc.record({ kind: fc.constant('link' as const), question: fc.nat(9), table: fc.nat(9) }),
  fc.record({ kind: fc.constant('unlink' as const), link: fc.nat(9) }),
  fc.record({ kind: fc.constant('import' as const), amount: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('remove' as const), source: fc.nat(9) }),
  fc.record({
    kind: fc.constant('withhold' as const),
    name: fc.constantFrom('甲客户', '乙客户'),
    alias: fc.constantFrom('客户一', '客户二'),
  }),
  fc.record({ kind: fc.constant('show' as const) }),
  fc.record({ kind: fc.constant('term' as const), term: fc.constantFrom('子公司一', '子公司二') }),
  fc.record({ kind: fc.constant('owner' as const), question: fc.nat(9), owner: fc.constantFrom('财务部', '销售部') }),
  fc.record({ kind: fc.constant('caption' as const), table: fc.nat(9), caption: fc.constantFrom('收入明细', '客户明细') }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const takeFrom = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)];

async function listQuestionIds(core: TestCore): Promise<QuestionId[]> {
  return (await core.call('letter:list', {})).flatMap((letter) => letter.questions.map(({ questionId }) => questionId));
}

async function rewrite(core: TestCore, change: (text: string) => string): Promise<void> {
  const [questionId] = await listQuestionIds(core);
  const { revision, sections } = await core.call('reply:get', { questionId: questionId! });
  const [block] = sections[0]!.blocks;
  const text = block && 'inlines' in block ? block.inlines.map((one) => ('text' in one ? one.text : '')).join('') : '';
  const blockId = block?.blockId ?? newId<'block'>();
  const blocks: Block[] = [{ type: 'paragraph', blockId, inlines: [{ type: 'text', text: change(text) }] }];
  const saved = [{ ...sections[0]!, blocks }, ...sections.slice(1)];
  await core.call('reply:save', { questionId: questionId!, baseRevision: revision, sections: saved });
}

/** Does what a colleague would do by hand. What is refused there is not done. */
async function perform(core: TestCore, step: Edit, name: string): Promise<void> {
  const tables = await core.call('table:list', { sourceId: null });
  switch (step.kind) {
    case 'write':
      return rewrite(core, (text) => text.slice(0, step.at) + step.text + text.slice(step.at));
    case 'cut':
      return rewrite(core, (text) => text.slice(0, step.at) + text.slice(step.at + step.length));
    case 'cell': {
      const whole = await Promise.all(tables.map(({ tableId }) => core.call('table:get', { tableId })));
      const first = whole.filter(({ rows }) => rows.some(({ cells }) => cells.some(({ text }) => text === '29,175.69')));
      if (first.length > 0)
        await core.call('cell:correct', { cell: findCellRef(first, '29,175.69'), text: step.text, kind: 'restated', why: '复核' });
      return;
    }
    case 'link': {
      const questionId = takeFrom(await listQuestionIds(core), step.question)!;
      const table = takeFrom(tables, step.table);
      if (table) await core.call('link:add', { questionId, itemId: null, tableId: table.tableId, reason: `${name}引用` });
      return;
    }
    case 'unlink': {
      const link = takeFrom(await core.call('link:list', {}), step.link);
      if (link) await core.call('link:remove', { linkId: link.linkId });
      return;
    }
    case 'import': {
      const file = core.write(`${name}的补充.csv`, `客户,金额（万元）\n丙客户,${step.amount}.00\n`);
      await core.callJob('source:import', { files: [file], disclosed: true });
      return;
    }
    case 'remove': {
      const source = takeFrom(await core.call('source:list', {}), step.source);
      if (source) await core.call('source:remove', { sourceId: source.sourceId });
      return;
    }
    case 'withhold': {
      const held = await core.call('redaction:list', {});
      const isTaken = held.some(
        ({ target, replacement }) => replacement === step.alias || (target.kind === 'name' && target.names.includes(step.name)),
      );
      const target = { kind: 'name' as const, names: [step.name] };
      if (!isTaken) await core.call('redaction:add', { target, method: 'alias', replacement: step.alias, record: RECORD });
      return;
    }
    case 'show': {
      const [first] = await core.call('redaction:list', {});
      if (first) await core.call('redaction:remove', { redactionId: first.redactionId });
      return;
    }
    case 'term':
      await core.call('term:add', { term: step.term, fullName: `${name}所说的公司` });
      return;
    case 'owner':
      await core.call('item:setOwner', {
        questionId: takeFrom(await listQuestionIds(core), step.question)!,
        itemId: null,
        owner: step.owner,
      });
      return;
    case 'caption': {
      const table = takeFrom(tables, step.table);
      if (table) await core.call('table:setCaption', { tableId: table.tableId, caption: step.caption });
    }
  }
}

/** What a project holds, told without the order things came in. */
async function readAll(core: TestCore) {
  const tables = await core.call('table:list', { sourceId: null });
  const cells = await Promise.all(
    tables.map(async ({ tableId, caption }) => [
      tableId,
      caption,
      (await core.call('table:get', { tableId })).rows.map(({ cells: row }) => row.map(({ text }) => text)),
    ]),
  );
  const owners = (await core.call('letter:list', {})).flatMap(({ questions }) => questions.map(({ owner }) => owner));
  const [questionId] = await listQuestionIds(core);
  const { sections } = await core.call('reply:get', { questionId: questionId! });
  const inOrder = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  return {
    cells: inOrder(cells),
    owners,
    text: sections[0]!.blocks,
    links: inOrder((await core.call('link:list', {})).map(({ linkId, tableId }) => [linkId, tableId])),
    sources: inOrder((await core.call('source:list', {})).map(({ sourceId, fileName, tableCount }) => [sourceId, fileName, tableCount])),
    redactions: inOrder((await core.call('redaction:list', {})).map(({ redactionId, replacement }) => [redactionId, replacement])),
    terms: inOrder((await core.call('term:list', {})).map(({ termId, term }) => [termId, term])),
    review: (await core.call('review:list', { questionId: null })).map(({ change, state, place, conflictsWith }) => ({
      change,
      state,
      place,
      conflictsWith,
    })),
  };
}

/** A project with links, a redaction, a term and a reply, closed. */
async function makeBase(): Promise<string> {
  const core = startTestCore();
  const { path, tables } = await makeSampleProject(core);
  await rewrite(core, () => TEXT);
  const [first, second] = await listQuestionIds(core);
  await core.call('link:add', { questionId: first!, itemId: null, tableId: tables[0]!.tableId, reason: '' });
  await core.call('link:add', { questionId: second!, itemId: null, tableId: tables[1]!.tableId, reason: '' });
  const target = { kind: 'name' as const, names: ['丁客户'] };
  await core.call('redaction:add', { target, method: 'alias', replacement: '客户四', record: RECORD });
  await core.call('term:add', { term: '本集团', fullName: '示例集团' });
  await core.close();
  return path;
}

/** A colleague's own computer: a copy of the file, edited there. */
async function editCopy(base: string, name: string, edits: readonly Edit[], onDone = async (_copy: TestCore) => {}): Promise<string> {
  const core = startTestCore(makeTemporaryFolder(), { actor: name });
  const path = join(core.folder, `${name}.huihan`);
  copyFileSync(base, path);
  await core.openProject(path, 'write');
  for (const step of edits) await perform(core, step, name);
  await onDone(core);
  await core.close();
  return path;
}

/** The project after merging files in an order. */
async function mergeAll(base: string, files: readonly string[]): Promise<TestCore> {
  const core = startTestCore(makeTemporaryFolder(), { actor: '董秘' });
  const path = join(core.folder, 'matter.huihan');
  copyFileSync(base, path);
  await core.openProject(path, 'write');
  for (const file of files) await core.callJob('exchange:merge', { file: core.registerFile(file) });
  return core;
}

describe('copies that three colleagues edited', () => {
  it('come to one project whatever the order and number of mergings, with every change carried out, open or in a shown conflict', async () => {
    const base = await makeBase();
    expect(existsSync(base)).toBe(true);
    const edits = fc.tuple(...COLLEAGUES.map(() => fc.array(edit, { minLength: 1, maxLength: 5 })));
    const orders = fc.tuple(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.shuffledSubarray([0, 1, 2, 0, 2], { minLength: 5 }));
    await fc.assert(
      fc.asyncProperty(edits, orders, async (all, [once, twice]) => {
        const files: string[] = [];
        for (const [index, name] of COLLEAGUES.entries()) files.push(await editCopy(base, name, all[index]!));
        const one = await mergeAll(
          base,
          once.map((index) => files[index]!),
        );
        const other = await mergeAll(
          base,
          twice.map((index) => files[index]!),
        );
        const merged = await readAll(one);
        expect(await readAll(other)).toEqual(merged);
        const free = merged.review.filter(({ state, conflictsWith }) => state === 'open' && conflictsWith.length === 0);
        for (const core of [one, other]) {
          if (free.length === 0) continue;
          const changeIds = free.map(({ change }) => change.changeId);
          const { decided, notApplied } = await core.call('review:decide', { changeIds, verdict: 'accepted', note: '' });
          expect([...decided, ...notApplied.map(({ changeId }) => changeId)].sort()).toEqual([...changeIds].sort());
        }
        expect(await readAll(other)).toEqual(await readAll(one));
        await one.close();
        await other.close();
      }),
      { numRuns: 6, seed: 7 },
    );
  }, 240_000);
});

describe('a colleague’s copy', () => {
  it('is, all of it accepted, the project here: nothing of it is lost', async () => {
    const base = await makeBase();
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        let left: unknown = null;
        const file = await editCopy(base, '小李', edits, async (copy) => {
          const { review: _review, ...state } = await readAll(copy);
          left = state;
        });
        const core = await mergeAll(base, [file]);
        const open = (await core.call('review:list', { questionId: null })).filter(({ state }) => state === 'open');
        if (open.length > 0) {
          const changeIds = open.map(({ change }) => change.changeId);
          expect(await core.call('review:decide', { changeIds, verdict: 'accepted', note: '' })).toMatchObject({ notApplied: [] });
        }
        const { review: _review, ...merged } = await readAll(core);
        expect(merged).toEqual(left);
        await core.close();
      }),
      { numRuns: 10, seed: 11 },
    );
  }, 240_000);

  it('brings a new source with its tables and links at once, and a removed link and source as decisions', async () => {
    const base = await makeBase();
    const file = await editCopy(base, '小李', [
      { kind: 'import', amount: 7 },
      { kind: 'unlink', link: 0 },
      { kind: 'remove', source: 1 },
    ]);
    const core = await mergeAll(base, []);
    const before = await core.call('link:list', {});
    expect(await core.callJob('exchange:merge', { file: core.registerFile(file) })).toEqual({ changes: 3, conflicts: 0, unplaced: 0 });
    const sources = await core.call('source:list', {});
    expect(sources.map(({ fileName }) => fileName)).toEqual(['half-year-report.txt', 'receivables-top5.csv', '小李的补充.csv']);
    const [table] = await core.call('table:list', { sourceId: sources[2]!.sourceId });
    expect((await core.call('table:get', { tableId: table!.tableId })).rows.at(-1)!.cells.map(({ text }) => text)).toEqual([
      '丙客户',
      '7.00',
    ]);
    expect((await core.call('search:query', { query: '丙客户', limit: 5 })).length).toBeGreaterThan(0);
    expect(await core.call('link:list', {})).toEqual(before);
    const open = (await core.call('review:list', { questionId: null })).filter(({ state }) => state === 'open');
    expect(open.map(({ change }) => change.payload).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))).toMatchObject([
      { kind: 'setRecord', record: 'link', becomes: null },
      { kind: 'setRecord', record: 'source', was: { state: 'shown' }, becomes: { state: 'hidden' }, label: 'receivables-top5.csv' },
    ]);
    await core.call('review:decide', { changeIds: open.map(({ change }) => change.changeId), verdict: 'accepted', note: '' });
    expect((await core.call('source:list', {})).map(({ fileName }) => fileName)).toEqual(['half-year-report.txt', '小李的补充.csv']);
    expect(await core.call('link:list', {})).toEqual(before.slice(1));
    await core.call('history:undo', {});
    expect(await core.call('link:list', {})).toEqual(before);
    await core.call('history:undo', {});
    expect((await core.call('source:list', {})).map(({ fileName }) => fileName)).toEqual(['half-year-report.txt', 'receivables-top5.csv']);
  });

  it('merged again brings no change of a table that came with it', async () => {
    const base = await makeBase();
    const file = await editCopy(base, '小李', [
      { kind: 'import', amount: 7 },
      { kind: 'caption', table: 5, caption: '收入明细' },
      { kind: 'owner', question: 0, owner: '财务部' },
    ]);
    const core = await mergeAll(base, [file]);
    const once = await readAll(core);
    expect(once.cells.some((table) => table.includes('收入明细'))).toBe(true);
    await core.call('history:undo', {});
    await core.callJob('exchange:merge', { file: core.registerFile(file) });
    expect((await readAll(core)).review.map(({ change }) => change.changeId)).toEqual(once.review.map(({ change }) => change.changeId));
  });

  it('in which a link was taken away and made again keeps it, and two colleagues’ same link is one', async () => {
    const base = await makeBase();
    const again = await editCopy(base, '小李', [
      { kind: 'unlink', link: 0 },
      { kind: 'link', question: 0, table: 0 },
      { kind: 'link', question: 0, table: 1 },
    ]);
    const same = await editCopy(base, '小王', [{ kind: 'link', question: 0, table: 1 }]);
    for (const files of [
      [again, same],
      [same, again],
    ]) {
      const core = await mergeAll(base, files);
      const links = (await core.call('link:list', {})).map(({ linkId, questionId, tableId }) => [linkId, questionId, tableId]);
      const open = (await core.call('review:list', { questionId: null })).filter(({ state }) => state === 'open');
      // What is left to decide is the reason the colleague gave for the link made again.
      expect(open.map(({ change }) => change.payload)).toMatchObject([
        { record: 'link', was: { reason: '' }, becomes: { reason: '小李引用' } },
      ]);
      expect(new Set(links.map((link) => link.slice(1).join(' '))).size).toBe(links.length);
      expect(links).toHaveLength(3);
    }
  });

  it('whose fields were changed here meanwhile stands as a conflict with what is here', async () => {
    const base = await makeBase();
    const file = await editCopy(base, '小李', [{ kind: 'owner', question: 0, owner: '财务部' }]);
    const core = await mergeAll(base, []);
    await perform(core, { kind: 'owner', question: 0, owner: '销售部' }, '董秘');
    expect(await core.callJob('exchange:merge', { file: core.registerFile(file) })).toEqual({ changes: 1, conflicts: 1, unplaced: 0 });
  });

  it('of a table made for the reply there brings the table, computed here', async () => {
    const base = await makeBase();
    const copy = await mergeAll(base, []);
    const tables = await copy.call('table:list', { sourceId: null });
    const table = await copy.call('table:get', { tableId: tables[0]!.tableId });
    const [, ...numbers] = table.columns;
    const rows = table.rows.filter(({ role }) => role === 'body').slice(0, 2);
    const stub = { colId: newId<'col'>(), path: ['项目'] };
    const definition = {
      caption: '收入节选',
      unit: '万元',
      stub,
      columns: [
        {
          colId: newId<'col'>(),
          path: ['金额'],
          format: { unit: '万元', decimals: 2, grouping: true, showUnit: false },
          content: { kind: 'source' as const, tableId: table.tableId as TableId, colId: numbers[0]!.colId },
          hidden: false,
          totalled: true,
        },
      ],
      rows: rows.map(({ rowId, cells }) => ({
        rowId: newId<'row'>(),
        label: cells[0]!.text,
        format: null,
        content: { kind: 'source' as const, from: [{ tableId: table.tableId, rowId }] },
      })),
      notes: [],
    };
    const [questionId] = await listQuestionIds(copy);
    const made = await copy.call('replyTable:create', { questionId: questionId!, definition });
    await copy.close();
    const core = await mergeAll(base, [join(copy.folder, 'matter.huihan')]);
    const brought = await core.call('table:get', { tableId: made.tableId });
    expect(brought.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(
      made.rows.map(({ cells }) => cells.map(({ text }) => text)),
    );
    expect((await core.call('link:list', {})).map(({ tableId }) => tableId)).toContain(made.tableId);
  });
});
