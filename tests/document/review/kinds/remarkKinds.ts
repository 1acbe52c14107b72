import { AUDITOR, LAWYER, chain, cut, del, run, type Edit, type Kind } from './kindEdits';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MICROSOFT = 'http://schemas.microsoft.com/office/2011/relationships';

/** Edits the document and gives it parts with these remarks and, where named, their threads. */
function withComments(edit: Edit, list: string, threads = ''): Readonly<Record<string, Edit>> {
  const relation = (type: string, part: string) => `<Relationship Id="${part}" Type="${type}/${part}" Target="${part}.xml"/>`;
  const relations = relation(OFFICE, 'comments') + (threads && relation(MICROSOFT, 'commentsExtended'));
  return {
    'word/document.xml': edit,
    'word/comments.xml': () => `<w:comments ${NAMESPACES}>${list}</w:comments>`,
    ...(threads && { 'word/commentsExtended.xml': () => `<w15:commentsEx ${NAMESPACES}>${threads}</w15:commentsEx>` }),
    'word/commentsIds.xml': () => `<w16cid:commentsIds ${NAMESPACES}/>`,
    'word/_rels/document.xml.rels': (xml) => xml.replace('</Relationships>', `${relations}</Relationships>`),
  };
}

/** A remark; `|` divides its paragraphs. */
function remark(id: number, by: string, text: string, name = ''): string {
  const paragraphs = text.split('|').map((part, index, all) => {
    const own = name !== '' && index === all.length - 1 ? ` w14:paraId="${name}"` : '';
    return `<w:p${own}>${index === 0 ? '<w:r><w:annotationRef/></w:r>' : ''}${run(part)}</w:p>`;
  });
  return `<w:comment w:id="${id}" ${by} w:initials="X">${paragraphs.join('')}</w:comment>`;
}

function range(id: number, inner: string): string {
  return `<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/>${run('').replace('<w:t xml:space="preserve"></w:t>', `<w:commentReference w:id="${id}"/>`)}`;
}

/** Remarks, their threads and where they stand. */
export const remarkKinds: Readonly<Record<string, Kind>> = {
  'comment on deleted words': {
    edit: withComments(
      cut('第1批客户', () => range(0, `<w:del w:id="1" ${LAWYER}>${del('第1批客户')}</w:del>`)),
      remark(0, AUDITOR, '为何删去'),
    ),
    told: ['律师甲 delete b000000000000002 44-49“第1批客户”', '会计师乙 comment b000000000000002 44-49“第1批客户” 为何删去'],
  },
  'comment on replaced words, thread of three, resolved, multi paragraph': {
    edit: withComments(
      cut(
        '第1批客户',
        () =>
          `<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/><w:del w:id="11" ${LAWYER}>${del('第1批客户')}</w:del><w:ins w:id="12" ${LAWYER}>${run('首批客户')}</w:ins><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>`,
      ),
      remark(0, LAWYER, '请核对|第二段', 'AA01') + remark(1, AUDITOR, '已核对', 'AA02') + remark(2, LAWYER, '好', 'AA03'),
      '<w15:commentEx w15:paraId="AA01" w15:done="1"/><w15:commentEx w15:paraId="AA02" w15:paraIdParent="AA01" w15:done="1"/><w15:commentEx w15:paraId="AA03" w15:paraIdParent="AA01" w15:done="1"/>',
    ),
    told: [
      '律师甲 delete b000000000000002 44-49“第1批客户”',
      '律师甲 insert b000000000000002 49-49“” 首批客户',
      '律师甲 comment b000000000000002 44-49“第1批客户” 请核对\n第二段',
      '会计师乙 comment b000000000000002 44-49“第1批客户” 已核对 ↩',
      '律师甲 comment b000000000000002 44-49“第1批客户” 好 ↩',
    ],
    office: 'drops threads',
  },
  'comment over three paragraphs': {
    edit: withComments(
      chain(
        cut('第1批客户', (like) => `<w:commentRangeStart w:id="0"/>` + like('第1批客户')),
        cut('第3项，', (like) => like('第3项，') + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
      ),
      remark(0, LAWYER, '整段口径'),
    ),
    told: ['律师甲 comment b000000000000002 44-64“第1批客户订单增加所致，…” 整段口径'],
  },
  'comment over table rows': {
    edit: withComments(
      chain(
        cut('精密轴承甲类', (like) => `<w:commentRangeStart w:id="0"/>` + like('精密轴承甲类')),
        cut('3400.40', (like) => like('3400.40') + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
      ),
      remark(0, LAWYER, '列示口径'),
    ),
    told: ['律师甲 comment r000000000000001/c000000000000000 0-6“精密轴承甲类” 列示口径'],
  },
  'comment range starts between blocks': {
    edit: withComments(
      (x) =>
        x
          .replace(
            '<w:sdt><w:sdtPr><w:tag w:val="huihan_b_b000000000000007"/>',
            '<w:commentRangeStart w:id="0"/><w:sdt><w:sdtPr><w:tag w:val="huihan_b_b000000000000007"/>',
          )
          .replace('不存在提前确认收入的情形。</w:t></w:r>', '不存在提前确认收入的情形。</w:t></w:r>')
          .replace(
            '<w:sdt><w:sdtPr><w:tag w:val="huihan_b_b000000000000008"/>',
            '<w:commentRangeEnd w:id="0"/><w:sdt><w:sdtPr><w:tag w:val="huihan_b_b000000000000008"/>',
          )
          .replace(/(第6项，.*?<\/w:r>)/s, '$1<w:r><w:commentReference w:id="0"/></w:r>'),
      remark(0, LAWYER, '段间批注'),
    ),
    told: ['律师甲 comment b000000000000007 50-50“” 段间批注'],
  },
  'comment without anchor at all': {
    edit: withComments((x) => x.replace('第6项，', '第6项， '), remark(0, LAWYER, '孤立批注')),
    told: ['（未署名） insert b000000000000007 4-4“”', '律师甲 comment - 0-0“” 孤立批注'],
    office: 'drops the remark',
  },
  'comment with tracked edits inside, no date': {
    edit: withComments(
      cut('第1批客户', (like) => range(0, like('第1批客户'))),
      `<w:comment w:id="0" w:author="律师甲"><w:p><w:r><w:t>请</w:t></w:r><w:ins w:id="5" ${LAWYER}>${run('务必')}</w:ins><w:del w:id="6" ${LAWYER}>${del('尽量')}</w:del><w:r><w:t>核对</w:t></w:r></w:p></w:comment>`,
    ),
    told: ['律师甲 comment b000000000000002 44-49“第1批客户” 请务必核对'],
    office: 'carries out what is marked in a remark',
  },
  'comment in footnote ref & comment on figure': {
    edit: withComments(
      cut('4,321.00万元', (like) => range(0, like('4,321.00万元'))),
      remark(0, LAWYER, '与附注不符'),
    ),
    told: ['律师甲 comment b000000000000002 19-29“4,321.00万元” 与附注不符'],
  },
  'comment w/o extended in wps; 2 same texts': {
    edit: withComments(
      chain(
        cut('第1批客户', (like) => range(0, like('第1批客户'))),
        cut('第2批客户', (like) => range(1, like('第2批客户'))),
      ),
      remark(0, LAWYER, '请核对') + remark(1, LAWYER, '请核对'),
    ),
    told: ['律师甲 comment b000000000000002 44-49“第1批客户” 请核对', '律师甲 comment b000000000000003 44-49“第2批客户” 请核对'],
  },
};
