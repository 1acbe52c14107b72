import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { listSecrets } from '../../../shared/document/redaction/listSecrets';
import { aliasName, hideCell } from '../../../shared/document/testing/buildRedactions';
import { buildSnapshot } from '../../../shared/document/testing/buildSnapshot';
import { type Connection, connectBytes } from '../db/connection';
import type { WritableDb } from '../db/handles';
import { storeFile } from '../db/queries/files';
import { addSearchEntry } from '../db/search/searchEntries';
import { sql } from '../db/sql';
import { makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore } from '../testing/temporaryCore';
import { scanReviewCopy } from './scanReviewCopy';

const NAME = '禾风机械';
const NUMBER = '41,234.56';

const secretsOf = (...names: string[]) =>
  listSecrets(buildSnapshot({ questions: [] }), [
    ...names.map((name, index) => aliasName([name], `客户${index}`)),
    hideCell('gone', 'r', 'c', NUMBER),
  ]);

const scan = (copy: Connection, ...names: string[]) => scanReviewCopy('copy.huihan', copy.db, copy.serialize(), secretsOf(...names));

it('finds withheld words in every place of a project file: replies, kept files, packed versions and bare bytes', async () => {
  const core = startTestCore();
  await makeSampleProject(core);
  const [letter] = await core.call('letter:list', {});
  const { questionId } = letter!.questions[0]!;
  const { revision, sections } = await core.call('reply:get', { questionId });
  const say = async (text: string, baseRevision: number) => {
    const blocks = [{ type: 'paragraph' as const, blockId: 'secretblock' as never, inlines: [{ type: 'text' as const, text }] }];
    return core.call('reply:save', { questionId, baseRevision, sections: [{ ...sections[0]!, blocks }] });
  };
  const saved = await say(`公司向${NAME}销售。`, revision);
  await core.call('version:create', { name: '初稿', why: '' });
  await say('公司向客户一销售。', saved.revision);
  await core.callJob('source:import', { files: [core.write('禾源农机.csv', '客户,金额\n禾田种业,1.00\n')], disclosed: false });
  const copy = join(core.folder, 'copy.huihan');
  await core.call('project:saveAs', { target: core.registerFile(copy) });
  await core.call('project:close', {});
  const connection = connectBytes(readFileSync(copy));
  const parts = (name: string) => scan(connection, name).map(({ part }) => part);
  expect(parts(NAME)).toEqual(expect.arrayContaining(['version.content', 'operation_change.before']));
  expect(parts('禾源农机')).toEqual(expect.arrayContaining(['source.fileName']));
  expect(parts('禾田种业')).toEqual(expect.arrayContaining(['cell.text', 'file.bytes', 'copy.huihan', 'search_text']));
  expect(parts('从未出现的名称')).toEqual([]);
  expect(readSample('letter.txt')).not.toContain(NAME);
  connection.close();
});

const paragraphOf = (...texts: string[]) =>
  JSON.stringify({
    type: 'paragraph',
    blockId: 'b',
    inlines: texts.map((text, at) => ({ type: 'text', text, ...(at && { bold: true }) })),
  });

/** Ten places and forms in which withheld words may be left in a copy. */
const PLANTS: Record<string, (db: WritableDb) => void> = {
  'in a reply, split where its look changes': (db) => db.run(sql`UPDATE block SET document = ${paragraphOf('向禾风', '机械销售')}`),
  'in a cell, in full-width digits': (db) => db.run(sql`UPDATE cell SET text = '４１，２３４．５６'`),
  'as the amount of a cell, of any unit': (db) => db.run(sql`UPDATE cell SET amount = 4123456000000`),
  'as an amount of the search index': (db) =>
    db.run(sql`INSERT INTO search_amount (amount, entryKey) SELECT 4123456000000, min(entryKey) FROM search_entry`),
  'among the words of the search index alone': (db) => addSearchEntry(db, 'source', '999', [`向${NAME}销售`]),
  'in the search index as a number': (db) => addSearchEntry(db, 'source', '998', [`金额${NUMBER}`]),
  'in the log of changes': (db) => {
    db.run(sql`INSERT INTO operation VALUES (1, 'o', 't', 't', '甲', 'k', '{}', NULL, 0, 0)`);
    const after = JSON.stringify({ text: `向 禾 风 机 械 销售` });
    db.run(sql`INSERT INTO operation_change VALUES (1, 0, 'cell', '[]', NULL, ${after})`);
  },
  'in a workbook kept as a source': (db) => {
    const shared = new TextEncoder().encode(`<?xml version="1.0"?><sst><si><t>${NAME}</t></si></sst>`);
    storeFile(db, zipSync({ 'xl/sharedStrings.xml': shared }), 'application/octet-stream');
  },
  'in a remark': (db) =>
    db.run(sql`INSERT INTO change (changeId, author, at, baseVersionId, questionId, anchor, payload)
      VALUES ('c', '甲', 't', NULL, NULL, '{}', ${JSON.stringify({ kind: 'comment', text: `${NAME}是谁` })})`),
  'in a row deleted since': (db) => {
    db.run(sql`INSERT INTO review_copy (only, reviewer, sender, exchangeId, versionId, sentAt, questionIds) VALUES (1, 'a', 'b', 'e', 'v', ${NAME}, '[]')
      ON CONFLICT (only) DO UPDATE SET sentAt = ${NAME}`);
    db.run(sql`DELETE FROM review_copy`);
  },
};

it('finds each of ten leaks planted in a review copy that holds none', async () => {
  const core = startTestCore();
  const { letter } = await makeSampleProject(core);
  const { questionId } = letter.questions[0]!;
  const { revision, sections } = await core.call('reply:get', { questionId });
  const [table] = await core.call('table:list', { sourceId: null });
  const blocks = [
    { type: 'paragraph' as const, blockId: 'p' as never, inlines: [{ type: 'text' as const, text: '如下：' }] },
    { type: 'table' as const, blockId: 't' as never, tableId: table!.tableId },
  ];
  await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...sections[0]!, blocks }] });
  const path = join(core.folder, '给王律师.huihan');
  const request = { recipient: '王律师', questionIds: [], withSources: true };
  await core.callJob('exchange:copy', { ...request, target: core.registerFile(path) });
  const clean = readFileSync(path);
  const found = [];
  for (const plant of [null, ...Object.values(PLANTS)]) {
    const copy = connectBytes(clean);
    copy.exec('PRAGMA secure_delete = OFF');
    if (plant) copy.transact(plant);
    found.push(scan(copy, NAME).length > 0);
    copy.close();
  }
  expect(found).toEqual([false, ...Object.keys(PLANTS).map(() => true)]);
});
