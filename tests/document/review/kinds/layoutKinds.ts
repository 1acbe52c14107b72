import { LAWYER, block, chain, cut, del, par, run, type Kind } from './kindEdits';

/** Lists, looks, pictures and breaks. */
export const layoutKinds: Readonly<Record<string, Kind>> = {
  'untracked highlight colour strike': {
    edit: chain(
      cut('第1批客户', () => run('第1批客户', '<w:highlight w:val="yellow"/>')),
      cut('第2批客户', () => run('第2批客户', '<w:color w:val="FF0000"/>')),
      cut('第4批客户', () => run('第4批客户', '<w:strike/>')),
    ),
    told: [
      '（未署名） comment b000000000000002 44-49“第1批客户” 修订：改变“第1批客户”的字体、颜色、突出显示等格式',
      '（未署名） comment b000000000000003 44-49“第2批客户” 修订：改变“第2批客户”的字体、颜色、突出显示等格式',
      '（未署名） comment b000000000000005 44-49“第4批客户” 修订：改变“第4批客户”的字体、颜色、突出显示等格式',
    ],
  },
  'tracked strike': {
    edit: cut(
      '第4批客户',
      () => `<w:r><w:rPr><w:strike/><w:rPrChange w:id="9" ${LAWYER}><w:rPr/></w:rPrChange></w:rPr><w:t>第4批客户</w:t></w:r>`,
    ),
    told: ['律师甲 comment b000000000000005 44-49“第4批客户” 修订：改变“第4批客户”的字体、颜色、突出显示等格式'],
  },
  'tracked bold and red': {
    edit: cut(
      '第4批客户',
      () =>
        `<w:r><w:rPr><w:b/><w:color w:val="FF0000"/><w:rPrChange w:id="9" ${LAWYER}><w:rPr/></w:rPrChange></w:rPr><w:t>第4批客户</w:t></w:r>`,
    ),
    told: [
      '律师甲 format b000000000000005 44-49“第4批客户” {"bold":true}',
      '律师甲 comment b000000000000005 44-49“第4批客户” 修订：改变“第4批客户”的字体、颜色、突出显示等格式',
    ],
  },
  'caption/heading of question edited': {
    edit: cut(
      '问题2',
      (like) => like('问题') + `<w:del w:id="1" ${LAWYER}>${del('2')}</w:del><w:ins w:id="2" ${LAWYER}>${run('二')}</w:ins>`,
    ),
    told: ['律师甲 comment q000000000000002 0-0“” 修订：删除“2”', '律师甲 comment q000000000000002 0-0“” 修订：插入“二”'],
  },
  'list number to bullet tracked numPr': {
    edit: par('执行穿行', (p) => p.replace('<w:numId w:val="4"/></w:numPr>', `<w:numId w:val="1"/><w:ins w:id="1" ${LAWYER}/></w:numPr>`)),
    told: ['律师甲 setBlock b000000000000082 0-8“执行穿行测试程序” listItem:执行穿行测试程序'],
    office: 'drops the mark',
  },
  'list level changed pPrChange': {
    edit: par('执行穿行', (p) =>
      p.replace(
        '<w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr>',
        `<w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr><w:pPrChange w:id="1" ${LAWYER}><w:pPr><w:pStyle w:val="ReplyList"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr></w:pPrChange></w:pPr>`,
      ),
    ),
    told: ['律师甲 setBlock b000000000000082 0-8“执行穿行测试程序” listItem:执行穿行测试程序'],
  },
  'list numbering removed untracked': {
    edit: par('执行穿行', (p) => p.replace(/<w:numPr>.*?<\/w:numPr>/, '')),
    told: ['（未署名） setBlock b000000000000082 0-8“执行穿行测试程序” paragraph:执行穿行测试程序'],
  },
  'list numbering to another list untracked': {
    edit: par('执行穿行', (p) => p.replace('<w:numId w:val="4"/>', '<w:numId w:val="1"/>')),
    told: ['（未署名） setBlock b000000000000082 0-8“执行穿行测试程序” listItem:执行穿行测试程序'],
  },
  'list level changed untracked': {
    edit: par('执行穿行', (p) => p.replace('<w:ilvl w:val="0"/>', '<w:ilvl w:val="1"/>')),
    told: ['（未署名） setBlock b000000000000082 0-8“执行穿行测试程序” listItem:执行穿行测试程序'],
  },
  'list item inserted tracked': {
    edit: par(
      '执行穿行',
      (p) =>
        p.replace('</w:pPr>', `<w:rPr><w:ins w:id="1" ${LAWYER}/></w:rPr></w:pPr>`).replace('执行穿行测试程序', '执行穿行测试程序') +
        `<w:p><w:pPr><w:pStyle w:val="ReplyList"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr><w:ins w:id="2" ${LAWYER}>${run('检查期后退货')}</w:ins></w:p>`,
    ),
    told: ['律师甲 insertBlock b000000000000082 0-0“” listItem:检查期后退货'],
  },
  numberingChange: {
    edit: par('执行穿行', (p) =>
      p.replace(
        '<w:numId w:val="4"/></w:numPr>',
        `<w:numId w:val="4"/><w:numberingChange w:id="1" ${LAWYER} w:original="%1:2:0:."/></w:numPr>`,
      ),
    ),
    told: ['律师甲 comment b000000000000082 0-8“执行穿行测试程序” 修订：改变本段的段落格式'],
    office: 'drops the mark',
  },
  'indent changed untracked': {
    edit: par('第6项，公司已就精密', (p) => p.replace('</w:pPr>', '<w:ind w:left="800"/></w:pPr>')),
    told: [],
  },
  'alignment changed untracked': {
    edit: par('第6项，公司已就精密', (p) => p.replace('</w:pPr>', '<w:jc w:val="center"/></w:pPr>')),
    told: [
      '（未署名） setBlock b000000000000007 0-50“第6项，公司已就精密轴承…” paragraph:第6项，公司已就精密轴承业务履行内部审批程序，相关合同签署及验收单据齐备，不存在提前确认收入的情形。',
    ],
  },
  'heading to body untracked': {
    edit: par('（一）精密', (p) => p.replace('Heading3', 'ReplyBody')),
    told: ['（未署名） setBlock b000000000000001 0-16“（一）精密轴承业务收入变…” paragraph:（一）精密轴承业务收入变动的原因'],
  },
  'image inserted untracked': {
    edit: cut(
      '第6项，',
      (like) =>
        like('第6项，') +
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"/></w:drawing></w:r>',
    ),
    told: ['（未署名） comment b000000000000007 50-50“” 修订：插入图片、分页符或其他对象'],
    office: 'drops a picture without content',
  },
  'image inserted in new paragraph untracked': {
    edit: block(
      '第1批',
      (b) =>
        b +
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"/></w:drawing></w:r></w:p>',
    ),
    told: ['（未署名） comment b000000000000002 0-0“” 修订：插入图片、分页符或其他对象'],
    office: 'drops a picture without content',
  },
  'text box inserted untracked': {
    edit: cut(
      '第6项，',
      (like) =>
        like('第6项，') +
        `<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p>${run('框里的意见')}</w:p></w:txbxContent></v:textbox></w:pict></w:r>`,
    ),
    told: [
      '（未署名） comment b000000000000007 50-50“” 修订：插入图片、分页符或其他对象',
      '（未署名） insertBlock b000000000000007 0-0“” paragraph:框里的意见',
    ],
    office: 'makes the box a paragraph',
  },
  'equation inserted tracked': {
    edit: cut(
      '第6项，',
      (like) =>
        like('第6项，') +
        `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><w:rPr><w:ins w:id="1" ${LAWYER}/></w:rPr><m:t>a=b</m:t></m:r></m:oMath>`,
    ),
    told: ['律师甲 insert b000000000000007 4-4“” a=b'],
    office: 'drops formulas under a tracked change',
  },
  'equation in w:ins': {
    edit: cut(
      '第6项，',
      (like) =>
        like('第6项，') +
        `<w:ins w:id="1" ${LAWYER}><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a=b</m:t></m:r></m:oMath></w:ins>`,
    ),
    told: ['律师甲 insert b000000000000007 4-4“” a=b'],
    office: 'drops formulas under a tracked change',
  },
  'page break inserted tracked': {
    edit: cut('第6项，', (like) => `<w:ins w:id="1" ${LAWYER}><w:r><w:br w:type="page"/></w:r></w:ins>` + like('第6项，')),
    told: ['律师甲 comment b000000000000007 0-0“” 修订：插入图片、分页符或其他对象'],
    office: 'makes the break a look of the paragraph',
  },
  'line break, tab inserted tracked': {
    edit: cut('第6项，', (like) => like('第6项，') + `<w:ins w:id="1" ${LAWYER}><w:r><w:br/><w:tab/><w:t>续</w:t></w:r></w:ins>`),
    told: ['律师甲 insert b000000000000007 4-4“” {break}\t续'],
  },
  'altChunk inserted': {
    edit: (x) =>
      x.replace(
        '<w:sectPr',
        '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rA"/><w:sectPr',
      ),
    told: ['（未署名） comment - 0-0“” 修订：插入图片、分页符或其他对象'],
    office: 'drops it',
  },
};
