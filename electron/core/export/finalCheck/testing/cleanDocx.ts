import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { assembleDocument } from '../../../../../shared/document/assembleDocument';
import { buildSnapshot, paragraph, tableBlock } from '../../../../../shared/document/testing/buildSnapshot';
import { buildTable } from '../../../../../shared/document/testing/buildTable';
import { sayMessage } from '../../../../../shared/catalogue/catalogue';
import { exportDocx } from '../../docx/exportDocx';
import { checkFinal } from '../checkFinal';

/** An announcement of one question with a lead, a table and nothing to mend. `cell` is printed in its only amount, `answer` before it. */
export async function exportClean(cell = '-1,234.56', answer = '原因如下：', announcementNo = '2025-021'): Promise<Uint8Array> {
  const table = buildTable('t', {
    rows: [
      ['项目', '金额'],
      ['净利润', cell],
    ],
  });
  const { title, blocks } = assembleDocument(
    'announcement',
    buildSnapshot({
      details: { announcementNo },
      questions: [{ no: '1', text: '请说明“亏损”的原因。', sections: [{ blocks: [paragraph(answer), tableBlock('t')] }] }],
      tables: [table],
    }),
  );
  return exportDocx(blocks, { title, created: '2025-06-05' });
}

/** A change to a file's parts by path; a part that is not there yet is given as empty text. */
export type Spoiling = Readonly<Record<string, (xml: string) => string>>;

/** A file with some of its parts changed, as somebody who edits it in another program leaves it. */
export function spoil(docx: Uint8Array, changes: Spoiling): Uint8Array {
  const parts: Record<string, Uint8Array> = { ...unzipSync(docx) };
  for (const [path, change] of Object.entries(changes)) parts[path] = strToU8(change(parts[path] ? strFromU8(parts[path]) : ''));
  return zipSync(parts);
}

/** Changes the text of a document. */
export const body = (change: (xml: string) => string): Spoiling => ({ 'word/document.xml': change });

/** A run as ours are, with more properties when given. */
export const run = (text: string, rPr = '') =>
  `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>${rPr}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of an answer. */
export const saying = (text: string) => `<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr>${run(text)}</w:p>`;

/** Puts XML below the lead of the answer. */
export const putIn = (xml: string) => body((document) => document.replace('<w:tbl>', () => `${xml}<w:tbl>`));

/** What is found in the clean file after a change: code and sentence in Chinese. */
export async function findAfter(changes: Spoiling): Promise<string[]> {
  return checkFinal('a.docx', spoil(await exportClean(), changes)).map(({ code, message }) => `${code} ${sayMessage('zh-CN', message)}`);
}
