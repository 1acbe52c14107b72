import { describe, expect, it } from 'vitest';
import { describeParts } from '../../../../shared/tables/describeParts';
import { readCsv } from './readCsv';

function readTexts(text: string | Uint8Array): string[][] {
  const { parts } = readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'a.csv');
  return parts.flatMap((part) => (part.type === 'table' ? part.table.cells.map((row) => row.map((cell) => cell.text)) : []));
}

describe('reading CSV', () => {
  it('finds the separator of the file', () => {
    const want = [
      ['项目', '2023年', '2022年'],
      ['收入', '1,200.50', '900'],
    ];
    expect(readTexts('项目,2023年,2022年\n收入,"1,200.50",900\n')).toEqual(want);
    expect(readTexts('项目;2023年;2022年\r\n收入;1,200.50;900')).toEqual(want);
    expect(readTexts('项目\t2023年\t2022年\r收入\t1,200.50\t900')).toEqual(want);
    expect(readTexts('sep=|\n项目|2023年|2022年\n收入|1,200.50|900')).toEqual(want);
  });

  it('keeps quotes, line breaks and separators inside quoted fields', () => {
    expect(readTexts('名称,说明\n"甲""乙""公司","第一行\r\n第二行, 完"\n')).toEqual([
      ['名称', '说明'],
      ['甲"乙"公司', '第一行\n第二行, 完'],
    ]);
  });

  it('reads GB18030, a byte order mark and guarded zeros', () => {
    const gb = new Uint8Array([0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0x31, 0x2c, 0x32, 0x0a]);
    expect(readTexts(gb)).toEqual([
      ['项目', '金额'],
      ['1', '2'],
    ]);
    expect(readTexts('\ufeff代码,名称\n="000123",甲')).toEqual([
      ['代码', '名称'],
      ['000123', '甲'],
    ]);
  });

  it('takes title, unit line and note around the table and counts lines through quoted breaks', () => {
    const { parts } = readCsv(
      new TextEncoder().encode('收入表,,\n,,单位：万元\n项目,2023年,2022年\n"收\n入",10.50,9\n注：未经审计。,,\n'),
      'a.csv',
    );
    const table = describeParts(parts, 'a.csv').parts.flatMap((part) => (part.type === 'table' ? [part.table] : []))[0]!;
    expect([table.caption, table.unit, table.notes, table.place]).toEqual(['收入表', '万元', ['注：未经审计。'], { line: 3, endLine: 5 }]);
    expect(table.rows[1]![1]).toMatchObject({ value: '10.50', unit: '万元' });
  });

  it('warns of a quote that never ends', () => {
    expect(readCsv(new TextEncoder().encode('甲,乙\n"开,1\n2,3\n'), 'a.csv').warnings).toMatchObject([
      { code: 'csv-quote-open', file: 'a.csv', place: { line: 2 } },
    ]);
  });
});
