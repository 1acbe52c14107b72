import type { DataTable, ReadTable } from '../../domain/dataTable';
import { TASK_WORDS } from './taskWords';

/** A field of a returned sheet that says something else than the version before. */
export type ReturnedDifference = { row: string; field: string; before: string; after: string };

type Grid = readonly (readonly string[])[];

/** The texts of tables, one under the other as they stood in the sheet. */
export function joinGrids(tables: readonly (ReadTable | DataTable)[]): string[][] {
  return tables.flatMap(({ rows }) => rows.map((row) => ('cells' in row ? row.cells : row).map((cell) => cell.text.trim())));
}

/** What a returned sheet leaves empty: who filled and who checked it, fields without a column, and fields with a blank in a row that is filled elsewhere. */
export function findEmptyFields(grid: Grid, fields: readonly string[]): string[] {
  const empty = [TASK_WORDS.preparer, TASK_WORDS.reviewer].filter((label) => {
    const row = grid.find((cells) => cells[0] === label);
    return !row?.slice(1).some((text) => text !== '');
  });
  const { columns, body } = readBody(grid, fields);
  const lacking = fields.filter((field) => {
    const column = columns.get(field);
    return column === undefined || body.length === 0 || body.some((cells) => (cells[column] ?? '') === '');
  });
  return [...empty, ...lacking];
}

/** What changed from one returned version to the next, by the first field of each row. */
export function compareReturned(before: Grid, after: Grid, fields: readonly string[]): ReturnedDifference[] {
  const former = readBody(before, fields);
  const latter = readBody(after, fields);
  const name = (body: typeof former, cells: readonly string[]) => cells[body.columns.get(fields[0] ?? '') ?? 0] ?? '';
  const rows = new Map(former.body.map((cells) => [name(former, cells), cells]));
  const differences: ReturnedDifference[] = [];
  for (const cells of latter.body) {
    const row = name(latter, cells);
    const was = rows.get(row);
    rows.delete(row);
    for (const field of fields) {
      const one = was?.[former.columns.get(field) ?? -1] ?? '';
      const other = cells[latter.columns.get(field) ?? -1] ?? '';
      if (one !== other) differences.push({ row, field, before: one, after: other });
    }
  }
  for (const [row, cells] of rows) {
    differences.push({ row, field: '', before: cells.filter((text) => text !== '').join(' '), after: '' });
  }
  return differences;
}

/** The header row, found by most of its fields, and the filled rows under it. */
function readBody(grid: Grid, fields: readonly string[]): { columns: Map<string, number>; body: readonly (readonly string[])[] } {
  const count = (cells: readonly string[]) => fields.filter((field) => cells.includes(field)).length;
  const best = Math.max(0, ...grid.map(count));
  const at = best === 0 ? -1 : grid.findIndex((cells) => count(cells) === best);
  if (at < 0) return { columns: new Map(), body: [] };
  const header = grid[at]!;
  const columns = new Map(fields.flatMap((field) => (header.includes(field) ? [[field, header.indexOf(field)] as const] : [])));
  return { columns, body: grid.slice(at + 1).filter((cells) => cells.some((text) => text !== '')) };
}
