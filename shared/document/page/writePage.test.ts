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

test('footnotes are numbered through the document and stand together at its end', () => {
  const noted = (note: string): FilingBlock => ({ type: 'paragraph', style: 'ReplyBody', inlines: [{ type: 'footnote', note }] });
  expect(write(noted('甲'), noted('乙'))).toEqual([
    '<p class="ReplyBody"><sup><a href="#note-1">1</a></sup></p>',
    '<p class="ReplyBody"><sup><a href="#note-2">2</a></sup></p>',
    '<ol class="notes"><li id="note-1">甲</li><li id="note-2">乙</li></ol>',
  ]);
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

test('whatever a text holds, it is text: no tag, no attribute and no style of its own gets out', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '=', '/', ' ') }), (text) => {
      const [html = ''] = write({ type: 'paragraph', style: 'ReplyBody', inlines: [{ type: 'text', text, refersTo: text }] });
      expect(html.replace(/&(?:amp|lt|gt|quot|#39);/g, '').match(/</g)).toHaveLength(4);
      expect(html).not.toContain('style=');
    }),
  );
});
