import { AUDITOR, LAWYER, block, chain, cut, del, findBlocks, moveBlocks, par, run, type Kind } from './kindEdits';

/** Words and paragraphs: several hands on them, moved, divided, cut to pieces, without their names. */
export const textKinds: Readonly<Record<string, Kind>> = {
  'nested del in ins with format': {
    edit: cut(
      '相关合同签署',
      (like) =>
        like('相关合同签署') +
        `<w:ins w:id="1" ${LAWYER}><w:r><w:rPr><w:b/><w:rPrChange w:id="2" ${AUDITOR}><w:rPr/></w:rPrChange></w:rPr><w:t>及补充协议</w:t></w:r><w:del w:id="3" ${AUDITOR}>${del('签章')}</w:del></w:ins>`,
    ),
    told: [
      '律师甲 insert b000000000000004 29-29“” 及补充协议签章',
      '会计师乙 format b000000000000004 0-5“及补充协议” inside {"bold":true}',
      '会计师乙 delete b000000000000004 5-7“签章” inside',
    ],
    office: 'drops a look inside an insertion',
  },
  'ins inside del': {
    edit: cut(
      '相关合同签署',
      (like) =>
        `<w:del w:id="1" ${LAWYER}>${del('相关')}</w:del><w:ins w:id="2" ${AUDITOR}><w:del w:id="3" ${LAWYER}>${del('有关')}</w:del></w:ins>${like('合同签署')}`,
    ),
    told: [
      '律师甲 delete b000000000000004 23-25“相关”',
      '会计师乙 insert b000000000000004 25-25“” 有关',
      '律师甲 delete b000000000000004 0-2“有关” inside',
    ],
  },
  'three authors chain': {
    edit: cut(
      '相关合同签署',
      (like) =>
        `<w:del w:id="1" ${LAWYER}>${del('相关合同')}</w:del><w:ins w:id="2" ${LAWYER}>${run('全部')}</w:ins><w:ins w:id="3" ${AUDITOR}>${run('销售')}</w:ins><w:ins w:id="4" w:author="董事丙" w:date="2025-06-12T10:00:00Z">${run('合同')}</w:ins>${like('签署')}`,
    ),
    told: [
      '律师甲 delete b000000000000004 23-27“相关合同”',
      '律师甲 insert b000000000000004 27-27“” 全部',
      '会计师乙 insert b000000000000004 27-27“” 销售',
      '董事丙 insert b000000000000004 27-27“” 合同',
    ],
  },
  'move sentence across paragraphs with ranges': {
    edit: chain(
      cut(
        '，毛利率保持稳定',
        (like) =>
          `<w:moveFromRangeStart w:id="10" w:name="move1" ${LAWYER}/><w:moveFrom w:id="11" ${LAWYER}>${like('，毛利率保持稳定')}</w:moveFrom><w:moveFromRangeEnd w:id="10"/>`,
      ),
      cut(
        '第6项，',
        (like) =>
          like('第6项，') +
          `<w:moveToRangeStart w:id="12" w:name="move1" ${LAWYER}/><w:moveTo w:id="13" ${LAWYER}>${run('，毛利率保持稳定')}</w:moveTo><w:moveToRangeEnd w:id="12"/>`,
      ),
    ),
    told: ['律师甲 delete b000000000000002 55-63“，毛利率保持稳定”', '律师甲 insert b000000000000007 4-4“” ，毛利率保持稳定'],
  },
  'move of paragraph edited inside': {
    edit: chain(
      par('第6项', (p) =>
        p
          .replace('</w:pPr>', `<w:rPr><w:moveFrom w:id="20" ${LAWYER}/></w:rPr></w:pPr>`)
          .replace(/(<w:r>.*<\/w:r>)/, `<w:moveFrom w:id="21" ${LAWYER}>$1</w:moveFrom>`),
      ),
      block(
        '第1批客户',
        (b) =>
          `<w:p><w:pPr><w:pStyle w:val="ReplyBody"/><w:rPr><w:moveTo w:id="22" ${LAWYER}/></w:rPr></w:pPr><w:moveTo w:id="23" ${LAWYER}>${run('第6项，公司已就精密轴承业务履行内部审批程序，')}<w:del w:id="24" ${AUDITOR}>${del('相关')}</w:del></w:moveTo><w:moveTo w:id="25" ${LAWYER}>${run('合同签署及验收单据齐备，不存在提前确认收入的情形。')}</w:moveTo><w:ins w:id="26" ${AUDITOR}>${run('特此说明。')}</w:ins></w:p>` +
          b,
      ),
    ),
    told: [
      '律师甲 insertBlock b000000000000001 0-0“” paragraph:第6项，公司已就精密轴承业务履行内部审批程序，相关合同签署及验收单据齐备，不存在提前确认收入的情形。',
      '会计师乙 delete b000000000000001 23-25“相关” inside',
      '会计师乙 insert b000000000000001 50-50“” inside 特此说明。',
      '律师甲 deleteBlock b000000000000007 0-50“第6项，公司已就精密轴承…”',
    ],
  },
  'delete over paragraph boundary': {
    edit: chain(
      cut('，毛利率保持稳定。', () => `<w:del w:id="30" ${LAWYER}>${del('，毛利率保持稳定。')}</w:del>`),
      par('第1批', (p) => p.replace('</w:pPr>', `<w:rPr><w:del w:id="31" ${LAWYER}/></w:rPr></w:pPr>`)),
      (xml) => {
        const i = xml.indexOf('第2批');
        const at = xml.lastIndexOf('报告期内，公司', i);
        return (
          xml.slice(0, at) +
          xml
            .slice(at)
            .replace(
              /^报告期内，公司/,
              `</w:t></w:r><w:del w:id="32" ${LAWYER}>${del('报告期内，')}</w:del><w:r><w:t xml:space="preserve">公司`,
            )
        );
      },
    ),
    told: [
      '律师甲 joinBlock b000000000000002 64-64“”',
      '律师甲 delete b000000000000002 55-64“，毛利率保持稳定。”',
      '律师甲 delete b000000000000003 0-5“报告期内，”',
    ],
  },
  'para mark inserted and deleted both': {
    edit: par('第6项', (p) =>
      p
        .replace('</w:pPr>', `<w:rPr><w:ins w:id="40" ${LAWYER}/></w:rPr></w:pPr>`)
        .replace(
          '</w:p>',
          `</w:p><w:p><w:pPr><w:pStyle w:val="ReplyBody"/><w:rPr><w:ins w:id="41" ${LAWYER}/><w:del w:id="42" ${AUDITOR}/></w:rPr></w:pPr><w:ins w:id="43" ${LAWYER}><w:del w:id="44" ${AUDITOR}>${del('又加又删')}</w:del></w:ins></w:p><w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr><w:ins w:id="45" ${LAWYER}>${run('末段')}</w:ins></w:p>`,
        ),
    ),
    told: [
      '律师甲 insertBlock b000000000000007 0-0“” paragraph:又加又删',
      '会计师乙 delete b000000000000007 0-4“又加又删” inside',
      '律师甲 insertBlock b000000000000007 0-0“” paragraph:末段',
    ],
    office: 'joins the paragraphs',
  },
  'run fragments rsid proofErr bookmarks': {
    edit: par('第6项', (p) =>
      p.replace(/<w:r><w:rPr>.*?<\/w:rPr><w:t[^>]*>(.*?)<\/w:t><\/w:r>/, (_, t) =>
        [...t]
          .map(
            (c, i) =>
              `<w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB${i}" w:rsidRPr="00CD"><w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>${c}</w:t></w:r><w:bookmarkStart w:id="${9000 + i}" w:name="_GoBack${i}"/><w:bookmarkEnd w:id="${9000 + i}"/>${i === 5 ? `<w:ins w:id="47" ${LAWYER}>${run('及')}</w:ins>` : ''}`,
          )
          .join(''),
      ),
    ),
    told: ['律师甲 insert b000000000000007 6-6“” 及'],
  },
  'controls removed, bookmarks kept': {
    edit: (xml) =>
      cut(
        '第1批',
        () => `<w:del w:id="1" ${LAWYER}>${del('第1批')}</w:del>`,
      )(xml)
        .replace(/<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>/g, '')
        .replaceAll('</w:sdtContent></w:sdt>', '')
        .replace('4,321.00', '4,322.00'),
    told: [
      '（未署名） overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,322.00万元',
      '律师甲 delete b000000000000002 44-47“第1批”',
    ],
  },
  'bookmarks removed, controls kept': {
    edit: (xml) =>
      cut(
        '第1批',
        () => `<w:del w:id="1" ${LAWYER}>${del('第1批')}</w:del>`,
      )(xml)
        .replace(/<w:bookmark(Start|End)[^>]*>/g, '')
        .replace('4,321.00', '4,322.00'),
    told: [
      '（未署名） overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,322.00万元',
      '律师甲 delete b000000000000002 44-47“第1批”',
    ],
  },
  'format then delete': {
    edit: cut(
      '第4批客户',
      () =>
        `<w:del w:id="1" ${AUDITOR}><w:r><w:rPr><w:b/><w:rPrChange w:id="9" ${LAWYER}><w:rPr/></w:rPrChange></w:rPr><w:delText>第4批客户</w:delText></w:r></w:del>`,
    ),
    told: ['会计师乙 delete b000000000000005 44-49“第4批客户”', '律师甲 format b000000000000005 44-49“第4批客户” {"bold":true}'],
    office: 'drops a look under a deletion',
  },
  'two inserted paragraphs by two authors': {
    edit: block(
      '第1批',
      (b) =>
        b.replace('</w:pPr>', `<w:rPr><w:ins w:id="3" ${LAWYER}/></w:rPr></w:pPr>`) +
        `<w:p><w:pPr><w:pStyle w:val="ReplyBody"/><w:rPr><w:ins w:id="4" ${AUDITOR}/></w:rPr></w:pPr><w:ins w:id="5" ${LAWYER}>${run('律师补充的一段。')}</w:ins></w:p><w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr><w:ins w:id="6" ${AUDITOR}>${run('会计师补充的一段。')}</w:ins></w:p>`,
    ),
    told: [
      '律师甲 insertBlock b000000000000002 0-0“” paragraph:律师补充的一段。',
      '会计师乙 insertBlock b000000000000002 0-0“” paragraph:会计师补充的一段。',
    ],
  },
  'split and edit both halves': {
    edit: par('第6项', (p) => {
      const m = /^(.*<w:pPr>)(.*?)(<\/w:pPr>.*?<w:r>.*?<w:t[^>]*>)第6项，公司已就精密轴承业务履行内部审批程序，(.*)$/s.exec(p)!;
      return `${m[1]}${m[2]}<w:rPr><w:ins w:id="3" ${LAWYER}/></w:rPr>${m[3]}第6项，公司已就精密轴承业务履行内部审批程序，</w:t></w:r><w:ins w:id="4" ${LAWYER}>${run('说明如下：')}</w:ins></w:p><w:p><w:pPr>${m[2]}</w:pPr><w:del w:id="5" ${LAWYER}>${del('相关')}</w:del><w:r><w:t>${m[4]!.replace('相关', '')}`;
    }),
    told: [
      '律师甲 insert b000000000000007 23-23“” 说明如下：',
      '律师甲 splitBlock b000000000000007 23-23“”',
      '律师甲 delete b000000000000007 23-25“相关”',
    ],
  },
  'paragraph moved untracked within question': {
    edit: moveBlocks('第6项，公司已就精密', '第1批'),
    told: [
      '（未署名） insertBlock b000000000000001 0-0“” paragraph:第6项，公司已就精密轴承业务履行内部审批程序，相关合同签署及验收单据齐备，不存在提前确认收入的情形。',
      '（未署名） deleteBlock b000000000000007 0-50“第6项，公司已就精密轴承…”',
    ],
  },
  'paragraph moved to other question untracked': {
    edit: moveBlocks('第6项，公司已就精密', '（一）液压'),
    told: [
      '（未署名） insertBlock q000000000000002 0-0“” paragraph:第6项，公司已就精密轴承业务履行内部审批程序，相关合同签署及验收单据齐备，不存在提前确认收入的情形。',
      '（未署名） deleteBlock b000000000000007 0-50“第6项，公司已就精密轴承…”',
    ],
  },
  'whole section deleted untracked': {
    edit: (x) => {
      const [a] = findBlocks(x, '（一）精密', '（一）精密');
      const [, b] = findBlocks(x, '函证主要', '函证主要');
      return x.slice(0, a) + x.slice(b);
    },
    told: [
      '（未署名） deleteBlock b000000000000001 0-16“（一）精密轴承业务收入变…”',
      '（未署名） deleteBlock b000000000000002 0-64“报告期内，公司精密轴承业…”',
      '（未署名） deleteBlock b000000000000003 0-64“报告期内，公司精密轴承业…”',
      '（未署名） deleteBlock b000000000000004 0-50“第3项，公司已就精密轴承…”',
      '（未署名） deleteBlock b000000000000005 0-64“报告期内，公司精密轴承业…”',
      '（未署名） deleteBlock b000000000000006 0-64“报告期内，公司精密轴承业…”',
      '（未署名） deleteBlock b000000000000007 0-50“第6项，公司已就精密轴承…”',
      '（未署名） deleteBlock b000000000000008 0-14“精密轴承业务的分类构成如下：”',
      '（未署名） comment b000000000000009 0-0“单位：万元” 修订：删除“单位：万元”',
      '（未署名） deleteBlock b000000000000009 0-0“”',
      '（未署名） comment b000000000000009 0-0“注：以上数据未经审计。” 修订：删除“注：以上数据未经审计。”',
      '（未署名） deleteBlock b000000000000010 0-18“核对精密轴承业务的销售合…”',
      '（未署名） deleteBlock b000000000000080 0-19“存货周转率口径与年报一致…”',
      '（未署名） deleteBlock b000000000000081 0-8“获取采购合同台账”',
      '（未署名） deleteBlock b000000000000082 0-8“执行穿行测试程序”',
      '（未署名） deleteBlock b000000000000083 0-8“函证主要客户余额”',
    ],
  },
  'whole question with its letter text deleted untracked': {
    edit: (x) => {
      const a = x.indexOf('<w:sdt><w:sdtPr><w:tag w:val="huihan_q_q000000000000002"/>');
      const b = x.lastIndexOf('</w:sdtContent></w:sdt>') + 23;
      return x.slice(0, a) + x.slice(b);
    },
    told: [
      '（未署名） comment q000000000000002 0-0“” 修订：删除“问题2”',
      '（未署名） comment q000000000000002 0-0“” 修订：删除“请说明液压阀门业务收入变…”',
      '（未署名） comment q000000000000002 0-0“” 修订：删除“回复：”',
      '（未署名） deleteBlock b000000000000011 0-16“（一）液压阀门业务收入变…”',
      '（未署名） deleteBlock b000000000000012 0-64“报告期内，公司液压阀门业…”',
      '（未署名） deleteBlock b000000000000013 0-64“报告期内，公司液压阀门业…”',
      '（未署名） deleteBlock b000000000000014 0-50“第3项，公司已就液压阀门…”',
      '（未署名） deleteBlock b000000000000015 0-64“报告期内，公司液压阀门业…”',
      '（未署名） deleteBlock b000000000000016 0-64“报告期内，公司液压阀门业…”',
      '（未署名） deleteBlock b000000000000017 0-50“第6项，公司已就液压阀门…”',
      '（未署名） deleteBlock b000000000000018 0-14“液压阀门业务的分类构成如下：”',
      '（未署名） comment b000000000000019 0-0“单位：万元” 修订：删除“单位：万元”',
      '（未署名） deleteBlock b000000000000019 0-0“”',
      '（未署名） comment b000000000000019 0-0“注：以上数据未经审计。” 修订：删除“注：以上数据未经审计。”',
      '（未署名） deleteBlock b000000000000020 0-18“核对液压阀门业务的销售合…”',
    ],
  },
  'whole section deleted tracked': {
    edit: (x) => {
      const [a] = findBlocks(x, '第1批', '第1批');
      const [, b] = findBlocks(x, '第6项，公司已就精密', '第6项，公司已就精密');
      const s = x
        .slice(a, b)
        .replace(
          /<w:r>((?:(?!<\/w:r>).)*)<w:t [^>]*>(.*?)<\/w:t><\/w:r>/g,
          `<w:del w:id="1" ${LAWYER}><w:r>$1<w:delText xml:space="preserve">$2</w:delText></w:r></w:del>`,
        )
        .replaceAll('</w:pPr>', `<w:rPr><w:del w:id="2" ${LAWYER}/></w:rPr></w:pPr>`);
      return x.slice(0, a) + s + x.slice(b);
    },
    told: [
      '律师甲 deleteBlock b000000000000002 0-64“报告期内，公司精密轴承业…”',
      '律师甲 deleteBlock b000000000000003 0-64“报告期内，公司精密轴承业…”',
      '律师甲 deleteBlock b000000000000004 0-50“第3项，公司已就精密轴承…”',
      '律师甲 deleteBlock b000000000000005 0-64“报告期内，公司精密轴承业…”',
      '律师甲 deleteBlock b000000000000006 0-64“报告期内，公司精密轴承业…”',
      '律师甲 deleteBlock b000000000000007 0-50“第6项，公司已就精密轴承…”',
    ],
  },
  'global replace 公司 untracked': {
    edit: (x) => x.replaceAll('公司已就', '本公司已就'),
    told: [
      '（未署名） insert b000000000000004 4-4“” 本',
      '（未署名） insert b000000000000007 4-4“” 本',
      '（未署名） insert b000000000000014 4-4“” 本',
      '（未署名） insert b000000000000017 4-4“” 本',
    ],
  },
  'space inserted tracked': {
    edit: cut('第6项，', (like) => like('第6项，') + `<w:ins w:id="1" ${LAWYER}>${run(' ')}</w:ins>`),
    told: ['律师甲 insert b000000000000007 4-4“”'],
  },
  'same text deleted and reinserted tracked': {
    edit: cut('相关合同', () => `<w:del w:id="1" ${LAWYER}>${del('相关合同')}</w:del><w:ins w:id="2" ${LAWYER}>${run('相关合同')}</w:ins>`),
    told: ['律师甲 delete b000000000000004 23-27“相关合同”', '律师甲 insert b000000000000004 27-27“” 相关合同'],
  },
  'author empty, date with seconds+zone': {
    edit: cut('相关合同', (like) => `<w:del w:id="1" w:author="" w:date="2025-06-11T10:00:00+08:00">${del('相关')}</w:del>` + like('合同')),
    told: ['（未署名） delete b000000000000004 23-25“相关”'],
  },
  surrogates: {
    edit: cut('相关合同', (like) => like('相关合同') + `<w:ins w:id="1" ${LAWYER}>${run('𠮷野家😀')}</w:ins>`),
    told: ['律师甲 insert b000000000000004 27-27“” 𠮷野家😀'],
  },
};
