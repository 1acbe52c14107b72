import type { DataTable } from '../../../shared/domain/dataTable';
import { AppError } from '../../../shared/ipc/errors';
import type { ReadableDb } from '../db/handles';
import { findDefinition } from '../db/queries/replyTables';
import { nameTable } from './nameTable';

/** Throws computed-table for a table whose cells follow from its definition: changing them by hand would not last. */
export function refuseComputed(db: ReadableDb, table: Pick<DataTable, 'tableId' | 'caption' | 'place'>): void {
  if (findDefinition(db, table.tableId)) throw new AppError('computed-table', { table: nameTable(table) });
}
