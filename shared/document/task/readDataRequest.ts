import type { DataTable } from '../../domain/dataTable';
import type { RequestItem, RequestTerms } from './buildDataRequest';
import { TASK_WORDS } from './taskWords';

/**
 * A field of a returned sheet that says something else than the version before: `field` empty for a row that is gone, `row` empty for a term of its head that
 * says something else than when it was sent.
 */
export type ReturnedDifference = { row: string; field: string; before: string; after: string };

type Grid = readonly (readonly string[])[];

/** The texts of tables by the sheet they stood in, one under the other, each with its caption. */
export function joinGrids(tables: readonly Pick<DataTable, 'place' | 'rows' | 'caption'>[]): Map<string, string[][]> {
  const grids = new Map<string, string[][]>();
  for (const { place, rows, caption } of tables) {
    const { sheet = '' } = place;
    const grid = grids.get(sheet) ?? [];
    grids.set(sheet, grid);
    if (caption !== null) grid.push([caption.trim()]);
    grid.push(...rows.map(({ cells }) => cells.map(({ text }) => text.trim())));
  }
  return grids;
}

/** The page of a returned file that answers an item: by the sheet's name, by its title, or, when it is the only one of both, as it is. */
export function findPage(grids: ReadonlyMap<string, Grid>, item: RequestItem, items: readonly RequestItem[]): Grid | null {
  const title = `${TASK_WORDS.dataRequest}：${item.name}`;
  const named = grids.get(item.sheet);
  const titled = [...grids.values()].filter((grid) => grid.some((cells) => cells[0] === title));
  if (titled.length === 1) return titled[0]!;
  if (named) return named;
  return items.length === 1 ? [...grids.values()].flat() : null;
}

/** What the head of a page says, by label. */
export function readTerms(grid: Grid): Record<TermName, string> {
  const read = (label: string) =>
    grid
      .find((cells) => cells[0] === label)
      ?.slice(1)
      .find((text) => text !== '') ?? '';
  return {
    basis: read(TASK_WORDS.basis),
    period: read(TASK_WORDS.period),
    unit: read(TASK_WORDS.unit),
    dueOn: read(TASK_WORDS.due),
    preparer: read(TASK_WORDS.preparer),
    reviewer: read(TASK_WORDS.reviewer),
  };
}

export type TermName = keyof RequestTerms;

/** Terms that came back otherwise than they were sent: another unit makes other numbers of the same digits. */
export function compareTerms(sent: RequestTerms, dueOn: string, returned: Record<TermName, string>): ReturnedDifference[] {
  const pairs = [
    [TASK_WORDS.basis, sent.basis, returned.basis],
    [TASK_WORDS.period, sent.period, returned.period],
    [TASK_WORDS.unit, sent.unit, returned.unit],
    [TASK_WORDS.due, dueOn, returned.dueOn],
  ] as const;
  return pairs.flatMap(([field, before, after]) => (before.trim() === after ? [] : [{ row: '', field, before, after }]));
}

/** What a returned sheet leaves empty: who filled and who checked it, fields without a column, and fields with a blank in a row that is filled elsewhere. */
export function findEmptyFields(grid: Grid, fields: readonly string[]): string[] {
  const { preparer, reviewer } = readTerms(grid);
  const empty = [...(preparer === '' ? [TASK_WORDS.preparer] : []), ...(reviewer === '' ? [TASK_WORDS.reviewer] : [])];
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
