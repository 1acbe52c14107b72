import { expect, test } from 'vitest';
import { createParagraph, type FilingBlock } from '../../../../shared/document/filingBlock';
import { layOutTable } from '../../../../shared/document/layOutTable';
import { buildTable } from '../../../../shared/document/testing/buildTable';
import { writePrintPage } from './printPage';

test('the widest table of an upright page fits between the page margins, and the text keeps the margins of the house format', () => {
  const { html } = writePrintPage('公告', []);
  const [width, side] = [/@page \{ size: ([\d.]+)pt/, /@page \{[^}]*margin: [\d.]+pt ([\d.]+)pt/].map((pattern) =>
    Number(pattern.exec(html)?.[1]),
  );
  const widest = Math.max(...[...html.matchAll(/\.wide-\d+ \{ width: ([\d.]+)pt/g)].map((match) => Number(match[1])));
  expect(width! - 2 * side!).toBeGreaterThanOrEqual(widest);
  const [, padding, less = '0'] = /\.upright \{ padding-inline: (?:calc\()?([\d.]+)pt(?: - ([\d.]+)pt\))?;/.exec(html)!;
  expect(side! + Number(padding) - Number(less)).toBeCloseTo(90);
});

test('headings are bookmarks with a named place, and a turned table stands on a sheet of its own', () => {
  const table = buildTable('t', { rows: [['项目'], ['甲']] });
  const turned: FilingBlock = {
    type: 'landscape',
    blocks: [{ type: 'table', layout: { ...layOutTable(table, () => table, false), landscape: true } }],
  };
  const { html, outline } = writePrintPage('公告', [
    { ...createParagraph('Heading1', '问题1'), anchor: 'q1' },
    createParagraph('ReplyBody', '情况属实。'),
    turned,
    createParagraph('Heading2', '一、说明'),
  ]);
  expect(outline).toEqual([
    { name: 'q1', level: 1, text: '问题1' },
    { name: 'heading-2', level: 2, text: '一、说明' },
  ]);
  for (const { name } of outline) {
    expect(html).toContain(`id="${name}"`);
    expect(html).toContain(`<a href="#${name}"></a>`);
  }
  expect([...html.matchAll(/<div class="(upright|turned)">/g)].map((match) => match[1])).toEqual(['upright', 'turned', 'upright']);
});
