import type { ReadCell, ReadTable, RowRole, TableDoubt } from '../domain/dataTable';
import { assert } from '../util/assert';
import { getCellKind, isBlank, isYear, squash } from './cellText';
import { type HeaderReading, inferHeader } from './inferHeader';
import { inferPeriod } from './inferPeriod';
import { inferSpans } from './inferSpans';
import { getCellUnit, readUnitRules, type UnitRules } from './inferUnits';
import type { RawCell, RawTable } from './rawTable';
import { readPrintedNumber } from './readNumber';
import { getTotalKind } from './rowLabels';
import { makeTextGrid, type TextGrid } from './textGrid';

/** What is known of a table from outside: its surroundings and the unit of the table before it, should it print none. */
export type TableContext = {
  caption: string | null;
  unitLine: string | null;
  notes: string[];
  inherited: { units: readonly string[]; reason: string } | null;
};

export const NO_CONTEXT: TableContext = { caption: null, unitLine: null, notes: [], inherited: null };

/** Understands one table: spans, header paths, row roles, typed cells, unit and period. Never throws; what is uncertain is a doubt. */
export function describeTable(raw: RawTable, context: TableContext): ReadTable {
  const grid = makeTextGrid(raw.cells.map((row) => row.map((cell) => cell.text)));
  const marked = raw.markedHeaderRows;
  const inferred = inferHeader(grid);
  const header: HeaderReading =
    marked !== null && marked > 0 && marked < grid.texts.length ? { ...inferred, headerRows: marked } : inferred;
  const doubts: TableDoubt[] = [...(raw.doubts ?? [])];
  if (!header.sure && marked === null) doubts.push({ about: 'headerRows', row: 0, reason: '只凭用词判断首行为表头' });
  const cells = raw.cells.map((row) => padCells(row, grid.width));
  if (!raw.spansKnown) {
    const reading = inferSpans(grid, header);
    applySpans(cells, reading.spans, reading.moves);
    doubts.push(...reading.doubts);
  }
  const columns = readColumns(cells, header.headerRows);
  const rowRoles = readRowRoles(cells, header);
  const rules = readUnitRules(columns, context.unitLine);
  const usesInherited = rules.tableUnits.length === 0 && context.inherited !== null && header.headerRows > 0;
  const effective: UnitRules = usesInherited ? { ...rules, tableUnits: context.inherited!.units } : rules;
  const typed = new CellTyping(effective, rowRoles, grid);
  const rows = cells.map((row, r) => row.map((cell, c) => typed.read(cell, row, r, c)));
  doubts.push(...typed.findDoubts(rows));
  if (usesInherited && typed.usedTableUnit) doubts.push({ about: 'unit', reason: context.inherited!.reason });
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
      if (cell.covered || isBlank(cell.text)) continue;
      for (let dc = 0; dc < cell.colSpan; dc += 1) paths[c + dc]?.push(cell.text);
    }
  }
  return paths;
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

class CellTyping {
  usedTableUnit = false;

  private readonly rules: UnitRules;
  private readonly roles: readonly RowRole[];
  private readonly grid: TextGrid;
  private readonly isForm: boolean;

  constructor(rules: UnitRules, roles: readonly RowRole[], grid: TextGrid) {
    this.rules = rules;
    this.roles = roles;
    this.grid = grid;
    this.isForm = !roles.includes('header');
  }

  read(cell: RawCell, row: readonly RawCell[], r: number, c: number): ReadCell {
    const { text, rowSpan, colSpan, covered, nested } = cell;
    const plain: ReadCell = { text, rowSpan, colSpan, covered, value: null, unit: null };
    if (nested) plain.nested = nested.map((table) => describeTable(table, NO_CONTEXT));
    const role = this.roles[r]!;
    if (covered || role === 'header' || role === 'band' || text.length > 60) return plain;
    const printed = readPrintedNumber(text);
    if (!printed && cell.stored === undefined) return plain;
    if (isYear(text) && c === 0) return plain;
    const before = row.filter((other, at) => at < c && getCellKind(other.text) === 'text');
    const label = (this.isForm ? before.at(-1) : before[0])?.text ?? '';
    const { unit, fromTable } = getCellUnit(this.rules, c, label, this.readRowUnit(row, c), printed?.unit ?? null);
    plain.value = cell.stored ?? printed!.value;
    plain.unit = unit;
    if (fromTable) this.usedTableUnit = true;
    return plain;
  }

  /** What the unit column prints for the row: a short word without digits. */
  private readRowUnit(row: readonly RawCell[], c: number): string | null {
    const at = this.rules.unitColumn;
    if (at === null || at === c) return null;
    const unit = row[at]?.text.trim() ?? '';
    return unit === '' || unit.length > 12 || /\d/.test(unit) ? null : unit.replace('％', '%');
  }

  /** Cells of amount columns that look like numbers but are none: 24,18 or 2018.03.15. */
  findDoubts(rows: readonly (readonly ReadCell[])[]): TableDoubt[] {
    const doubts: TableDoubt[] = [];
    for (let c = 1; c < this.grid.width; c += 1) {
      let numbers = 0;
      const odd: number[] = [];
      rows.forEach((row, r) => {
        const cell = row[c]!;
        if (cell.value !== null) numbers += 1;
        else if (
          !cell.covered &&
          this.roles[r] !== 'header' &&
          this.roles[r] !== 'band' &&
          /^[-−(（]?[\d.,，]*\d[.,，]\d[\d.,，]*[)）%]?$/.test(cell.text.trim())
        )
          odd.push(r);
      });
      if (numbers === 0) continue;
      for (const r of odd)
        doubts.push({ about: 'value', row: r, col: c, reason: `“${rows[r]![c]!.text.trim()}”不像这一列的数字，请核对原文` });
    }
    return doubts;
  }
}
