import type { DataTable } from '../domain/dataTable';
import type { QuestionId, TableId } from '../domain/ids';
import type { Reply } from '../domain/reply';
import { type NearTable, readNearTable } from './document/textAgainstTable';

/** A table a reply shows: `position` counts the blocks of the reply, nested tables stand where the table around them does. */
export type ShownTable = { position: number; near: NearTable };

/** The tables of one reply in reading order, nested ones after the table that holds them. */
export function listShownTables(reply: Reply, tables: ReadonlyMap<TableId, DataTable>): ShownTable[] {
  return reply.sections
    .flatMap((section) => section.blocks)
    .flatMap((block, position) => {
      const table = block.type === 'table' ? tables.get(block.tableId) : undefined;
      return table ? [table, ...listNested(tables, table)].map((each) => ({ position, near: readNearTable(each) })) : [];
    });
}

function listNested(tables: ReadonlyMap<TableId, DataTable>, table: DataTable): DataTable[] {
  const ids = table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.nested ?? []));
  return ids.flatMap((id) => tables.get(id) ?? []);
}

/** Which reply shows a table; the last one where several do. */
export function mapShownTables(replies: Iterable<Reply>): Map<TableId, QuestionId> {
  const shownIn = new Map<TableId, QuestionId>();
  for (const reply of replies) {
    for (const section of reply.sections) {
      for (const block of section.blocks) if (block.type === 'table') shownIn.set(block.tableId, reply.questionId);
    }
  }
  return shownIn;
}
