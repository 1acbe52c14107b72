import type { DataTable } from '../../domain/dataTable';
import type { FindingPlace } from '../../domain/finding';
import type { TableId } from '../../domain/ids';
import type { VerifierRole } from '../../domain/letter';
import { type Block, getInlineText, isTextBlock, type Reply } from '../../domain/reply';
import { type FoundDefinition, findDefinitions } from './findDefinitions';
import { readGlossaryRow } from './readGlossaryRow';

/** A text short names are defined and used in: a line of the preamble, a paragraph, a footnote, a note or row of a table. */
export type Passage = { kind: 'text' | 'table'; place: FindingPlace; text: string; definitions: FoundDefinition[] };

type Material = { preamble: string; replies: readonly Reply[]; tables: ReadonlyMap<TableId, DataTable> };

/** Everything one author writes, or everybody, in reading order: the company's own text (null) begins with the preamble. */
export function listPassages({ preamble, replies, tables }: Material, author: VerifierRole | null | 'everybody'): Passage[] {
  const lines = author === null || author === 'everybody' ? preamble.split('\n').filter((line) => line.trim() !== '') : [];
  return [
    ...lines.map((text) => toPassage('text', { text }, text)),
    ...replies.flatMap(({ questionId, sections }) =>
      sections
        .filter(({ verifier }) => author === 'everybody' || verifier === author)
        .flatMap(({ blocks }) => blocks.flatMap((block) => listBlock(block, { questionId, blockId: block.blockId, text: '' }, tables))),
    ),
  ];
}

function listBlock(block: Block, place: FindingPlace, tables: Material['tables']): Passage[] {
  if (isTextBlock(block)) {
    const texts = [getInlineText(block.inlines), ...block.inlines.flatMap((inline) => (inline.type === 'footnote' ? [inline.note] : []))];
    return texts.map((text) => toPassage('text', { ...place, text }, text));
  }
  const table = block.type === 'table' ? tables.get(block.tableId) : undefined;
  if (table === undefined) return [];
  const rows = table.rows.map(({ rowId, cells }): Passage => {
    const texts = cells.flatMap((cell) => (cell.covered ? [] : [cell.text]));
    const text = texts.join('\n');
    const glossary = readGlossaryRow(texts);
    const definitions = glossary?.terms.map((term) => ({ term, fullName: glossary.fullName, start: 0, end: text.length }));
    return {
      kind: 'table',
      place: { ...place, tableId: table.tableId, rowId, text },
      text,
      definitions: definitions ?? findDefinitions(text),
    };
  });
  return [...rows, ...table.notes.map((text) => toPassage('table', { ...place, text }, text))];
}

function toPassage(kind: Passage['kind'], place: FindingPlace, text: string): Passage {
  return { kind, place, text, definitions: findDefinitions(text) };
}
