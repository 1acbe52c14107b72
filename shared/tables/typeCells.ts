import type { ReadCell, ReadTable, RowRole, TableDoubt } from '../domain/dataTable';
import { type CellKind, getCellKind, isYear } from './cellText';
import { getCellUnit, type UnitRules } from './inferUnits';
import type { RawCell, RawTable } from './rawTable';
import { readPrintedNumber } from './readNumber';
import { message } from '../domain/message';

/** Typed rows, and whether any number took the unit of the table's unit line. */
export type TypedCells = { rows: ReadCell[][]; usedTableUnit: boolean };

const LONGEST_NUMBER = 60;
const LIKE_A_NUMBER = /^[-−(（]?[\d.,，]*\d[.,，]\d[\d.,，]*[)）%]?$/;

/** Gives every body cell its exact value and unit. `describeNested` understands tables inside cells. */
export function typeCells(
  cells: readonly (readonly RawCell[])[],
  roles: readonly RowRole[],
  rules: UnitRules,
  describeNested: (table: RawTable) => ReadTable,
): TypedCells {
  let usedTableUnit = false;
  const isForm = !roles.includes('header');
  const rows = cells.map((row, r) => {
    const isHead = roles[r] === 'header' || roles[r] === 'band';
    const rowUnit = isHead ? null : readRowUnit(row, rules.unitColumn);
    let label = '';
    return row.map((cell, c): ReadCell => {
      const { text, rowSpan, colSpan, covered } = cell;
      const typed: ReadCell = { text, rowSpan, colSpan, covered, value: null, unit: null };
      if (cell.nested) typed.nested = cell.nested.map(describeNested);
      if (covered || isHead || text === '') return typed;
      const kind: CellKind = cell.stored === undefined ? getCellKind(text) : 'number';
      if (kind === 'text' && (isForm || label === '')) label = text;
      if (kind !== 'number' || text.length > LONGEST_NUMBER || (c === 0 && isYear(text))) return typed;
      const printed = readPrintedNumber(text);
      const atStub = c === 0 && !isForm;
      const { unit, fromTable } = getCellUnit(rules, c, label, rules.unitColumn === c ? null : rowUnit, printed?.unit ?? null);
      typed.value = cell.stored ?? printed!.value;
      typed.unit = atStub && fromTable ? null : unit;
      usedTableUnit ||= fromTable && !atStub;
      return typed;
    });
  });
  return { rows, usedTableUnit };
}

/** What the unit column prints for the row: a short word without digits. */
function readRowUnit(row: readonly RawCell[], unitColumn: number | null): string | null {
  if (unitColumn === null) return null;
  const unit = row[unitColumn]?.text.trim() ?? '';
  return unit === '' || unit.length > 12 || /\d/.test(unit) ? null : unit.replace('％', '%');
}

/** Cells of amount columns that look like numbers but are none: 24,18 or 2018.03.15. */
export function findValueDoubts(rows: readonly (readonly ReadCell[])[], roles: readonly RowRole[]): TableDoubt[] {
  const doubts: TableDoubt[] = [];
  const width = rows[0]?.length ?? 0;
  for (let c = 1; c < width; c += 1) {
    if (!rows.some((row) => row[c]!.value !== null)) continue;
    rows.forEach((row, r) => {
      const { text, value, covered } = row[c]!;
      if (value !== null || covered || roles[r] === 'header' || roles[r] === 'band' || !LIKE_A_NUMBER.test(text.trim())) return;
      doubts.push({ about: 'value', row: r, col: c, reason: message('doubt.value', { text: text.trim() }) });
    });
  }
  return doubts;
}
