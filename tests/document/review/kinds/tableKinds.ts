import { AUDITOR, LAWYER, block, cut, del, run, table, type Kind } from './kindEdits';

function cell(text: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
}

/** What reviewers do to tables. */
export const tableKinds: Readonly<Record<string, Kind>> = {
  'row inserted by w:ins in sdt-less': {
    edit: table((t) =>
      t.replace(
        /(<w:tr>(?:(?!<\/w:tr>).)*精密轴承乙类.*?<\/w:tr>)/s,
        `$1<w:tr w:rsidR="1"><w:trPr><w:ins w:id="1" ${LAWYER}/></w:trPr>${['丙类', '1.00', '2.00'].map((s) => `<w:tc><w:tcPr/><w:p><w:pPr><w:rPr><w:ins w:id="2" ${LAWYER}/></w:rPr></w:pPr><w:ins w:id="3" ${LAWYER}>${run(s)}</w:ins></w:p></w:tc>`).join('')}</w:tr>`,
      ),
    ),
    told: ['律师甲 insertRow b000000000000009 0-0“” 丙类|1.00|2.00'],
  },
  'row deleted and one cell text edited by other': {
    edit: table((t) =>
      t.replace(/<w:tr>(?:(?!<\/w:tr>).)*3400\.40.*?<\/w:tr>/s, (r) =>
        r
          .replace('<w:trPr>', `<w:trPr><w:del w:id="1" ${LAWYER}/>`)
          .replace(/<w:r>(.*?)<w:t[^>]*>(.*?)<\/w:t><\/w:r>/g, (_, __, s) => `<w:del w:id="2" ${LAWYER}>${del(s)}</w:del>`)
          .replace('</w:p></w:tc>', `<w:ins w:id="3" ${AUDITOR}>${run('（合并）')}</w:ins></w:p></w:tc>`),
      ),
    ),
    told: [
      '律师甲 deleteRow b000000000000009 0-0“合计\t3400.40\t3…”',
      '会计师乙 comment r000000000000003/c000000000000000 0-2“合计” 修订：插入“（合并）”',
    ],
    office: "writes the row's deletion as that of its words",
  },
  'cellDel one cell only': {
    edit: table((t) =>
      t
        .replace('1200.10', '1200.10')
        .replace(
          /<w:tcPr><w:tcW w:w="2417" w:type="dxa"\/><\/w:tcPr>/,
          `<w:tcPr><w:tcW w:w="2417" w:type="dxa"/><w:cellDel w:id="1" ${LAWYER}/></w:tcPr>`,
        ),
    ),
    told: ['律师甲 comment r000000000000001/c000000000000001 0-7“1200.10” 修订：删除单元格“1200.10”'],
  },
  'cellIns one cell only': {
    edit: table((t) =>
      t.replace(
        /(1200\.10.*?<\/w:tc>)/s,
        `$1<w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/><w:cellIns w:id="1" ${LAWYER}/></w:tcPr><w:p><w:ins w:id="3" ${LAWYER}>${run('孤格')}</w:ins></w:p></w:tc>`,
      ),
    ),
    told: ['律师甲 insertColumn b000000000000009 0-0“” |孤格||'],
  },
  'cellMerge vertical': {
    edit: table((t) =>
      t.replace(
        /<w:tcPr><w:tcW w:w="2417" w:type="dxa"\/><\/w:tcPr>/,
        `<w:tcPr><w:tcW w:w="2417" w:type="dxa"/><w:cellMerge w:id="1" ${LAWYER} w:vMerge="rest"/></w:tcPr>`,
      ),
    ),
    told: ['律师甲 comment r000000000000001/c000000000000001 0-7“1200.10” 修订：改变表格或单元格的格式、合并单元格'],
    office: 'drops the mark',
  },
  'tblGridChange widths': {
    edit: table((t) =>
      t
        .replace(
          '</w:tblGrid>',
          `<w:tblGridChange w:id="1"><w:tblGrid><w:gridCol w:w="3470"/><w:gridCol w:w="2417"/><w:gridCol w:w="2419"/></w:tblGrid></w:tblGridChange></w:tblGrid>`,
        )
        .replace('<w:gridCol w:w="3470"/>', '<w:gridCol w:w="3000"/>'),
    ),
    told: ['（未署名） comment b000000000000009 0-0“” 修订：改变表格或单元格的格式、合并单元格'],
    office: 'drops the mark',
  },
  'untracked merge horizontally': {
    edit: table((t) =>
      t.replace(
        /<w:tr>(?:(?!<\/w:tr>).)*3400\.40.*?<\/w:tr>/s,
        `<w:tr>${cell('合计')}<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>${run('6601.00')}</w:p></w:tc></w:tr>`,
      ),
    ),
    told: [
      '（未署名） setCell r000000000000003/c000000000000001 0-7“3400.40” 6601.00',
      '（未署名） comment r000000000000003/c000000000000002 0-7“3200.60” 修订：删除单元格“3200.60”',
    ],
  },
  'untracked merge vertical': {
    edit: table((t) =>
      t
        .replace(/(1200\.10)/, '$1')
        .replace(
          /<w:tcPr><w:tcW w:w="2417" w:type="dxa"\/><\/w:tcPr>/,
          '<w:tcPr><w:tcW w:w="2417" w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr>',
        )
        .replace(/(2200\.30)/, '')
        .replace(
          /(乙类.*?)<w:tcPr><w:tcW w:w="2417" w:type="dxa"\/><\/w:tcPr>/s,
          '$1<w:tcPr><w:tcW w:w="2417" w:type="dxa"/><w:vMerge/></w:tcPr>',
        ),
    ),
    told: ['（未署名） comment r000000000000002/c000000000000001 0-7“2200.30” 修订：删除单元格“2200.30”'],
  },
  'table deleted tracked': {
    edit: table((t) =>
      t.replace(/<w:tr>.*?<\/w:tr>/gs, (r) =>
        (r.includes('<w:trPr>') ? r.replace('<w:trPr>', `<w:trPr><w:del w:id="1" ${LAWYER}/>`) : r).replace(
          /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>(.*?)<\/w:t><\/w:r>/g,
          (_, s) => `<w:del w:id="2" ${LAWYER}>${del(s)}</w:del>`,
        ),
      ),
    ),
    told: ['律师甲 deleteBlock b000000000000009 0-0“”'],
  },
  'table deleted untracked': {
    edit: (x) => {
      const i = x.indexOf('<w:tbl>');
      const a = x.lastIndexOf('<w:sdt>', i);
      const b = x.indexOf('</w:sdtContent></w:sdt>', i) + 23;
      return x.slice(0, a) + x.slice(b);
    },
    told: ['（未署名） deleteBlock b000000000000009 0-0“”'],
  },
  'table inserted tracked': {
    edit: block(
      '第1批',
      (b) =>
        b +
        `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="10"/><w:gridCol w:w="10"/></w:tblGrid>${[
          ['客户', '金额'],
          ['甲公司', '12.00'],
        ]
          .map(
            (r) =>
              `<w:tr><w:trPr><w:ins w:id="1" ${LAWYER}/></w:trPr>${r.map((s) => `<w:tc><w:p><w:ins w:id="2" ${LAWYER}>${run(s)}</w:ins></w:p></w:tc>`).join('')}</w:tr>`,
          )
          .join('')}</w:tbl>`,
    ),
    told: ['律师甲 comment b000000000000002 0-0“” 修订：插入“客户\t金额\n甲公司\t12.00”'],
  },
  'table inserted untracked': {
    edit: block(
      '第1批',
      (b) =>
        b +
        `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="10"/><w:gridCol w:w="10"/></w:tblGrid><w:tr>${cell('客户')}${cell('金额')}</w:tr><w:tr>${cell('甲公司')}${cell('12.00')}</w:tr></w:tbl>`,
    ),
    told: ['（未署名） comment b000000000000002 0-0“” 修订：插入“客户\t金额\n甲公司\t12.00”'],
  },
  'table split in two untracked': {
    edit: table((t) =>
      t.replace(
        /<w:tr>(?=(?:(?!<w:tr>).)*精密轴承乙类)/s,
        '</w:tbl><w:p/><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3470"/><w:gridCol w:w="2417"/><w:gridCol w:w="2419"/></w:tblGrid><w:tr>',
      ),
    ),
    told: [
      '（未署名） comment b000000000000009 0-0“” 修订：插入“项目\t本期金额\t上期金额…”',
      '（未署名） deleteRow b000000000000009 0-0“项目\t本期金额\t上期金额”',
      '（未署名） deleteRow b000000000000009 0-0“精密轴承甲类\t1200.…”',
    ],
    office: "repeats the table's name in the second half",
  },
  'rows swapped untracked': {
    edit: table((t) => {
      const rows = t.match(/<w:tr>.*?<\/w:tr>/gs)!;
      return t.replace(rows[1]! + rows[2]!, rows[2]! + rows[1]!);
    }),
    told: ['（未署名） comment r000000000000002/c000000000000000 0-6“精密轴承乙类” 修订：移到“项目”之后'],
  },
  'all numbers of a row changed untracked': {
    edit: table((t) => t.replace('1200.10', '1300.10').replace('1100.20', '1400.20')),
    told: [
      '（未署名） setCell r000000000000001/c000000000000001 0-7“1200.10” 1300.10',
      '（未署名） setCell r000000000000001/c000000000000002 0-7“1100.20” 1400.20',
    ],
  },
  'cell two paragraphs inserted': {
    edit: table((t) =>
      t
        .replace(/(1200\.10<\/w:t><\/w:r>)<\/w:p>/, `$1</w:p><w:p><w:ins w:id="1" ${LAWYER}>${run('其中出口 300.00')}</w:ins></w:p>`)
        .replace(/<w:pPr>(?=(?:(?!<w:pPr>).)*1200\.10)/s, `<w:pPr><w:rPr><w:ins w:id="4" ${LAWYER}/></w:rPr>`),
    ),
    told: ['律师甲 setCell r000000000000001/c000000000000001 0-7“1200.10” 1200.10\n其中出口 300.00'],
  },
  'cell bold untracked': {
    edit: table((t) => t.replace('<w:r><w:t xml:space="preserve">1200.10', '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">1200.10')),
    told: ['（未署名） comment r000000000000001/c000000000000001 0-7“1200.10” 修订：改变“1200.10”的字体、颜色、突出显示等格式'],
  },
  'cell highlighted untracked': {
    edit: table((t) =>
      t.replace(
        '<w:r><w:t xml:space="preserve">1200.10',
        '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">1200.10',
      ),
    ),
    told: ['（未署名） comment r000000000000001/c000000000000001 0-7“1200.10” 修订：改变“1200.10”的字体、颜色、突出显示等格式'],
  },
  'cell shaded untracked': {
    edit: table((t) =>
      t.replace(
        '<w:tcW w:w="2417" w:type="dxa"/></w:tcPr>',
        '<w:tcW w:w="2417" w:type="dxa"/><w:shd w:val="clear" w:fill="FFFF00"/></w:tcPr>',
      ),
    ),
    told: ['（未署名） comment r000000000000001/c000000000000001 0-7“1200.10” 修订：改变“1200.10”的字体、颜色、突出显示等格式'],
  },
  'nested table in cell': {
    edit: table((t) =>
      t.replace(
        /(1200\.10<\/w:t><\/w:r><\/w:p>)/,
        `$1<w:tbl><w:tr><w:tc><w:p><w:ins w:id="1" ${LAWYER}>${run('嵌套')}</w:ins></w:p></w:tc></w:tr></w:tbl><w:p/>`,
      ),
    ),
    told: [
      '（未署名） comment r000000000000001/c000000000000001 0-7“1200.10” 修订：单元格改为“1200.10\n嵌套”',
      '律师甲 comment r000000000000001/c000000000000001 0-7“1200.10” 修订（w:ins）：“嵌套”',
    ],
  },
  'unit line and note edited': {
    edit: (x) => x.replace('单位：万元', '单位：亿元').replace('以上数据未经审计', '以上数据已经审计'),
    told: [
      '（未署名） comment b000000000000009 0-0“万” 修订：删除“万”',
      '（未署名） comment b000000000000009 0-0“单位：万元” 修订：插入“亿”',
      '（未署名） comment b000000000000009 0-0“未” 修订：删除“未”',
      '（未署名） comment b000000000000009 0-0“注：以上数据未经审计。” 修订：插入“已”',
    ],
  },
  'header row text edited tracked': {
    edit: cut('本期金额', (like) => like('本期') + `<w:ins w:id="1" ${LAWYER}>${run('审定')}</w:ins>` + like('金额')),
    told: ['律师甲 setCell r000000000000000/c000000000000001 0-4“本期金额” 本期审定金额'],
  },
  'header added with table': {
    edit: {
      'word/header9.xml': () =>
        `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:tbl><w:tr><w:tc><w:p><w:ins w:id="1" ${LAWYER}>${run('内部讨论稿')}</w:ins></w:p></w:tc></w:tr></w:tbl><w:p>${run('律所意见稿')}</w:p></w:hdr>`,
      'word/_rels/document.xml.rels': (x) =>
        x.replace(
          '</Relationships>',
          '<Relationship Id="rh9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header9.xml"/></Relationships>',
        ),
    },
    told: [
      '（未署名） comment - 0-0“律所意见稿” 页眉：修订：插入“律所意见稿”',
      '律师甲 comment - 0-0“内部讨论稿” 页眉：修订：插入“内部讨论稿”',
    ],
    office: 'drops a header no section names',
  },
};
