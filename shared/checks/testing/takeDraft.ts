import type { DraftBlock } from '../../document/draft/draftSplit';
import { splitDraft } from '../../document/draft/splitDraft';
import { buildSnapshot } from '../../document/testing/buildSnapshot';
import type { DataTable, ReadPart } from '../../domain/dataTable';
import { newId, type QuestionId } from '../../domain/ids';
import type { Question } from '../../domain/letter';
import type { Block } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { parseLetter } from '../../letter/parseLetter';
import { storeTables } from './storeTables';

/** The project that a published reply makes when it is taken in as letter and draft. `text` is the file, `parts` what was read from it. For tests. */
export function takeDraft(text: string, parts: readonly ReadPart[]): ProjectSnapshot {
  const letter = parseLetter(text);
  const questions = letter.questions.map(
    (question): Question => ({
      ...question,
      questionId: newId<'question'>(),
      status: 'toWrite',
      owner: null,
      items: question.items.map((item) => ({ ...item, itemId: newId<'item'>(), status: 'toWrite', owner: null })),
      verifications: [],
    }),
  );
  const split = splitDraft(parts, questions);
  const stored = split.tables.map((table) => storeTables([{ type: 'table', table }]));
  const outer = stored.map((tables) => tables[0]!);
  const snapshot = buildSnapshot({ questions: [], tables: stored.flat() });
  return {
    ...snapshot,
    details: {
      ...snapshot.details,
      company: split.head.details.company ?? '',
      preamble: split.head.preamble.map((paragraph) => paragraph.text).join('\n'),
    },
    letters: [{ letterId: newId(), header: letter.header, fileName: 'letter.txt', questions }],
    replies: split.replies.map((reply) => ({
      questionId: reply.questionId as QuestionId,
      revision: 1,
      sections: reply.sections.map(({ role, verifier, itemIds, blocks }) => ({
        sectionId: newId(),
        role,
        verifier,
        itemIds,
        blocks: blocks.map((block) => toBlock(block, outer)),
      })),
    })),
  };
}

function toBlock(block: DraftBlock, tables: readonly DataTable[]): Block {
  const blockId = newId<'block'>();
  switch (block.type) {
    case 'table':
      return { type: 'table', blockId, tableId: tables[block.table]!.tableId };
    case 'picture':
    case 'chart':
      throw new Error('plain text has no pictures and no charts');
    case 'heading':
      return { type: 'heading', blockId, level: block.level, inlines: [{ type: 'text', text: block.text }] };
    case 'paragraph':
      return { type: 'paragraph', blockId, inlines: [{ type: 'text', text: block.text }] };
  }
}
