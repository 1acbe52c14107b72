import { useMemo } from 'react';
import type { OpenTable, TableRow } from '../../../shared/domain/dataTable';
import { useQueries } from '../../ipc/useQuery';

/** A table as the grid sees it: of a long one only some rows are read, the others are undefined until they come. */
export type GridTable = Omit<OpenTable, 'rows'> & { getRow(row: number): TableRow | undefined };

/** Rows of one reading behind the first ones. */
const PAGE = 200;

/** The table with its rows from `first` to before `end`; what is missing is being read. */
export function useGridTable(table: OpenTable, first: number, end: number): GridTable {
  const read = table.rows.length;
  const from = Math.max(0, Math.floor((first - read) / PAGE));
  const to = end > read ? Math.ceil((Math.min(end, table.rowCount) - read) / PAGE) : from;
  const starts = Array.from({ length: Math.max(0, to - from) }, (_, index) => read + (from + index) * PAGE);
  const pages = useQueries(
    'table:rows',
    starts.map((start) => ({ tableId: table.tableId, from: start, count: PAGE })),
  );
  return useMemo(() => {
    const getRow = (row: number) => {
      if (row < read) return table.rows[row];
      const page = Math.floor((row - read) / PAGE) - from;
      return pages[page]?.value?.[(row - read) % PAGE];
    };
    return { ...table, getRow };
  }, [table, pages, read, from]);
}
