import { withDOM } from '@lexical/headless/dom';
import { describe, expect, it } from 'vitest';
import { getInlineText } from '../../../shared/domain/reply';
import type { PastedBlock } from './pastedBlock';
import { parseClipboardHtml, readHtml } from './readHtml';
import { readPlainText } from './readPlainText';

const read = (html: string) =>
  withDOM((window) => {
    globalThis.DOMParser = window.DOMParser;
    return readHtml(parseClipboardHtml(html));
  });

/** Blocks in short: kind and text, bold in asterisks, grids as rows. */
function show(blocks: readonly PastedBlock[]): string[] {
  return blocks.map((block) => {
    if (block.type === 'grid')
      return block.cells
        .map((row) =>
          row
            .map((cell) =>
              cell.covered ? '^' : `${cell.text}${cell.colSpan > 1 ? `→${cell.colSpan}` : ''}${cell.rowSpan > 1 ? `↓${cell.rowSpan}` : ''}`,
            )
            .join('|'),
        )
        .join('/');
    const text = block.inlines
      .map((part) => (part.type === 'break' ? '⏎' : part.type === 'text' && part.bold ? `*${part.text}*` : getInlineText([part])))
      .join('');
    if (block.type === 'heading') return `H${block.level} ${text}`;
    if (block.type === 'listItem') return `${block.kind}${block.depth} ${text}`;
    return `${block.align ? `[${block.align}] ` : ''}${text}`;
  });
}

describe('HTML pasted from Word', () => {
  it('becomes headings by style and label, paragraphs and bold, without styles, scripts or empty lines', () => {
    const { blocks } = read(`<html><head><style>p{color:red}</style><script>alert(1)</script></head><body lang=ZH-CN>
      <!--StartFragment-->
      <h2 style='mso-pagination:widow-orphan'><span lang=ZH-CN style='font-family:黑体'>一、公司说明<o:p></o:p></span></h2>
      <p class=MsoNormal style='mso-outline-level:3'><b>（一）收入下降的原因</b></p>
      <p class=MsoNormal style='text-indent:24.0pt'><span style='color:red'>　　报告期内，公司收入为</span><b><span>1,200.00</span></b>万元，主要系
验收延后所致，见 annual
report。</p>
      <p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <p align=center style='text-align:center'>居中一行</p>
      <p>面积 100 m<sup>2</sup></p>
      <!--EndFragment--></body></html>`);
    expect(show(blocks)).toEqual([
      'H2 一、公司说明',
      'H3 （一）收入下降的原因',
      '报告期内，公司收入为*1,200.00*万元，主要系验收延后所致，见 annual report。',
      '[center] 居中一行',
      '面积 100 m2',
    ]);
    expect(JSON.stringify(blocks)).not.toMatch(/color|alert|font/);
    expect(blocks.at(-1)).toMatchObject({ inlines: [{ text: '面积 100 m' }, { text: '2', sup: true }] });
  });

  it('keeps printed numbers of lists as text and draws bullets by the list', () => {
    const { blocks } = read(`
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1、<span style='font:7.0pt'>&nbsp;</span></span><![endif]>获取并检查了销售合同。</p>
      <p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp;&nbsp;</span></span></span>一期已验收</p>`);
    expect(show(blocks)).toEqual(['1、 获取并检查了销售合同。', 'bullet1 一期已验收']);
  });

  it('gives tables with their spans apart from the text around them', () => {
    const { blocks } = read(`<p>情况如下：</p><p>单位：万元</p>
      <table border=1><tr><td rowspan=2><p>项目</p></td><td colspan=2>2023年度</td></tr><tr><td>收入</td><td>成本<br>（含税）</td></tr>
      <tr><td>设备</td><td>1,200.00</td><td>900.00</td></tr></table><p>注：已审计。</p>`);
    expect(show(blocks)).toEqual([
      '情况如下：',
      '单位：万元',
      '项目↓2|2023年度→2|^/^|收入|成本\n（含税）/设备|1,200.00|900.00',
      '注：已审计。',
    ]);
  });
});

describe('HTML pasted from elsewhere', () => {
  it('of a browser becomes lists, breaks and paragraphs; pictures are counted and left out; links are their words', () => {
    const { blocks, picturesLeftOut } = read(
      `<div>第一段<br>续行</div><ul><li>甲<ul><li>乙</li></ul></li></ul><ol><li><p>丙</p></li></ol><p><a href="https://example.invalid/x">公告</a><img src="https://example.invalid/p.png"></p>`,
    );
    expect(show(blocks)).toEqual(['第一段⏎续行', 'bullet0 甲', 'bullet1 乙', 'number0 丙', '公告']);
    expect(picturesLeftOut).toBe(1);
    expect(JSON.stringify(blocks)).not.toContain('example');
  });

  it('of Excel becomes one grid without the empty rows and columns around it', () => {
    const { blocks } = read(
      `<table><col width=72><tr><td class=xl65>客户</td><td>金额</td><td></td></tr><tr><td>甲公司</td><td>1,200.00</td><td></td></tr><tr><td></td><td></td><td></td></tr></table>`,
    );
    expect(show(blocks)).toEqual(['客户|金额/甲公司|1,200.00']);
  });

  it('that is one framed cell is text, and that is nothing is nothing', () => {
    expect(show(read('<table><tr><td><p>甲</p><p>乙</p></td></tr></table>').blocks)).toEqual(['甲', '乙']);
    expect(read('<p> </p><table><tr><td></td><td></td></tr></table><span style="display:none">x</span>').blocks).toEqual([]);
  });
});

describe('plain text', () => {
  it('becomes a paragraph a line, headings by label, and lines with tabs a table', () => {
    expect(show(readPlainText('一、公司说明\r\n\r\n　　情况如下：\n项目\t金额\n收入\t1,200.00\n成本\n').blocks)).toEqual([
      'H2 一、公司说明',
      '情况如下：',
      '项目|金额/收入|1,200.00',
      '成本',
    ]);
    expect(show(readPlainText('姓名\t甲').blocks)).toEqual(['姓名 甲']);
    expect(show(readPlainText('见<https://a.example/x>。').blocks)).toEqual(['见https://a.example/x。']);
  });
});
