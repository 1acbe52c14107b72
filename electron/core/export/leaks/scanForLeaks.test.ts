import { deflateSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { assembleDocument } from '../../../../shared/document/assembleDocument';
import { listSecrets } from '../../../../shared/document/redaction/listSecrets';
import { aliasName, hideCell, summariseSpan } from '../../../../shared/document/testing/buildRedactions';
import { buildSnapshot, paragraph, tableBlock } from '../../../../shared/document/testing/buildSnapshot';
import { buildTable } from '../../../../shared/document/testing/buildTable';
import type { BlockId } from '../../../../shared/domain/ids';
import { message } from '../../../../shared/domain/message';
import { isPublished, OPINION_VARIANTS, type Variant, VARIANTS } from '../../../../shared/domain/variant';
import { exportDocx } from '../docx/exportDocx';
import { makeDocument } from '../makeDocument';
import { scanForLeaks } from './scanForLeaks';

const NAME = '禾风机械';
const NUMBER = '1,234.56';

const snapshot = buildSnapshot({
  questions: [
    {
      no: '1',
      text: '请说明。请会计师核查。',
      verifications: OPINION_VARIANTS.map((role) => ({ role })),
      sections: [{ blocks: [{ ...paragraph(`公司对${NAME}的销售如下：`), blockId: 'lead' as BlockId }, tableBlock('t')] }],
    },
  ],
  tables: [
    buildTable('t', {
      rows: [
        ['客户', '2024年度'],
        [NAME, NUMBER],
        ['其他', '781.83'],
      ],
    }),
  ],
  deferrals: [{ dueOn: '2025-06-06', reason: `待${NAME}确认` }],
});
const redactions = [aliasName([NAME], '客户一'), hideCell('t', 'tr1', 'tc1', NUMBER)];
const secrets = listSecrets(snapshot, redactions);

type Parts = Record<string, Uint8Array>;
const paragraphOf = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;
const intoBody = (parts: Parts, inner: string): Parts => ({
  ...parts,
  'word/document.xml': strToU8(strFromU8(parts['word/document.xml']!).replace('</w:body>', `${inner}</w:body>`)),
});

async function exportVariant(variant: Variant): Promise<Uint8Array> {
  const clean = isPublished(variant) ? 'redacted' : variant;
  const { title, blocks } = assembleDocument(clean === 'redacted' && variant !== 'announcement' ? variant : clean, snapshot, {
    former: snapshot,
    redactions,
  });
  return exportDocx(blocks, { title, created: '2025-06-05' });
}

test('a leak names the part and quotes what stands around it', async () => {
  const planted = zipSync({
    ...unzipSync(await exportVariant('redacted')),
    'word/comments.xml': strToU8(
      `<?xml version="1.0"?><w:comments><w:comment>${paragraphOf(`<w:t>${NAME}</w:t>`)}</w:comment></w:comments>`,
    ),
  });
  expect(scanForLeaks('a.docx', planted, secrets)).toMatchObject([{ part: 'word/comments.xml', words: NAME, quote: NAME }]);
});

test('compressed streams and other encodings are read too', () => {
  const wide = Buffer.from(`\ufeff客户${NAME}`, 'utf16le');
  expect(scanForLeaks('a.bin', deflateSync(NAME), secrets)).toHaveLength(1);
  expect(scanForLeaks('a.bin', wide, secrets)).toHaveLength(1);
});

test('the plain announcement is refused while anything is withheld; the full copies say that they hold it', async () => {
  const context = { former: snapshot, redactions };
  await expect(makeDocument('announcement', snapshot, context, '公告.docx')).rejects.toMatchObject({ code: 'redaction-leak' });
  const tell = async (variant: Variant, insider?: string) =>
    (await makeDocument(variant, snapshot, { ...context, ...(insider && { insider }) }, '稿.docx')).warnings.map(({ code }) => code);
  for (const variant of VARIANTS.filter((one) => !isPublished(one))) expect(await tell(variant, '王律师')).toContain('holds-withheld');
  expect(await tell('review')).not.toContain('holds-withheld');
});

test('a hidden number that a printed total tells is refused, and let pass once a second one is hidden', async () => {
  const table = buildTable('t', {
    rows: [
      ['客户', '2024年度'],
      ['甲', '1,234.56'],
      ['乙', '781.83'],
      ['丙', '333.33'],
      ['合计', '2,349.72'],
    ],
    roles: { 4: 'total' },
  });
  const shown = buildSnapshot({ questions: [{ no: '1', text: '请说明。', sections: [{ blocks: [tableBlock('t')] }] }], tables: [table] });
  const one = [hideCell('t', 'tr1', 'tc1', '1,234.56')];
  await expect(makeDocument('redacted', shown, { former: null, redactions: one }, 'a.docx')).rejects.toMatchObject({
    code: 'redaction-leak',
    data: {
      count: 1,
      where: { data: { places: [message('leak.told', { caption: null, row: '甲', column: '2024年度', by: '2,349.72' })] } },
    },
  });
  const two = [...one, hideCell('t', 'tr2', 'tc1', '781.83')];
  expect((await makeDocument('redacted', shown, { former: null, redactions: two }, 'a.docx')).bytes.length).toBeGreaterThan(0);
});

test('what is too short to be looked for alone is found with the words or cells it stood among', async () => {
  const table = buildTable('t', {
    rows: [
      ['客户', '家数', '占比'],
      [NAME, '8', '35%'],
      ['其他', '8', '65%'],
    ],
  });
  const sentence = paragraph('合同期限为8年，自2024年起。');
  const blocks = [sentence, tableBlock('t')];
  const shown = buildSnapshot({ questions: [{ no: '1', text: '请说明。', sections: [{ blocks }] }], tables: [table] });
  const short = [hideCell('t', 'tr1', 'tc1', '8'), summariseSpan(sentence.blockId, '8', '若干', 5), aliasName([NAME], '客户一')];
  const { bytes } = await makeDocument('redacted', shown, { former: null, redactions: short }, 'a.docx');
  const row = (...cells: string[]) => `<w:tr>${cells.map((text) => `<w:tc>${paragraphOf(`<w:t>${text}</w:t>`)}</w:tc>`).join('')}</w:tr>`;
  const plant = (inner: string) =>
    scanForLeaks('a.docx', zipSync(intoBody(unzipSync(bytes), inner)), listSecrets(shown, short)).map(({ words }) => words);
  expect(plant(row('客户一', '8', '35%'))).toEqual(['8']);
  expect(plant(paragraphOf('<w:t>期限为 8 年，自2024年</w:t>'))).toEqual([]);
  expect(plant(paragraphOf('<w:t>合同期限为 8 年，自2024年</w:t>'))).toEqual(['8']);
  expect(plant(row('其他', '8', '65%'))).toEqual([]);
});
