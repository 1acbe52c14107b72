import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { listSecrets } from '../../../../shared/document/redaction/listSecrets';
import { aliasName, hideCell, hideColumn, summariseSpan } from '../../../../shared/document/testing/buildRedactions';
import { buildSnapshot, tableBlock } from '../../../../shared/document/testing/buildSnapshot';
import { buildTable } from '../../../../shared/document/testing/buildTable';
import type { BlockId } from '../../../../shared/domain/ids';
import { isPublished, OPINION_VARIANTS, type Variant, VARIANTS } from '../../../../shared/domain/variant';
import { makeDocument } from '../makeDocument';
import { scanForLeaks } from './scanForLeaks';

const FULL_NAME = '禾风机械（浙江）有限公司';
const text = (words: string) => ({
  type: 'paragraph' as const,
  blockId: `p${words.length}` as BlockId,
  inlines: [{ type: 'text' as const, text: words }],
});
const SENTENCE = '公司向禾风机械销售产品，毛利率为31.42%，账期为8个月。';

const snapshot = buildSnapshot({
  questions: [
    {
      no: '1',
      text: '请说明2024年前五大客户。请会计师核查。',
      verifications: OPINION_VARIANTS.map((role) => ({ role })),
      sections: [{ blocks: [text(SENTENCE), tableBlock('t'), tableBlock('u')] }],
    },
  ],
  tables: [
    buildTable('t', {
      unit: '万元',
      rows: [
        ['客户', '2024年度', '员工人数'],
        [FULL_NAME, '12,345.67', '128'],
        ['青岚农机有限公司', '7,818.30', '256'],
        ['其他', '3,020.50', '365'],
      ],
    }),
    buildTable('u', {
      unit: '万元',
      rows: [
        ['项目', '单价'],
        ['甲', '2,024'],
        ['乙', '4,417.58'],
      ],
    }),
  ],
  deferrals: [{ dueOn: '2025-06-06', reason: '待禾风机械确认' }],
});
const redactions = [
  aliasName([FULL_NAME, '禾风机械'], '客户A'),
  hideCell('t', 'tr1', 'tc1', '12,345.67'),
  hideCell('t', 'tr1', 'tc2', '128'),
  summariseSpan(`p${SENTENCE.length}`, '31.42%', '三成左右', 18),
  hideColumn('u', 'uc1', '单价'),
];
const secrets = listSecrets(snapshot, redactions);

type Parts = Record<string, Uint8Array>;
const xml = (inner: string) => strToU8(`<?xml version="1.0"?>${inner}`);
const run = (words: string, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const inBody =
  (inner: string) =>
  (parts: Parts): Parts => ({
    ...parts,
    'word/document.xml': strToU8(strFromU8(parts['word/document.xml']!).replace('</w:body>', `${inner}</w:body>`)),
  });
const says = (words: string) => inBody(`<w:p>${run(words)}</w:p>`);
const part =
  (path: string, bytes: Uint8Array) =>
  (parts: Parts): Parts => ({ ...parts, [path]: bytes });
const workbook = (value: string) =>
  zipSync({ 'xl/worksheets/sheet1.xml': xml(`<sheetData><row><c><v>${value}</v></c></row></sheetData>`) });
const row = (...cells: string[]) => `<w:tbl><w:tr>${cells.map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr></w:tbl>`;

/** Kinds of leaks, each planted into a finished file. */
const PLANTS: Record<string, (parts: Parts) => Parts> = {
  'a name split over runs': inBody(`<w:p>${run('禾风')}${run('机械', '<w:rPr><w:b/></w:rPr>')}</w:p>`),
  'a name over a line break': inBody('<w:p><w:r><w:t>禾风</w:t><w:br/><w:t>机械</w:t></w:r></w:p>'),
  'a spaced name': says('禾 风 机 械'),
  'a name with dots between': says('禾·风·机·械'),
  'a name with marks of no width': says('禾\u200b风\u200b机\u200b械'),
  'a name in traditional characters': says('禾風機械'),
  'a name without its legal form': says('主要客户为禾风机械（浙江），'),
  'a name with another legal form': says('主要客户为禾风机械股份有限公司。'),
  'an alias beside the real name': says('客户A（青禾电机制造有限公司）'),
  'an alias beside a piece of the real name': says('客户A（禾风公司）'),
  'a name beside its alias': says('禾风机械（以下简称“客户A”）'),
  'a number in full-width digits': says('金额为１２，３４５．６７'),
  'a spaced number': says('金额为1 2 3 4 5 . 6 7'),
  'a number without separators': says('金额为12345.67万元'),
  'a number in 元': says('金额为123,456,700元'),
  'a number in 元 with decimals': says('金额为123,456,700.00元'),
  'a number in 亿元': says('金额为1.234567亿元'),
  'a rounded number in 亿元': says('金额约1.2346亿元'),
  'a number in parts': says('金额为1亿2,345万6,700元'),
  'a number in capitals': says('金额为壹亿贰仟叁佰肆拾伍万陆仟柒佰元整'),
  'a number in numerals': says('金额为一亿二千三百四十五万六千七百元'),
  'a number in traditional capitals': says('金額為壹億貳仟參佰肆拾伍萬陸仟柒佰圓整'),
  'a number in 元 in a cell': inBody(row('客户A', '123456700')),
  'a rate as a fraction': says('毛利率0.3142'),
  'a rate': says('毛利率为 31.42 %'),
  'a cell of a hidden column': says('单价4417.58万元'),
  'a short number in its row': inBody(row('客户A', '***', '128')),
  'the difference to a printed total': says('三家客户合计23,184.47万元，其中除该客户外合计10,838.80万元'),
  'in a footnote': part('word/footnotes.xml', xml(`<w:footnotes><w:footnote><w:p>${run('含12345.67')}</w:p></w:footnote></w:footnotes>`)),
  'in an endnote': part('word/endnotes.xml', xml(`<w:endnotes><w:endnote><w:p>${run('禾风机械')}</w:p></w:endnote></w:endnotes>`)),
  'in a comment': part('word/comments.xml', xml(`<w:comments><w:comment><w:p>${run('禾风机械')}</w:p></w:comment></w:comments>`)),
  'in a header': part('word/header9.xml', xml(`<w:hdr><w:p>${run('禾风机械')}</w:p></w:hdr>`)),
  'in a footer': part('word/footer9.xml', xml(`<w:ftr><w:p>${run('12,345.67')}</w:p></w:ftr>`)),
  'in the cache of a chart': part('word/charts/chart9.xml', xml('<c:chart><c:pt idx="0"><c:v>12345.67</c:v></c:pt></c:chart>')),
  'in the categories of a chart': part('word/charts/chart9.xml', xml('<c:chart><c:pt idx="0"><c:v>禾风机械</c:v></c:pt></c:chart>')),
  'in the workbook of a chart': part('word/embeddings/book9.xlsx', workbook('12345.67')),
  'in 元 in the workbook of a chart': part('word/embeddings/book9.xlsx', workbook('123456700')),
  'in the text beside a picture': inBody('<w:p><w:r><wp:docPr id="9" descr="禾风机械合同"/></w:r></w:p>'),
  'in the core properties': part('docProps/core.xml', xml('<cp:coreProperties><dc:subject>禾风机械</dc:subject></cp:coreProperties>')),
  'in the app properties': part('docProps/app.xml', xml('<Properties><Company>禾风机械</Company></Properties>')),
  'in a custom property': part(
    'docProps/custom.xml',
    xml('<Properties><property name="a"><vt:lpwstr>禾风机械</vt:lpwstr></property></Properties>'),
  ),
  'in custom XML': part('customXml/item9.xml', xml('<data><customer>禾风机械</customer></data>')),
  'in a cell': inBody(row('禾风机械', '***')),
  'in a cell over two paragraphs': inBody(`<w:tbl><w:tr><w:tc><w:p>${run('禾风')}</w:p><w:p>${run('机械')}</w:p></w:tc></w:tr></w:tbl>`),
  'in the tip of a link': inBody(`<w:p><w:hyperlink w:anchor="a" w:tooltip="禾风机械">${run('见此')}</w:hyperlink></w:p>`),
  'in the address of a link': part(
    'word/_rels/header9.xml.rels',
    xml('<Relationships><Relationship Target="https://example.com/禾风机械"/></Relationships>'),
  ),
  'in the name of a bookmark': inBody('<w:p><w:bookmarkStart w:id="99" w:name="禾风机械"/></w:p>'),
  'in the instruction of a field': inBody('<w:p><w:r><w:instrText>DOCPROPERTY 禾风机械</w:instrText></w:r></w:p>'),
  'in a variable of the document': inBody('<w:docVar w:name="a" w:val="123456700"/>'),
  'as deleted text': inBody('<w:p><w:del w:id="99"><w:r><w:delText>禾风机械</w:delText></w:r></w:del></w:p>'),
  'as hidden text': inBody(`<w:p>${run('禾风机械', '<w:rPr><w:vanish/></w:rPr>')}</w:p>`),
  'in a text box': inBody(`<w:p><w:r><w:txbxContent><w:p>${run('禾风机械')}</w:p></w:txbxContent></w:r></w:p>`),
  'in a comment of the markup': inBody('<!-- 禾风机械 -->'),
  'in a quoted part': inBody('<w:p><w:r><w:t><![CDATA[禾风机械]]></w:t></w:r></w:p>'),
  'in a part in another encoding': part('customXml/item9.xml', new Uint8Array(Buffer.from('\ufeff<data>禾风机械</data>', 'utf16le'))),
  'in an embedded file of another kind': part(
    'word/embeddings/old9.bin',
    new Uint8Array(Buffer.concat([Buffer.from([1, 2, 3]), Buffer.from('禾风机械', 'utf16le')])),
  ),
  'in the name of a part': part('word/media/禾风机械.txt', new Uint8Array([32])),
};

/** What stands in reports by chance, and tells nothing. */
const HARMLESS = [
  '员工128人，其中研发人员256人，全年工作365天，第128号文。',
  '2024年度、2024 年末，二〇二四年，截至2024年12月31日，公司注册资本12,345.00万元。',
  '毛利率31.4%，较上年上升3.14个百分点；单价2,025元。',
  '客户A（上市公司）与客户A（境外公司）均非关联方。',
  '证券代码：300999 公告编号：2024-128 电话0571-12345678',
  '三家客户合计30,000.00万元，其中两家合计10,838.80万元',
  '营业收入123,456.71万元，净利润1.2345亿元',
];

const OUTSIDE = VARIANTS.filter((variant) => variant !== 'announcement' && (isPublished(variant) || variant === 'review'));

async function make(variant: Variant): Promise<Uint8Array> {
  const { bytes } = await makeDocument(variant, snapshot, { former: snapshot, redactions }, '稿.docx');
  return bytes;
}

const find = (bytes: Uint8Array) => scanForLeaks('稿.docx', bytes, secrets);

describe.each(OUTSIDE)('of the %s', (variant) => {
  test('every kind of planted leak is found, and nothing in the file as it is made', async () => {
    const clean = await make(variant);
    expect(find(clean)).toEqual([]);
    const missed = Object.entries(PLANTS).filter(([, plant]) => find(zipSync(plant(unzipSync(clean)))).length === 0);
    expect(missed.map(([kind]) => kind)).toEqual([]);
  });
});

test.each(HARMLESS)('what stands there by chance is no leak: %s', async (words) => {
  const planted = zipSync(says(words)(unzipSync(await make('redacted'))));
  expect(find(planted).map(({ quote }) => quote)).toEqual([]);
});

test('a withheld word in the name of the file is a leak', async () => {
  expect(scanForLeaks('关于禾风机械的回复.docx', await make('redacted'), secrets)).toMatchObject([{ part: '关于禾风机械的回复.docx' }]);
});
