import type { Cell, DataTable, ReadCell, ReadTable } from '../../domain/dataTable';
import type { Section } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import type { DraftBlock } from '../draft/draftSplit';
import { printInline } from '../replyBlocks';

/** A piece of a statement in reading order: a paragraph, or a table as the texts of its rows (empty and covered positions left out). */
export type StatementPart = { type: 'text'; text: string } | { type: 'table'; rows: string[][] };

/** What a section of ours says. */
export function listOurParts(sections: readonly Section[], snapshot: ProjectSnapshot): StatementPart[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block): StatementPart[] => {
      if (block.type === 'table') {
        const table = snapshot.tables.get(block.tableId);
        return table === undefined ? [] : listOurTable(table, snapshot);
      }
      if (!('inlines' in block)) return [];
      const text = block.inlines.map((inline) => (inline.type === 'footnote' ? '' : printInline(inline, snapshot))).join('');
      return [...keepText(text), ...block.inlines.flatMap((inline) => (inline.type === 'footnote' ? keepText(inline.note) : []))];
    }),
  );
}

/** What the same section says in a firm's file. */
export function listTheirParts(blocks: readonly DraftBlock[], tables: readonly ReadTable[]): StatementPart[] {
  return blocks.flatMap((block): StatementPart[] => {
    if (block.type === 'table') return listTheirTable(tables[block.table]!);
    if (block.type === 'picture' || block.type === 'chart') return [];
    return [...keepText(block.text), ...(block.runs ?? []).flatMap(({ note = '' }) => keepText(note))];
  });
}

function keepText(text: string): StatementPart[] {
  return text.trim() === '' ? [] : [{ type: 'text', text }];
}

function listOurTable(table: DataTable, snapshot: ProjectSnapshot): StatementPart[] {
  const nested = table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.nested ?? []));
  const inside = nested.flatMap((tableId) => {
    const one = snapshot.tables.get(tableId);
    return one === undefined ? [] : listOurTable(one, snapshot);
  });
  return [{ type: 'table', rows: listRows(table.rows.map(({ cells }) => cells)) }, ...inside, ...table.notes.flatMap(keepText)];
}

function listTheirTable(table: ReadTable): StatementPart[] {
  const inside = table.rows.flatMap((row) => row.flatMap((cell) => (cell.nested ?? []).flatMap(listTheirTable)));
  return [{ type: 'table', rows: listRows(table.rows) }, ...inside, ...table.notes.flatMap(keepText)];
}

/** Spans are read differently from every kind of file, so only what stands written counts. */
function listRows(rows: readonly (readonly (Cell | ReadCell)[])[]): string[][] {
  return rows.map((cells) =>
    cells.flatMap((cell) => (cell.covered || cell.text.trim() === '' ? [] : [cell.text.replaceAll('\ufffc', '').trim()])),
  );
}
