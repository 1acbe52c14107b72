import type { Cell, DataTable } from '../../domain/dataTable';
import type { Letter, Question } from '../../domain/letter';
import type { Redaction } from '../../domain/redaction';
import type { Block, Inline } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { printInline } from '../replyBlocks';
import { type LocatedRedactions, locateRedactions, printBlockText, type TextEdit } from './locateRedactions';

/** The project as the public may read it: everything withheld is replaced before any document is made, so that no document can hold it. */
export function redactSnapshot(snapshot: ProjectSnapshot, redactions: readonly Redaction[]): ProjectSnapshot {
  if (redactions.length === 0) return snapshot;
  const located = locateRedactions(snapshot, redactions);
  const say = (text: string) => applyEdits(text, located.inText(text));
  return {
    ...snapshot,
    details: { ...snapshot.details, title: say(snapshot.details.title), preamble: say(snapshot.details.preamble) },
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
  };
}

function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let redacted = '';
  let at = 0;
  for (const { from, to, text: words } of edits) {
    redacted += text.slice(at, from) + words;
    at = to;
  }
  return redacted + text.slice(at);
}

type Say = (text: string) => string;

function redactLetter(letter: Letter, say: Say): Letter {
  const redactQuestion = (question: Question): Question => ({
    ...question,
    title: question.title === null ? null : say(question.title),
    text: say(question.text),
    items: question.items.map((item) => ({ ...item, text: say(item.text) })),
    verifications: question.verifications.map((verification) => ({ ...verification, text: say(verification.text) })),
  });
  return { ...letter, questions: letter.questions.map(redactQuestion) };
}

function redactBlock(block: Block, snapshot: ProjectSnapshot, located: LocatedRedactions, say: Say): Block {
  switch (block.type) {
    case 'table':
      return block;
    case 'picture':
      return { ...block, alt: say(block.alt) };
    case 'chart':
      return { ...block, title: say(block.title), alt: say(block.alt), source: say(block.source) };
    default: {
      const edits = located.inBlock(block.blockId, printBlockText(block, snapshot));
      const inlines = edits.length === 0 ? block.inlines : editInlines(block.inlines, edits, snapshot);
      return { ...block, inlines: inlines.map((inline) => (inline.type === 'footnote' ? { ...inline, note: say(inline.note) } : inline)) };
    }
  }
}

/** Inlines with stretches of their printed text replaced; a figure a stretch touches becomes text, the new words stand in the first piece. */
function editInlines(inlines: readonly Inline[], edits: readonly TextEdit[], snapshot: ProjectSnapshot): Inline[] {
  let start = 0;
  return inlines.flatMap((inline): Inline[] => {
    const printed = printInline(inline, snapshot);
    const [from, to] = [start, start + printed.length];
    start = to;
    const own = edits.filter((edit) => edit.from < to && edit.to > from);
    if (own.length === 0) return [inline];
    const local = own.map((edit) => ({
      from: Math.max(edit.from - from, 0),
      to: Math.min(edit.to - from, printed.length),
      text: edit.from >= from ? edit.text : '',
    }));
    const style = inline.type === 'text' ? inline : 'style' in inline ? inline.style : {};
    const text = applyEdits(printed, local);
    return text === '' ? [] : [{ ...style, type: 'text', text }];
  });
}

function redactTable(table: DataTable, located: LocatedRedactions, say: Say): DataTable {
  const rows = table.rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c) => redactCell(cell, located.inCell(table, r, c), say)),
  }));
  return {
    ...table,
    caption: table.caption === null ? null : say(table.caption),
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
