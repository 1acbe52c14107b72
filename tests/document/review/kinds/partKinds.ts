import { LAWYER, cut, del, run, type Kind } from './kindEdits';

/** A cross-reference with its code in two runs. */
function fld(shown: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = '<w:r><w:instrText xml:space="preserve"> REF </w:instrText></w:r><w:r><w:instrText>_Ref1 \\h</w:instrText></w:r>';
  return `${mark('begin')}${code}${mark('separate')}${run(shown)}${mark('end')}`;
}

/** Notes, headers, footers, fields and the frame of the document. */
export const partKinds: Readonly<Record<string, Kind>> = {
  'footnote text edited untracked': {
    edit: { 'word/footnotes.xml': (x) => x.replace('平均存货', '期末存货') },
    told: ['（未署名） delete b000000000000080 12-13“￼”', '（未署名） insert b000000000000080 13-13“” {footnote}'],
  },
  'footnote text edited tracked': {
    edit: {
      'word/footnotes.xml': (x) =>
        x.replace(
          /(<w:t[^>]*>)([^<]*)平均存货([^<]*<\/w:t><\/w:r>)/,
          `$1$2</w:t></w:r><w:del w:id="1" ${LAWYER}>${del('平均存货')}</w:del><w:ins w:id="2" ${LAWYER}>${run('期末存货')}</w:ins><w:r>$1$3`,
        ),
    },
    told: ['律师甲 delete b000000000000080 12-13“￼”', '律师甲 insert b000000000000080 13-13“” {footnote}'],
  },
  'footnote ref deleted tracked': {
    edit: (x) =>
      x.replace(/<w:r>((?:(?!<\/w:r>).)*<w:footnoteReference w:id="1"\/>)<\/w:r>/, `<w:del w:id="1" ${LAWYER}><w:r>$1</w:r></w:del>`),
    told: ['律师甲 delete b000000000000080 12-13“￼”'],
  },
  'footnote ref deleted untracked': {
    edit: (x) => x.replace(/<w:r>(?:(?!<\/w:r>).)*<w:footnoteReference w:id="1"\/><\/w:r>/, ''),
    told: ['（未署名） delete b000000000000080 12-13“￼”'],
  },
  'footnote added untracked': {
    edit: {
      'word/document.xml': (xml) =>
        cut(
          '第6项，',
          (like) => `${like('第6项，')}<w:r><w:footnoteReference w:id="1"/></w:r>`,
        )(xml.replace('<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="2"/>')),
      'word/footnotes.xml': (xml) =>
        xml.replace('<w:footnote w:id="1">', `<w:footnote w:id="1"><w:p>${run('新脚注的话。')}</w:p></w:footnote><w:footnote w:id="2">`),
    },
    told: ['（未署名） insert b000000000000007 4-4“” {footnote}'],
  },
  'footer text deleted untracked': {
    edit: { 'word/footer1.xml': (x) => x.replace('</w:p>', `${run('草稿 二稿')}</w:p>`) },
    told: ['（未署名） comment - 0-0“草稿 二稿” 页脚：修订：插入“草稿 二稿”'],
    office: 'counts the pages',
  },
  'footer tracked delete of page field': {
    edit: { 'word/footer1.xml': (x) => x.replace(/(<w:r>.*<\/w:r>)/s, `<w:del w:id="1" ${LAWYER}>$1</w:del>`) },
    told: ['律师甲 comment - 0-0“{PAGE}” 页脚：修订：删除“{PAGE}”'],
    office: 'counts the pages',
  },
  'field inserted tracked with split code': {
    edit: cut('第6项，', (like) => like('第6项，') + `<w:ins w:id="1" ${LAWYER}>${fld('见附表一')}</w:ins>`),
    told: ['律师甲 insert b000000000000007 4-4“” 见附表一'],
    office: 'works the field out',
  },
  'text turned into field result untracked': {
    edit: cut('相关合同', () => fld('相关合同')),
    told: [],
    office: 'works the field out',
  },
  'delInstrText in deleted field': {
    edit: cut(
      '第6项，',
      (like) =>
        like('第6项，') +
        `<w:del w:id="1" ${LAWYER}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> PAGE </w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${del('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>`,
    ),
    told: ['（未署名） insert b000000000000007 4-4“” 7', '律师甲 delete b000000000000007 0-1“7” inside'],
    office: 'works the field out',
  },
  'hyperlink inserted untracked': {
    edit: cut('相关合同', (like) => `<w:hyperlink w:anchor="x">${like('相关合同')}</w:hyperlink>`),
    told: [],
  },
  'letter head edited': {
    edit: cut(
      '公司收到问询函',
      () => `<w:del w:id="1" ${LAWYER}>${del('公司收到问询函')}</w:del><w:ins w:id="2" ${LAWYER}>${run('我司收到问询函')}</w:ins>`,
    ),
    told: [
      '律师甲 comment - 0-0“公司收到问询函” 修订：删除“公司收到问询函”',
      '律师甲 comment - 0-0“公司收到问询函，现回复如下：” 修订：插入“我司收到问询函”',
    ],
  },
  'edits around the end of document, sectPr change': {
    edit: (x) => x.replace('<w:sectPr', `<w:p><w:ins w:id="1" ${LAWYER}>${run('附件：核查意见')}</w:ins></w:p><w:sectPr`),
    told: ['律师甲 comment - 0-0“附件：核查意见” 修订：插入“附件：核查意见”'],
  },
};
