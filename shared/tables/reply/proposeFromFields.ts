import type { DataTable } from '../../domain/dataTable';
import { newId } from '../../domain/ids';
import { isFieldHeading } from '../../letter/demandedFields';
import { makeTypedColumn } from './editColumns';
import { matchRows } from './editRows';
import { findStubColumn, listBodyRows, makeBlankRow, proposeColumn, proposeRow } from './proposeDefinition';
import type { CellFormat, ReplyColumn, ReplyTableDefinition } from './replyTableDefinition';

/** Rows to begin with where no source has any, and the most that are taken over at once. */
const BLANK_ROWS = 3;
const MOST_ROWS = 200;

/**
 * A first definition with a column for each field a letter demands, named as the letter names it. A field takes the column of the evidence whose header
 * names it; rows are those of the table that shows most fields, and other tables' columns stand beside them where the row names agree. A field no table
 * shows is left to be typed. The first field heads the row names when the evidence's row names are called so, or when there is no evidence.
 */
export function proposeFromFields(fields: readonly string[], tables: readonly DataTable[]): ReplyTableDefinition {
  const counted = tables.map((table) => ({ table, count: fields.filter((field) => findColumn(field, table) !== null).length }));
  const showing = counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  const main = showing[0]?.table ?? null;
  const stub = main ? findStubColumn(main) : 0;
  const stubField = main ? fields.find((field) => findColumn(field, main) === stub) : fields[0];
  const columns = fields
    .filter((field) => field !== stubField)
    .map((field) =>
      proposeField(
        field,
        main?.unit ?? null,
        showing.map(({ table }) => table),
      ),
    );
  const first: ReplyTableDefinition = {
    caption: null,
    unit: main?.unit ?? null,
    stub: { colId: newId(), path: stubField === undefined ? [...(main?.columns[stub]?.path ?? [])] : [stubField] },
    columns,
    rows: main
      ? listBodyRows(main)
          .slice(0, MOST_ROWS)
          .map((row) => proposeRow(main, row, columns))
      : Array.from({ length: BLANK_ROWS }, makeBlankRow),
    notes: [],
  };
  return showing.slice(1).reduce((definition, { table }) => matchRows(definition, table).definition, first);
}

/** The column a field takes: of the first table that names it outside its row names. */
function proposeField(field: string, unit: string | null, tables: readonly DataTable[]): ReplyColumn {
  for (const table of tables) {
    const col = findColumn(field, table);
    if (col !== null && col !== findStubColumn(table)) {
      const column = proposeColumn(table, col);
      return { ...column, path: [nameUnit(field, column.format, unit)] };
    }
  }
  return makeTypedColumn(field);
}

/** A unit that neither the unit line nor every cell says stands behind the field. */
function nameUnit(field: string, format: CellFormat | null, unitLine: string | null): string {
  return format === null || format.unit === '' || format.showUnit || format.unit === unitLine ? field : `${field}（${format.unit}）`;
}

/** The column whose header is the field, else the first that means it. */
function findColumn(field: string, { columns }: DataTable): number | null {
  const exact = columns.findIndex(({ path }) => path.at(-1)?.trim() === field);
  const found = exact >= 0 ? exact : columns.findIndex(({ path }) => path.some((heading) => isFieldHeading(field, heading)));
  return found >= 0 ? found : null;
}
