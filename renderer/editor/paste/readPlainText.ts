import { dropAddressBrackets } from '../../../shared/document/plainAddress';
import type { RawCell } from '../../../shared/tables/rawTable';
import { findHeadingLevel } from '../../../shared/document/draft/headings';
import type { Pasted, PastedBlock, PastedText } from './pastedBlock';

/** Reads plain text: a paragraph a line, lines with tabs next to each other a table, headings by their labels. */
export function readPlainText(text: string): Pasted {
  const blocks: PastedBlock[] = [];
  let table: string[][] = [];
  const closeTable = () => {
    if (table.length > 1) blocks.push({ type: 'grid', cells: toGrid(table), spansKnown: false });
    else for (const line of table) blocks.push(createText(line.join(' ')));
    table = [];
  };
  for (const line of text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n')) {
    if (line.includes('\t')) {
      table.push(line.split('\t').map((cell) => cell.trim()));
      continue;
    }
    closeTable();
    const trimmed = dropAddressBrackets(line.trim());
    if (trimmed !== '') blocks.push(createText(trimmed));
  }
  closeTable();
  return { blocks, picturesLeftOut: 0 };
}

function createText(text: string): PastedText {
  const level = findHeadingLevel({ type: 'paragraph', text, place: {} }, false);
  const inlines = [{ type: 'text' as const, text }];
  return level === null ? { type: 'paragraph', inlines } : { type: 'heading', level, inlines };
}

function toGrid(lines: readonly (readonly string[])[]): RawCell[][] {
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) =>
    Array.from({ length: width }, (_, col) => ({ text: line[col] ?? '', rowSpan: 1, colSpan: 1, covered: false })),
  );
}
