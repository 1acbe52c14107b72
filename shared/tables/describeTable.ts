import type { ReadTable, RowRole, TableDoubt } from '../domain/dataTable';
import { assert } from '../util/assert';
import { getCellKind, isBlank, squash } from './cellText';
import { type HeaderReading, inferHeader } from './inferHeader';
import { inferPeriod } from './inferPeriod';
import { inferSpans } from './inferSpans';
import { readUnitRules, type UnitRules } from './inferUnits';
import type { RawCell, RawTable } from './rawTable';
import { getTotalKind } from './rowLabels';
import { makeTextGrid, type TextGrid } from './textGrid';
import { findValueDoubts, typeCells } from './typeCells';
import { readUnitLine } from './unitLine';
import { type Message, message } from '../domain/message';

/** What is known of a table from outside: its surroundings and the unit of the table before it, should it print none. */
export type TableContext = {
  caption: string | null;
  unitLine: string | null;
  notes: string[];
  inherited: { units: readonly string[]; reason: Message } | null;
};

const NO_CONTEXT: TableContext = { caption: null, unitLine: null, notes: [], inherited: null };

/** Understands one table: spans, header paths, row roles, typed cells, unit and period. Never throws; what is uncertain is a doubt. */
export function describeTable(raw: RawTable, context: TableContext): ReadTable {
  const grid = makeTextGrid(raw.cells.map((row) => row.map((cell) => cell.text)));
  const header = readHeader(raw, grid);
  const doubts: TableDoubt[] = [...(raw.doubts ?? [])];
  if (!header.sure) doubts.push({ about: 'headerRows', row: 0, reason: message('doubt.headerByWords') });
  const cells = raw.cells.map((row) => padCells(row, grid.width));
  if (!raw.spansKnown) {
    const reading = inferSpans(grid, header);
    applySpans(cells, reading.spans, reading.moves);
    doubts.push(...reading.doubts);
  }
  const columns = readColumns(cells, header.headerRows);
  const rowRoles = readRowRoles(cells, header);
  const rules = readUnitRules(columns, context.unitLine ?? findUnitInside(cells, header.headerRows));
  const usesInherited = rules.tableUnits.length === 0 && context.inherited !== null && header.headerRows > 0;
  const effective: UnitRules = usesInherited ? { ...rules, tableUnits: context.inherited!.units } : rules;
  const { rows, usedTableUnit } = typeCells(cells, rowRoles, effective, (nested) => describeTable(nested, NO_CONTEXT));
  doubts.push(...findValueDoubts(rows, rowRoles));
  if (usesInherited && usedTableUnit) doubts.push({ about: 'unit', reason: context.inherited!.reason });
  return {
    place: raw.place,
    caption: context.caption,
    unit: context.unitLine,
    period: inferPeriod(columns, context.caption),
    headerRows: header.headerRows,
    columns,
    rows,
    rowRoles,
    notes: context.notes,
    doubts,
  };
}

/** Header rows the file marks count as marked, and as far as their merged cells reach; else the header is inferred. */
function readHeader(raw: RawTable, grid: TextGrid): HeaderReading {
  const inferred = inferHeader(grid);
  const marked = raw.markedHeaderRows;
  if (marked === null || marked > raw.cells.length) return inferred;
  let headerRows = marked;
  for (let r = 0; r < headerRows; r += 1) {
    for (const cell of raw.cells[r]!) if (!cell.covered) headerRows = Math.max(headerRows, Math.min(r + cell.rowSpan, raw.cells.length));
  }
  return { headerRows, bandRows: new Set([...inferred.bandRows].filter((r) => r >= headerRows)), sure: true };
}

function padCells(row: readonly RawCell[], width: number): RawCell[] {
  return Array.from({ length: width }, (_, c) => (row[c] ? { ...row[c] } : { text: '', rowSpan: 1, colSpan: 1, covered: false }));
}

function applySpans(
  cells: RawCell[][],
  spans: readonly { row: number; col: number; rowSpan: number; colSpan: number }[],
  moves: readonly { row: number; from: number; to: number }[],
): void {
  for (const { row, from, to } of moves) {
    const moved = cells[row]![from]!;
    cells[row]![to] = moved;
    cells[row]![from] = { text: '', rowSpan: 1, colSpan: 1, covered: false };
  }
  for (const span of spans) {
    for (let r = span.row; r < span.row + span.rowSpan; r += 1) {
      for (let c = span.col; c < span.col + span.colSpan; c += 1) {
        if (r === span.row && c === span.col) continue;
        assert(isBlank(cells[r]![c]!.text), 'a span covers only blank positions');
        cells[r]![c] = { text: '', rowSpan: 1, colSpan: 1, covered: true };
      }
    }
    cells[span.row]![span.col] = { ...cells[span.row]![span.col]!, rowSpan: span.rowSpan, colSpan: span.colSpan };
  }
}

/** Header path of every grid column through merged cells, outermost first, each label once. */
function readColumns(cells: readonly (readonly RawCell[])[], headerRows: number): string[][] {
  const width = cells[0]?.length ?? 0;
  const paths: string[][] = Array.from({ length: width }, () => []);
  for (let r = 0; r < headerRows; r += 1) {
    for (let c = 0; c < width; c += 1) {
      const cell = cells[r]![c]!;
      if (cell.covered || isBlank(cell.text) || isTitleCell(cell, width)) continue;
      for (let dc = 0; dc < cell.colSpan; dc += 1) paths[c + dc]?.push(cell.text);
    }
  }
  return paths;
}

/** A title or unit line that stands over all columns inside the table names none of them. */
function isTitleCell(cell: RawCell, width: number): boolean {
  return (width > 1 && cell.colSpan === width) || readUnitLine(cell.text) !== null;
}

/** The unit line some tables print in a row of their own above the header. */
function findUnitInside(cells: readonly (readonly RawCell[])[], headerRows: number): string | null {
  for (const row of cells.slice(0, headerRows)) {
    for (const cell of row) {
      const unit = readUnitLine(cell.text);
      if (unit !== null) return unit;
    }
  }
  return null;
}

function readRowRoles(cells: readonly (readonly RawCell[])[], header: HeaderReading): RowRole[] {
  const roles = cells.map((row, r): RowRole => {
    if (r < header.headerRows) return 'header';
    if (header.bandRows.has(r)) return 'band';
    const label = row.find((cell) => !isBlank(cell.text) && getCellKind(cell.text) === 'text')?.text ?? '';
    return getTotalKind(label) ?? 'body';
  });
  const last = roles.lastIndexOf('subtotal');
  if (
    last === roles.length - 1 &&
    last >= 0 &&
    !roles.includes('total') &&
    !squash(cells[last]!.find((cell) => !isBlank(cell.text))!.text).endsWith('小计')
  )
    roles[last] = 'total';
  return roles;
}
