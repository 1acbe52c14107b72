import { identifyFinding } from '../../../shared/checks/identifyFinding';
import { describe, expect, it } from 'vitest';
import type { DataTable, ReadTable } from '../../../shared/domain/dataTable';
import type { TableId } from '../../../shared/domain/ids';
import { getInlineText } from '../../../shared/domain/reply';
import { readSource } from '../import/readSource';
import { makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const importDraft = (core: TestCore, name: string, content: string | Uint8Array) =>
  core.callJob('reply:importDraft', { file: core.write(name, content) });

/** A reply as its reader sees it: one line per block, tables as [表]. */
async function readText(core: TestCore, questionId: string): Promise<string[]> {
  const { sections } = await core.call('reply:get', { questionId: questionId as never });
  return sections.flatMap((section) =>
    section.blocks.map((block) => ('inlines' in block ? getInlineText(block.inlines) : block.type === 'table' ? '[表]' : '[图]')),
  );
}

/** A stored table in the shape it was read in. */
function toRead(table: DataTable, find: (id: TableId) => DataTable): ReadTable {
  return {
    place: table.place,
    caption: table.caption,
    unit: table.unit,
    period: table.period,
    headerRows: table.headerRows,
    columns: table.columns.map((column) => column.path),
    rows: table.rows.map((row) =>
      row.cells.map(({ text, rowSpan, colSpan, covered, value, unit, nested }) => ({
        text,
        rowSpan,
        colSpan,
        covered,
        value,
        unit,
        ...(nested ? { nested: nested.map((id) => toRead(find(id), find)) } : {}),
      })),
    ),
    rowRoles: table.rows.map((row) => row.role),
    notes: table.notes,
    doubts: table.doubts,
  };
}

describe('taking a draft in', () => {
  it('puts its text under its question, its tables into evidence, and its head and sign-off into the details', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const result = await importDraft(core, 'draft.txt', readSample('draft.txt'));
    expect(result.questions.map((question) => question.no)).toEqual(['1', '2', '3']);
    const text = await readText(core, letter.questions[0]!.questionId);
    expect(text.filter((line) => line === '[表]')).toHaveLength(result.questions[0]!.tables);
    expect(text.filter((line) => line !== '[表]')).toHaveLength(result.questions[0]!.paragraphs);
    const overview = (await core.call('project:get', {}))!;
    expect(overview.details).toMatchObject({ company: '澄屿水务科技股份有限公司', code: '309901', signedOn: '2026-12-01' });
    expect((await core.call('source:list', {})).at(-1)).toMatchObject({ role: 'draft', fileName: 'draft.txt', disclosed: false });
  });

  it('is one operation: undo brings back replies, details and evidence as they were', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const read = async () => [
      await readText(core, letter.questions[0]!.questionId),
      (await core.call('project:get', {}))!.details,
      await core.call('source:list', {}),
      await core.call('table:list', { sourceId: null }),
      await core.call('letter:list', {}),
    ];
    const before = await read();
    await importDraft(core, 'draft.txt', readSample('draft.txt'));
    const after = await read();
    expect(await core.call('history:undo', {})).toEqual({ label: '导入回复稿：draft.txt' });
    expect(await read()).toEqual(before);
    await core.call('history:redo', {});
    expect(await read()).toEqual(after);
  });

  it('leaves what it answers for review, not what somebody had given a status, nor what it is silent on or leaves blank', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const { questionId, items } = letter.questions[0]!;
    await core.call('item:setStatus', { questionId, itemId: items[1]!.itemId, status: 'awaitingDepartment' });
    await importDraft(core, 'draft.txt', readSample('draft.txt'));
    const [first, second, third] = (await core.call('letter:list', {}))[0]!.questions;
    expect(first!.items.map(({ status }) => status)).toEqual(['toReview', 'awaitingDepartment', 'toWrite']);
    expect(second!.items.map(({ status }) => status)).toEqual(['toReview', 'toWrite']);
    expect(third!.status).toBe('toWrite');
  });

  it('again takes the earlier draft out of sight, unless something still rests on it', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const drafts = async () =>
      (await core.call('source:list', {})).filter((source) => source.role === 'draft').map((source) => source.fileName);
    await importDraft(core, '一稿.txt', readSample('draft.txt'));
    await importDraft(core, '二稿.txt', readSample('draft.txt'));
    expect(await drafts()).toEqual(['二稿.txt']);
    await core.call('history:undo', {});
    expect(await drafts()).toEqual(['一稿.txt']);
    const table = (await core.call('table:list', { sourceId: null })).at(-1)!;
    await core.call('link:add', { questionId: letter.questions[0]!.questionId, itemId: null, tableId: table.tableId, reason: '' });
    await importDraft(core, '三稿.txt', readSample('draft.txt'));
    expect(await drafts()).toEqual(['一稿.txt', '三稿.txt']);
  });

  it('that answers none of the questions is refused and leaves nothing behind', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const before = [
      await core.call('source:list', {}),
      await core.call('version:list', {}),
      await core.call('history:list', { limit: 99 }),
    ];
    await expect(importDraft(core, '别的.txt', '这是一份会议纪要，与问询函无关。\n')).rejects.toMatchObject({
      code: 'no-questions',
      data: { file: '别的.txt' },
    });
    expect([
      await core.call('source:list', {}),
      await core.call('version:list', {}),
      await core.call('history:list', { limit: 99 }),
    ]).toEqual(before);
  });

  it('warns, with the place, where the draft asks a question in other words than the letter', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const draft = new TextDecoder().decode(readSample('draft.txt'));
    const changed = draft.replace('经营活动产生的现金流量净额由正转负的原因', '经营活动产生的现金流量净额由负转正的原因');
    expect(changed).not.toBe(draft);
    const { warnings } = await importDraft(core, 'draft.txt', changed);
    expect(warnings.filter((warning) => warning.code === 'restated-differs')).toMatchObject([
      { file: 'draft.txt', place: { line: expect.any(Number) } },
    ]);
  });
});

it('warns where the board guarantees in other words than documents print', async () => {
  const core = startTestCore();
  await makeSampleProject(core);
  const draft = new TextDecoder().decode(readSample('draft.txt'));
  const codes = async (text: string) => (await importDraft(core, 'draft.txt', text)).warnings.map(({ code }) => code);
  expect(await codes(draft)).not.toContain('guarantee-replaced');
  const changed = draft.replace('没有虚假记载', '不存在虚假记载');
  expect(changed).not.toBe(draft);
  expect(await codes(changed)).toContain('guarantee-replaced');
});

describe('a question the draft repeats in other words', () => {
  const find = async (core: TestCore) =>
    (await core.callJob('check:run', {}))
      .filter((finding) => finding.rule === 'question-restated')
      .map(({ severity, places }) => [severity, places[0]!.questionId]);

  it('is an error at the question, taken back and done again with the import, until a draft repeats it rightly', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const draft = new TextDecoder().decode(readSample('draft.txt'));
    const changed = draft.replace('经营活动产生的现金流量净额由正转负的原因', '经营活动产生的现金流量净额由负转正的原因');
    const asked = letter.questions.find(({ text }) => text.includes('由正转负的原因'))!;
    await importDraft(core, 'draft.txt', changed);
    expect(await find(core)).toEqual([['error', asked.questionId]]);
    await core.call('history:undo', {});
    expect(await find(core)).toEqual([]);
    await core.call('history:redo', {});
    expect(await find(core)).toEqual([['error', asked.questionId]]);
    await importDraft(core, 'draft.txt', draft);
    expect(await find(core)).toEqual([]);
  });

  it('may stand as the letter asks it, which can be undone, or be accepted with a reason until the draft repeats it in yet other words', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const draft = new TextDecoder().decode(readSample('draft.txt'));
    const rewritten = (words: string) => draft.replace('经营活动产生的现金流量净额由正转负的原因', `经营活动产生的现金流量净额${words}`);
    const { questionId } = letter.questions.find(({ text }) => text.includes('由正转负的原因'))!;
    const open = async () => {
      const accepted = new Set((await core.call('acceptance:list', {})).map(({ key }) => key));
      return (await core.callJob('check:run', {})).filter(
        (finding) => finding.rule === 'question-restated' && !accepted.has(identifyFinding(finding)),
      );
    };
    await importDraft(core, 'draft.txt', rewritten('由负转正的原因'));
    await core.call('reply:followLetter', { questionId });
    expect(await open()).toEqual([]);
    await core.call('history:undo', {});
    const [finding] = await open();
    await core.call('acceptance:add', { key: identifyFinding(finding!), rule: finding!.rule, reason: '按更正后的来函' });
    expect(await open()).toEqual([]);
    await importDraft(core, 'draft.txt', rewritten('大幅下降的原因'));
    expect(await open()).toHaveLength(1);
  });
});

describe('what is stored of a table', () => {
  it('is what was read, nested tables included', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const nested = '名称\t说明\n甲\t含下表<table><tr><td>项</td><td>额</td></tr><tr><td>乙</td><td>1.00</td></tr></table>\n丙\t无\n';
    const content = new TextEncoder().encode(`情况如下：\n\n${nested}\n\n${new TextDecoder().decode(readSample('half-year-report.txt'))}`);
    await core.callJob('source:import', { files: [core.write('含嵌套.txt', content)], disclosed: true });
    const source = (await core.call('source:list', {})).at(-1)!;
    const stored = new Map<TableId, DataTable>();
    for (const { tableId } of await core.call('table:list', { sourceId: source.sourceId }))
      stored.set(tableId, await core.call('table:get', { tableId }));
    const inner = new Set(
      [...stored.values()].flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.nested ?? []))),
    );
    expect(inner.size).toBe(1);
    const outer = [...stored.values()].filter((table) => !inner.has(table.tableId));
    const read = (await readSource(content, '含嵌套.txt')).parts.flatMap((part) => (part.type === 'table' ? [part.table] : []));
    expect(outer.map((table) => toRead(table, (id) => stored.get(id)!))).toEqual(read);
    expect([...stored.values()].map((table) => table.position)).toEqual([...stored.keys()].map((_, index) => index));
    expect(source.tableCount).toBe(stored.size);
  });
});
