import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { proposeChart } from '../../../shared/document/chart/proposeChart';
import { newId, type QuestionId } from '../../../shared/domain/ids';
import { type Block, getInlineText, isTextBlock } from '../../../shared/domain/reply';
import { makeSampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const HEADING = '（一）营业收入变动的原因';

/** A project whose first reply has a heading, a table, a chart of it, and a paragraph that refers to all of them with a footnote. */
async function writeReferringReply(core: TestCore) {
  const { letter, tables } = await makeSampleProject(core);
  const [question, other] = letter.questions;
  const { questionId } = question!;
  const reply = await core.call('reply:get', { questionId });
  const table = tables.find((one) => one.rows.some((row) => row.cells.some((cell) => cell.value !== null)))!;
  const heading: Block = { type: 'heading', blockId: newId(), level: 3, inlines: [{ type: 'text', text: HEADING }] };
  const shown: Block = { type: 'table', blockId: newId(), tableId: table.tableId };
  const chart: Block = {
    type: 'chart',
    blockId: newId(),
    ...proposeChart(table),
    title: '收入',
    alt: '各年收入',
    source: '数据来源：公司',
  };
  const referring: Block = {
    type: 'paragraph',
    blockId: newId(),
    inlines: [
      { type: 'text', text: '如' },
      { type: 'reference', target: { kind: 'block', blockId: shown.blockId }, text: '旧的说法' },
      { type: 'text', text: '所示' },
      { type: 'footnote', note: '金额不含税。\n口径同年报。' },
      { type: 'text', text: '，详见' },
      { type: 'reference', target: { kind: 'block', blockId: heading.blockId }, text: '旧标题' },
      { type: 'text', text: '及' },
      { type: 'reference', target: { kind: 'question', questionId: other!.questionId }, text: '问题9' },
      { type: 'text', text: '。' },
    ],
  };
  const blocks = [heading, { ...referring, blockId: newId() } as Block, shown, chart, referring];
  await core.call('reply:save', { questionId, baseRevision: reply.revision, sections: [{ ...reply.sections[0]!, blocks }] });
  return { questionId, other: other!, referring };
}

async function readTexts(core: TestCore, questionId: QuestionId): Promise<string[]> {
  const { sections } = await core.call('reply:get', { questionId });
  return sections.flatMap((section) => section.blocks.filter(isTextBlock).map((block) => getInlineText(block.inlines)));
}

describe('cross references', () => {
  it('say where their target stands now, seen from the block they stand in', async () => {
    const core = startTestCore();
    const { questionId, other, referring } = await writeReferringReply(core);
    const current = await core.call('reference:current', { questionId });
    expect(current.filter(({ blockId }) => blockId === referring.blockId).map(({ text }) => text)).toEqual([
      '上表',
      `上文“${HEADING}”`,
      `问题${other.no}`,
    ]);
    expect(current.filter(({ blockId }) => blockId !== referring.blockId).map(({ text }) => text)[0]).toBe('下表');
  });

  it('become fields with those words, footnotes real ones, and taking the file in again gives the same words', async () => {
    const core = startTestCore();
    const { questionId, other } = await writeReferringReply(core);
    const path = join(core.folder, 'out.docx');
    await core.callJob('export:document', { variant: 'announcement', target: core.registerFile(path) });
    const parts = unzipSync(readFileSync(path));
    const xml = strFromU8(parts['word/document.xml']!);
    expect(xml.match(/<w:instrText[^>]*> (REF|HYPERLINK)/g)?.map((code) => code.slice(-9).trim())).toHaveLength(6);
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['word/charts/chart1.xml', 'word/embeddings/chart1.xlsx']));
    const taken = await core.callJob('reply:importDraft', { file: core.registerFile(path) });
    expect(taken.warnings).toEqual([]);
    const texts = await readTexts(core, questionId);
    expect(texts).toContain(`如上表所示\ufffc，详见上文“${HEADING}”及问题${other.no}。`);
    const { sections } = await core.call('reply:get', { questionId });
    const notes = sections
      .flatMap(({ blocks }) => blocks.filter(isTextBlock).flatMap((block) => block.inlines))
      .filter((inline) => inline.type === 'footnote');
    expect(notes).toEqual([
      { type: 'footnote', note: '金额不含税。\n口径同年报。' },
      { type: 'footnote', note: '金额不含税。\n口径同年报。' },
    ]);
  });
});

it('a cell says in which table and which chart of a reply it is shown', async () => {
  const core = startTestCore();
  const { questionId } = await writeReferringReply(core);
  const { sections } = await core.call('reply:get', { questionId });
  const shown = sections[0]!.blocks.find((block) => block.type === 'table')!;
  const { tableId, rows, columns } = await core.call('table:get', { tableId: shown.tableId });
  const uses = await core.call('cell:whereUsed', { cell: { tableId, rowId: rows.at(-1)!.rowId, colId: columns.at(-1)!.colId } });
  expect(uses.flatMap((use) => (use.kind === 'table' || use.kind === 'chart' ? [use.kind] : []))).toEqual(['table', 'chart']);
});
