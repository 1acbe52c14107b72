import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../../../shared/domain/ids';
import type { OperationSummary } from '../../../shared/domain/project';
import { contract, type Method } from '../../../shared/ipc/contract';
import { proposeDefinition } from '../../../shared/tables/reply/proposeDefinition';
import { buildPdf, drawGrid, drawText } from '../import/pdf/testing/buildPdf';
import { handlers } from '../handlers/handlers';
import { findCellRef, makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);

const RECORD = {
  secret: 'tradeSecret' as const,
  what: '客户名称',
  why: '保密协议',
  basis: '',
  approvedBy: '',
  approvedOn: '',
  until: '',
  disclosedLater: false,
  alreadyPublic: false,
  impact: '',
  insiders: '',
};

/** Calls every key once in an order in which each has something to work on; the answers by key. */
async function callEverything(core: TestCore): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>();
  const call: TestCore['call'] = async (method, params) => {
    const result = await core.call(method, params);
    answers.set(method, result);
    return result;
  };
  const letterFile = core.write('函.txt', readSample('letter.txt'));
  await call('letter:preview', { file: letterFile });
  await call('project:new', { letter: letterFile, target: core.registerFile(join(core.folder, 'walk.huihan')) });
  const [letter] = await call('letter:list', {});
  const question = letter!.questions[0]!;
  const { questionId } = question;
  await call('item:setStatus', { questionId, itemId: question.items[0]!.itemId, status: 'awaitingDepartment' });
  await call('item:setOwner', { questionId, itemId: null, owner: '财务部' });
  const { letterId } = letter!;
  const deferral = await call('deferral:add', { letterId, announcedOn: null, dueOn: '2026-12-09', reason: '', apology: true });
  await call('deferral:list', {});
  await call('deferral:remove', { deferralId: deferral.deferralId });
  await call('letter:text', { letterId });
  await call('letter:quotes', {});
  await call('letter:correct', { correction: { type: 'setTitle', questionId, title: '关于收入' } });
  await call('letter:setHeader', { letterId, header: { receivedOn: '2026-12-01' } });
  await call('item:assign', { targets: [{ questionId, itemId: question.items[0]!.itemId }], owner: '财务部' });
  await call('letter:add', {
    letter: { file: null, pages: [{ text: new TextDecoder().decode(readSample('letter.txt')), confirmed: true }] },
  });
  await call('letter:addOral', { spokenOn: '2026-12-08', spokenBy: '张监管员', words: '请你公司补充说明期后回款。' });
  await core.call('history:undo', {});
  await core.call('history:undo', {});
  const scan = await core.call('letter:add', {
    letter: { file: letterFile, pages: [{ text: new TextDecoder().decode(readSample('letter.txt')), confirmed: false }] },
  });
  const pageFile = core.write('函.png', createCanvas(40, 30).toBuffer('image/png'));
  await call('scan:page', { file: pageFile, letterId: null, page: 1 });
  answers.set('scan:recognise', await core.callJob('scan:recognise', { file: pageFile }));
  await call('letter:confirmPage', { letterId: scan.letterId, page: 1, confirmed: true });
  await core.call('history:undo', {});
  await core.call('history:undo', {});
  await call('filing:record', { letterId, questionIds: [], files: [letterFile], filedOn: '2026-12-09', note: '' });
  await call('filing:list', {});
  const withheld = {
    target: { kind: 'name' as const, names: ['华东机电'] },
    method: 'alias' as const,
    replacement: '客户一',
    record: RECORD,
  };
  const { redactionId } = await call('redaction:add', withheld);
  await call('redaction:update', { redactionId, content: { ...withheld, replacement: '客户A' } });
  await call('opinion:compare', { file: letterFile, verifier: 'auditor' });
  const difference = { kind: 'figure' as const, question: '1', ours: '1.00', theirs: '2.00' };
  await call('opinion:accept', { verifier: 'auditor', difference, reason: '口径不同' });
  const blocks = [{ type: 'paragraph' as const, text: '经核查，属实。' }];
  await call('opinion:adopt', { questionId, verifier: 'auditor', role: 'conclusion', blocks });
  const paper = await call('filingSet:addPaper', { file: letterFile, kind: 'undisclosed', verifier: null, title: '合同' });
  await call('filingSet:setPlan', { pattern: '{序号}{文件}', categories: { 回复公告: '其他' } });
  await call('filingSet:get', {});
  await call('filingSet:make', { target: core.registerFile(join(core.folder, '报送')), filedOn: '2026-12-09', prints: [] });
  await call('filingSet:beginPrinting', { target: core.registerFile(join(core.folder, '再报送')) });
  await call('filingSet:forgetPrints', {});
  await call('filingSet:removePaper', { paperId: paper.paperId });
  await call('redaction:list', {});
  await call('redaction:remove', { redactionId });
  const asks = await call('ask:list', {});
  await call('ask:setState', { askId: asks[0]!.askId, state: 'exempted', reason: '涉及商业秘密' });
  const imported = await call('source:import', { files: [core.write('report.txt', readSample('half-year-report.txt'))], disclosed: true });
  await core.callJob('source:import', { files: [core.write('top5.csv', readSample('receivables-top5.csv'))], disclosed: false });
  await call('job:cancel', imported);
  const [source] = await call('source:list', {});
  const tables = await call('table:list', { sourceId: null });
  const { tableId } = tables[0]!;
  const table = await call('table:get', { tableId });
  await call('table:setCaption', { tableId, caption: '主要会计数据' });
  await call('table:setHeaderRows', { tableId, headerRows: 1 });
  await call('table:setUnit', { tableId, unit: '万元' });
  const pastedCell = { text: '项目', rowSpan: 1, colSpan: 1, covered: false };
  await call('source:paste', {
    parts: [
      { type: 'paragraph', text: '单位：万元' },
      { type: 'table', spansKnown: true, cells: [[pastedCell], [{ ...pastedCell, text: '1.00' }]] },
    ],
    received: '<table></table>',
    disclosed: false,
  });
  await call('table:fromPaste', {
    before: ['单位：万元'],
    cells: [[pastedCell], [{ ...pastedCell, text: '1.00' }]],
    spansKnown: true,
    after: [],
  });
  const cell = findCellRef([table], table.rows[1]!.cells[1]!.text);
  const format = { unit: '万元', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };
  const figureParams = { formula: { op: 'cell' as const, cell }, format, asOf: null, reason: null };
  await call('figure:preview', figureParams);
  const figure = await call('figure:create', { questionId, ...figureParams });
  await call('figure:update', { figureId: figure.figureId, ...figureParams, reason: '取自半年报' });
  const reply = await call('reply:get', { questionId });
  const picture = await call('picture:add', { bytes: PNG, name: '图.png' });
  await call('picture:get', { file: picture.file });
  const sections = [
    {
      ...reply.sections[0]!,
      blocks: [
        {
          type: 'paragraph' as const,
          blockId: newId<'block'>(),
          inlines: [{ type: 'figure' as const, figureId: figure.figureId, text: figure.shown }],
        },
        { type: 'table' as const, blockId: newId<'block'>(), tableId },
      ],
    },
    ...reply.sections.slice(1),
  ];
  await call('reply:save', { questionId, baseRevision: reply.revision, sections });
  await call('reference:list', { questionId, blockId: sections[0]!.blocks[0]!.blockId });
  await call('reference:current', { questionId });
  const term = await call('term:add', { term: '标的公司', fullName: '青禾零件有限公司' });
  await call('term:update', { ...term, fullName: '青禾精密零件有限公司' });
  await call('term:list', {});
  await call('term:remove', { termId: term.termId });
  await call('figure:list', { questionId });
  await call('figure:candidates', { text: table.rows[1]!.cells[1]!.text, questionId, limit: 10 });
  await call('figure:linkAll', { questionId: null });
  await call('figure:listDated', {});
  await call('figure:account', { questionId: null });
  const { blockId } = sections[0]!.blocks[0]!;
  await call('figure:exempt', { questionId, blockId, text: '5%', occurrence: 0, reason: '规则规定的比例' });
  await call('figure:listExempt', {});
  await call('reply:replaceNumber', { questionId, blockId, start: 0, before: figure.shown, after: '1.00万元' });
  await call('reply:followLetter', { questionId });
  await call('alias:decide', { names: ['营业收入', '销售收入'], verdict: 'confirmed' });
  await call('alias:list', {});
  await call('acceptance:add', { key: 'k', rule: 'table-total', reason: '尾差' });
  await call('acceptance:list', {});
  await call('acceptance:remove', { key: 'k' });
  await call('cell:correct', { cell, text: '30,000.00', kind: 'restated', why: '财务调整' });
  await call('cell:describe', { cell });
  await call('cell:history', { cell });
  await call('cell:whereUsed', { cell });
  const definition = proposeDefinition(await core.call('table:get', { tableId }));
  const made = await call('replyTable:create', { questionId, definition });
  await call('table:open', { tableId });
  await call('table:rows', { tableId, from: 0, count: 10 });
  await call('origin:get', { tableId });
  const lines = ['项目', '存货', '合计'].map(
    (text, at) => drawText(text, 60, 105 + at * 20) + drawText(`${at + 8}.00`, 210, 105 + at * 20),
  );
  const page = core.write('page.pdf', buildPdf([drawGrid([50, 200, 350], [90, 110, 130, 150]) + lines.join('')]));
  await core.callJob('source:import', { files: [page], disclosed: true });
  const onPage = (await core.call('table:list', { sourceId: null })).at(-1)!;
  const inText = (await core.call('search:query', { query: '公司', limit: 500 })).find(({ kind }) => kind === 'source')!;
  await call('origin:paragraph', { sourceId: inText.sourceId!, paragraph: inText.id });
  await call('origin:page', { sourceId: onPage.sourceId!, page: 1 });
  await call('origin:parts', { tableId: onPage.tableId });
  const listed = tables.find(({ place }) => place.table === undefined && place.line === 1)!;
  await call('origin:sheet', { tableId: listed.tableId, at: { row: 0 } });
  await call('table:findRow', { tableId, rowId: cell.rowId });
  await call('table:findText', { tableId, text: '收入', row: -1, col: 0, backwards: false });
  await call('replyTable:get', { tableId: made.tableId });
  await call('replyTable:update', { tableId: made.tableId, definition: { ...definition, caption: '主要数据' } });
  await call('table:settleDoubt', { tableId, index: 0 });
  await call('table:listShown', {});
  const spare = await core.call('replyTable:create', {
    questionId: null,
    definition: proposeDefinition(await core.call('table:get', { tableId })),
  });
  await call('replyTable:remove', { tableId: spare.tableId });
  const link = await call('link:add', { questionId, itemId: null, tableId, reason: '主要数据' });
  await call('link:list', {});
  await call('link:remove', { linkId: link.linkId });
  await call('search:query', { query: '营业收入', limit: 10 });
  answers.set('check:run', await core.callJob('check:run', {}));
  const anchor = { questionId, blockId: null, from: 0, to: 0, quote: '' };
  const remark = await call('review:comment', { anchor, text: '请补充原因', replyTo: null });
  await call('review:propose', { anchor: { ...anchor, cell }, payload: { kind: 'setCell', text: '31,000.00' } });
  const answered = await core.call('reply:get', { questionId });
  await call('review:saveSuggestions', {
    questionId,
    baseRevision: answered.revision,
    sections: answered.sections,
    suggestions: [
      {
        changeId: newId<'change'>(),
        at: '2026-11-01T10:00:00Z',
        anchor: { ...anchor, blockId: answered.sections[0]!.blocks[0]!.blockId },
        payload: { kind: 'insert', inlines: [{ type: 'text', text: '报告期内，' }] },
      },
    ],
  });
  await call('review:list', { questionId });
  await call('review:decide', { changeIds: [remark.changeId], verdict: 'resolved', note: '' });
  const signOff = await call('signOff:add', { questionId, itemId: null, role: 'secretary' });
  await call('signOff:list', { questionId: null });
  await call('signOff:remove', { signOffId: signOff.signOffId });
  await call('due:set', { targets: [{ questionId, itemId: null }], dueOn: '2026-12-01' });
  await call('due:list', {});
  const terms = { basis: '', period: '', unit: '万元', dueOn: null, preparer: '', reviewer: '' };
  const folder = core.registerFile(join(core.folder, '任务单'));
  answers.set('task:send', await core.callJob('task:send', { owners: [], terms, target: folder }));
  answers.set('task:takeBack', await core.callJob('task:takeBack', { files: [core.write('无标记.csv', '项目\n甲')] }));
  const printed = core.registerFile(join(core.folder, '欠.docx'));
  answers.set('printout:export', await core.callJob('printout:export', { kind: 'owed', target: printed }));
  const copied = core.registerFile(join(core.folder, '审阅.huihan'));
  answers.set(
    'exchange:copy',
    await core.callJob('exchange:copy', { recipient: '王律师', questionIds: [], withSources: false, target: copied }),
  );
  answers.set('exchange:merge', await core.callJob('exchange:merge', { file: copied }));
  await call('exchange:list', {});
  const reviewed = core.registerFile(join(core.folder, '审阅稿.docx'));
  await core.callJob('export:document', { variant: 'review', target: reviewed });
  answers.set('wordReview:takeBack', await core.callJob('wordReview:takeBack', { file: reviewed }));
  const [paragraph] = await call('wordReview:listParagraphs', {});
  await call('wordReview:addPaperRemark', { number: paragraph!.number, author: '董事长', kind: 'comment', text: '已阅' });
  const version = await call('version:create', { name: '初稿', why: '送审' });
  await call('version:list', {});
  await call('version:compare', { from: version.versionId, to: null });
  await call('version:restoreQuestion', { versionId: version.versionId, questionId });
  await call('version:restore', { versionId: version.versionId });
  answers.set('reply:importDraft', await core.callJob('reply:importDraft', { file: core.write('draft.txt', readSample('draft.txt')) }));
  answers.set(
    'export:document',
    await core.callJob('export:document', { variant: 'announcement', target: core.registerFile(join(core.folder, 'out.docx')) }),
  );
  const template = core.registerFile(join(core.folder, 'out.docx'));
  await call('final:check', { file: template, variant: 'announcement' });
  const { guesses } = await call('template:read', { file: template });
  await call('template:set', { file: template, mapping: guesses });
  await call('template:get', {});
  await call('template:clear', {});
  const pdf = core.registerFile(join(core.folder, 'out.pdf'));
  await call('preview:pages', { variant: 'announcement' });
  await call('print:document', { variant: 'announcement', target: pdf });
  await call('print:write', { target: pdf, bytes: PNG });
  await call('project:setDetails', (await core.call('project:get', {}))!.details);
  answers.set('register:export', await core.callJob('register:export', { target: core.registerFile(join(core.folder, 'out.xlsx')) }));
  const { sourceId } = source!;
  const newer = core.write('newer.csv', `${new TextDecoder().decode(readSample('receivables-top5.csv'))}某公司,1.00\n`);
  await core.callJob('source:import', { files: [newer], disclosed: true, updates: { [newer]: sourceId } });
  const [update] = await call('sourceUpdate:list', {});
  await call('sourceUpdate:accept', { newSourceId: update!.newSourceId, changes: null });
  const [received] = await call('sourceUpdate:files', { sourceId });
  await call('sourceUpdate:saveFile', { sourceId, file: received!.file, target: core.registerFile(join(core.folder, 'received.csv')) });
  await call('sourceUpdate:discard', { newSourceId: update!.newSourceId });
  const [correction] = await call('correction:list', {});
  await call('correction:decide', { correctionId: correction!.correctionId, decision: 'keep', note: '' });
  await call('source:remove', { sourceId });
  await call('history:list', { limit: 100 });
  await call('history:undo', {});
  await call('history:redo', {});
  await call('project:save', {});
  await call('project:saveAs', { target: core.registerFile(join(core.folder, '副本.huihan')) });
  await call('project:get', {});
  await call('project:close', {});
  await call('project:open', { file: core.registerFile(join(core.folder, '副本.huihan')) });
  await call('project:openSample', {});
  return answers;
}

describe('the contract', () => {
  it('has a handler and a strict parser for every key, and every answer survives the wire', async () => {
    const core = startTestCore();
    const answers = await callEverything(core);
    for (const method of Object.keys(contract) as Method[]) {
      expect(handlers[method], method).toBeDefined();
      expect(contract[method].params, method).toBeInstanceOf(z.ZodType);
      expect(answers.has(method), `${method} was called`).toBe(true);
      expect(structuredClone(answers.get(method)), method).toEqual(answers.get(method));
    }
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(contract).sort());
    const operations = answers.get('history:list') as OperationSummary[];
    for (const { kind, label } of operations) expect(label, kind).not.toMatch(/operation\.|[{}]/);
    expect(new Set(operations.map((operation) => operation.kind)).size).toBeGreaterThan(10);
    for (const event of core.events) expect(structuredClone(event)).toEqual(event);
  });

  it('refuses unknown calls and wrong parameters as data, naming the place and never the value', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const ask = (method: string, params: unknown) => core.handle({ kind: 'request', id: 7, method, params });
    for (const method of ['nothing:here', '__proto__', 'constructor', 'toString']) {
      expect(await ask(method, {})).toMatchObject({ id: 7, ok: false, error: { code: 'invalid-params' } });
    }
    expect(
      await ask('cell:correct', { cell: { tableId: '../x', rowId: 'r', colId: 'c' }, text: '机密草稿', kind: 'misread', why: '' }),
    ).toEqual({
      kind: 'answer',
      id: 7,
      ok: false,
      error: { code: 'invalid-params', data: { reason: 'cell.tableId: invalid_format' } },
    });
    expect(await ask('project:open', { file: 'abcdefgh12345678' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('logs what goes wrong inside by name and place, never by content', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    await core.call('search:query', { query: '营业收入', limit: 5 });
    await core.handle({ kind: 'request', id: 1, method: 'link:remove', params: { linkId: 'abc' } });
    const log = readFileSync(core.settings.logFile!, 'utf8');
    expect(log).toContain('"code":"not-found"');
    expect(log).not.toMatch(/营业收入|澄屿|matter/);
  });

  it('says that no project is open', async () => {
    const core = startTestCore();
    expect(await core.call('project:get', {})).toBe(null);
    await expect(core.call('letter:list', {})).rejects.toMatchObject({ code: 'project-not-open' });
    await expect(core.call('source:import', { files: ['abcdefgh12345678'], disclosed: true })).rejects.toMatchObject({
      code: 'project-not-open',
    });
  });
});
