import { useEffect, useState } from 'react';
import type { DataTable } from '../../../shared/domain/dataTable';
import type { TableId } from '../../../shared/domain/ids';
import { call } from '../../ipc/client';
import { useRun } from '../../workspace/useRun';

/** The tables a definition reads, as they are now; those still being read are missing. */
export function useSourceTables(tableIds: readonly TableId[]): ReadonlyMap<TableId, DataTable> {
  const run = useRun();
  const [tables, setTables] = useState<ReadonlyMap<TableId, DataTable>>(new Map());
  const missing = tableIds.filter((tableId) => !tables.has(tableId)).join(' ');
  useEffect(() => {
    if (missing === '') return;
    run(async () => {
      const read = await Promise.all(missing.split(' ').map((tableId) => call('table:get', { tableId: tableId as TableId })));
      setTables((known) => new Map([...known, ...read.map((table) => [table.tableId, table] as const)]));
    });
  }, [missing, run]);
  return tables;
}
