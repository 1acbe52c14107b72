import type { TableMarks } from '../../../../../shared/document/reviewCopy/reviewMarks';
import { createInlines } from '../../../../../shared/document/filingBlock';
import { toBookmark } from '../../../../../shared/review/word/wordTags';
import { writeInlines } from '../inlines';
import { type ReviewIds, toDeleted, wrapBlock, writeAuthorship, writeBookmark, writeCommentRange } from './reviewIds';

/** A row cut into its properties and cells. */
type RowXml = { head: string; cells: { xml: string; col: number }[] };

/** A written table with names for it and its rows, remarks at its cells, and what is proposed for cells and rows. */
export function writeReviewTable(table: string, marks: TableMarks, ids: ReviewIds): string {
  const { before, rows, after } = cutTable(table);
  const written = rows.map((row, index) => {
    const own = { head: row.head, cells: row.cells.map(({ xml, col }) => ({ xml: markCell(xml, index, col, marks, ids), col })) };
    nameRow(own, [marks.rowTags[index], ...(index === 0 ? [marks.tag] : [])], ids);
    const deleted = marks.deletedRows.find((one) => one.row === index);
    if (deleted) {
      own.head = own.head.replace('</w:trPr>', `<w:del ${writeAuthorship(deleted.by, ids)}/></w:trPr>`);
      own.cells = own.cells.map(({ xml, col }) => ({ xml: deleteRuns(xml, deleted.by, ids), col }));
    }
    return joinRow(own) + proposeRows(rows, index, marks, ids);
  });
  return wrapBlock(before + proposeRows(rows, -1, marks, ids) + written.join('') + after, marks.tag, ids);
}

/** Cuts a written table into rows and cells; nested tables stay inside their cells. */
function cutTable(table: string): { before: string; rows: RowXml[]; after: string } {
  const tags = /<(\/?)w:(tbl|tr|tc)(?=[ >])[^>]*>/g;
  const rows: RowXml[] = [];
  let depth = 0;
  let before = '';
  let start = 0;
  let end = 0;
  for (let tag = tags.exec(table); tag !== null; tag = tags.exec(table)) {
    const [whole, slash, name] = tag;
    const closes = slash === '/';
    if (name === 'tbl') depth += closes ? -1 : 1;
    if (depth !== 1 || name === 'tbl') continue;
    end = tag.index + whole.length;
    if (name === 'tr' && !closes) {
      if (rows.length === 0) before = table.slice(0, tag.index);
      rows.push({ head: '', cells: [] });
      start = tag.index;
    } else if (name === 'tc') {
      const row = rows.at(-1)!;
      if (!closes && row.cells.length === 0) row.head = table.slice(start, tag.index);
      if (closes) {
        const last = row.cells.at(-1);
        row.cells.push({ xml: table.slice(start, end), col: last ? last.col + getSpan(last.xml) : 0 });
      }
      start = tag.index;
    }
  }
  return { before, rows, after: table.slice(end) };
}

function getSpan(cell: string): number {
  const properties = cell.slice(0, cell.indexOf('</w:tcPr>'));
  return Number(/<w:gridSpan w:val="(\d+)"/.exec(properties)?.[1] ?? 1);
}

function joinRow({ head, cells }: RowXml): string {
  return `${head}${cells.map(({ xml }) => xml).join('')}</w:tr>`;
}

function markCell(xml: string, row: number, col: number, marks: TableMarks, ids: ReviewIds): string {
  let cell = xml;
  const proposed = marks.cells.find((one) => one.row === row && one.col === col);
  if (proposed) {
    const inserted = `<w:ins ${writeAuthorship(proposed.by, ids)}>${writeInlines(createInlines(proposed.text))}</w:ins>`;
    cell = beforeEnd(deleteRuns(cell, proposed.by, ids), inserted);
  }
  for (const { comment } of marks.comments.filter((one) => one.row === row && one.col === col)) {
    const [start, end] = writeCommentRange(comment);
    cell = beforeEnd(afterProperties(cell, start), end);
  }
  return cell;
}

/** Names stand at the head of the row's first paragraph. */
function nameRow(row: RowXml, tags: readonly (string | undefined)[], ids: ReviewIds): void {
  const first = row.cells[0];
  if (!first) return;
  const bookmarks = tags.map((tag) => (tag === undefined ? '' : writeBookmark(toBookmark(tag), ids).join('')));
  first.xml = afterProperties(first.xml, bookmarks.join(''));
}

/** `xml` with something put behind the properties of its first paragraph. */
function afterProperties(xml: string, added: string): string {
  return xml.replace('</w:pPr>', () => `</w:pPr>${added}`);
}

function beforeEnd(xml: string, added: string): string {
  const end = xml.lastIndexOf('</w:p>');
  return xml.slice(0, end) + added + xml.slice(end);
}

function deleteRuns(xml: string, by: TableMarks['deletedRows'][number]['by'], ids: ReviewIds): string {
  return xml.replace(/<w:r>.*?<\/w:r>/g, (run) => `<w:del ${writeAuthorship(by, ids)}>${toDeleted(run)}</w:del>`);
}

/** Rows proposed behind a row, in the form of that row. */
function proposeRows(rows: readonly RowXml[], after: number, marks: TableMarks, ids: ReviewIds): string {
  const model = rows[Math.max(0, after)];
  if (!model) return '';
  return marks.insertedRows
    .filter((one) => one.after === after)
    .map(({ texts, by }) => {
      const head = model.head.replace('<w:tblHeader/>', '').replace('</w:trPr>', `<w:ins ${writeAuthorship(by, ids)}/></w:trPr>`);
      const cells = model.cells.map(({ xml, col }) => {
        const properties = /^<w:tc><w:tcPr>.*?<\/w:tcPr>/.exec(xml)![0].replace(/<w:vMerge[^>]*>/, '');
        const paragraph = /<w:pPr>.*?<\/w:pPr>/.exec(xml)![0];
        const runs = `<w:ins ${writeAuthorship(by, ids)}>${writeInlines(createInlines(texts[col] ?? ''))}</w:ins>`;
        return { xml: `${properties}<w:p>${paragraph}${runs}</w:p></w:tc>`, col };
      });
      return joinRow({ head, cells });
    })
    .join('');
}
