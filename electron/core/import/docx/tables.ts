import { writeSmall } from '../../../../shared/document/formulas';
import { AppError } from '../../../../shared/ipc/errors';
import type { RawCell, RawPart, RawTable } from '../../../../shared/tables/rawTable';
import { type DocxReading, getPlace, warn } from './docxReading';
import { dropSliverColumns } from './sliverColumns';
import { childOf, elementsOf, toggleOf, valueOf, type XmlElement } from './xmlTree';
import { message } from '../../../../shared/domain/message';

/** Reads the blocks of a cell; given by the caller, who reads blocks of the body in the same way. */
export type ReadBlocks = (parent: XmlElement, reading: DocxReading) => RawPart[];

/** Word allows 63 columns; files made by programs sometimes have more. */
const MAX_COLUMNS = 512;
const MAX_GRID_POSITIONS = 4_000_000;
const NESTED_TABLE = '\uFFFC';

/** Reads a w:tbl as a full grid with spans from gridSpan, vMerge and hMerge. Rows a tracked change deleted are left out. */
export function readTable(element: XmlElement, reading: DocxReading, readBlocks: ReadBlocks): RawTable {
  if (reading.tableDepth === 0) reading.table++;
  reading.tableDepth++;
  const grid: RawCell[][] = [];
  let markedHeaderRows = 0;
  for (const row of collect(element, 'w:tr')) {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del')) {
      reading.deletions++;
      continue;
    }
    if (childOf(properties, 'w:ins')) reading.insertions++;
    if (markedHeaderRows === grid.length && toggleOf(properties, 'w:tblHeader')) markedHeaderRows++;
    grid.push(readRow(row, grid, reading, readBlocks));
  }
  dropSliverColumns(grid, readWidths(element));
  padRows(grid);
  const place = getPlace(reading);
  reading.tableDepth--;
  return { cells: grid, spansKnown: true, markedHeaderRows: markedHeaderRows || null, place };
}

/** Widths of the grid's columns as the file gives them; a column without one is taken as visible. */
function readWidths(table: XmlElement): number[] {
  const columns = elementsOf(childOf(table, 'w:tblGrid') ?? table).filter(({ name }) => name === 'w:gridCol');
  return columns.map(({ attributes }) => (attributes['w:w'] === undefined ? Number.POSITIVE_INFINITY : Number(attributes['w:w'])));
}

/** Rows of a table, or cells of a row, through the wrappers that may stand around them. */
function collect(parent: XmlElement, name: 'w:tr' | 'w:tc'): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    const wraps = child.name === 'w:sdt' || child.name === 'w:sdtContent' || child.name === 'w:customXml' || child.name === 'w:ins';
    return wraps ? collect(child, name) : [];
  });
}

function readRow(row: XmlElement, above: readonly RawCell[][], reading: DocxReading, readBlocks: ReadBlocks): RawCell[] {
  const cells: RawCell[] = [];
  const properties = childOf(row, 'w:trPr');
  addBlanks(cells, readSpan(valueOf(properties, 'w:gridBefore'), 0));
  for (const cell of collect(row, 'w:tc')) {
    addCell(cells, cell, above, reading, readBlocks);
    if (cells.length > MAX_COLUMNS) {
      throw new AppError('document-broken', {
        file: reading.fileName,
        place: message('spot.tableColumns', { table: reading.table, columns: MAX_COLUMNS }),
      });
    }
  }
  addBlanks(cells, readSpan(valueOf(properties, 'w:gridAfter'), 0));
  reading.gridPositions += cells.length;
  if (reading.gridPositions > MAX_GRID_POSITIONS) {
    throw new AppError('archive-bomb', {
      file: reading.fileName,
      size: message('size.moreCells', { count: MAX_GRID_POSITIONS }),
      place: message('spot.table', { table: reading.table }),
    });
  }
  return cells;
}

function readSpan(text: string | undefined, otherwise: number): number {
  const span = Number(text);
  return text !== undefined && Number.isInteger(span) && span >= 0 ? Math.min(span, MAX_COLUMNS) : otherwise;
}

function addBlanks(cells: RawCell[], count: number): void {
  for (let i = 0; i < count; i++) cells.push({ text: '', rowSpan: 1, colSpan: 1, covered: false });
}

function addCell(cells: RawCell[], element: XmlElement, above: readonly RawCell[][], reading: DocxReading, readBlocks: ReadBlocks): void {
  const properties = childOf(element, 'w:tcPr');
  const colSpan = Math.max(1, readSpan(valueOf(properties, 'w:gridSpan'), 1));
  const content = readContent(element, reading, readBlocks);
  const column = cells.length;
  if (continuesLeft(properties)) {
    const origin = findOriginLeft(cells);
    if (origin) {
      origin.colSpan += colSpan;
      cover(cells, colSpan, content.text, reading);
      return;
    }
  }
  const vertical = childOf(properties, 'w:vMerge');
  if (vertical && vertical.attributes['w:val'] !== 'restart') {
    const origin = findOriginAbove(above, column, colSpan);
    if (origin) {
      origin.rowSpan++;
      cover(cells, colSpan, content.text, reading);
      return;
    }
  }
  cells.push({ ...content, rowSpan: 1, colSpan, covered: false });
  cover(cells, colSpan - 1, '', reading);
}

function continuesLeft(properties: XmlElement | undefined): boolean {
  const merge = childOf(properties, 'w:hMerge');
  return merge !== undefined && merge.attributes['w:val'] !== 'restart';
}

function findOriginLeft(cells: readonly RawCell[]): RawCell | undefined {
  return cells.findLast((cell) => !cell.covered);
}

/** The cell a vMerge continues: same column, same width, reaching down to the row just above. */
function findOriginAbove(above: readonly RawCell[][], column: number, colSpan: number): RawCell | undefined {
  for (let r = above.length - 1; r >= 0; r--) {
    const cell = above[r]?.[column];
    if (!cell) return undefined;
    if (!cell.covered) return cell.colSpan === colSpan && r + cell.rowSpan === above.length ? cell : undefined;
  }
  return undefined;
}

function cover(cells: RawCell[], count: number, hiddenText: string, reading: DocxReading): void {
  for (let i = 0; i < count; i++) cells.push({ text: '', rowSpan: 1, colSpan: 1, covered: true });
  if (hiddenText !== '') warn(reading, 'covered-text', message('warning.covered-text', { text: hiddenText }));
}

function readContent(cell: XmlElement, reading: DocxReading, readBlocks: ReadBlocks): { text: string; nested?: RawTable[] } {
  const lines: string[] = [];
  const nested: RawTable[] = [];
  for (const part of readBlocks(cell, reading)) {
    if (part.type === 'table') {
      lines.push(NESTED_TABLE);
      nested.push(part.table);
      continue;
    }
    lines.push(sayRuns(part));
    for (const picture of part.pictures ?? []) {
      warn(reading, 'picture-in-table', message('warning.picture-in-table', { name: picture.alt === '' ? '' : `“${picture.alt}”` }));
    }
  }
  const text = lines.join('\n').replace(/^\n+|\n+$/g, '');
  return nested.length > 0 ? { text, nested } : { text };
}

/** A paragraph of a cell, which has no looks: lowered and raised signs of a formula in characters that are so by themselves. */
function sayRuns({ text, runs }: Extract<RawPart, { type: 'paragraph' }>): string {
  if (!runs) return text;
  return runs
    .map((run) => (run.style?.sub ? writeSmall(run.text, 'sub') : run.style?.sup ? writeSmall(run.text, 'sup') : run.text))
    .join('');
}

function padRows(grid: RawCell[][]): void {
  const width = Math.max(0, ...grid.map((row) => row.length));
  for (const row of grid) addBlanks(row, width - row.length);
}
