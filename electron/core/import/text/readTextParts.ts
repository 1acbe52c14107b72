import type { Warning } from '../../../../shared/domain/place';
import { isBlank } from '../../../../shared/tables/cellText';
import { dropNestedEchoes } from '../../../../shared/tables/dropNestedEchoes';
import { joinParagraphs, type TextLine } from '../../../../shared/tables/joinParagraphs';
import { joinTableParts } from '../../../../shared/tables/joinTableParts';
import type { RawCell, RawPart, RawTable } from '../../../../shared/tables/rawTable';
import { readCellMarkup, readPlainText } from '../../../../shared/tables/readCellMarkup';
import { message } from '../../../../shared/domain/message';

/** Fields of the line an announcement begins with. */
const ANNOUNCEMENT_FIELD = /^(?:[A-Z]\s*股|证券|股票|债券|可转债|转债|公告)(?:代码|简称|编号)\s*[:：]/;
const RULE_ROW = /^[\s|:]*-{2,}[\s|:-]*$/;

/**
 * Reads plain text: one line is one paragraph, lines with tabs are table rows. Pages that were cut are joined again, tables and paragraphs alike; every
 * join is a doubt of its table or shows in a paragraph's lines, everything left out is a warning with its line. Lines count from 1.
 */
export function readTextParts(text: string, fileName: string): { parts: RawPart[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const blocks = splitBlocks(text.split(/\r\n|\n|\r|\u2028|\u2029/));
  const { runs, joins } = joinParagraphs(blocks.map((block) => (block.type === 'paragraphs' ? block.lines : [])));
  const parts = blocks.flatMap((block, i): RawPart[] => {
    if (block.type === 'table') {
      const prose = readProse(block.lines, block.firstLine);
      if (prose) return prose;
      const table = readBlock(block.lines, block.firstLine, fileName, warnings);
      return table ? [{ type: 'table', table }] : [];
    }
    return runs[i]!.map((line) => ({
      type: 'paragraph',
      text: line.text,
      place: line.endLine === line.line ? { line: line.line } : { line: line.line, endLine: line.endLine },
    }));
  });
  for (const { line, nextLine } of joins) {
    const joined = message('warning.paragraph-joined', { line, nextLine });
    warnings.push({ code: 'paragraph-joined', message: joined, file: fileName, place: { line, endLine: nextLine } });
  }
  return { parts: joinTableParts(parts), warnings };
}

type Block = { type: 'paragraphs'; lines: TextLine[] } | { type: 'table'; lines: string[]; firstLine: number };

/** Runs of table lines (with a tab) and of paragraphs between them; blank lines separate, nothing else. */
function splitBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let blank = true;
  lines.forEach((line, i) => {
    if (isBlank(line)) {
      blank = true;
      return;
    }
    const last = blocks.at(-1);
    if (line.includes('\t')) {
      if (last?.type === 'table' && !blank) last.lines.push(line);
      else blocks.push({ type: 'table', lines: [line], firstLine: i + 1 });
    } else {
      const paragraph = { text: readPlainText(line).trim(), line: i + 1, endLine: i + 1, afterBlank: blank };
      if (last?.type === 'paragraphs') last.lines.push(paragraph);
      else blocks.push({ type: 'paragraphs', lines: [paragraph] });
    }
    blank = false;
  });
  return blocks;
}

const ENUMERATOR = /^(?:[-•·●■]|[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-zA-Z])[)）、.．]|[①-⑳]|\d{1,2}(?:\.\d{1,2}){1,3})$/;
const SHORTEST_PROSE = 12;

/** Lines whose tab only parts a list label from its text, or the parts of an announcement's first line, are no table. */
function readProse(lines: readonly string[], firstLine: number): RawPart[] | null {
  const rows = lines.map((line) => line.split('\t').filter((field) => !isBlank(field)));
  const isList = rows.every(
    ([label, text, ...more]) => ENUMERATOR.test(label?.trim() ?? '') && (text?.trim().length ?? 0) >= SHORTEST_PROSE && more.length === 0,
  );
  const isHeadLine = rows.length === 1 && rows[0]!.filter((field) => ANNOUNCEMENT_FIELD.test(field.trim())).length > 1;
  if (!isList && !isHeadLine) return null;
  return rows.map((fields, i) => ({
    type: 'paragraph',
    text: readPlainText(fields.map((field) => field.trim()).join(isList ? '' : ' ')),
    place: { line: firstLine + i },
  }));
}

/** One run of tab-separated lines as a table: rules between rows left out, markup in cells read, blank columns at the right trimmed. */
function readBlock(lines: readonly string[], firstLine: number, fileName: string, warnings: Warning[]): RawTable | null {
  const rows: RawCell[][] = [];
  const lineOf: number[] = [];
  lines.forEach((line, i) => {
    const fields = line.split('\t');
    if (fields.every((field) => isBlank(field) || RULE_ROW.test(field)) && fields.some((field) => RULE_ROW.test(field))) return;
    rows.push(fields.map(readField));
    lineOf.push(firstLine + i);
  });
  const { rows: kept, echoed } = dropNestedEchoes(rows);
  if (echoed.length > 0) {
    warnings.push({
      code: 'nested-table-repeated',
      message: message('warning.nested-table-repeated', { count: echoed.length }),
      file: fileName,
      place: { line: lineOf[echoed[0]!]!, endLine: lineOf[echoed.at(-1)!]! },
    });
  }
  let width = 0;
  for (const row of kept) width = Math.max(width, row.findLastIndex((cell) => !isBlank(cell.text)) + 1);
  if (width === 0) return null;
  const cells = kept.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? readField('')));
  const printedWidth = kept.reduce((widest, row) => Math.max(widest, row.length), 0);
  return {
    cells,
    spansKnown: false,
    markedHeaderRows: null,
    printedWidth,
    place: { line: firstLine, endLine: firstLine + lines.length - 1 },
  };
}

function readField(field: string): RawCell {
  const { text, nested } = readCellMarkup(field);
  return { text, rowSpan: 1, colSpan: 1, covered: false, ...(nested.length > 0 && { nested }) };
}
