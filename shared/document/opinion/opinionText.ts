import type { DataTable, ReadTable } from '../../domain/dataTable';
import type { Section } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import type { DraftBlock } from '../draft/draftSplit';
import { UNIT_LABEL } from '../filingWords';
import { printFormulas } from '../formulas';
import { printInline } from '../replyBlocks';

/** A piece of a statement in reading order: a paragraph, or a table as the texts of its rows (empty and covered positions left out). */
export type StatementPart = { type: 'text'; text: string } | { type: 'table'; rows: string[][] };

/** What a section of ours says. */
export function listOurParts(sections: readonly Section[], snapshot: ProjectSnapshot): StatementPart[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block): StatementPart[] => {
      if (block.type === 'table') {
        const table = snapshot.tables.get(block.tableId);
        return table === undefined ? [] : listTable(holdTable(table, snapshot));
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
    if (block.type === 'table') return listTable(tables[block.table]!);
    if (block.type === 'picture' || block.type === 'chart') return [];
    return [...keepText(block.text), ...(block.runs ?? []).flatMap(({ note = '' }) => keepText(note))];
  });
}

/** What is printed where a section has no text yet. */
const EMPTY = /^\s*(?:【\s*】\s*)?$/;

function keepText(text: string): StatementPart[] {
  return EMPTY.test(text) ? [] : [{ type: 'text', text: printFormulas(text) }];
}

/** A table as both sides have one. */
type TableText = {
  unit: string | null;
  notes: readonly string[];
  rows: readonly (readonly { text: string; covered: boolean; nested?: readonly TableText[] }[])[];
};

/** A table of ours with the tables in its cells. */
function holdTable({ unit, notes, rows }: DataTable, snapshot: ProjectSnapshot): TableText {
  const find = (tableId: DataTable['tableId']) => {
    const table = snapshot.tables.get(tableId);
    return table === undefined ? [] : [holdTable(table, snapshot)];
  };
  return {
    unit,
    notes,
    rows: rows.map(({ cells }) => cells.map(({ nested, ...cell }) => ({ ...cell, nested: (nested ?? []).flatMap(find) }))),
  };
}

function listTable(table: TableText): StatementPart[] {
  const unit = table.unit === null ? [] : keepText(UNIT_LABEL + table.unit);
  return [...unit, { type: 'table', rows: listRows(table) }, ...table.notes.flatMap(keepText)];
}

/** A position that says there is nothing, with whatever dash. */
const NIL = /^[-‐-―－﹣]+$/;

/** Spans are read differently from every kind of file, so only what stands written counts; tables inside a cell stand where they are. */
function listRows({ rows }: TableText): string[][] {
  return rows.map((cells) =>
    cells.flatMap(({ text, covered, nested = [] }) => {
      if (covered) return [];
      const texts = text.split('\ufffc');
      const pieces = texts.flatMap((piece, index) => [piece, ...(nested[index] === undefined ? [] : sayInside(nested[index]))]);
      const beyond = nested.slice(texts.length).flatMap(sayInside);
      return [...pieces, ...beyond].map((piece) => printFormulas(piece).trim().replace(NIL, '—')).filter((piece) => piece !== '');
    }),
  );
}

function sayInside(table: TableText): string[] {
  return listTable(table).flatMap((part) => (part.type === 'text' ? [part.text] : part.rows.flat()));
}
