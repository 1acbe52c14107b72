import { AUDITOR, LAWYER, cut, del, par, run, type Kind } from './kindEdits';

/** What reviewers do to figures. */
export const figureKinds: Readonly<Record<string, Kind>> = {
  'figure control pasted with other value tracked': {
    edit: cut(
      '第6项，',
      (like) =>
        like('第6项，') +
        `<w:ins w:id="5" ${LAWYER}><w:sdt><w:sdtPr><w:tag w:val="huihan_f_f000000000000001"/><w:id w:val="77"/></w:sdtPr><w:sdtContent>${run('4,399.00万元')}</w:sdtContent></w:sdt></w:ins>`,
    ),
    told: [
      '律师甲 insert b000000000000007 4-4“” 4,399.00万元',
      '律师甲 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,399.00万元',
    ],
    office: 'drops the control of a figure',
    named: true,
  },
  'figure control pasted with other value untracked': {
    edit: cut(
      '第6项，',
      (like) =>
        like('第6项，') +
        `<w:sdt><w:sdtPr><w:tag w:val="huihan_f_f000000000000001"/><w:id w:val="77"/></w:sdtPr><w:sdtContent>${run('9,999.00万元')}</w:sdtContent></w:sdt>`,
    ),
    told: [
      '（未署名） insert b000000000000007 4-4“” 9,999.00万元',
      '（未署名） overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→9,999.00万元',
    ],
    office: 'drops the control of a figure',
    named: true,
  },
  'figure digits in two runs, one deleted': {
    edit: cut(
      '4,321.00万元',
      (like) =>
        like('4,3') + `<w:del w:id="1" ${LAWYER}>${del('21')}</w:del><w:ins w:id="2" ${LAWYER}>${run('12')}</w:ins>` + like('.00万元'),
    ),
    told: ['律师甲 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,312.00万元'],
  },
  'figure unit changed only': {
    edit: cut('4,321.00万元', (like) => like('4,321.00') + `<w:del w:id="1" ${LAWYER}>${del('万')}</w:del>` + like('元')),
    told: ['律师甲 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,321.00元'],
  },
  'figure sign put before': {
    edit: cut('4,321.00万元', (like) => `<w:ins w:id="1" ${LAWYER}>${run('-')}</w:ins>` + like('4,321.00万元')),
    told: ['律师甲 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→-4,321.00万元'],
  },
  'figure changed by two authors': {
    edit: cut(
      '4,321.00万元',
      (like) =>
        `<w:del w:id="1" ${LAWYER}>${del('4,321.00')}</w:del><w:ins w:id="2" ${LAWYER}><w:del w:id="4" ${AUDITOR}>${del('4,322.00')}</w:del></w:ins><w:ins w:id="3" ${AUDITOR}>${run('4,323.00')}</w:ins>` +
        like('万元'),
    ),
    told: [
      '律师甲 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,322.00万元',
      '会计师乙 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,323.00万元',
    ],
  },
  'figure changed by one, unit by another': {
    edit: cut(
      '4,321.00万元',
      () =>
        `<w:del w:id="1" ${LAWYER}>${del('4,321.00')}</w:del><w:ins w:id="2" ${LAWYER}>${run('4,322.00')}</w:ins><w:del w:id="4" ${AUDITOR}>${del('万元')}</w:del><w:ins w:id="3" ${AUDITOR}>${run('千元')}</w:ins>`,
    ),
    told: [
      '律师甲 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,322.00万元',
      '会计师乙 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,322.00千元',
    ],
  },
  'sentence around figure replaced as a whole tracked': {
    edit: par('第1批', (p) => {
      const rs = p.replace(/^.*?<\/w:pPr>/s, '').replace('</w:p>', '');
      return (
        p.slice(0, p.indexOf('</w:pPr>') + 8) +
        `<w:del w:id="1" ${LAWYER}>${del('报告期内，公司精密轴承业务实现营业收入4,321.00万元，同比增长10.50%，主要系第1批客户订单增加所致，毛利率保持稳定。')}</w:del><w:ins w:id="2" ${LAWYER}>${run('本期公司精密轴承业务实现营业收入4,399.00万元，同比增长12.50%，系新客户订单所致。')}</w:ins>` +
        (rs.length > 0 ? '' : '') +
        '</w:p>'
      );
    }),
    told: [
      '律师甲 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,399.00万元',
      '律师甲 overrideFigure b000000000000002 34-40“10.50%” 10.50%→12.50%',
      '律师甲 delete b000000000000002 0-5“报告期内，”',
      '律师甲 insert b000000000000002 5-5“” 本期',
      '律师甲 delete b000000000000002 41-47“主要系第1批”',
      '律师甲 insert b000000000000002 47-47“” 系新',
      '律师甲 delete b000000000000002 51-53“增加”',
      '律师甲 delete b000000000000002 55-63“，毛利率保持稳定”',
    ],
  },
  'figures swapped untracked': {
    edit: (xml) => xml.replace('>4,321.00万元<', '>@@<').replace('>4,334.11万元<', '>4,321.00万元<').replace('>@@<', '>4,334.11万元<'),
    told: [
      '（未署名） overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,334.11万元',
      '（未署名） overrideFigure b000000000000003 19-29“4,334.11万元” 4,334.11万元→4,321.00万元',
    ],
  },
  'figure formatted red tracked': {
    edit: (xml) =>
      xml.replace(
        '<w:rPr><w:rStyle w:val="CitedFigure"/><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">4,321.00',
        `<w:rPr><w:rStyle w:val="CitedFigure"/><w:color w:val="FF0000"/><w:rPrChange w:id="9" ${LAWYER}><w:rPr><w:rStyle w:val="CitedFigure"/></w:rPr></w:rPrChange></w:rPr><w:t xml:space="preserve">4,321.00`,
      ),
    told: ['律师甲 comment b000000000000002 19-29“4,321.00万元” 修订：改变“4,321.00万元”的字体、颜色、突出显示等格式'],
    office: 'drops the mark of a look',
  },
  'paragraph with figure rewritten wholly untracked': {
    edit: (xml) => {
      const i = xml.indexOf('第1批');
      const s = xml.lastIndexOf('<w:p>', i);
      const e = xml.indexOf('</w:p>', i) + 6;
      return (
        xml.slice(0, s) +
        `<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr>${run('本年该项业务收入为4,399.00万元，较上年略有增长，原因是客户加单。')}</w:p>` +
        xml.slice(e)
      );
    },
    told: [
      '（未署名） insertBlock b000000000000001 0-0“” paragraph:本年该项业务收入为4,399.00万元，较上年略有增长，原因是客户加单。',
      '（未署名） deleteBlock b000000000000002 0-64“报告期内，公司精密轴承业…”',
    ],
  },
};
