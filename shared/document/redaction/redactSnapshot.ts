import type { Cell, DataTable } from '../../domain/dataTable';
import type { Letter, Question } from '../../domain/letter';
import type { Redaction } from '../../domain/redaction';
import type { Block } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import type { ReplyMaterial } from '../replyBlocks';
import { applyEdits, editInlines } from './editInlines';
import { type LocatedRedactions, locateRedactions, printBlockText } from './locateRedactions';

/**
 * The project as the public may read it: everything withheld is replaced before any document is made, so that no document can hold it. `located` says
 * where it lies, when that is more than where it was marked.
 */
export function redactSnapshot(
  snapshot: ProjectSnapshot,
  redactions: readonly Redaction[],
  located: LocatedRedactions = locateRedactions(snapshot, redactions),
): ProjectSnapshot {
  if (redactions.length === 0) return snapshot;
  const say = (text: string) => applyEdits(text, located.inText(text));
  const { title, preamble, signature } = snapshot.details;
  return {
    ...snapshot,
    details: { ...snapshot.details, title: say(title), preamble: say(preamble), signature: say(signature) },
    letters: snapshot.letters.map((letter) => redactLetter(letter, say)),
    replies: snapshot.replies.map((reply) => ({
      ...reply,
      sections: reply.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) => redactBlock(block, snapshot, located, say)),
      })),
    })),
    tables: new Map([...snapshot.tables].map(([tableId, table]) => [tableId, redactTable(table, located, say)])),
    deferrals: snapshot.deferrals.map((deferral) => ({ ...deferral, reason: say(deferral.reason) })),
    sources: snapshot.sources.map((source) => ({ ...source, fileName: say(source.fileName) })),
    exemptions: snapshot.exemptions.map((exemption) => ({ ...exemption, reason: say(exemption.reason) })),
    acceptances: snapshot.acceptances.map((acceptance) => ({ ...acceptance, reason: say(acceptance.reason) })),
    figures: new Map(
      [...snapshot.figures].map(([figureId, figure]) => [
        figureId,
        { ...figure, reason: figure.reason === null ? null : say(figure.reason) },
      ]),
    ),
  };
}

type Say = (text: string) => string;

function redactLetter(letter: Letter, say: Say): Letter {
  const redactQuestion = (question: Question): Question => ({
    ...question,
    title: question.title === null ? null : say(question.title),
    partHeading: question.partHeading === null ? null : say(question.partHeading),
    text: say(question.text),
    items: question.items.map((item) => ({ ...item, text: say(item.text) })),
    verifications: question.verifications.map((verification) => ({ ...verification, text: say(verification.text) })),
  });
  return { ...letter, questions: letter.questions.map(redactQuestion) };
}

/** A block of a reply with everything withheld replaced; `say` does it in a text by itself. */
export function redactBlock(block: Block, material: ReplyMaterial, located: LocatedRedactions, say: Say): Block {
  switch (block.type) {
    case 'table':
      return block;
    case 'picture':
      return { ...block, alt: say(block.alt) };
    case 'chart':
      return { ...block, title: say(block.title), alt: say(block.alt), source: say(block.source) };
    default: {
      const edits = located.inBlock(block.blockId, printBlockText(block, material));
      const inlines = edits.length === 0 ? block.inlines : editInlines(block.inlines, edits, material);
      return { ...block, inlines: inlines.map((inline) => (inline.type === 'footnote' ? { ...inline, note: say(inline.note) } : inline)) };
    }
  }
}

function redactTable(table: DataTable, located: LocatedRedactions, say: Say): DataTable {
  const rows = table.rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c) => redactCell(cell, located.inCell(table, r, c), say)),
  }));
  return {
    ...table,
    caption: table.caption === null ? null : say(table.caption),
    // The name of a sheet is a source's own word.
    place: table.place.sheet === undefined ? table.place : { ...table.place, sheet: say(table.place.sheet) },
    columns: table.columns.map((column) => ({ ...column, path: column.path.map(say) })),
    rows,
    notes: table.notes.map(say),
  };
}

function redactCell(cell: Cell, hidden: string | null, say: Say): Cell {
  if (cell.covered) return cell;
  const { original: _original, nested: _nested, ...kept } = cell;
  if (hidden !== null) return { ...kept, text: hidden, value: null, unit: null };
  const text = say(cell.text);
  return text === cell.text ? cell : { ...cell, text };
}
