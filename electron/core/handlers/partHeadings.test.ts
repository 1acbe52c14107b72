import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/domain/ids';
import { RECORD } from '../../../shared/document/testing/buildRedactions';
import { openForeignProject } from '../db/file/foreignProject';
import { sql } from '../db/sql';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const LETTER = `关于青禾精工股份有限公司2024年年度报告的信息披露监管问询函
上证公函〔2025〕0199号
青禾精工股份有限公司：
根据相关规定，现请你公司进一步披露以下事项：
一、关于主营业务
1. 年报显示，营业收入下滑。请公司说明营业收入下滑的原因。
2. 年报显示，毛利率上升。请公司说明毛利率上升的原因。
二、关于对禾风机械的应收款项
3. 年报显示，应收账款增加。请公司说明应收账款增加的原因。
4. 年报显示，坏账准备减少。请公司说明坏账准备减少的原因。
请你公司收到本函件后立即披露，并于十个交易日内披露对本函件的回复。
上海证券交易所上市公司管理二部
2025年5月9日`;
const HEADINGS = ['一、关于主营业务', null, '二、关于对禾风机械的应收款项', null];

async function startMatter() {
  const core = startTestCore();
  const path = join(core.folder, 'a.huihan');
  await core.call('project:new', { letter: core.write('函.txt', LETTER), target: core.registerFile(path) });
  const questions = (await core.call('letter:list', {}))[0]!.questions;
  for (const { questionId, no } of questions) {
    const { revision, sections } = await core.call('reply:get', { questionId });
    const inlines = [{ type: 'text' as const, text: `第${no}项变动主要系市场需求变化所致。` }];
    const blocks = [{ type: 'paragraph' as const, blockId: newId<'block'>(), inlines }];
    await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...sections[0]!, blocks }, ...sections.slice(1)] });
  }
  return { core, path, questions };
}

const readHeadings = async (core: TestCore) =>
  (await core.call('letter:list', {})).flatMap(({ questions }) => questions.map(({ partHeading }) => partHeading));

async function exportReview(core: TestCore): Promise<Uint8Array> {
  const path = join(core.folder, '审阅稿.docx');
  await core.callJob('export:document', { variant: 'review', target: core.registerFile(path) });
  return readFileSync(path);
}

describe('the heading over several questions', () => {
  it('is stored with the question below it, said before the letter is taken in, and found by its words', async () => {
    const { core, questions } = await startMatter();
    expect(await readHeadings(core)).toEqual(HEADINGS);
    const preview = await core.call('letter:preview', { file: core.write('又.txt', LETTER) });
    expect(preview.questions.map(({ partHeading }) => partHeading)).toEqual(HEADINGS);
    const find = async () => (await core.call('search:query', { query: '主营业务', limit: 20 })).map((hit) => hit.questionId);
    expect(await find()).toEqual([questions[0]!.questionId]);
    await core.call('letter:correct', { correction: { type: 'setPartHeading', questionId: questions[0]!.questionId, partHeading: null } });
    expect(await find()).toEqual([]);
    await core.call('history:undo', {});
    expect([await find(), await readHeadings(core)]).toEqual([[questions[0]!.questionId], HEADINGS]);
  });

  it('comes back with a version, and after the file was closed', async () => {
    const { core, path, questions } = await startMatter();
    const { questionId } = questions[1]!;
    await core.call('item:setOwner', { questionId, itemId: null, owner: '财务部' });
    const { versionId } = await core.call('version:create', { name: '初稿', why: '' });
    await core.call('letter:correct', { correction: { type: 'setPartHeading', questionId, partHeading: '（二）毛利率' } });
    await core.call('version:restore', { versionId });
    expect(await readHeadings(core)).toEqual(HEADINGS);
    await core.call('history:undo', {});
    await core.call('history:undo', {});
    await core.call('project:close', {});
    await core.openProject(path, 'write');
    expect(await readHeadings(core)).toEqual(HEADINGS);
    await core.call('history:undo', {});
    expect((await core.call('letter:list', {}))[0]!.questions[1]!.owner).toBe(null);
  });

  it('goes into a copy above the first question that goes along, without what is withheld', async () => {
    const { core, questions } = await startMatter();
    await core.call('redaction:add', {
      target: { kind: 'name', names: ['禾风机械'] },
      method: 'alias',
      replacement: '客户甲',
      record: RECORD,
    });
    const copy = join(core.folder, '给王律师.huihan');
    const questionIds = [questions[1]!.questionId, questions[3]!.questionId];
    await core.callJob('exchange:copy', { recipient: '王律师', questionIds, withSources: false, target: core.registerFile(copy) });
    const foreign = openForeignProject(readFileSync(copy), copy, null);
    const rows = foreign.db.all(sql`SELECT no, partHeading FROM question ORDER BY position`);
    foreign.close();
    expect(rows).toEqual([
      { no: '2', partHeading: '一、关于主营业务' },
      { no: '4', partHeading: '二、关于对客户甲的应收款项' },
    ]);
    const merged = await core.callJob('exchange:merge', { file: core.registerFile(copy) });
    expect(merged).toMatchObject({ changes: 0, conflicts: 0, unplaced: 0 });
  });

  it('of a colleague’s copy is offered as a change of the question, and taken over', async () => {
    const { core, path, questions } = await startMatter();
    const { questionId } = questions[0]!;
    await core.call('project:save', {});
    const theirs = startTestCore();
    const copy = join(theirs.folder, '小李.huihan');
    await core.call('project:saveAs', { target: core.registerFile(copy) });
    await core.openProject(path, 'write');
    await theirs.openProject(copy, 'write');
    await theirs.call('letter:correct', { correction: { type: 'setPartHeading', questionId, partHeading: '一、主营业务' } });
    await theirs.call('project:close', {});
    await core.callJob('exchange:merge', { file: core.registerFile(copy) });
    const [change] = await core.call('review:list', { questionId: null });
    expect(change!.change.payload).toMatchObject({
      kind: 'setRecord',
      record: 'question',
      was: { partHeading: '一、关于主营业务' },
      becomes: { partHeading: '一、主营业务' },
    });
    await core.call('review:decide', { changeIds: [change!.change.changeId], verdict: 'accepted', note: '' });
    expect((await readHeadings(core))[0]).toBe('一、主营业务');
  });

  it('of a copy for reviewers is no change of the reply, and a remark at it is one of the question below it', async () => {
    const { core, questions } = await startMatter();
    const anchor = { questionId: questions[0]!.questionId, blockId: null, from: 0, to: 0, quote: '' };
    await core.call('review:comment', { anchor, text: '请财务部确认', replyTo: null });
    const docx = await exportReview(core);
    const back = await core.callJob('wordReview:takeBack', { file: core.write('原样.docx', docx) });
    expect(back).toMatchObject({ comments: 0, suggestions: 0, figureOverrides: 0, unplaced: 0 });
    const parts = unzipSync(docx);
    const by = 'w:author="王律师" w:date="2025-06-10T09:30:00Z"';
    const comment = `<w:comment w:id="77" ${by} w:initials="王"><w:p><w:r><w:t>标题请核对</w:t></w:r></w:p></w:comment>`;
    const noted = {
      ...parts,
      'word/document.xml': strToU8(
        strFromU8(parts['word/document.xml']!).replace(
          /(<w:r>(?:(?!<\/w:r>).)*二、关于对禾风机械的应收款项<\/w:t><\/w:r>)/,
          '<w:commentRangeStart w:id="77"/>$1<w:commentRangeEnd w:id="77"/><w:r><w:commentReference w:id="77"/></w:r>',
        ),
      ),
      'word/comments.xml': strToU8(strFromU8(parts['word/comments.xml']!).replace('</w:comments>', `${comment}</w:comments>`)),
    };
    await core.callJob('wordReview:takeBack', { file: core.write('批注.docx', zipSync(noted)) });
    const review = await core.call('review:list', { questionId: null });
    expect(review.map(({ change: { anchor: where, payload } }) => [where.questionId, 'text' in payload && payload.text])).toEqual([
      [questions[0]!.questionId, '请财务部确认'],
      [questions[2]!.questionId, '标题请核对'],
    ]);
  });
});
