import { expect, test } from 'vitest';
import { lintDocx } from './lintDocx';

const STYLES = '<w:styles><w:style w:styleId="Normal"/></w:styles>';

function lintBody(body: string, other: Record<string, string> = {}): string[] {
  return lintDocx({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`, 'word/styles.xml': STYLES, ...other });
}

function table(rows: string): string {
  return `<w:tbl><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="200"/></w:tblGrid>${rows}</w:tbl>`;
}

function cell(width: number, properties = '', content = '<w:p/>'): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}"/>${properties}</w:tcPr>${content}</w:tc>`;
}

test('a table with a merged group and a nested table is accepted', () => {
  const start = `<w:tr>${cell(100, '<w:vMerge w:val="restart"/>')}${cell(200, '', `${table(`<w:tr>${cell(300, '<w:gridSpan w:val="2"/>')}</w:tr>`)}<w:p/>`)}</w:tr>`;
  const end = `<w:tr>${cell(100, '<w:vMerge w:val="continue"/>')}${cell(200)}</w:tr>`;
  expect(lintBody(table(start + end))).toEqual([]);
});

test('a cell that does not end with a paragraph is found', () => {
  expect(lintBody(table(`<w:tr>${cell(100, '', '')}${cell(200)}</w:tr>`))).toEqual(['row 0 cell 0 does not end with a paragraph']);
});

test('a row without cells is found', () => {
  expect(lintBody(table('<w:tr/>'))).toEqual(['row 0 has no cells', 'row 0 spans 0 of 2 grid columns']);
});

test('spans that do not fill the grid, and cells wider than their columns, are found', () => {
  expect(lintBody(table(`<w:tr>${cell(100)}</w:tr>`))).toEqual(['row 0 spans 1 of 2 grid columns']);
  expect(lintBody(table(`<w:tr>${cell(100)}${cell(201)}</w:tr>`))).toEqual(['row 0 cell 1 is 201 wide over grid columns of 200']);
});

test('a continued cell with nothing above it is found', () => {
  expect(lintBody(table(`<w:tr>${cell(100, '<w:vMerge/>')}${cell(200)}</w:tr>`))).toEqual(['row 0 cell 0 continues no cell above it']);
});

test('an undefined style is found', () => {
  expect(lintBody('<w:p><w:pPr><w:pStyle w:val="Missing"/></w:pPr></w:p>')).toEqual(['style Missing is not defined']);
});

test('a comment without an anchor is found', () => {
  const comments = { 'word/comments.xml': '<w:comments><w:comment w:id="1"/><w:comment w:id="2"/></w:comments>' };
  expect(lintBody('<w:p><w:r><w:commentReference w:id="2"/></w:r></w:p>', comments)).toEqual(['comment 1 has no anchor']);
});

test('links and references to a missing bookmark are found, in both kinds of field', () => {
  const body =
    '<w:p><w:bookmarkStart w:name="here"/><w:hyperlink w:anchor="here"/><w:hyperlink w:anchor="a"/>' +
    '<w:r><w:instrText> REF b \\h </w:instrText></w:r><w:fldSimple w:instr="PAGEREF c"/><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>';
  expect(lintBody(body)).toEqual(['bookmark a does not exist', 'bookmark b does not exist', 'bookmark c does not exist']);
});

test('revision ids used twice are found over all kinds of revision', () => {
  expect(lintBody('<w:p><w:ins w:id="1"/><w:del w:id="2"/><w:rPrChange w:id="1"/></w:p>')).toEqual(['revision id 1 is used twice']);
});

test('content control ids used twice are found', () => {
  const control = '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr></w:sdt>';
  expect(lintBody(control + control)).toEqual(['content control id 7 is used twice']);
});
