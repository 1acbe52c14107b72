import type { DataTable } from '../../../../shared/domain/dataTable';
import type { TableId } from '../../../../shared/domain/ids';
import type { ReadableDb } from '../handles';
import { listTablesById } from './dataTables';
import { listShownIds } from './replies';

/** The tables the replies show, whole. */
export function readShownTables(db: ReadableDb): Map<TableId, DataTable> {
  const tables = listTablesById(db, listShownIds(db, 'table') as TableId[]);
  return new Map(tables.map((table) => [table.tableId, table]));
}
