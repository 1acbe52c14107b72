import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createParagraph, type FilingBlock } from '../filingBlock';
import { layOutTable } from '../layOutTable';
import { buildTable } from '../testing/buildTable';
import { writeParts } from './writePage';

const ART = { drawChart: () => '<svg></svg>', showPicture: () => 'src="data:image/png;base64,"' };
const write = (...blocks: FilingBlock[]) => writeParts(blocks, ART).map(({ html }) => html);

test('paragraphs keep their style, headings their level, and both the id references lead to', () => {
  expect(writeParts([{ ...createParagraph('Heading1', '问题1'), anchor: 'q1' }], ART)).toEqual([
    { html: '<h1 class="Heading1" id="q1">问题1</h1>', landscape: false, anchor: 'q1', heading: { level: 1, text: '问题1' } },
  ]);
  expect(
    write({
      type: 'paragraph',
      style: 'ReplyBody',
      inlines: [
        { type: 'text', text: 'A' },
        { type: 'text', text: 'm', sub: true },
        { type: 'text', text: '问题1', refersTo: 'q1' },
      ],
    }),
  ).toEqual(['<p class="ReplyBody">A<sub>m</sub><a href="#q1">问题1</a></p>']);
});

test('footnotes are numbered through the document and stand below the text of their heading, before what closes it', () => {
  const noted = (note: string): FilingBlock => ({ type: 'paragraph', style: 'ReplyBody', inlines: [{ type: 'footnote', note }] });
  const blocks = [noted('甲'), noted('乙'), createParagraph('Heading4', '2、'), noted('丙'), createParagraph('ReplyBody', '特此公告。')];
  expect(write(...blocks, createParagraph('ReplyLead', ''), createParagraph('SignOff', '董事会'))).toEqual([
    '<p class="ReplyBody"><sup><a href="#note-1">1</a></sup></p>',
    '<p class="ReplyBody"><sup><a href="#note-2">2</a></sup></p>',
    '<ol class="notes" start="1"><li id="note-1">甲</li><li id="note-2">乙</li></ol>',
    '<h4 class="Heading4">2、</h4>',
    '<p class="ReplyBody"><sup><a href="#note-3">3</a></sup></p>',
    '<ol class="notes" start="3"><li id="note-3">丙</li></ol>',
    '<p class="ReplyBody">特此公告。</p>',
    '<p class="ReplyLead"></p>',
    '<p class="SignOff">董事会</p>',
  ]);
});

test('a table wider than the line reaches beyond it on both sides, and its unit line with it', () => {
  const build = (columns: number) =>
    buildTable('t', { rows: [Array.from({ length: columns }, (_, c) => `${c}月`), Array.from({ length: columns }, () => '1.00')] });
  const getClass = (columns: number) => {
    const [html = ''] = write({ type: 'table', layout: layOutTable(build(columns), () => expect.fail('holds no tables'), false) });
    return /class="([^"]*)"/.exec(html)?.[1];
  };
  expect([8, 10, 14].map(getClass)).toEqual(['size-s', 'size-s wide-29', 'size-xs wide-36']);
  const unit: FilingBlock = { ...createParagraph('TableUnit', '单位：元'), outdentTwips: 524 } as FilingBlock;
  expect(write(unit)).toEqual(['<p class="TableUnit wide-29">单位：元</p>']);
});

test('list items count by list and depth, and a deeper level starts anew', () => {
  const item = (list: number, depth: number): FilingBlock => ({ type: 'listItem', list, kind: 'number', depth, inlines: [] });
  const marks = write(item(0, 0), item(0, 1), item(0, 1), item(0, 0), item(0, 1), item(1, 0)).map(
    (html) => /mark">([^<]*)/.exec(html)?.[1],
  );
  expect(marks).toEqual(['1.', '1.', '2.', '2.', '1.', '1.']);
});

test('a table has its header rows to repeat, spans, and widths in percent', () => {
  const table = buildTable('t', { headerRows: 1, rows: [['项目', '金额'], [{ text: '收入', rowSpan: 2 }, '1.00'], ['2.00']] });
  const [html = ''] = write({ type: 'table', layout: layOutTable(table, () => table, false) });
  expect(html).toMatch(/^<table class="size-m"><colgroup><col width="[\d.]+%"><col width="[\d.]+%"><\/colgroup><thead>/);
  expect(html).toContain('rowspan="2"');
  expect(html.match(/<t[dh] /g)).toHaveLength(5);
});

test('the lead of a turned table stands on its sheet', () => {
  const blocks: FilingBlock[] = [
    createParagraph('ReplyLead', '如下：'),
    { type: 'landscape', blocks: [createParagraph('TableUnit', '单位：元')] },
  ];
  expect(writeParts(blocks, ART).map(({ landscape }) => landscape)).toEqual([true, true]);
});

test('whatever a text holds, it is text: no tag, no attribute and no style of its own gets out', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '=', '/', ' ') }), (text) => {
      const [html = ''] = write({ type: 'paragraph', style: 'ReplyBody', inlines: [{ type: 'text', text, refersTo: text }] });
      expect(html.replace(/&(?:amp|lt|gt|quot|#39);/g, '').match(/</g)).toHaveLength(4);
      expect(html).not.toContain('style=');
    }),
  );
});
