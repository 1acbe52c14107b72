import { describe, expect, it } from 'vitest';
import { message } from '../../../../shared/domain/message';
import { readDocx } from './readDocx';
import { buildDocx, type DocxFixture, p, run, tc } from './testing/buildDocx';
import { sayMessage } from '../../../../shared/catalogue/catalogue';

const FILE = '回复.docx';
const read = (fixture: DocxFixture) => readDocx(buildDocx(fixture), FILE);

function readTexts(fixture: DocxFixture): string[] {
  return read(fixture).parts.map((part) => (part.type === 'paragraph' ? part.text : `[table ${part.table.cells.length}]`));
}

/** Smallest picture of that format a reader recognises. */
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

const drawing = (inside: string) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="1905000" cy="952500"/><wp:docPr id="1" name="图 1" descr="收入变化"/>${inside}</wp:inline></w:drawing></w:r>`;
const picture =
  '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>';

describe('readDocx', () => {
  it('reads paragraphs in order with tabs, breaks and symbols, and leaves out empty ones and typed indents', () => {
    const body = [
      p('<w:r><w:t>证券代码：900001</w:t><w:tab/><w:t>公告编号：2030-001</w:t></w:r>'),
      p(''),
      p('　　甲公司 '),
      p('<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t><w:br w:type="page"/></w:r>'),
      p('<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'),
    ].join('');
    expect(readTexts({ body })).toEqual(['证券代码：900001\t公告编号：2030-001', '甲公司', '第一行\n第二行', 'A-B☑']);
  });

  it('reads small characters off their line, as Word and as LibreOffice write them', () => {
    const small = (text: string, look: string) => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
    const raised = small('2', '<w:position w:val="8"/><w:sz w:val="19"/>');
    const lowered = small('m', '<w:position w:val="-4"/><w:sz w:val="19"/>');
    const moved = small('上', '<w:position w:val="8"/>');
    const body = p(run('面积') + raised + lowered + moved + small('3', '<w:vertAlign w:val="superscript"/>'));
    const [paragraph] = readDocx(buildDocx({ body }), FILE, true).parts;
    expect(paragraph).toMatchObject({
      text: '面积2m上3',
      runs: [
        { text: '面积' },
        { text: '2', style: { sup: true } },
        { text: 'm', style: { sub: true } },
        { text: '上' },
        { text: '3', style: { sup: true } },
      ],
    });
  });

  it('keeps the text of links, fields, content controls and other wrappers, but not field codes', () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body =
      p(`${run('详见')}<w:hyperlink r:id="x">${run('问题 3')}</w:hyperlink><w:fldSimple w:instr="REF a">${run('之表')}</w:fldSimple>`) +
      p(
        `${field('begin')}<w:r><w:instrText>REF b</w:instrText></w:r>${run('代码')}${field('separate')}${run('上表')}${field('end')}${run('所示')}`,
      ) +
      `<w:sdt><w:sdtContent>${p('控件内')}</w:sdtContent></w:sdt>` +
      p(`<w:sdt><w:sdtContent>${run('行内控件')}</w:sdtContent></w:sdt>`);
    expect(readTexts({ body })).toEqual(['详见问题 3之表', '上表所示', '控件内', '行内控件']);
  });

  it('gives a paragraph its style name, outline level and boldness, following what a style is based on', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="公司标题"/><w:basedOn w:val="h2"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="甲"/><w:basedOn w:val="b"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="乙"/><w:basedOn w:val="a"/></w:style>';
    const body =
      p('一、说明', '<w:pStyle w:val="own"/>') +
      p(run('不加粗', '<w:b w:val="0"/>'), '<w:pStyle w:val="own"/><w:outlineLvl w:val="9"/>') +
      p('循环', '<w:pStyle w:val="a"/>') +
      p(run('加粗', '<w:b/>') + run('一半'));
    expect(read({ body, styles }).parts).toEqual([
      { type: 'paragraph', text: '一、说明', place: { paragraph: 1 }, outline: 2, bold: true, style: '公司标题' },
      { type: 'paragraph', text: '不加粗', place: { paragraph: 2 }, style: '公司标题' },
      { type: 'paragraph', text: '循环', place: { paragraph: 3 }, style: '甲' },
      { type: 'paragraph', text: '加粗一半', place: { paragraph: 4 } },
    ]);
  });

  it('accepts insertions, leaves out deletions, joins paragraphs whose mark was deleted, and says so', () => {
    const body =
      p(`${run('保留')}<w:ins w:id="1">${run('新增')}</w:ins><w:del w:id="2"><w:r><w:delText>删去</w:delText></w:r></w:del>`) +
      p(run('前半'), '<w:rPr><w:del w:id="3"/></w:rPr>') +
      p('后半') +
      p(run('末段'), '<w:rPr><w:del w:id="4"/></w:rPr>');
    const { parts, warnings } = read({ body });
    expect(parts.map((part) => part.type === 'paragraph' && part.text)).toEqual(['保留新增', '前半后半', '末段']);
    expect(warnings).toEqual([
      { code: 'tracked-changes', message: message('warning.tracked-changes', { insertions: 1, deletions: 1 }), file: FILE, place: null },
    ]);
  });

  it('puts the text of a text box after its paragraph, once, and says so', () => {
    const box = (name: string) => `<${name}><w:txbxContent>${p('框内文字')}</w:txbxContent></${name}>`;
    const body = p(
      `${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>${box('wps:txbx')}</wp:inline></w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict><v:shape>${box('v:textbox')}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    const { parts, warnings } = read({ body });
    expect(parts.map((part) => part.type === 'paragraph' && part.text)).toEqual(['正文', '框内文字']);
    expect(warnings.map((warning) => warning.code)).toEqual(['text-box']);
  });

  it('takes pictures with their alternative text and size, and warns of those it cannot take', () => {
    const body =
      p(run('见下图') + drawing(picture)) + p(drawing('<a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic>'));
    const media = { rId9: { target: 'media/image1.png', bytes: PNG } };
    const { parts, warnings } = read({ body, media });
    expect(parts).toEqual([
      {
        type: 'paragraph',
        text: '见下图',
        place: { paragraph: 1 },
        pictures: [{ bytes: PNG, mime: 'image/png', alt: '收入变化', widthPx: 200, heightPx: 100 }],
      },
    ]);
    expect(warnings).toEqual([
      {
        code: 'drawing-not-read',
        message: message('warning.drawing-not-read', { kind: message('warning.drawing-chart'), name: '“收入变化”' }),
        file: FILE,
        place: { paragraph: 2 },
      },
    ]);
    const metafile = { rId9: { target: 'media/image1.emf', bytes: new Uint8Array(8) } };
    expect(read({ body: p(drawing(picture)), media: metafile }).warnings.map((warning) => warning.code)).toEqual(['picture-format']);
    expect(read({ body: p(drawing(picture)) }).warnings.map((warning) => warning.code)).toEqual(['picture-missing']);
  });

  it('reads a picture inside a text box once, and names embedded objects', () => {
    const inner = p(drawing(picture));
    const body = p(
      `<w:r><w:drawing><wp:inline><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wp:inline></w:drawing></w:r>` +
        '<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>',
    );
    const { parts, warnings } = read({ body, media: { rId9: { target: 'media/image1.png', bytes: PNG } } });
    expect(parts.map((part) => part.type === 'paragraph' && part.pictures?.length)).toEqual([1]);
    expect(warnings.map((warning) => warning.code)).toEqual(['embedded-object', 'text-box']);
  });

  it('lists footnotes, comments and hidden text as warnings instead of mixing them into the text', () => {
    const footnotes = `<w:footnote w:id="2">${p('取自年报')}</w:footnote>`;
    const body =
      p(`${run('收入')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`) +
      p(`${run('可见')}${run('隐藏', '<w:vanish/>')}`);
    const { parts, warnings } = read({ body, footnotes });
    expect(parts.map((part) => part.type === 'paragraph' && part.text)).toEqual(['收入', '可见']);
    expect(warnings.map((warning) => [warning.code, sayMessage('zh-CN', warning.message)])).toEqual([
      ['comments-not-read', '文件中的 1 条批注未导入。'],
      ['note-not-in-text', '脚注未放入正文：取自年报'],
      ['hidden-text', '隐藏文字未导入。'],
    ]);
  });

  it('says once what happened many times', () => {
    const hidden = p(run('隐藏', '<w:vanish/>'));
    expect(read({ body: hidden.repeat(3) }).warnings).toEqual([
      {
        code: 'hidden-text',
        message: message('warning.first-of', { message: message('warning.hidden-text'), count: 3 }),
        file: FILE,
        place: { paragraph: 1 },
      },
    ]);
  });

  it('writes formulas on one line', () => {
    const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const body = p(`<m:oMath>${t('A=')}<m:f><m:num>${t('a+b')}</m:num><m:den>${t('c')}</m:den></m:f></m:oMath>`);
    expect(readTexts({ body })).toEqual(['A=(a+b)/c']);
  });
});

describe('tables of readDocx', () => {
  it('turns gridSpan and vMerge into spans over covered positions, and counts marked header rows', () => {
    const body = `<w:tbl><w:tblGrid/>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('项目', '<w:vMerge w:val="restart"/>')}${tc('2030年度', '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('', '<w:vMerge/>')}${tc('收入')}${tc('成本')}</w:tr>
      <w:tr>${tc('甲')}${tc('1.00')}</w:tr></w:tbl>`;
    const cell = (text: string, rowSpan = 1, colSpan = 1) => ({ text, rowSpan, colSpan, covered: false });
    const covered = { text: '', rowSpan: 1, colSpan: 1, covered: true };
    expect(read({ body }).parts).toEqual([
      {
        type: 'table',
        table: {
          cells: [
            [cell('项目', 2), cell('2030年度', 1, 2), covered],
            [covered, cell('收入'), cell('成本')],
            [cell('甲'), cell('1.00'), cell('')],
          ],
          spansKnown: true,
          markedHeaderRows: 2,
          place: { table: 1 },
        },
      },
    ]);
  });

  it('keeps paragraphs of a cell apart and a nested table in its place', () => {
    const nested = `<w:tbl><w:tr>${tc('内')}</w:tr></w:tbl>`;
    const body = `<w:tbl><w:tr>${tc(`${p('上')}${p('中')}${nested}${p('下')}`)}</w:tr></w:tbl>${p('后文')}`;
    const { parts } = read({ body });
    const outer = parts[0]?.type === 'table' ? parts[0].table.cells[0]![0]! : undefined;
    expect(outer?.text).toBe('上\n中\n\uFFFC\n下');
    expect(outer?.nested?.map((table) => table.cells[0]![0]!.text)).toEqual(['内']);
    expect(parts[1]).toEqual({ type: 'paragraph', text: '后文', place: { paragraph: 1 } });
  });

  it('treats a vertical merge that continues nothing as a cell of its own', () => {
    const body = `<w:tbl><w:tr>${tc('独立', '<w:vMerge/>')}</w:tr></w:tbl>`;
    const { parts } = read({ body });
    expect(parts[0]?.type === 'table' && parts[0].table.cells[0]![0]!.text).toBe('独立');
  });

  it('warns of text hidden under a merged cell and of pictures in cells', () => {
    const body =
      `<w:tbl><w:tr>${tc('上', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${tc('被盖', '<w:vMerge/>')}</w:tr></w:tbl>` +
      `<w:tbl><w:tr>${tc(p(drawing(picture)))}</w:tr></w:tbl>`;
    const { warnings } = read({ body, media: { rId9: { target: 'media/a.png', bytes: PNG } } });
    expect(warnings.map((warning) => [warning.code, warning.place])).toEqual([
      ['covered-text', { table: 1 }],
      ['picture-in-table', { table: 2 }],
    ]);
  });

  it('refuses a span no table has', () => {
    const cells = Array.from({ length: 3 }, () => tc('x', '<w:gridSpan w:val="999999999"/>')).join('');
    expect(() => read({ body: `<w:tbl><w:tr>${cells}</w:tr></w:tbl>` })).toThrow('document-broken');
  });
});
