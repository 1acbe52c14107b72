import type { DataTable, ReadTable } from '../../../shared/domain/dataTable';
import { describeTable } from '../../../shared/tables/describeTable';

/**
 * Understands a stored table anew when the user names its header rows or its unit. Spans stay as stored. A number keeps its exact value, which a
 * workbook may know better than its print; what was no number before is read from its print.
 */
export function redescribeTable(table: DataTable, known: { headerRows?: number; unit?: string | null }): ReadTable {
  const headerRows = known.headerRows ?? table.headerRows;
  const unit = known.unit === undefined ? table.unit : known.unit;
  const described = describeTable(
    {
      cells: table.rows.map((row) => row.cells.map(({ text, rowSpan, colSpan, covered }) => ({ text, rowSpan, colSpan, covered }))),
      spansKnown: true,
      markedHeaderRows: headerRows,
      place: table.place,
    },
    { caption: table.caption, unitLine: unit, notes: table.notes, inherited: null },
  );
  const rows = described.rows.map((row, r) =>
    row.map((cell, c) => {
      const stored = table.rows[r]?.cells[c];
      return cell.value !== null && stored?.value ? { ...cell, value: stored.value } : cell;
    }),
  );
  const settled = known.unit === undefined ? 'headerRows' : 'unit';
  return { ...described, rows, doubts: described.doubts.filter((doubt) => doubt.about !== settled) };
}
