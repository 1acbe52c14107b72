import type { Warning } from '../../../../shared/domain/place';
import { isBlank } from '../../../../shared/tables/cellText';
import { dropNestedEchoes } from '../../../../shared/tables/dropNestedEchoes';
import { joinParagraphs, type TextLine } from '../../../../shared/tables/joinParagraphs';
import { joinTableParts } from '../../../../shared/tables/joinTableParts';
import type { RawCell, RawPart, RawTable } from '../../../../shared/tables/rawTable';
import { readCellMarkup, readPlainText } from '../../../../shared/tables/readCellMarkup';

const RULE_ROW = /^[\s|:]*-{2,}[\s|:-]*$/;

/**
 * Reads plain text: one line is one paragraph, lines with tabs are table rows. Pages that were cut are joined again, tables and paragraphs alike; every
 * join is a doubt of its table or shows in a paragraph's lines, everything left out is a warning with its line. Lines count from 1.
 */
export function readTextParts(text: string, fileName: string): { parts: RawPart[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const parts: RawPart[] = [];
  const lines = text.split(/\r\n|\n|\r|\u2028|\u2029/);
  let paragraphs: TextLine[] = [];
  let blanks = 0;
  const flush = () => {
    if (paragraphs.length === 0) return;
    const { lines: joined, joins } = joinParagraphs(paragraphs);
    for (const line of joined) {
      parts.push({
        type: 'paragraph',
        text: line.text,
        place: line.endLine === line.line ? { line: line.line } : { line: line.line, endLine: line.endLine },
      });
    }
    for (const join of joins) {
      warnings.push({
        code: 'paragraph-joined',
        message: `第 ${join.line} 行与第 ${join.nextLine} 行因分页断开，已接成一段`,
        file: fileName,
        place: { line: join.line, endLine: join.nextLine },
      });
    }
    paragraphs = [];
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (isBlank(line)) {
      blanks += 1;
      continue;
    }
    if (line.includes('\t')) {
      flush();
      const start = i;
      while (i + 1 < lines.length && lines[i + 1]!.includes('\t') && !isBlank(lines[i + 1]!)) i += 1;
      const table = readBlock(lines.slice(start, i + 1), start + 1, fileName, warnings);
      if (table) parts.push({ type: 'table', table });
    } else {
      paragraphs.push({ text: readPlainText(line).trim(), line: i + 1, endLine: i + 1, afterBlank: blanks > 0 });
    }
    blanks = 0;
  }
  flush();
  return { parts: joinTableParts(parts), warnings };
}

/** One run of tab-separated lines as a table: rules between rows left out, markup in cells read, blank columns at the right trimmed. */
function readBlock(lines: readonly string[], firstLine: number, fileName: string, warnings: Warning[]): RawTable | null {
  const rows: RawCell[][] = [];
  for (const line of lines) {
    const fields = line.split('\t');
    if (fields.every((field) => isBlank(field) || RULE_ROW.test(field)) && fields.some((field) => RULE_ROW.test(field))) continue;
    rows.push(fields.map(readField));
  }
  const { rows: kept, droppedRows } = dropNestedEchoes(rows);
  if (droppedRows.length > 0) {
    const place = { line: firstLine + droppedRows[0]!, endLine: firstLine + droppedRows.at(-1)! };
    warnings.push({
      code: 'nested-table-repeated',
      message: `嵌套表格的 ${droppedRows.length} 行在表外重复出现，已略去`,
      file: fileName,
      place,
    });
  }
  let width = 0;
  for (const row of kept) width = Math.max(width, row.findLastIndex((cell) => !isBlank(cell.text)) + 1);
  if (width === 0) return null;
  const cells = kept.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? readField('')));
  return { cells, spansKnown: false, markedHeaderRows: null, place: { line: firstLine, endLine: firstLine + lines.length - 1 } };
}

function readField(field: string): RawCell {
  const { text, nested } = readCellMarkup(field);
  return { text, rowSpan: 1, colSpan: 1, covered: false, ...(nested.length > 0 && { nested }) };
}
