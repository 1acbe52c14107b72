import { expect, test } from 'vitest';
import { sayMessage } from '../../../../shared/catalogue/catalogue';
import { checkFinal } from './checkFinal';
import { body, exportClean, findAfter, putIn, run, saying, spoil, type Spoiling } from './testing/cleanDocx';

const CLEAN = await exportClean();
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MARK = 'w:id="91" w:author="张三" w:date="2025-06-05T00:00:00Z"';

const inCell = (xml: string) =>
  body((document) =>
    document.replace(/(<w:t [^>]*>)净利润(<\/w:t><\/w:r>)/, (_, open: string, close: string) => `${open}净利润${close}${xml}`),
  );
const addPart = (path: string, xml: string, kind: string): Spoiling => ({
  [path]: () => xml,
  'word/_rels/document.xml.rels': (rels) =>
    rels.replace(
      '</Relationships>',
      `<Relationship Id="rId901" Type="${RELATIONS}/${kind}" Target="${path.replace('word/', '')}"/></Relationships>`,
    ),
});
const external = (part: string, kind: string, target: string): Spoiling => ({
  [part]: (rels) =>
    (rels || '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>')
      .replace(/(<Relationships [^>]*)\/>/, '$1></Relationships>')
      .replace(
        '</Relationships>',
        `<Relationship Id="rId902" Type="${RELATIONS}/${kind}" Target="${target}" TargetMode="External"/></Relationships>`,
      ),
});
const change = (name: string) => putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr>${run('改过的话')}<${name} ${MARK}/></w:p>`);
const IN_TEXT = '问题1，“改过的话”';

test('the clean file passes, whatever prefixes its writer gives the namespaces', () => {
  expect(checkFinal('a.docx', CLEAN)).toEqual([]);
  const renamed = spoil(
    CLEAN,
    body((xml) =>
      xml
        .replaceAll(/(<\/?)w:/g, '$1ns0:')
        .replaceAll(/ w:/g, ' ns0:')
        .replace('xmlns:w=', 'xmlns:ns0='),
    ),
  );
  expect(checkFinal('a.docx', renamed)).toEqual([]);
  const traced = spoil(
    renamed,
    body((xml) => xml.replace('<ns0:tbl>', `<ns0:p><ns0:ins ns0:id="1"/></ns0:p><ns0:tbl>`)),
  );
  expect(checkFinal('a.docx', traced).map(({ code }) => code)).toContain('final-tracked');
});

const CASES: [what: string, changes: Spoiling, found: string][] = [
  // Traces of editing
  ['an insertion', change('w:ins'), `final-tracked 还有 1 处修订痕迹：${IN_TEXT}`],
  ['a deletion', change('w:del'), `final-tracked 还有 1 处修订痕迹：${IN_TEXT}`],
  ['words moved away', change('w:moveFrom'), `final-tracked 还有 1 处修订痕迹：${IN_TEXT}`],
  ['words moved here', change('w:moveToRangeStart'), `final-tracked 还有 1 处修订痕迹：${IN_TEXT}`],
  [
    'formatting of words changed',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr>${run('改过的话', `<w:rPrChange ${MARK}><w:rPr/></w:rPrChange>`)}</w:p>`),
    `final-tracked 还有 1 处修订痕迹：${IN_TEXT}`,
  ],
  [
    'formatting of a paragraph changed',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/><w:pPrChange ${MARK}><w:pPr/></w:pPrChange></w:pPr>${run('改过的话')}</w:p>`),
    `final-tracked 还有 1 处修订痕迹：${IN_TEXT}`,
  ],
  [
    'a table grid changed',
    body((xml) => xml.replace('</w:tblGrid>', `<w:tblGridChange w:id="91"><w:tblGrid/></w:tblGridChange></w:tblGrid>`)),
    'final-tracked 还有 1 处修订痕迹：问题1，第 1 张表',
  ],
  ['numbering changed', change('w:numberingChange'), `final-tracked 还有 1 处修订痕迹：${IN_TEXT}`],
  [
    'a page changed',
    body((xml) => xml.replace('</w:sectPr>', `<w:sectPrChange ${MARK}><w:sectPr/></w:sectPrChange></w:sectPr>`)),
    'final-tracked 还有 1 处修订痕迹：',
  ],
  [
    'a cell put in',
    body((xml) => xml.replace(/(<w:tcW [^>]*\/>)/, `$1<w:cellIns ${MARK}/>`)),
    'final-tracked 还有 1 处修订痕迹：问题1，第 1 张表第 1 行第 1 格',
  ],
  [
    'a row put in',
    body((xml) => xml.replace('</w:trPr>', `<w:ins ${MARK}/></w:trPr>`)),
    'final-tracked 还有 1 处修订痕迹：问题1，第 1 张表第 1 行',
  ],
  [
    'a change in the footer',
    { 'word/footer1.xml': (xml) => xml.replace('</w:p>', `<w:ins ${MARK}/></w:p>`) },
    'final-tracked 还有 1 处修订痕迹：页脚',
  ],
  [
    'a change in a header of any name',
    addPart('word/kopf.xml', `<w:hdr ${W}><w:p><w:del ${MARK}/></w:p></w:hdr>`, 'header'),
    'final-tracked 还有 1 处修订痕迹：页眉',
  ],
  [
    'a change in a footnote',
    {
      'word/footnotes.xml': (xml) =>
        xml.replace('</w:footnotes>', `<w:footnote w:id="9"><w:p>${run('注文')}<w:ins ${MARK}/></w:p></w:footnote></w:footnotes>`),
    },
    'final-tracked 还有 1 处修订痕迹：脚注“注文”',
  ],
  [
    'a change in a text box',
    putIn(
      `<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr>${run('框外')}<w:r><w:pict><w:txbxContent><w:p>${run('框内')}<w:ins ${MARK}/></w:p></w:txbxContent></w:pict></w:r></w:p>`,
    ),
    'final-tracked 还有 1 处修订痕迹：问题1，文本框“框内”',
  ],
  [
    'tracking left on',
    { 'word/settings.xml': (xml) => xml.replace('<w:compat>', '<w:trackRevisions/><w:compat>') },
    'final-tracking 修订模式还开着',
  ],
  [
    'a comment',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr>${run('改过的话')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`),
    `final-comments 还有 1 条批注：${IN_TEXT}`,
  ],
  [
    'a comment without a mark in the text',
    addPart('word/comments.xml', `<w:comments ${W}><w:comment w:id="0"><w:p>${run('请核对')}</w:p></w:comment></w:comments>`, 'comments'),
    'final-comments 还有 1 条批注：批注',
  ],
  // Names
  [
    'an author',
    { 'docProps/core.xml': (xml) => xml.replace('</cp:coreProperties>', '<dc:creator>张三</dc:creator></cp:coreProperties>') },
    'final-author 文件里还留有姓名、单位或备注：张三（文件属性）',
  ],
  [
    'who saved it last',
    {
      'docProps/core.xml': (xml) => xml.replace('</cp:coreProperties>', '<cp:lastModifiedBy>李四</cp:lastModifiedBy></cp:coreProperties>'),
    },
    'final-author 文件里还留有姓名、单位或备注：李四',
  ],
  [
    'a note in the properties',
    { 'docProps/core.xml': (xml) => xml.replace('</cp:coreProperties>', '<dc:description>王总改过</dc:description></cp:coreProperties>') },
    'final-author 文件里还留有姓名、单位或备注：王总改过',
  ],
  [
    'a firm',
    { 'docProps/app.xml': (xml) => xml.replace(/\/>$/, '><Company>某某律师事务所</Company></Properties>') },
    'final-author 文件里还留有姓名、单位或备注：某某律师事务所（文件属性）',
  ],
  [
    'a manager',
    { 'docProps/app.xml': (xml) => xml.replace(/\/>$/, '><Manager>王五</Manager></Properties>') },
    'final-author 文件里还留有姓名、单位或备注：王五',
  ],
  [
    'a property of somebody’s own',
    { 'docProps/custom.xml': (xml) => xml.replace(/\/>$/, '><property name="校对"><vt:lpwstr>赵六</vt:lpwstr></property></Properties>') },
    'final-author 文件里还留有姓名、单位或备注：赵六（文件属性）',
  ],
  [
    'a person who commented',
    addPart(
      'word/people.xml',
      '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="孙七"/></w15:people>',
      'people',
    ),
    'final-author 文件里还留有姓名、单位或备注：孙七（批注）',
  ],
  [
    'data kept beside the text',
    { 'customXml/item1.xml': () => '<a><b>周八</b></a>' },
    'final-author 文件里还留有姓名、单位或备注：周八（customXml/item1.xml）',
  ],
  // Looks
  [
    'a size set directly',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr>${run('改过的话', '<w:sz w:val="32"/>')}</w:p>`),
    `final-direct 1 处直接设置了字体、字号或颜色：${IN_TEXT}`,
  ],
  [
    'another font',
    putIn(
      '<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="微软雅黑" w:hint="eastAsia"/></w:rPr><w:t>改过的话</w:t></w:r></w:p>',
    ),
    `final-direct 1 处直接设置了字体、字号或颜色：${IN_TEXT}`,
  ],
  [
    'no East Asian hint',
    putIn('<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr><w:r><w:t>改过的话</w:t></w:r></w:p>'),
    `final-hint 1 处中文没有注明东亚字体：${IN_TEXT}`,
  ],
  [
    'highlighted words',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr>${run('改过的话', '<w:highlight w:val="yellow"/>')}</w:p>`),
    `final-highlight 1 处文字突出显示：${IN_TEXT}`,
  ],
  [
    'hidden words',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr>${run('改过的话', '<w:vanish/>')}</w:p>`),
    `final-hidden 1 处文字被隐藏：${IN_TEXT}`,
  ],
  [
    'a distance set directly',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/><w:spacing w:line="600" w:lineRule="exact"/></w:pPr>${run('改过的话')}</w:p>`),
    `final-paragraph 1 处直接设置了段落的间距、缩进或底纹：${IN_TEXT}`,
  ],
  [
    'an indent set directly',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/><w:ind w:left="800"/></w:pPr>${run('改过的话')}</w:p>`),
    `final-paragraph 1 处直接设置了段落的间距、缩进或底纹：${IN_TEXT}`,
  ],
  [
    'a style of another template',
    putIn(`<w:p><w:pPr><w:pStyle w:val="Verdana"/></w:pPr>${run('改过的话')}</w:p>`),
    `final-style 样式“Verdana”不是本格式的样式：${IN_TEXT}`,
  ],
  [
    'a style that was changed',
    { 'word/styles.xml': (xml) => xml.replace(/(w:styleId="QuestionText".*?)楷体/, '$1仿宋') },
    'final-restyled 样式“问询题干”的字体、字号、间距或缩进被改过。',
  ],
  [
    'the size all begin from',
    { 'word/styles.xml': (xml) => xml.replace('<w:sz w:val="24"/>', '<w:sz w:val="28"/>') },
    'final-restyled 样式“Normal”',
  ],
  [
    'the fonts all begin from',
    { 'word/styles.xml': (xml) => xml.replace('w:eastAsia="宋体"', 'w:eastAsia="等线"') },
    'final-restyled 样式“docDefaults”',
  ],
  ['other margins', body((xml) => xml.replace('w:left="1800"', 'w:left="1440"')), 'final-page 第 1 节的纸张或页边距不是本格式的。'],
  ['letter paper', body((xml) => xml.replace('w:w="11906"', 'w:w="12240"')), 'final-page 第 1 节'],
  [
    'an empty paragraph',
    putIn('<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr></w:p>'),
    'final-empty 1 个空段落：问题1，“原因如下：”之后',
  ],
  // Parts
  [
    'a picture without words',
    putIn(
      `<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r><w:drawing><wp:inline><wp:docPr id="7" name="图片 1"/></wp:inline></w:drawing></w:r></w:p>`,
    ),
    'final-alt 图片没有替代文字：问题1，“原因如下：”之后',
  ],
  [
    'an old picture without words',
    putIn(`<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p>`),
    'final-alt 图片没有替代文字：问题1',
  ],
  [
    'an embedded workbook',
    addPart('word/embeddings/oleObject1.bin', 'x', 'oleObject'),
    'final-embedded 文件里有宏、控件或嵌入的文件：word/embeddings/oleObject1.bin',
  ],
  ['a macro', { 'word/vbaProject.bin': () => 'x' }, 'final-embedded 文件里有宏、控件或嵌入的文件：word/vbaProject.bin'],
  [
    'another document put in whole',
    addPart('word/chunk.html', '<p/>', 'aFChunk'),
    'final-embedded 文件里有宏、控件或嵌入的文件：chunk.html',
  ],
  [
    'a link',
    external('word/_rels/document.xml.rels', 'hyperlink', 'https://example.com/'),
    'final-external 文件引用外部内容：https://example.com/（word/document.xml）',
  ],
  [
    'a picture elsewhere',
    external('word/_rels/footer1.xml.rels', 'image', 'file:///C:/Users/zhang/a.png'),
    'final-external 文件引用外部内容：file:///C:/Users/zhang/a.png（word/footer1.xml）',
  ],
  [
    'a template elsewhere',
    external('word/_rels/settings.xml.rels', 'attachedTemplate', 'C:\\Users\\zhang\\a.dotx'),
    'final-external 文件引用外部内容：C:\\Users\\zhang\\a.dotx（word/settings.xml）',
  ],
  // Fields
  [
    'a field that does not end',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('改过的话')}</w:p>`),
    `final-field 1 处域有误，或打开时内容会变：${IN_TEXT}`,
  ],
  [
    'a reference that leads nowhere',
    putIn(saying('详见错误!未找到引用源。')),
    'final-field 1 处域有误，或打开时内容会变：问题1，“详见错误!未找到引用源。”',
  ],
  [
    'a date that follows the clock',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr><w:fldSimple w:instr=" DATE \\@ yyyy ">${run('改过的话')}</w:fldSimple></w:p>`),
    `final-field 1 处域有误，或打开时内容会变：${IN_TEXT}`,
  ],
  [
    'a reference to a missing bookmark',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr><w:fldSimple w:instr="REF _Ref9 \\h">${run('改过的话')}</w:fldSimple></w:p>`),
    'final-structure 文件结构有误，Word 可能打不开或显示错误：引用的书签 _Ref9 不存在',
  ],
  // Blanks that are drawn
  [
    'a line to write on',
    putIn(`<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr>${run('金额为')}${run('      ', '<w:u w:val="single"/>')}${run('元')}</w:p>`),
    'final-blank 还有空白或待填的标记：问题1，“金额为      元”',
  ],
  [
    'a form field not filled in',
    putIn(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${saying('单击此处输入文字')}</w:sdtContent></w:sdt>`),
    'final-blank 还有空白或待填的标记：问题1',
  ],
  ['a blank inside a cell', inCell(run('【】')), 'final-blank 还有空白或待填的标记：问题1，第 1 张表第 2 行第 1 格“净利润【】”'],
];

test.each(CASES)('%s is found and said with its place', async (_, changes, found) => {
  const said = await findAfter(changes);
  expect(
    said.some((one) => one.startsWith(found)),
    said.join('\n'),
  ).toBe(true);
});

test('every finding is said in English as well, without a name left open', () => {
  for (const [, changes] of CASES)
    for (const { message } of checkFinal('a.docx', spoil(CLEAN, changes))) {
      const said = sayMessage('en', message);
      expect(said).not.toMatch(/\{\w+\}/);
      expect(said).toMatch(/^[A-Z“]/);
    }
});

test('a file Word or WPS only saved again, with its own ids and language marks, still passes', () => {
  const saved = spoil(CLEAN, {
    'word/document.xml': (xml) =>
      xml
        .replaceAll('<w:p>', '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">')
        .replaceAll('</w:rPr><w:t', '<w:lang w:eastAsia="zh-CN"/></w:rPr><w:t'),
    'word/settings.xml': (xml) => xml.replace('</w:settings>', '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids></w:settings>'),
    'docProps/custom.xml': (xml) =>
      xml.replace(/\/>$/, '><property name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.15120</vt:lpwstr></property></Properties>'),
    'docProps/app.xml': (xml) => xml.replace(/\/>$/, '><Pages>3</Pages><Application>Microsoft Office Word</Application></Properties>'),
  });
  expect(checkFinal('a.docx', saved)).toEqual([]);
});

test('styles are known by their names where another program numbered them anew; what is no DOCX is refused by name', () => {
  const numbered = spoil(CLEAN, {
    'word/styles.xml': (xml) => xml.replaceAll(/(w:styleId|<w:(?:basedOn|next) w:val)="(?!TableNormal)/g, '$1="x'),
    'word/document.xml': (xml) => xml.replaceAll(/(<w:(?:pStyle|rStyle|tblStyle) w:val=")/g, '$1x'),
    'word/footer1.xml': (xml) => xml.replaceAll(/(<w:pStyle w:val=")/g, '$1x'),
    'word/footnotes.xml': (xml) => xml.replaceAll(/(<w:[pr]Style w:val=")/g, '$1x'),
    'word/endnotes.xml': (xml) => xml.replaceAll(/(<w:[pr]Style w:val=")/g, '$1x'),
  });
  expect(checkFinal('a.docx', numbered)).toEqual([]);
  expect(() => checkFinal('扫描.pdf', new TextEncoder().encode('%PDF-1.4'))).toThrow('not-what-it-says');
});
