import { say } from '../../catalogue/catalogue';
import { sayPlace } from '../../catalogue/sayPlace';
import type { CellRef, DataTable, Source } from '../../domain/dataTable';
import type { TableId } from '../../domain/ids';
import type { Question } from '../../domain/letter';
import type { Section } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { type GetRowPath, readRowPaths } from '../../figures/rowPath';
import { SECTIONS } from './registerWords';

/** A cell where a number comes from, in the register's words. */
export type CellHome = {
  table: string;
  row: string;
  column: string;
  text: string;
  unit: string;
  file: string;
  place: string;
  source: Source | null;
};

/** Where the rows and columns of a table stand, and the words that head its rows. */
type Positions = { rows: ReadonlyMap<string, number>; cols: ReadonlyMap<string, number>; getRowPath: GetRowPath };

/** Finds cells' homes in one snapshot; a table is looked through once, however many of its cells are asked for. */
export function createHomes({ tables, sources }: Pick<ProjectSnapshot, 'tables' | 'sources'>): (cell: CellRef) => CellHome | null {
  const byId = new Map(sources.map((source) => [source.sourceId, source]));
  const positions = new Map<TableId, Positions>();
  const locate = (table: DataTable): Positions => {
    const known = positions.get(table.tableId);
    if (known) return known;
    const made: Positions = {
      rows: new Map(table.rows.map((row, at) => [row.rowId, at])),
      cols: new Map(table.columns.map((column, at) => [column.colId, at])),
      getRowPath: readRowPaths(table.rows.map((row) => row.cells)),
    };
    positions.set(table.tableId, made);
    return made;
  };
  return ({ tableId, rowId, colId }) => {
    const table = tables.get(tableId);
    if (!table) return null;
    const { rows, cols, getRowPath } = locate(table);
    const row = rows.get(rowId);
    const col = cols.get(colId);
    const cell = row === undefined || col === undefined ? undefined : table.rows[row]?.cells[col];
    if (!cell || row === undefined || col === undefined) return null;
    const source = table.sourceId === null ? null : (byId.get(table.sourceId) ?? null);
    return {
      table: table.caption ?? '',
      row: getRowPath(row, col).join(' / '),
      column: table.columns[col]!.path.join(' / '),
      text: cell.text,
      unit: cell.unit ?? '',
      file: source?.fileName ?? '',
      place: sayPlace('zh-CN', table.place),
      source,
    };
  };
}

/** Who verifies a question, by the letter. */
export function nameVerifiers(question: Question | undefined): string {
  const roles = new Set(question?.verifications.map(({ role }) => role));
  return [...roles].map((role) => say('zh-CN', `role.${role}`)).join('、');
}

/** A section of a reply: 公司说明, 会计师核查意见. */
export function nameSection({ role, verifier }: Pick<Section, 'role' | 'verifier'>): string {
  return `${verifier === null ? '' : say('zh-CN', `role.${verifier}`)}${SECTIONS[role]}`;
}
