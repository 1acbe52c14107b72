import { deflateSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { assembleDocument } from '../../../../shared/document/assembleDocument';
import { listSecrets } from '../../../../shared/document/redaction/listSecrets';
import { aliasName, hideCell, summariseSpan } from '../../../../shared/document/testing/buildRedactions';
import { buildSnapshot, paragraph, tableBlock } from '../../../../shared/document/testing/buildSnapshot';
import { buildTable } from '../../../../shared/document/testing/buildTable';
import type { BlockId } from '../../../../shared/domain/ids';
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
const xml = (text: string) => strToU8(`<?xml version="1.0"?>${text}`);
const paragraphOf = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;
const intoBody = (parts: Parts, inner: string): Parts => ({
  ...parts,
  'word/document.xml': strToU8(strFromU8(parts['word/document.xml']!).replace('</w:body>', `${inner}</w:body>`)),
});

/** Ten places and forms in which withheld words may be left in a file. */
const PLANTS: Record<string, (parts: Parts) => Parts> = {
  'split over runs of the body': (parts) =>
    intoBody(parts, '<w:p><w:r><w:t>禾风</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>机械</w:t></w:r></w:p>'),
  'spaced out in the body': (parts) => intoBody(parts, paragraphOf('<w:t>禾 风 机 械</w:t>')),
  'in full-width digits': (parts) => intoBody(parts, paragraphOf('<w:t>１２３４．５６</w:t>')),
  'as deleted or hidden text': (parts) => intoBody(parts, `<w:del><w:r><w:delText>${NAME}</w:delText></w:r></w:del>`),
  'in a comment': (parts) => ({
    ...parts,
    'word/comments.xml': xml(`<w:comments><w:comment>${paragraphOf(`<w:t>${NAME}</w:t>`)}</w:comment></w:comments>`),
  }),
  'in a footnote': (parts) => ({
    ...parts,
    'word/footnotes.xml': xml(`<w:footnotes>${paragraphOf('<w:t>含1234.56万元</w:t>')}</w:footnotes>`),
  }),
  'in the workbook of a chart': (parts) => ({
    ...parts,
    'word/embeddings/Microsoft_Excel_Sheet1.xlsx': zipSync({
      'xl/worksheets/sheet1.xml': xml('<sheetData><row><c><v>1234.56</v></c></row></sheetData>'),
    }),
  }),
  'in the cached points and alt text of a chart': (parts) => intoBody(parts, `<w:p><wp:docPr id="9" descr="${NAME}销售"/></w:p>`),
  'in the core and app properties': (parts) => ({
    ...parts,
    'docProps/app.xml': xml(`<Properties><Company>${NAME}</Company></Properties>`),
  }),
  'in a custom property': (parts) => ({
    ...parts,
    'docProps/custom.xml': xml(`<Properties><property name="客户"><vt:lpwstr>${NAME}</vt:lpwstr></property></Properties>`),
  }),
};

async function exportVariant(variant: Variant): Promise<Uint8Array> {
  const clean = isPublished(variant) ? 'redacted' : variant;
  const { title, blocks } = assembleDocument(clean === 'redacted' && variant !== 'announcement' ? variant : clean, snapshot, {
    former: snapshot,
    redactions,
  });
  return exportDocx(blocks, { title, created: '2025-06-05' });
}

describe.each(VARIANTS.filter(isPublished))('of the %s', (variant) => {
  test('the clean file holds nothing withheld, and each of ten planted leaks is found', async () => {
    const clean = await exportVariant(variant);
    expect(scanForLeaks('a.docx', clean, secrets)).toEqual([]);
    const found = Object.entries(PLANTS).map(([name, plant]) => [
      name,
      scanForLeaks('a.docx', zipSync(plant(unzipSync(clean))), secrets).length > 0,
    ]);
    expect(found).toEqual(Object.keys(PLANTS).map((name) => [name, true]));
  });
});

test('a leak names the part and quotes what stands around it', async () => {
  const planted = zipSync(PLANTS['in a comment']!(unzipSync(await exportVariant('redacted'))));
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
    data: { count: 1, where: '甲 / 2024年度 ← 2,349.72' },
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
