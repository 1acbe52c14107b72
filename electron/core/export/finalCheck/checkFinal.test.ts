import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildTable } from '../../../../shared/document/testing/buildTable';
import { checkFinal } from './checkFinal';
import { exportClean } from './testing/cleanDocx';

/** Codes found after a part of the clean file was changed. */
async function findAfter(path: string, change: (xml: string) => string): Promise<string[]> {
  const parts = unzipSync(await exportClean());
  const changed = { ...parts, [path]: strToU8(change(parts[path] ? strFromU8(parts[path]) : '')) };
  return checkFinal('a.docx', zipSync(changed)).map(({ code }) => code);
}

const intoBody = (xml: string) => (body: string) => body.replace('<w:sectPr', `${xml}<w:sectPr`);
const saying = (text: string) => `<w:p><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;

test('a finished document passes', async () => {
  expect(checkFinal('a.docx', await exportClean())).toEqual([]);
});

test.each([
  [
    'final-tracked',
    'word/document.xml',
    intoBody('<w:p><w:ins w:id="1" w:date="2025-06-05T00:00:00Z"><w:r><w:t>a</w:t></w:r></w:ins></w:p>'),
  ],
  ['final-author', 'word/document.xml', intoBody('<w:p><w:del w:id="1" w:author="张三"/></w:p>')],
  ['final-comments', 'word/document.xml', intoBody('<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>')],
  ['final-blank', 'word/document.xml', intoBody(saying('公告编号：【    】'))],
  ['final-blank', 'word/document.xml', intoBody(saying('数据【待补充】'))],
  ['final-blank', 'word/document.xml', intoBody(saying('金额为XX万元'))],
  ['final-style', 'word/document.xml', intoBody('<w:p><w:pPr><w:pStyle w:val="Verdana"/></w:pPr></w:p>')],
  ['final-hint', 'word/document.xml', intoBody('<w:p><w:r><w:t>中文</w:t></w:r></w:p>')],
  ['final-direct', 'word/document.xml', intoBody('<w:p><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>red</w:t></w:r></w:p>')],
  ['final-structure', 'word/document.xml', intoBody('<w:tbl><w:tblGrid/><w:tr/></w:tbl>')],
  [
    'final-author',
    'docProps/core.xml',
    (xml: string) => xml.replace('</cp:coreProperties>', '<dc:creator>张三</dc:creator></cp:coreProperties>'),
  ],
])('%s is found in %s', async (code, path, change) => {
  expect(await findAfter(path, change)).toContain(code);
});

test.each(['(1,234.56)', '（1,234.56）', '−1,234.56', '–1,234.56'])('a negative cell written %s is found', async (cell) => {
  expect(checkFinal('a.docx', await exportClean(cell)).map(({ code }) => code)).toEqual(['final-minus']);
});

test('a formula left in code is found, one that is set and prices in dollars are none', async () => {
  expect(checkFinal('a.docx', await exportClean('$A_n \\succ A_m$')).map(({ code }) => code)).toEqual(['final-formula']);
  expect(checkFinal('a.docx', await exportClean('$A_n \\leq A < A_m$')).map(({ code }) => code)).toEqual([]);
  expect(checkFinal('a.docx', await exportClean('由$1.20升至$1.50')).map(({ code }) => code)).toEqual([]);
});

test('a cell of a dash alone is nil, not a negative number', async () => {
  expect(checkFinal('a.docx', await exportClean('—'))).toEqual([]);
});

test('a number printed with another sign than its cell has is found, whichever of two alike tables it is', async () => {
  const build = (id: string, cell: string, value: string) => {
    const table = buildTable(id, {
      rows: [
        ['项目', '金额'],
        ['净利润', cell],
      ],
    });
    table.rows[1]!.cells[1]!.value = value;
    return table;
  };
  const docx = await exportClean('1,234.56');
  const check = (...tables: ReturnType<typeof build>[]) =>
    checkFinal('a.docx', docx, { tables }).map(({ message: said }) => (typeof said === 'string' ? said : said.data));
  expect(check(build('t', '1,234.56', '1234.56'))).toEqual([]);
  expect(check(build('t', '1,234.56', '-1234.56'))).toEqual([{ row: '净利润', printed: '1,234.56', value: '-1234.56' }]);
  expect(check(build('t', '-1,234.56', '-1234.56'), build('u', '1,234.56', '1234.56'))).toEqual([]);
});
