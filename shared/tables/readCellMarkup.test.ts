import { describe, expect, it } from 'vitest';
import { layOutCells, readCellMarkup, readPlainText } from './readCellMarkup';

describe('reading a cell with markup', () => {
  it('takes paragraphs apart and drops the tags', () => {
    expect(readCellMarkup('<p>第一段，</p> <p><b>第二</b>段<br/>换行</p>')).toEqual({ text: '第一段，\n第二段\n换行', nested: [] });
  });

  it('reads a table inside a cell as a nested table at its place', () => {
    const { text, nested } = readCellMarkup(
      '<p>比例如下：</p><table><tr><th>年份</th><th>比例</th></tr><tr><td>第一年</td><td>20%</td></tr></table><p>其余另议。</p>',
    );
    expect(text).toBe('比例如下：\n\ufffc\n其余另议。');
    expect(nested[0]!.cells.map((row) => row.map((cell) => cell.text))).toEqual([
      ['年份', '比例'],
      ['第一年', '20%'],
    ]);
  });

  it('reads check boxes as the exchange prints them', () => {
    expect(readCellMarkup('<input checked="" type="checkbox"/> 是 <input type="checkbox"/> 否').text).toBe('√ 是 □ 否');
  });

  it('keeps what only looks like a tag', () => {
    expect(readCellMarkup('An<A<Am 且 <未命名>').text).toBe('An<A<Am 且 <未命名>');
    expect(readPlainText('见（<https://example.invalid/list>）&amp;&nbsp;&#65;&bogus;')).toBe(
      '见（https://example.invalid/list）&\u00a0A&bogus;',
    );
  });

  it('lays spans out on a full grid and cuts those that leave it', () => {
    const cell = (text: string, rowSpan = 1, colSpan = 1) => ({ text, rowSpan, colSpan, covered: false });
    const grid = layOutCells([
      [cell('甲', 9), cell('乙', 1, 2)],
      [cell('丙'), cell('丁')],
    ]);
    expect(grid.map((row) => row.map((at) => (at.covered ? '·' : `${at.text}${at.rowSpan}${at.colSpan}`)))).toEqual([
      ['甲21', '乙12', '·'],
      ['·', '丙11', '丁11'],
    ]);
  });

  it('stops at a depth no document reaches', () => {
    const deep = '<table><tr><td>'.repeat(5000) + '底' + '</td></tr></table>'.repeat(5000);
    expect(JSON.stringify(readCellMarkup(deep))).toContain('底');
  });
});
