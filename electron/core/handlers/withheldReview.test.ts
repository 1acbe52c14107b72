import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { aliasName, hideCell, summariseSpan } from '../../../shared/document/testing/buildRedactions';
import { newId, type QuestionId } from '../../../shared/domain/ids';
import { getInlineText, type Inline } from '../../../shared/domain/reply';
import { findCellRef, makeSampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const NAME = '禾风机械';
const HIDDEN = '29,175.69';
const SENT = ['公司向客户一销售，毛利率处于行业水平，期限若干年，收入同比下降。', '收入为***万元，主要来自客户一的订单。'];
const text = (words: string): Inline => ({ type: 'text', text: words });
const withoutId = <T extends { redactionId: unknown }>({ redactionId: _id, ...content }: T) => content;

/** A matter in which a name, a stretch, a short word and a cell are withheld, all of them shown in its first reply. */
async function startMatter() {
  const core = startTestCore();
  const project = await makeSampleProject(core);
  const { questionId } = project.letter.questions[0]!;
  const cell = findCellRef(project.tables, HIDDEN);
  const format = { unit: '万元', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };
  const figure = await core.call('figure:create', { questionId, formula: { op: 'cell', cell }, format, asOf: null, reason: null });
  const paragraphs = [
    [text('公司向禾风'), { type: 'text' as const, text: '机械', bold: true }, text('销售，毛利率为三成五，期限8年，收入同比下降。')],
    [
      text('收入为'),
      { type: 'figure' as const, figureId: figure.figureId, text: `${HIDDEN}万元` },
      text(`，主要来自${NAME}的订单。`),
      { type: 'footnote' as const, note: `不含${NAME}的返利。` },
    ],
  ].map((inlines) => ({ type: 'paragraph' as const, blockId: newId<'block'>(), inlines }));
  const table = { type: 'table' as const, blockId: newId<'block'>(), tableId: cell.tableId };
  const { revision, sections } = await core.call('reply:get', { questionId });
  const blocks = [...paragraphs, table];
  await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...sections[0]!, blocks }, ...sections.slice(1)] });
  const { blockId } = paragraphs[0]!;
  await core.call('redaction:add', withoutId(aliasName([NAME], '客户一')));
  await core.call('redaction:add', withoutId(hideCell(cell.tableId, cell.rowId, cell.colId, HIDDEN)));
  await core.call('redaction:add', withoutId(summariseSpan(blockId, '毛利率为三成五', '毛利率处于行业水平')));
  await core.call('redaction:add', withoutId(summariseSpan(blockId, '8', '若干', 20)));
  const send = async (more: { recipient?: string; isInsider?: boolean } = {}) => {
    const path = join(core.folder, '审阅稿.docx');
    const { warnings } = await core.callJob('export:document', { variant: 'review', target: core.registerFile(path), ...more });
    return { docx: new Uint8Array(readFileSync(path)), codes: warnings.map(({ code }) => code) };
  };
  return { core, questionId, blockId, cell, send };
}

const readText = (docx: Uint8Array) =>
  Object.values(unzipSync(docx))
    .map((part) => strFromU8(part))
    .join('\n')
    .replaceAll(/<[^>]*>/g, '');

function edit(docx: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(docx);
  const before = strFromU8(parts['word/document.xml']!);
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, 'word/document.xml': strToU8(after) });
}

/** Words of a run replaced as Word tracks it. */
function replaceTracked(xml: string, words: string, by: string): string {
  const run = new RegExp(`<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve">([^<]*)${words}([^<]*)</w:t></w:r>`).exec(
    xml,
  )!;
  const [whole, properties = '', before, after] = run;
  const mark = (element: string, id: number, inner: string) =>
    inner === '' ? '' : `<w:${element} w:id="${id}" w:author="王律师" w:date="2025-06-10T09:30:00Z">${inner}</w:${element}>`;
  const piece = (tag: string, said: string | undefined) =>
    said ? `<w:r>${properties}<w:${tag} xml:space="preserve">${said}</w:${tag}></w:r>` : '';
  return xml.replace(
    whole,
    piece('t', before) + mark('del', 9001, piece('delText', words)) + mark('ins', 9002, piece('t', by)) + piece('t', after),
  );
}

async function readReply(core: TestCore, questionId: QuestionId) {
  const { sections } = await core.call('reply:get', { questionId });
  return sections[0]!.blocks.map((block) => ('inlines' in block ? getInlineText(block.inlines) : ''));
}

it('replaces what is withheld in a copy for reviewers, and keeps remarks that tell it out', async () => {
  const { core, questionId, blockId, send } = await startMatter();
  await core.call('review:comment', {
    anchor: { questionId, blockId, from: 3, to: 7, quote: NAME },
    text: '是否已获同意？',
    replyTo: null,
  });
  const { docx, codes } = await send({ recipient: '王律师' });
  const said = readText(docx);
  for (const secret of [NAME, '三成五', HIDDEN, '29175.69', '是否已获同意']) expect(said, secret).not.toContain(secret);
  for (const shown of SENT) expect(said).toContain(shown);
  expect(said).toContain('不含客户一的返利。');
  expect(said).toContain('豁免披露的内容已按代称');
  expect(codes).toContain('remarks-left-out');
  expect(codes).not.toContain('holds-withheld');
  expect((await core.call('exchange:list', {}))[0]).toMatchObject({ direction: 'sent', kind: 'word', party: '王律师' });
});

it('gives an insider everything, says so in the copy and enters the name in the register', async () => {
  const { core, send } = await startMatter();
  const { docx, codes } = await send({ recipient: '王律师', isInsider: true });
  expect(readText(docx)).toContain('主要来自禾风机械的订单');
  expect(readText(docx)).toContain('仅供内幕信息知情人王律师审阅');
  expect(codes).toContain('holds-withheld');
  const insiders = (await core.call('redaction:list', {})).map(({ record }) => record.insiders);
  expect(new Set(insiders)).toEqual(new Set(['董事会秘书、财务总监、王律师']));
  await expect(send({ isInsider: true })).rejects.toMatchObject({ code: 'invalid-params' });
});

it.each(['named', 'without its names'])('says nothing of an untouched copy that comes back %s', async (how) => {
  const { core, send } = await startMatter();
  await send({ recipient: '李会计师', isInsider: true });
  const { docx } = await send();
  const back = how === 'named' ? docx : edit(docx, (xml) => xml.replaceAll(/<w:bookmarkStart [^>]*>|<w:tag [^>]*>/g, ''));
  const taken = await core.callJob('wordReview:takeBack', { file: core.write('back.docx', back) });
  expect(taken).toMatchObject({ comments: 0, suggestions: 0, figureOverrides: 0, unplaced: 0, added: 0 });
});

it('places what is written beside replaced words, and tells what is done to them instead of overwriting the original', async () => {
  const { core, questionId, send } = await startMatter();
  const before = await readReply(core, questionId);
  const { docx } = await send();
  const back = edit(docx, (xml) => {
    const beside = xml.replace('公司向客户一</w:t>', '公司向客户一（境内）</w:t>').replace('>***</w:t>', '>1,000.00</w:t>');
    const replaced = replaceTracked(beside, '来自客户一', '源于大客户');
    return replaceTracked(replaced, '年，收入同比', '年，营业收入同比');
  });
  await core.callJob('wordReview:takeBack', { file: core.write('back.docx', back) });
  const review = await core.call('review:list', { questionId });
  const told = review.flatMap(({ change: { payload, anchor } }) => (payload.kind === 'comment' ? [[payload.text, anchor.quote]] : []));
  expect(told).toEqual([
    [expect.stringContaining('来自客户一'), `来自${NAME}`],
    [expect.stringContaining('源于大客户'), ''],
    [expect.stringContaining('1,000.00'), HIDDEN],
  ]);
  const open = review.filter(({ change }) => change.payload.kind !== 'comment').map(({ change }) => change.changeId);
  expect(open).toHaveLength(3);
  await core.call('review:decide', { changeIds: open, verdict: 'accepted', note: '' });
  expect(await readReply(core, questionId)).toEqual([
    before[0]!.replace(NAME, `${NAME}（境内）`).replace('年，收入同比', '年，营业收入同比'),
    before[1],
    '',
  ]);
});

it('takes an edit of a number that was sent as plain words as one of the figure it is', async () => {
  const { core, questionId, cell, send } = await startMatter();
  const format = { unit: '%', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };
  const total = { op: 'constant' as const, value: '100000', unit: '万元' };
  const formula = { op: 'share' as const, args: [{ op: 'cell' as const, cell }, total] };
  const { figureId } = await core.call('figure:create', { questionId, formula, format, asOf: null, reason: null });
  const { revision, sections } = await core.call('reply:get', { questionId });
  const inlines = [text(`${NAME}占比`), { type: 'figure' as const, figureId, text: '29.18%' }, text('，较为稳定。')];
  const [first, ...others] = sections;
  const blocks = [...first!.blocks, { type: 'paragraph' as const, blockId: newId<'block'>(), inlines }];
  await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...first!, blocks }, ...others] });
  const { docx } = await send();
  expect(readText(docx)).toContain('客户一占比29.18%，较为稳定。');
  const back = edit(docx, (xml) => replaceTracked(xml, '29.18%', '30.00%'));
  await core.callJob('wordReview:takeBack', { file: core.write('back.docx', back) });
  const review = await core.call('review:list', { questionId });
  expect(review.map(({ change }) => change.payload)).toEqual([{ kind: 'overrideFigure', figureId, shown: '29.18%', proposed: '30.00%' }]);
});

it('tells an edit of a footnote that was replaced in part, and keeps the original', async () => {
  const { core, questionId, send } = await startMatter();
  const { docx } = await send();
  const parts = unzipSync(docx);
  const notes = strFromU8(parts['word/footnotes.xml']!).replace('不含客户一的返利', '不含客户一的全部返利');
  const back = zipSync({ ...parts, 'word/footnotes.xml': strToU8(notes) });
  await core.callJob('wordReview:takeBack', { file: core.write('back.docx', back) });
  const review = await core.call('review:list', { questionId });
  expect(review.map(({ change }) => change.payload.kind)).toEqual(['comment']);
  expect((await readReply(core, questionId))[1]).toContain(NAME);
});

it('refuses a copy whose tables tell a hidden number by subtraction', async () => {
  const { core, questionId, send } = await startMatter();
  const sums = core.write('收入.csv', '客户,2024年度（万元）\n甲,"1,234.56"\n乙,781.83\n丙,333.33\n合计,"2,349.72"\n');
  const { sources } = await core.callJob('source:import', { files: [sums], disclosed: false });
  const [summary] = (await core.call('table:list', { sourceId: sources[0]!.sourceId }))!;
  const table = await core.call('table:get', { tableId: summary!.tableId });
  const cell = findCellRef([table], '1,234.56');
  await core.call('redaction:add', withoutId(hideCell(cell.tableId, cell.rowId, cell.colId, '1,234.56')));
  const { revision, sections } = await core.call('reply:get', { questionId });
  const shown = { type: 'table' as const, blockId: newId<'block'>(), tableId: cell.tableId };
  const [first, ...others] = sections;
  const written = [{ ...first!, blocks: [...first!.blocks, shown] }, ...others];
  await core.call('reply:save', { questionId, baseRevision: revision, sections: written });
  await expect(send()).rejects.toMatchObject({
    code: 'redaction-leak',
    data: { count: 1, where: { data: { places: [{ key: 'leak.told', data: { by: '2,349.72' } }] } } },
  });
});

it('holds a document nobody sent against the reply without what is withheld, when that is what it has', async () => {
  const core = startTestCore();
  const project = await makeSampleProject(core);
  const { questionId } = project.letter.questions[0]!;
  const { revision, sections } = await core.call('reply:get', { questionId });
  const block = { type: 'paragraph' as const, blockId: newId<'block'>(), inlines: [text(`公司主要向${NAME}销售，${NAME}为新增客户。`)] };
  const [first, ...others] = sections;
  await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...first!, blocks: [block] }, ...others] });
  await core.call('redaction:add', withoutId(aliasName([NAME], '客户一')));
  const path = join(core.folder, '公告.docx');
  await core.callJob('export:document', { variant: 'redacted', target: core.registerFile(path) });
  const back = edit(new Uint8Array(readFileSync(path)), (xml) => xml.replace('为新增客户', '为本期新增客户'));
  const taken = await core.callJob('wordReview:takeBack', { file: core.write('back.docx', back) });
  expect(taken.sent).toBeNull();
  const review = await core.call('review:list', { questionId });
  expect(review.map(({ change: { payload, anchor } }) => [payload, anchor.from])).toEqual([
    [{ kind: 'insert', inlines: [{ type: 'text', text: '本期' }] }, 17],
  ]);
});
