import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReview } from '../../../electron/core/import/review/readReview';
import type { TakenBack } from '../../../shared/review/word/takeBack';
import type { SectionId } from '../../../shared/domain/ids';
import { buildReviewProject, makeId } from './reviewProject';
import { printChanges, type SentCopy, sendCopy, takeCopy } from './sentCopy';
import { WordEditor } from './wordEditor';

const BY = 'w:author="律师甲" w:date="2025-06-10T09:30:00Z"';
const OTHER = 'w:author="会计师乙" w:date="2025-06-11T10:00:00Z"';
const LAWYER = { author: '律师甲', date: '2025-06-10T09:30:00Z' };
const AUDITOR = { author: '会计师乙', date: '2025-06-11T10:00:00Z' };

const sent: SentCopy = await sendCopy(buildReviewProject(2));

/** Takes the copy back with parts of it changed as text. */
function takeChanged(
  changes: Readonly<Record<string, (xml: string) => string>>,
  docx: Uint8Array = sent.docx,
): TakenBack & { lines: string[] } {
  const parts = unzipSync(docx);
  for (const [path, change] of Object.entries(changes)) {
    const before = parts[path] ? strFromU8(parts[path]) : '';
    const after = change(before);
    if (after === before) throw new Error(`${path} was not changed`);
    parts[path] = strToU8(after);
  }
  const returned = zipSync(parts);
  const taken = takeCopy(sent, returned);
  expect(listUntold(returned, taken)).toEqual([]);
  return { ...taken, lines: printChanges(taken.changes) };
}

/** Words of tracked changes that no change says. */
function listUntold(docx: Uint8Array, { changes }: TakenBack): string[] {
  const told = JSON.stringify(changes).replaceAll('\\n', '').replaceAll('\\t', '');
  const words = readReview(docx, '收回.docx').revisions.map(({ text }) => text.replace(/[\n\t]/g, ''));
  return words.filter((text) => text.trim() !== '' && !told.includes(text));
}

const document = (change: (xml: string) => string) => ({ 'word/document.xml': change });
const PHRASE = '<w:t xml:space="preserve">核对精密轴承业务的销售合同与发货单。</w:t>';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('what Word writes besides plain edits', () => {
  it('tells edits of header, footer and their words, which have no place in a reply', () => {
    const { lines, counts } = takeChanged({
      'word/footer1.xml': (xml) => xml.replace('</w:p>', `<w:ins w:id="1" ${BY}>${run('机密')}</w:ins></w:p>`),
    });
    expect(lines).toEqual(['律师甲 comment - 0-0“机密” 页脚：修订：插入“机密”']);
    expect(counts).toEqual({ comments: 0, suggestions: 0, figureOverrides: 0, unplaced: 1 });
    const untracked = takeChanged({ 'word/footer1.xml': (xml) => xml.replace('</w:p>', `${run('内部资料')}</w:p>`) });
    expect(untracked.lines).toEqual(['（未署名） comment - 0-0“内部资料” 页脚：修订：插入“内部资料”']);
  });

  it('takes a footnote with the words that refer to it', () => {
    const reference = `<w:ins w:id="1" ${BY}><w:r><w:footnoteReference w:id="7"/></w:r></w:ins>`;
    const { lines, changes } = takeChanged({
      'word/document.xml': (xml) => xml.replace(`${PHRASE}</w:r>`, `${PHRASE}</w:r>${reference}`),
      'word/footnotes.xml': (xml) =>
        xml.replace(
          '</w:footnotes>',
          `<w:footnote w:id="7"><w:p><w:ins w:id="2" ${BY}>${run('见附注五。')}</w:ins></w:p></w:footnote></w:footnotes>`,
        ),
    });
    expect(lines).toEqual(['律师甲 insert b000000000000010 18-18“” {footnote}']);
    expect(changes[0]!.payload).toMatchObject({ inlines: [{ type: 'footnote', note: '见附注五。' }] });
  });

  it('tells fonts, indents, page and table formats in words, once for a paragraph and author', () => {
    const { lines } = takeChanged(
      document((xml) =>
        xml
          .replace(`</w:rPr>${PHRASE}`, `<w:sz w:val="30"/><w:rPrChange w:id="1" ${BY}><w:rPr/></w:rPrChange></w:rPr>${PHRASE}`)
          .replace(
            '<w:pPr><w:pStyle w:val="Heading3"/></w:pPr>',
            `<w:pPr><w:pStyle w:val="Heading3"/><w:ind w:left="400"/><w:pPrChange w:id="2" ${BY}><w:pPr><w:pStyle w:val="Heading3"/></w:pPr></w:pPrChange></w:pPr>`,
          )
          .replace('</w:tblPr>', `<w:tblPrChange w:id="3" ${OTHER}><w:tblPr/></w:tblPrChange></w:tblPr>`)
          .replace('</w:tcPr>', `<w:tcPrChange w:id="4" ${OTHER}><w:tcPr/></w:tcPrChange></w:tcPr>`)
          .replace(/<w:docGrid[^>]*\/>/, (grid) => `${grid}<w:sectPrChange w:id="5" ${BY}><w:sectPr/></w:sectPrChange>`),
      ),
    );
    expect(lines).toEqual([
      '律师甲 comment b000000000000001 0-16“（一）精密轴承业务收入变动的原因” 修订：改变本段的段落格式',
      '会计师乙 comment b000000000000009 0-0“” 修订：改变表格或单元格的格式、合并单元格',
      '会计师乙 comment r000000000000000/c000000000000000 0-2“项目” 修订：改变表格或单元格的格式、合并单元格',
      '律师甲 comment b000000000000010 0-18“核对精密轴承业务的销售合同与发货单。” 修订：改变“核对精密轴承业务的销售合同与发货单。”的字体、颜色、突出显示等格式',
      '律师甲 comment - 0-0“” 修订（w:sectPrChange）：“”',
    ]);
  });

  it('takes another style of a paragraph as another kind of block', () => {
    const { lines } = takeChanged(
      document((xml) =>
        xml.replace(
          '<w:pPr><w:pStyle w:val="Heading3"/></w:pPr>',
          `<w:pPr><w:pStyle w:val="ReplyBody"/><w:pPrChange w:id="2" ${BY}><w:pPr><w:pStyle w:val="Heading3"/></w:pPr></w:pPrChange></w:pPr>`,
        ),
      ),
    );
    expect(lines).toEqual([
      '律师甲 setBlock b000000000000001 0-16“（一）精密轴承业务收入变动的原因” paragraph:（一）精密轴承业务收入变动的原因',
    ]);
  });

  it('takes edits inside links and text boxes, and of an author the file does not name', () => {
    const link = `<w:hyperlink w:anchor="x"><w:ins w:id="1" ${BY}>${run('详见附件')}</w:ins></w:hyperlink>`;
    const box = `<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p><w:ins w:id="2" ${OTHER}>${run('框内的话')}</w:ins></w:p></w:txbxContent></v:textbox></w:pict></w:r>`;
    const { lines } = takeChanged(
      document((xml) => xml.replace(`${PHRASE}</w:r>`, `${PHRASE}</w:r>${link}<w:ins w:id="3">${run('无名')}</w:ins>${box}`)),
    );
    expect(lines.slice(0, 2)).toEqual([
      '律师甲 insert b000000000000010 18-18“” 详见附件',
      '（未署名） insert b000000000000010 18-18“” 无名',
    ]);
    expect(lines[2]).toContain('插入图片、分页符或其他对象');
    expect(lines[3]).toContain('框内的话');
  });

  it('keeps what two authors did to the same words, in cells too', () => {
    const nested = `<w:ins w:id="1" ${BY}>${run('一')}<w:del w:id="2" ${OTHER}><w:r><w:delText>二</w:delText></w:r></w:del>${run('三')}</w:ins>`;
    const { lines } = takeChanged(
      document((xml) =>
        xml
          .replace(`${PHRASE}</w:r>`, `${PHRASE}</w:r>${nested}`)
          .replace('<w:t xml:space="preserve">1200.10</w:t></w:r>', `<w:t xml:space="preserve">1200.10</w:t></w:r>${nested}`),
      ),
    );
    expect(lines).toEqual([
      '律师甲 setCell r000000000000001/c000000000000001 0-7“1200.10” 1200.10一二三',
      '会计师乙 setCell r000000000000001/c000000000000001 0-7“1200.10” 1200.10一三',
      '律师甲 insert b000000000000010 18-18“” 一二三',
      '会计师乙 delete b000000000000010 1-2“二” inside',
    ]);
  });

  it('takes a column put in with w:cellIns, and tells merged cells', () => {
    const added = (text: string) =>
      `<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/><w:cellIns w:id="{id}" ${BY}/></w:tcPr><w:p><w:ins w:id="{id}" ${BY}>${run(text)}</w:ins></w:p></w:tc>`;
    let id = 100;
    const { lines } = takeChanged(
      document((xml) => {
        const from = xml.indexOf('<w:tbl>');
        const to = xml.indexOf('</w:tbl>');
        const table = xml.slice(from, to).replace(/<\/w:tr>/g, () => `${added(`增${id}`).replaceAll('{id}', () => String(id++))}</w:tr>`);
        return xml.slice(0, from) + table + xml.slice(to);
      }),
    );
    expect(lines).toEqual(['律师甲 insertColumn b000000000000009 0-0“” 增100|增102|增104|增106']);
  });

  it('keeps remarks without a range, across paragraphs, and in what was put in', () => {
    const word = new WordEditor(sent.docx);
    word.insertParagraph('第6项', '新的一段。', LAWYER);
    word.comment('新的一段', '写得更细', AUDITOR);
    word.delete('第2批客户订单', LAWYER);
    const lost = word.comment('回复：', '随处一提', AUDITOR);
    const { lines } = takeChanged(
      document((xml) =>
        xml
          .replace(`<w:commentRangeStart w:id="${900_000 + lost}"></w:commentRangeStart>`, '')
          .replace(`<w:commentRangeEnd w:id="${900_000 + lost}"></w:commentRangeEnd>`, ''),
      ),
      word.save(),
    );
    expect(lines).toEqual([
      '律师甲 delete b000000000000003 44-51“第2批客户订单”',
      '律师甲 insertBlock b000000000000007 0-0“” paragraph:新的一段。',
      '会计师乙 comment b000000000000007 0-0“” inside 写得更细',
      '会计师乙 comment q000000000000001 0-0“” 随处一提',
    ]);
  });

  it('is not misled by a paragraph copied with its name', () => {
    const { lines } = takeChanged(
      document((xml) => {
        const block = /<w:sdt><w:sdtPr><w:tag w:val="huihan_b_b000000000000010"\/>.*?<\/w:sdt>/s.exec(xml)![0];
        return xml.replace(
          block,
          `${block}${block.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '').replace('核对精密轴承', '另行核对精密轴承')}`,
        );
      }),
    );
    expect(lines).toEqual(['（未署名） insertBlock b000000000000010 0-0“” listItem:另行核对精密轴承业务的销售合同与发货单。']);
  });

  it('reports a digit typed at the edge of a figure, and not what stands beside it', () => {
    const word = new WordEditor(sent.docx);
    word.insertAfter('4,321.00', '5', LAWYER);
    word.insertAfter('10.50%', '左右', AUDITOR);
    expect(takeChanged({}, word.save()).lines).toEqual([
      '律师甲 overrideFigure b000000000000002 19-29“4,321.00万元” 4,321.00万元→4,321.005万元',
      '会计师乙 insert b000000000000002 40-40“” 左右',
    ]);
  });

  it('takes what is written in the blank of an unanswered section as its first paragraph', async () => {
    const project = buildReviewProject(1);
    const [reply] = project.replies;
    const empty = { ...reply!.sections[0]!, sectionId: makeId('s', 99) as SectionId, blocks: [] };
    const copy = await sendCopy({ ...project, replies: [{ ...reply!, sections: [...reply!.sections, empty] }] });
    const word = new WordEditor(copy.docx);
    const found = /【 +】/.exec(word.paragraphs().findLast((text) => text.includes('【') && !text.includes('编号'))!)![0];
    word.inLastParagraph(found, () => word.replace(found, '经核查，收入确认符合准则规定。', LAWYER));
    const { changes } = takeCopy(copy, word.save());
    expect(printChanges(changes)).toEqual([`律师甲 insertBlock ${reply!.questionId} 0-0“” paragraph:经核查，收入确认符合准则规定。`]);
    expect(changes[0]!.payload).toMatchObject({ sectionId: empty.sectionId });
  });
});
