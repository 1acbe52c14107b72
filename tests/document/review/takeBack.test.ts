import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildOpenReview } from './openReview';
import { buildReviewProject } from './reviewProject';
import { printChanges, sendCopy, takeCopy } from './sentCopy';
import { WordEditor } from './wordEditor';

const LAWYER = { author: '律师甲', date: '2025-06-10T09:30:00Z' };
const AUDITOR = { author: '会计师乙', date: '2025-06-11T10:00:00Z' };

async function takeEdited(edit: (word: WordEditor) => void) {
  const sent = await sendCopy(buildReviewProject(2));
  const word = new WordEditor(sent.docx);
  edit(word);
  const taken = takeCopy(sent, word.save());
  return { lines: printChanges(taken.changes), ...taken };
}

test('a copy that comes back untouched says nothing, whatever it carried when it was sent', async () => {
  const project = buildReviewProject(2);
  for (const view of [[], buildOpenReview(project)]) {
    const sent = await sendCopy(project, view);
    expect(takeCopy(sent, sent.docx)).toEqual({
      changes: [],
      decisions: [],
      counts: { comments: 0, suggestions: 0, figureOverrides: 0, unplaced: 0 },
    });
  }
});

test('insertions, deletions and replacements of words come back at their places with their authors', async () => {
  const { lines, changes } = await takeEdited((word) => {
    word.replace('第1批客户', '首批客户', LAWYER);
    word.delete('，毛利率保持稳定', AUDITOR);
    word.embolden('相关合同', AUDITOR);
  });
  expect(lines).toEqual([
    '律师甲 delete b000000000000002 44-49“第1批客户”',
    '律师甲 insert b000000000000002 49-49“” 首批客户',
    '会计师乙 delete b000000000000002 55-63“，毛利率保持稳定”',
    '会计师乙 format b000000000000004 23-27“相关合同” {"bold":true}',
  ]);
  expect(changes[0]!.at).toBe('2025-06-10T09:30:00+08:00');
});

test('a changed figure is a request, tracked or not, and never an edit of text', async () => {
  const { lines, counts } = await takeEdited((word) => {
    word.replace('4,321.00', '4,399.00', LAWYER);
    word.replacePlain('4,418.07', '5,000.00');
    word.replace('公司精密轴承业务实现营业收入4,334.11万元', '公司精密轴承业务收入4,335.11万元', AUDITOR);
    word.delete('13.50%', LAWYER);
  });
  expect(lines).toEqual([
    '律师甲 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,399.00万元',
    '会计师乙 overrideFigure b000000000000003 19-29“4,334.11万元” 4,334.11万元→4,335.11万元',
    '会计师乙 delete b000000000000003 13-17“实现营业”',
    '律师甲 overrideFigure b000000000000005 34-40“13.50%” 13.50%→',
    '（未署名） overrideFigure b000000000000012 19-29“4,418.07万元” 4,418.07万元→5,000.00万元',
  ]);
  expect(counts.figureOverrides).toBe(4);
});

test('paragraphs divided, joined, moved, put in and taken out come back as what they are', async () => {
  const { lines } = await takeEdited((word) => {
    word.split('公司已就精密轴承业务履行内部审批程序，', LAWYER);
    word.insertParagraph('不存在提前确认收入的情形', '补充一段说明。', LAWYER);
    word.join('第4批客户', LAWYER);
    word.move('第5批客户', '（一）精密轴承', AUDITOR);
    word.deleteParagraph('第6项', AUDITOR);
  });
  expect(lines).toEqual([
    '会计师乙 insertBlock b000000000000001 0-0“” paragraph:报告期内，公司精密轴承业务实现营业收入4,373.44万元，同比增长14.50%，主要系第5批客户订单增加所致，毛利率保持稳定。',
    '律师甲 splitBlock b000000000000004 23-23“”',
    '律师甲 insertBlock b000000000000004 0-0“” paragraph:补充一段说明。',
    '律师甲 joinBlock b000000000000005 64-64“”',
    '会计师乙 deleteBlock b000000000000006 0-64“报告期内，公司精密轴承业务实现营业收入4,373.44万元，同比增长14.50%，主要系第5批客户订单增加所致，毛利率保持稳定。”',
    '会计师乙 deleteBlock b000000000000007 0-50“第6项，公司已就精密轴承业务履行内部审批程序，相关合同签署及验收单据齐备，不存在提前确认收入的情形。”',
  ]);
});

test('edits made with tracking switched off are found, in the question and in headings too', async () => {
  const { lines } = await takeEdited((word) => {
    word.replacePlain('请说明液压', '请解释液压');
    word.deleteParagraphPlain('第3项，公司已就液压');
    word.insertParagraph('11.51%', '未跟踪的新段落。', null);
    word.split('公司已就精密轴承业务履行内部审批程序，', null);
    word.joinPlain('第4批客户订单增加所致');
    word.insertAfter('第6项，公司', '和子公司', null);
    word.embolden('（一）液压阀门', null);
  });
  expect(lines).toEqual([
    '（未署名） splitBlock b000000000000004 23-23“”',
    '（未署名） joinBlock b000000000000005 64-64“”',
    '（未署名） insert b000000000000007 6-6“” 和子公司',
    '（未署名） comment q000000000000002 0-0“” 修订：删除“说明”',
    '（未署名） comment q000000000000002 0-0“” 修订：插入“解释”',
    '（未署名） format b000000000000011 0-7“（一）液压阀门” {"bold":true}',
    '（未署名） insertBlock b000000000000013 0-0“” paragraph:未跟踪的新段落。',
    '（未署名） deleteBlock b000000000000014 0-50“第3项，公司已就液压阀门业务履行内部审批程序，相关合同签署及验收单据齐备，不存在提前确认收入的情形。”',
  ]);
});

test('cells, rows and columns come back as changes of their table', async () => {
  const { lines } = await takeEdited((word) => {
    word.replace('1200.10', '1200.99', AUDITOR);
    word.replacePlain('1100.20', '1100.21');
    word.insertRow('精密轴承乙类', ['丙类', '1', '2'], LAWYER);
    word.insertRow('液压阀门甲类', ['丁类', '3', '4'], null);
    word.deleteRow('3400.40', LAWYER);
    word.deleteColumn('液压阀门乙类', 2, AUDITOR);
    word.comment('2200.30', '与明细不符', LAWYER);
  });
  expect(lines).toEqual([
    '会计师乙 setCell r000000000000001/c000000000000001 0-7“1200.10” 1200.99',
    '（未署名） setCell r000000000000001/c000000000000002 0-7“1100.20” 1100.21',
    '律师甲 insertRow b000000000000009 0-0“” 丙类|1|2',
    '律师甲 deleteRow b000000000000009 0-0“合计\t3400.40\t3200.60”',
    '会计师乙 deleteColumn b000000000000019 0-0“上期金额”',
    '（未署名） insertRow b000000000000019 0-0“” 丁类|3|4',
    '律师甲 comment r000000000000002/c000000000000001 0-7“2200.30” 与明细不符',
  ]);
});

test('remarks keep their threads, and whether they are settled', async () => {
  const { lines, decisions, changes } = await takeEdited((word) => {
    const root = word.comment('第2批', '请核对', LAWYER, null, true);
    word.comment('第2批', '已核对', AUDITOR, root, true);
    word.comment('请说明精密轴承', '题意是什么', LAWYER);
    word.comment('青禾精工股份有限公司', '公司全称', LAWYER);
  });
  expect(lines).toEqual([
    '律师甲 comment b000000000000003 44-47“第2批” 请核对',
    '会计师乙 comment b000000000000003 44-47“第2批” 已核对 ↩',
    '律师甲 comment q000000000000001 0-0“” 题意是什么',
    '律师甲 comment - 0-0“青禾精工股份有限公司” 公司全称',
  ]);
  expect(changes[1]!.payload).toMatchObject({ replyTo: changes[0]!.changeId });
  expect(decisions).toMatchObject([{ changeId: changes[0]!.changeId, verdict: 'resolved', author: '会计师乙' }]);
});

test('what one author puts in another may take out, or remark on', async () => {
  const { lines, changes } = await takeEdited((word) => {
    word.insertAfter('相关合同', '及补充协议', LAWYER);
    word.delete('补充', AUDITOR);
    word.comment('协议', '请附协议', AUDITOR);
  });
  expect(lines).toEqual([
    '律师甲 insert b000000000000004 27-27“” 及补充协议',
    '会计师乙 delete b000000000000004 1-3“补充” inside',
    '会计师乙 comment b000000000000004 3-3“” inside 请附协议',
  ]);
  expect(changes[1]!.anchor.inside).toBe(changes[0]!.changeId);
});

test('names dropped, rewritten or doubled, and runs cut to pieces, change nothing of what is found', async () => {
  const edit = (word: WordEditor) => {
    word.replace('第1批客户', '首批客户', LAWYER);
    word.replace('1200.10', '1200.99', AUDITOR);
    word.split('公司已就精密轴承业务履行内部审批程序，', LAWYER);
    word.deleteParagraph('第6项', AUDITOR);
    word.comment('核对液压阀门业务的销售合同', '附清单', LAWYER);
    word.replacePlain('4,418.07', '5,000.00');
  };
  const plain = await takeEdited(edit);
  expect(plain.counts).toEqual({ comments: 1, suggestions: 5, figureOverrides: 1, unplaced: 0 });
  for (const spoil of [
    (word: WordEditor) => word.rewriteNames(),
    (word: WordEditor) => word.dropNames(),
    (word: WordEditor) => word.splitRuns(),
  ]) {
    const spoilt = await takeEdited((word) => {
      edit(word);
      spoil(word);
    });
    expect(spoilt.lines).toEqual(plain.lines);
    expect(spoilt.changes.map(({ changeId }) => changeId)).toEqual(plain.changes.map(({ changeId }) => changeId));
  }
});

test('a later state of the same file brings what was there before under the same ids', async () => {
  const first = await takeEdited((word) => word.replace('第1批客户', '首批客户', LAWYER));
  const later = await takeEdited((word) => {
    word.replace('第1批客户', '首批客户', LAWYER);
    word.delete('，毛利率保持稳定', AUDITOR);
    word.comment('第2批', '请核对', LAWYER);
  });
  const ids = later.changes.map(({ changeId }) => changeId);
  expect(ids).toEqual(expect.arrayContaining(first.changes.map(({ changeId }) => changeId)));
  expect(ids).toHaveLength(4);
});

test('an answer to a remark of ours joins its thread, a remark settled in Word is settled here, and what Word carried out is told', async () => {
  const project = buildReviewProject(2);
  const view = buildOpenReview(project);
  const sent = await sendCopy(project, view);
  const parts = unzipSync(sent.docx);
  const change = (path: string, edit: (xml: string) => string) => (parts[path] = strToU8(edit(strFromU8(parts[path]!))));
  const names = [...strFromU8(parts['word/comments.xml']!).matchAll(/w14:paraId="(\w+)".*?<w:t[^>]*>(.*?)<\/w:t>/g)];
  const thread = names.find((match) => match[2] === '第二行。')![1]!;
  const settled = names.find((match) => match[2] === '与附注不一致')![1]!;
  const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
  const answer = `<w:comment w:id="77" w:author="董秘" w:date="2025-06-12T08:00:00Z"><w:p ${W14} w14:paraId="7ABC0001"><w:r><w:t>口径见附注。</w:t></w:r></w:p></w:comment>`;
  change('word/comments.xml', (xml) => xml.replace('</w:comments>', `${answer}</w:comments>`));
  change('word/commentsExtended.xml', (xml) =>
    xml
      .replace('</w15:commentsEx>', `<w15:commentEx w15:paraId="7ABC0001" w15:paraIdParent="${thread}" w15:done="0"/></w15:commentsEx>`)
      .replace(`w15:paraId="${settled}" w15:done="0"`, `w15:paraId="${settled}" w15:done="1"`),
  );
  // Word takes the mark of an accepted insertion away and leaves its text.
  change('word/document.xml', (xml) =>
    xml.replace(/<w:ins [^>]*>(<w:r>(?:(?!<\/w:r>).)*本<\/w:t><\/w:r>(?:(?!<\/w:ins>).)*)<\/w:ins>/, '$1'),
  );
  const { changes, decisions } = takeCopy(sent, zipSync(parts));
  const find = (text: string) =>
    view.find(({ change: one }) => one.payload.kind === 'comment' && one.payload.text.includes(text))!.change.changeId;
  const answered = changes.find(({ author }) => author === '董秘')!;
  expect(answered.payload).toEqual({ kind: 'comment', text: '口径见附注。', replyTo: find('第二行') });
  expect(decisions).toMatchObject([{ changeId: find('与附注不一致'), verdict: 'resolved' }]);
  const insertion = view.find(({ change: one }) => one.payload.kind === 'insert')!.change.changeId;
  const told = changes.filter(({ author }) => author !== '董秘');
  expect(printChanges(told)).toEqual([
    '（未署名） insert b000000000000002 5-5“” 本{break}集团',
    expect.stringContaining('此处修订在收回的文件中已不存在') as string,
  ]);
  expect(told[1]!.payload).toMatchObject({ replyTo: insertion });
});
