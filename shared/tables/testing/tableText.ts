import type { ReadTable } from '../../domain/dataTable';
import { describeParts } from '../describeParts';
import type { RawPart, RawTable } from '../rawTable';

/** A raw table from lines whose cells are parted by |; blanks stay blank, spans are not known. */
export function makeRawTable(lines: string, place: RawTable['place'] = {}): RawTable {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((text) => text.trim()));
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) =>
    Array.from({ length: width }, (_, c) => ({ text: row[c] ?? '', rowSpan: 1, colSpan: 1, covered: false })),
  );
  return { cells, spansKnown: false, markedHeaderRows: null, place };
}

export function makeTablePart(lines: string, place: RawTable['place'] = {}): RawPart {
  return { type: 'table', table: makeRawTable(lines, place) };
}

export function makeParagraph(text: string): RawPart {
  return { type: 'paragraph', text, place: {} };
}

/** The understood tables of a document, which must keep its invariants. */
export function describeTables(...parts: RawPart[]): ReadTable[] {
  const described = describeParts(parts, 'a.txt').parts;
  const tables = described.flatMap((part) => (part.type === 'table' ? [part.table] : []));
  for (const table of tables) checkTiling(table);
  return tables;
}

/** One line per row: text, then >n for columns and vn for rows spanned; · where a span covers. */
export function showGrid(table: ReadTable): string[] {
  return table.rows.map((row) =>
    row
      .map((cell) =>
        cell.covered ? '·' : cell.text + (cell.colSpan > 1 ? `>${cell.colSpan}` : '') + (cell.rowSpan > 1 ? `v${cell.rowSpan}` : ''),
      )
      .join('|'),
  );
}

/** Throws unless the grid is rectangular and every position is a cell or covered by exactly one span, as text and values demand. */
export function checkTiling(table: ReadTable): void {
  const width = table.rows[0]?.length ?? 0;
  const covered = table.rows.map((row) => row.map(() => 0));
  table.rows.forEach((row, r) => {
    if (row.length !== width) throw new Error(`row ${r} has ${row.length} positions, not ${width}`);
    row.forEach((cell, c) => {
      if (cell.covered) {
        if (cell.text !== '' || cell.value !== null || cell.rowSpan !== 1 || cell.colSpan !== 1)
          throw new Error(`covered (${r}, ${c}) holds something`);
        return;
      }
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1) covered[r + down]![c + right]! += 1;
      for (const nested of cell.nested ?? []) checkTiling(nested);
    });
  });
  table.rows.forEach((row, r) => {
    row.forEach((_, c) => {
      if (covered[r]![c] !== 1) throw new Error(`position (${r}, ${c}) is covered ${covered[r]![c]} times`);
    });
  });
  if (table.rowRoles.length !== table.rows.length) throw new Error('one role per row');
  if (table.columns.length !== width) throw new Error('one header path per column');
  if (table.headerRows > table.rows.length) throw new Error('more header rows than rows');
}
