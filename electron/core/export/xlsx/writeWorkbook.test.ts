import { read, utils, type WorkSheet } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../import/xlsx/readXlsx';
import { writeWorkbook } from './writeWorkbook';

const sheet = (rows: string[][]) => ({
  name: '出处',
  columns: [
    { title: '数字', width: 10 },
    { title: '说明', width: 20 },
  ],
  rows,
});

describe('a workbook of registers', () => {
  it('gives back the texts it was given, also to this program', () => {
    const rows = [
      ['1,234.50', '甲 & 乙 <丙> "丁"'],
      ['12.30%', '两行\n文字'],
    ];
    const bytes = writeWorkbook([sheet(rows)]);
    expect(utils.sheet_to_json(read(bytes).Sheets['出处']!, { header: 1 })).toEqual([['数字', '说明'], ...rows]);
    const [part] = readXlsx(bytes, 'out.xlsx').parts;
    expect(part?.type === 'table' && part.table.cells.map((row) => row.map((cell) => cell.text))).toEqual([['数字', '说明'], ...rows]);
  });

  it('holds no formula, whatever a text begins with, and marks such text so that editing does not make it one', () => {
    const evil = ['=HYPERLINK("http://x")', '+1+cmd|calc', '-2+3', '@SUM(A1)'];
    const bytes = writeWorkbook([sheet(evil.map((text) => [text, '']))]);
    const cells = read(bytes, { cellFormula: true }).Sheets['出处'] as WorkSheet;
    for (const [at, text] of evil.entries()) expect(cells[`A${at + 2}`]).toMatchObject({ t: 's', v: text });
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(xml).not.toContain('<f');
    expect(xml.match(/s="8"/g)).toHaveLength(evil.length);
  });

  it('prints across a turned sheet, its header on every page', () => {
    const files = unzipSync(writeWorkbook([{ ...sheet([['1', '']]), preface: [['说明']], name: "甲'乙" }]));
    expect(strFromU8(files['xl/workbook.xml']!)).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'甲''乙'!$2:$2</definedName>`,
    );
    const xml = strFromU8(files['xl/worksheets/sheet1.xml']!);
    expect(xml).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(xml).toContain('<c r="B3" s="7"/>');
  });

  it('makes rows as high as their longest text needs', () => {
    const xml = strFromU8(
      unzipSync(
        writeWorkbook([
          sheet([
            ['1', '短'],
            ['2', '营业收入'.repeat(10)],
            ['两\n行', ''],
          ]),
        ]),
      )['xl/worksheets/sheet1.xml']!,
    );
    expect([...xml.matchAll(/<row r="\d+" ht="(\d+)">/g)].map((row) => Number(row[1]))).toEqual([16, 16, 72, 30]);
  });

  it('is the same bytes for the same sheets', () => {
    expect(writeWorkbook([sheet([['1', '2']])])).toEqual(writeWorkbook([sheet([['1', '2']])]));
  });
});
