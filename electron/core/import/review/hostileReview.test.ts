import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/ipc/errors';
import { buildDocx, p, run } from '../docx/testing/buildDocx';
import { readReview } from './readReview';

const FILE = '收回.docx';
const COMMENTS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const good = buildDocx({
  body: p(`<w:ins w:id="1" w:author="甲" w:date="2025-06-10T09:30:00Z">${run('新增')}</w:ins>${run('正文'.repeat(200))}`),
});

/** The code of the refusal; fails on any other error. */
function refuse(bytes: Uint8Array): string {
  try {
    readReview(bytes, FILE);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.data['file']).toBe(FILE);
    return error.code;
  }
  return 'read';
}

describe('readReview on hostile files', () => {
  it('refuses what is no Word document, a cut file, a bomb and declared entities', () => {
    expect(refuse(new Uint8Array())).toBe('not-what-it-says');
    expect(refuse(zipSync({ 'a.txt': strToU8('x') }))).toBe('not-what-it-says');
    expect(refuse(good.subarray(0, good.length - 40))).toBe('archive-truncated');
    expect(refuse(buildDocx({ body: '', entries: { 'word/document.xml': ' '.repeat(70_000_000) } }))).toBe('archive-bomb');
    const entity = `<!DOCTYPE x [<!ENTITY e "x">]><w:document ${W}><w:body>&e;</w:body></w:document>`;
    expect(refuse(buildDocx({ body: '', entries: { 'word/document.xml': entity } }))).toBe('xml-forbidden');
  });

  it('reads or refuses a file with any byte changed, and never fails otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const bytes = good.slice();
        bytes[at] = bytes[at]! ^ by;
        refuse(bytes);
      }),
      { numRuns: 300 },
    );
  });

  it('reads marks that say nonsense: no author, no date, spans and references to nothing, threads in a circle', () => {
    const body =
      p(`<w:ins>${run('无名')}</w:ins><w:commentRangeStart w:id="x"/><w:r><w:footnoteReference w:id="99"/><w:commentReference/></w:r>`) +
      p(`<w:del w:author="乙" w:date="昨天"><w:r><w:delText>旧</w:delText></w:r></w:del><w:bookmarkStart w:name="_huihan_b_"/>`) +
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-3"/><w:cellDel/></w:tcPr></w:tc></w:tr></w:tbl>';
    const name = (id: string) => `w14:paraId="${id}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`;
    const ex = (id: string, parent: string) => `<w15:commentEx w15:paraId="${id}" w15:paraIdParent="${parent}"/>`;
    const bytes = buildDocx({
      body,
      entries: {
        'word/comments.xml': `<w:comments ${W}><w:comment w:id="1"><w:p ${name('A')}>${run('一')}</w:p></w:comment><w:comment><w:p ${name('B')}>${run('二')}</w:p></w:comment></w:comments>`,
        'word/commentsExtended.xml': `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${ex('A', 'B')}${ex('B', 'A')}</w15:commentsEx>`,
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
          `<Relationship Id="c" Type="${COMMENTS}/comments" Target="comments.xml"/>` +
          '<Relationship Id="e" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
      },
    });
    const read = readReview(bytes, FILE);
    expect(read.revisions.map(({ element, author, at, text }) => [element, author, at, text])).toEqual([
      ['w:ins', '', null, '无名'],
      ['w:del', '乙', null, '旧'],
      ['w:cellDel', '', null, ''],
    ]);
    expect(read.comments.map(({ id, text, parent }) => [id, text, parent])).toEqual([
      ['1', '一', '#1'],
      ['#1', '二', '1'],
    ]);
  });
});
