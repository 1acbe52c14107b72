import type { Warning } from '../../domain/place';
import type { RawPart } from '../rawTable';
import { findAlignedTables } from './alignedTables';
import { closeCjkBlanks, WIDE_BLANK, standsInForBreaks } from './cjkBlanks';
import { joinPdfLines } from './joinPdfLines';
import { joinTableParts } from '../joinTableParts';
import { type Furniture, type PageLines, removeFurniture } from './pageFurniture';
import { readPageLines } from './pageLines';
import type { PdfLine, PdfPage } from './pdfPage';
import { isWithinColumns, type PlacedTable, readRuledTables, spreadColumns } from './ruledTables';
import { type Message, message } from '../../domain/message';

const PAGES_NAMED = 3;
const REPAIRS_NAMED = 5;

/**
 * A PDF's pages as a document in reading order: tables, and paragraphs with what the pages did to them undone. Heads, feet, page numbers left out and
 * characters repaired are warnings.
 */
export function readPdfParts(pages: readonly PdfPage[], fileName: string): { parts: RawPart[]; warnings: Warning[] } {
  const repairs = new Map<string, number>();
  const tables = new Map<number, PlacedTable[]>();
  const lined = pages.map((page): PageLines => {
    const read = readRuledTables(page, repairs);
    tables.set(page.page, read.tables);
    return { page: page.page, height: page.height, lines: readPageLines({ ...page, items: read.outside }, repairs) };
  });
  const { pages: cleaned, furniture } = removeFurniture(lined);
  const aligned = splitAtTables(cleaned, tables).map(findAlignedTables);
  for (const table of aligned.flatMap((found) => found.tables)) tables.get(table.table.place.page!)!.push(table);
  const outside = aligned.flatMap((found) => found.outside);
  const blocks = cleaned.flatMap(({ page }) =>
    orderBlocks(
      outside.filter((line) => line.page === page),
      tables.get(page)!.toSorted((a, b) => a.top - b.top),
    ),
  );
  const warnings = [...describeFurniture(furniture, fileName), ...describeRepairs(repairs, fileName), ...findBlankPages(pages, fileName)];
  return { parts: toParts(blocks), warnings };
}

/** The lines of all pages in stretches that no ruled table interrupts. */
function splitAtTables(pages: readonly PageLines[], tables: ReadonlyMap<number, readonly PlacedTable[]>): PdfLine[][] {
  const stretches: PdfLine[][] = [[]];
  for (const { page, lines } of pages) {
    const ruled = tables.get(page)!;
    let passed = 0;
    for (const line of lines) {
      const above = ruled.filter(({ top }) => top < line.y).length;
      if (above > passed) stretches.push([]);
      passed = above;
      stretches.at(-1)!.push(line);
    }
    if (ruled.length > passed) stretches.push([]);
  }
  return stretches;
}

type Block = { line: PdfLine } | PlacedTable;

/** A page's lines and tables from top to bottom. */
function orderBlocks(lines: readonly PdfLine[], tables: readonly PlacedTable[]): Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (const line of lines) {
    while (next < tables.length && tables[next]!.top < line.y) blocks.push(tables[next++]!);
    blocks.push({ line });
  }
  return [...blocks, ...tables.slice(next)];
}

function toParts(blocks: readonly Block[]): RawPart[] {
  const runs: PdfLine[][] = [[]];
  const tables: PlacedTable[] = [];
  for (const block of blocks) {
    if ('line' in block) runs.at(-1)!.push(block.line);
    else {
      tables.push(block);
      runs.push([]);
    }
  }
  const continued = tables.map((table, i) => i > 0 && runs[i]!.length === 0 && alignColumns(tables, i - 1, table));
  const joined = joinPdfLines(runs);
  const keepsBlanks = standsInForBreaks(joined.flat().map(({ text }) => text));
  const parts = joined.flatMap((paragraphs, i): RawPart[] => {
    const texts = paragraphs.map(({ text, page }): RawPart => {
      return { type: 'paragraph', text: keepsBlanks ? text.replaceAll(WIDE_BLANK, ' ') : closeCjkBlanks(text), place: { page } };
    });
    if (i > 0 && i < tables.length && texts.length === 0 && !continued[i]) texts.push(APART);
    return i < tables.length ? [...texts, { type: 'table', table: tables[i]!.table }] : texts;
  });
  return joinTableParts(parts).filter((part) => part !== APART);
}

/** Stands between tables that are no continuation of each other, while tables are joined. */
const APART: RawPart = { type: 'paragraph', text: '', place: {} };

/** True when a table on the next page has the columns of the one before; rows that span columns may hide some of them on either page. */
function alignColumns(tables: PlacedTable[], at: number, next: PlacedTable): boolean {
  const table = tables[at]!;
  if (next.table.place.page !== table.table.place.page! + 1) return false;
  // Columns by alignment have no edges to compare: as many of them may go on.
  if (!table.table.spansKnown && !next.table.spansKnown) return table.edges.length === next.edges.length;
  if (isWithinColumns(next.edges, table.edges)) tables[at + 1] = spreadColumns(next, table.edges);
  else if (isWithinColumns(table.edges, next.edges)) tables[at] = spreadColumns(table, next.edges);
  else return false;
  return true;
}

function describeFurniture({ repeated, numbered }: Furniture, file: string): Warning[] {
  const warnings: Warning[] = repeated.map(({ text, pages }) => ({
    code: 'page-head-left-out',
    message: message('warning.page-head-left-out', { text, pages: namePages(pages) }),
    file,
    place: { page: pages[0]! },
  }));
  if (numbered.length > 0) {
    warnings.push({
      code: 'page-number-left-out',
      message: message('warning.page-number-left-out', { pages: namePages(numbered) }),
      file,
      place: { page: numbered[0]! },
    });
  }
  return warnings;
}

function describeRepairs(repairs: ReadonlyMap<string, number>, file: string): Warning[] {
  if (repairs.size === 0) return [];
  const kinds = [...repairs.keys()];
  const places = [...repairs.values()].reduce((sum, count) => sum + count, 0);
  const named = kinds.slice(0, REPAIRS_NAMED).join('、');
  const kindsCut = kinds.length > REPAIRS_NAMED ? message('warning.kinds', { count: kinds.length }) : null;
  const repaired = message('warning.glyphs-repaired', { named, kinds: kindsCut, places });
  return [{ code: 'glyphs-repaired', message: repaired, file, place: null }];
}

function findBlankPages(pages: readonly PdfPage[], file: string): Warning[] {
  const blank = pages.filter(({ items }) => items.length === 0).map(({ page }) => page);
  if (blank.length === 0) return [];
  const unread = message('warning.page-without-text', { pages: namePages(blank) });
  return [{ code: 'page-without-text', message: unread, file, place: { page: blank[0]! } }];
}

/** Pages by number; long lists are cut with their count. */
function namePages(pages: readonly number[]): Message {
  const named = pages.slice(0, PAGES_NAMED).join('、');
  return pages.length <= PAGES_NAMED
    ? message('warning.pages', { pages: named })
    : message('warning.pages-many', { pages: named, count: pages.length });
}
