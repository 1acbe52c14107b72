import type { ReadTable } from '../../../shared/domain/dataTable';
import { describeParts } from '../../../shared/tables/describeParts';
import type { RawCell, RawPart } from '../../../shared/tables/rawTable';
import { assert } from '../../../shared/util/assert';

/** A table from the clipboard with the paragraphs around it. */
export type PastedTable = { before: string[]; cells: RawCell[][]; spansKnown: boolean; after: string[] };

/**
 * Understands a pasted table as one of a document. `consumed` are positions among before, then after, of paragraphs that became its unit line or its
 * notes and need not stand in the text again.
 */
export function readPastedTable({ before, cells, spansKnown, after }: PastedTable): { table: ReadTable; consumed: number[] } {
  const paragraphs = [...before, ...after].map((text, index): RawPart => ({ type: 'paragraph', text, place: { paragraph: index + 1 } }));
  const grid: RawPart = { type: 'table', table: { cells, spansKnown, markedHeaderRows: null, place: {} } };
  const { parts } = describeParts([...paragraphs.slice(0, before.length), grid, ...paragraphs.slice(before.length)], '');
  const table = parts.find((part) => part.type === 'table');
  assert(table?.type === 'table', 'a grid that goes in comes out as a table');
  const left = new Set(parts.map((part) => (part.type === 'paragraph' ? part.place.paragraph : undefined)));
  return { table: table.table, consumed: paragraphs.map((_, index) => index).filter((index) => !left.has(index + 1)) };
}
