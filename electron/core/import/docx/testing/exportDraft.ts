import { assembleAnnouncement } from '../../../../../shared/document/assembleAnnouncement';
import type { AskedQuestion, DraftBlock, DraftSplit } from '../../../../../shared/document/draft/draftSplit';
import { buildSnapshot } from '../../../../../shared/document/testing/buildSnapshot';
import type { Cell, DataTable, ReadTable } from '../../../../../shared/domain/dataTable';
import { newId } from '../../../../../shared/domain/ids';
import type { ParsedLetter } from '../../../../../shared/domain/letter';
import type { Block, Inline } from '../../../../../shared/domain/reply';
import { exportDocx } from '../../../export/docx/exportDocx';

/** The questions of a parsed letter as a project stores them. */
export function storeQuestions(letter: ParsedLetter): AskedQuestion[] {
  return letter.questions.map(({ no, label, title, partHeading, text, items, verifications }) => {
    const stored = items.map((item) => ({ ...item, itemId: newId<'item'>(), status: 'toWrite' as const, owner: null }));
    return {
      questionId: newId(),
      no,
      label,
      title,
      partHeading,
      text,
      items: stored,
      verifications: verifications.map(({ role, items: asked, reach = [], text: request }) => ({
        verificationId: newId(),
        role,
        itemIds: stored.filter((item) => asked.includes(item.no)).map((item) => item.itemId),
        reach,
        text: request,
      })),
    };
  });
}

/** The DOCX of a project into which a draft was taken. */
export async function exportDraft(split: DraftSplit, questions: readonly AskedQuestion[]): Promise<Uint8Array> {
  const stored: DataTable[] = [];
  const tables = split.tables.map((table) => storeTable(table, stored));
  const snapshot = buildSnapshot({
    questions: questions.map(({ no, label, title, partHeading, text, questionId }) => ({
      no,
      label,
      ...(title !== null && { title }),
      ...(partHeading !== null && { partHeading }),
      text,
      sections: split.replies
        .filter((reply) => reply.questionId === questionId)
        .flatMap((reply) => reply.sections)
        .map(({ role, verifier, blocks }) => ({ role, verifier, blocks: blocks.map((block) => storeBlock(block, tables)) })),
    })),
    tables: stored,
  });
  return exportDocx(assembleAnnouncement(snapshot).blocks, { title: '回复', created: '2030-05-08' });
}

function storeBlock(block: DraftBlock, tables: readonly DataTable[]): Block {
  const blockId = newId<'block'>();
  switch (block.type) {
    case 'table':
      return { type: 'table', blockId, tableId: tables[block.table]!.tableId };
    case 'picture':
    case 'chart':
      throw new Error('the drafts of this test have no pictures and no charts');
    case 'heading':
      return { type: 'heading', blockId, level: block.level, inlines: toInlines(block.text) };
    case 'paragraph':
      return { type: 'paragraph', blockId, inlines: toInlines(block.text) };
  }
}

function toInlines(text: string): Inline[] {
  return text.split('\n').flatMap((line, i): Inline[] => [...(i > 0 ? [{ type: 'break' as const }] : []), { type: 'text', text: line }]);
}

function storeTable(table: ReadTable, stored: DataTable[]): DataTable {
  const { rows, columns, rowRoles, ...rest } = table;
  const data: DataTable = {
    ...rest,
    tableId: newId(),
    kind: 'source',
    sourceId: null,
    position: stored.length,
    columns: columns.map((path) => ({ colId: newId(), path })),
    rows: rows.map((cells, r) => ({
      rowId: newId(),
      role: rowRoles[r]!,
      cells: cells.map(({ nested, ...cell }): Cell => {
        const inner = nested?.map((one) => storeTable(one, stored).tableId);
        return { ...cell, revision: 0, ...(inner && { nested: inner }) };
      }),
    })),
  };
  stored.push(data);
  return data;
}
