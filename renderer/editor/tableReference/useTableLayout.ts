import { useEffect, useMemo, useState } from 'react';
import type { DataTable } from '../../../shared/domain/dataTable';
import type { TableId } from '../../../shared/domain/ids';
import { layOutTable } from '../../../shared/document/layOutTable';
import type { TableLayout } from '../../../shared/document/tableLayout';
import type { ErrorValue } from '../../../shared/ipc/errors';
import { call, toErrorValue } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';

/** A stored table with its layout on the page. */
export type LaidOutTable = { table: DataTable; layout: TableLayout };

/** Reads a table, and the tables nested in it, and lays it out; both null while it is read. */
export function useTableLayout(tableId: TableId): { laidOut: LaidOutTable | null; error: ErrorValue | null } {
  const { value: table, error } = useQuery('table:get', { tableId });
  const [nested, setNested] = useState<{ of: DataTable; tables: Map<TableId, DataTable> } | null>(null);
  const [nestedError, setNestedError] = useState<ErrorValue | null>(null);
  const hasNested = table !== null && listNested(table).length > 0;
  useEffect(() => {
    if (!table || !hasNested) return;
    let isCurrent = true;
    readNested(table).then(
      (tables) => isCurrent && setNested({ of: table, tables }),
      (failure: unknown) => isCurrent && setNestedError(toErrorValue(failure)),
    );
    return () => {
      isCurrent = false;
    };
  }, [table, hasNested]);
  const laidOut = useMemo(() => {
    if (!table) return null;
    const inner = nested?.of === table ? nested.tables : null;
    if (hasNested && !inner) return null;
    return { table, layout: layOutTable(table, (id) => inner!.get(id)!, table.notes.length > 0) };
  }, [table, hasNested, nested]);
  return { laidOut, error: error ?? nestedError };
}

function listNested(table: DataTable): TableId[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.nested ?? []));
}

async function readNested(table: DataTable): Promise<Map<TableId, DataTable>> {
  const found = new Map<TableId, DataTable>();
  const waiting = listNested(table);
  while (waiting.length > 0) {
    const tableId = waiting.pop()!;
    if (found.has(tableId)) continue;
    const inner = await call('table:get', { tableId });
    found.set(tableId, inner);
    waiting.push(...listNested(inner));
  }
  return found;
}
