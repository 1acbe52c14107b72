import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stripAutospaceBlanks } from '../../shared/document/cjkBlanks';
import { proposeChart } from '../../shared/document/chart/proposeChart';
import { newId } from '../../shared/domain/ids';
import type { Block, Inline, ReferenceTarget } from '../../shared/domain/reply';
import { readDocx } from '../../electron/core/import/docx/readDocx';
import { findCellRef, makeSampleProject, readSample } from '../../electron/core/testing/sampleProject';
import { convertInOffice, hasOffice } from './review/convertInOffice';
import { startTestCore, type TestCore } from '../../electron/core/testing/temporaryCore';

const text = (words: string, style: object = {}): Inline => ({ type: 'text', text: words, ...style });
const refer = (target: ReferenceTarget): Inline => ({ type: 'reference', target, text: '旧的说法' });

/** A project whose replies hold everything a reply can hold. */
async function writeEverything(core: TestCore) {
  const { letter, tables } = await makeSampleProject(core);
  const [first, second] = letter.questions;
  const { tableId } = findCellRef(tables, '18,920.47');
  const table = tables.find((one) => one.tableId === tableId)!;
  const other = tables.find((one) => one.tableId === findCellRef(tables, '16,408.27').tableId)!;
  const heading: Block = { type: 'heading', blockId: newId(), level: 3, inlines: [text('（一）营业收入变动的原因')] };
  const shown: Block = { type: 'table', blockId: newId(), tableId };
  const chart: Block = {
    type: 'chart',
    blockId: newId(),
    ...proposeChart(table),
    title: '收入构成',
    alt: '两期收入按产品',
    source: '数据来源：公司定期报告',
  };
  const notShown: Block = {
    type: 'chart',
    blockId: newId(),
    ...proposeChart(other),
    colIds: proposeChart(other).colIds.slice(0, 1),
    kind: 'pie',
    title: '账龄',
    alt: '账龄分布',
    source: '',
  };
  const block = (blockId: (typeof heading)['blockId']): ReferenceTarget => ({ kind: 'block', blockId });
  const referring = (inlines: Inline[]): Block => ({ type: 'paragraph', blockId: newId(), inlines });
  const blocks: Block[] = [
    heading,
    referring([text('收入构成如'), refer(block(shown.blockId)), text('所示，变动见'), refer(block(chart.blockId)), text('。')]),
    shown,
    chart,
    referring([
      text('如'),
      refer(block(shown.blockId)),
      text('所示'),
      { type: 'footnote', note: '金额不含税。\n口径同年报。' },
      text('，详见'),
      refer(block(heading.blockId)),
      text('及'),
      refer({ kind: 'question', questionId: second!.questionId }),
      text('、'),
      refer({ kind: 'item', itemId: first!.items[0]!.itemId }),
      text('。'),
    ]),
    referring([
      text('解除限售条件为A≥A'),
      text('m', { sub: true }),
      text('，且'),
      text('净利润', { bold: true }),
      text('为正，面积为100m'),
      text('2', { sup: true }),
      text('，“'),
      text('重大', { italic: true, underline: true }),
      text('”不适用。'),
    ]),
    { type: 'listItem', blockId: newId(), kind: 'number', depth: 0, inlines: [text('核对合同')] },
    { type: 'listItem', blockId: newId(), kind: 'number', depth: 0, inlines: [text('核对回款')] },
    { type: 'listItem', blockId: newId(), kind: 'bullet', depth: 1, inlines: [text('抽查凭证')] },
    notShown,
  ];
  for (const [question, own] of [
    [first!, blocks],
    [second!, [referring([text('详见'), refer(block(heading.blockId)), text('。')]), referring([text('第二段。')])]],
  ] as const) {
    const { revision, sections } = await core.call('reply:get', { questionId: question.questionId });
    await core.call('reply:save', {
      questionId: question.questionId,
      baseRevision: revision,
      sections: [{ ...sections[0]!, blocks: [...own] }],
    });
  }
  return letter;
}

/** Replies with places in them instead of ids, and of tables what they print. */
async function readReplies(core: TestCore): Promise<unknown[]> {
  const [letter] = await core.call('letter:list', {});
  const names = new Map<string, string>();
  const replies = [];
  for (const { questionId, no, items } of letter!.questions) {
    names.set(questionId, `question ${no}`);
    for (const item of items) names.set(item.itemId, `item ${no}.${item.no}`);
    const { sections } = await core.call('reply:get', { questionId });
    const blocks = sections.flatMap((section) => section.blocks);
    blocks.forEach(({ blockId }, at) => names.set(blockId, `block ${no}.${at}`));
    const words = await core.call('reference:current', { questionId });
    replies.push({ sections, said: words.map(({ text: said }) => said) });
  }
  for (const { tableId } of await core.call('table:list', { sourceId: null })) {
    const { rows, columns } = await core.call('table:get', { tableId });
    // Blanks between Chinese and Latin are not written.
    const printed = rows.map(({ cells }) => cells.map((cell) => stripAutospaceBlanks(cell.text)));
    names.set(tableId, `table ${JSON.stringify(printed)}`);
    rows.forEach(({ rowId }, at) => names.set(rowId, `row ${at}`));
    columns.forEach(({ colId }, at) => names.set(colId, `column ${at}`));
  }
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(
      ([key, one]) => key !== 'sectionId' && !(key === 'text' && value['type' as never] === 'reference' && one),
    );
    return Object.fromEntries(entries.map(([key, one]) => [key, plain(one)]));
  };
  return replies.map(plain);
}

async function exportFrom(core: TestCore): Promise<Uint8Array> {
  const path = join(core.folder, 'out.docx');
  await core.callJob('export:document', { variant: 'announcement', target: core.registerFile(path) });
  return readFileSync(path);
}

describe('an exported reply taken in again', () => {
  it('is the same reply: headings, references, tables, charts, footnotes, formulas, lists, looks', async () => {
    const core = startTestCore();
    await writeEverything(core);
    const before = await readReplies(core);
    const { warnings } = await core.callJob('reply:importDraft', { file: core.write('again.docx', await exportFrom(core)) });
    expect(warnings).toEqual([]);
    expect(await readReplies(core)).toEqual(before);
  });

  it('draws the same charts in a project that does not have their tables', async () => {
    const core = startTestCore();
    await writeEverything(core);
    const first = await exportFrom(core);
    const fresh = startTestCore();
    const letter = fresh.write('letter.txt', readSample('letter.txt'));
    await fresh.call('project:new', { letter, target: fresh.registerFile(join(fresh.folder, 'a.huihan')) });
    await fresh.callJob('reply:importDraft', { file: fresh.write('again.docx', first) });
    const listCharts = (docx: Uint8Array) =>
      readDocx(docx, 'a.docx', true).parts.flatMap((part) => (part.type === 'paragraph' ? (part.charts ?? []) : []));
    expect(listCharts(first)).toHaveLength(2);
    expect(listCharts(await exportFrom(fresh))).toEqual(listCharts(first));
  });

  it.skipIf(!hasOffice)(
    'is the same after LibreOffice has rewritten the file, which drops the alternative texts of charts',
    { timeout: 120_000 },
    async () => {
      const core = startTestCore();
      await writeEverything(core);
      const before = await readReplies(core);
      const [rewritten] = convertInOffice([await exportFrom(core)]);
      await core.callJob('reply:importDraft', { file: core.write('again.docx', rewritten!) });
      const withoutAlt = JSON.stringify(before).replaceAll(/"alt":"[^"]*"/g, '"alt":""');
      expect(await readReplies(core)).toEqual(JSON.parse(withoutAlt));
    },
  );
});
