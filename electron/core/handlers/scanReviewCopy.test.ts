import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listSecrets } from '../../../shared/document/redaction/listSecrets';
import { aliasName } from '../../../shared/document/testing/buildRedactions';
import { buildSnapshot } from '../../../shared/document/testing/buildSnapshot';
import { makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore } from '../testing/temporaryCore';
import { scanReviewCopy } from './scanReviewCopy';

const secretsOf = (...names: string[]) =>
  listSecrets(
    buildSnapshot({ questions: [] }),
    names.map((name, index) => aliasName([name], `客户${index}`)),
  );

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
  const saved = await say('公司向禾风机械销售。', revision);
  await core.call('version:create', { name: '初稿', why: '' });
  await say('公司向客户一销售。', saved.revision);
  await core.callJob('source:import', { files: [core.write('禾源农机.csv', '客户,金额\n禾田种业,1.00\n')], disclosed: false });
  const copy = join(core.folder, 'copy.huihan');
  await core.call('project:saveAs', { target: core.registerFile(copy) });
  await core.call('project:close', {});
  const parts = (name: string) => scanReviewCopy(copy, secretsOf(name)).map(({ part }) => part);
  expect(parts('禾风机械')).toEqual(expect.arrayContaining(['version.content', 'operation_change.before']));
  expect(parts('禾源农机')).toEqual(expect.arrayContaining(['source.fileName']));
  expect(parts('禾田种业')).toEqual(expect.arrayContaining(['cell.text', 'file.bytes', 'copy.huihan']));
  expect(parts('从未出现的名称')).toEqual([]);
  expect(readSample('letter.txt')).not.toContain('禾风机械');
});
