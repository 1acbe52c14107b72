import {
  type BlockId,
  type FileHash,
  type ItemId,
  newId,
  type QuestionId,
  type SectionId,
  type TableId,
} from '../../../../shared/domain/ids';
import type { VerifierRole } from '../../../../shared/domain/letter';
import { type Block, getInlineText, type Reply, type Section, type SectionRole } from '../../../../shared/domain/reply';
import { AppError } from '../../../../shared/ipc/errors';
import { block as blockSchema } from '../../../../shared/ipc/schemas';
import { assert } from '../../../../shared/util/assert';
import type { ReadableDb, WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { freezeDeep } from '../freezeDeep';
import { remember } from '../remember';
import { removeSearchEntry, writeSearchEntry } from '../search/searchEntries';
import { sql } from '../sql';
import { message } from '../../../../shared/domain/message';
import { timestamp } from '../../timestamp';

type SectionRow = {
  sectionId: SectionId;
  questionId: QuestionId;
  role: SectionRole;
  verifier: VerifierRole | null;
  itemIds: string;
  blockIds: string;
};

/** Every reply in the letter's order. */
export const listReplies = remember(['letter', 'question', 'reply', 'section', 'block'], (db): Reply[] => {
  const replies = db.all<{ questionId: QuestionId; revision: number }>(sql`
    SELECT reply.questionId, revision FROM reply JOIN question USING (questionId) JOIN letter USING (letterId)
    ORDER BY letter.position, question.position`);
  return freezeDeep(replies.map((reply) => ({ ...reply, sections: readSections(db, reply.questionId) })));
});

/** One question's reply. Throws not-found. */
export function getReply(db: ReadableDb, questionId: QuestionId): Reply {
  const reply = db.get<{ revision: number }>(sql`SELECT revision FROM reply WHERE questionId = ${questionId}`);
  if (!reply) throw new AppError('not-found', { what: message('what.reply'), id: questionId });
  return { questionId, revision: reply.revision, sections: readSections(db, questionId) };
}

function readSections(db: ReadableDb, questionId: QuestionId): Section[] {
  const rows = db.all<SectionRow>(
    sql`SELECT sectionId, questionId, role, verifier, itemIds, blockIds FROM section WHERE questionId = ${questionId} ORDER BY position`,
  );
  const blocks = new Map(
    db
      .all<{ blockId: BlockId; document: string }>(
        sql`SELECT blockId, document FROM block JOIN section USING (sectionId) WHERE questionId = ${questionId}`,
      )
      .map(({ blockId, document }) => [blockId, blockSchema.parse(JSON.parse(document))]),
  );
  return rows.map(({ sectionId, role, verifier, itemIds, blockIds }) => ({
    sectionId,
    role,
    verifier,
    itemIds: JSON.parse(itemIds) as ItemId[],
    blocks: (JSON.parse(blockIds) as BlockId[]).map((blockId) => {
      const block = blocks.get(blockId);
      assert(block, 'a section lists blocks of its own reply');
      return block;
    }),
  }));
}

/**
 * Makes a question's reply hold these sections, changing only the rows that differ. A blockId that stands twice or belongs to another reply is renewed,
 * so that ids stay unique. Raises the revision and returns the reply as stored; null when nothing differs.
 */
export function saveSections(db: ReadableDb, recorder: Recorder, questionId: QuestionId, wanted: readonly Section[]): Reply | null {
  const sections = renewTakenIds(db, questionId, wanted);
  const before = new Map(
    db.all<SectionRow>(sql`SELECT sectionId FROM section WHERE questionId = ${questionId}`).map((row) => [row.sectionId as string, row]),
  );
  const blocksBefore = new Set(
    db
      .all<{ blockId: BlockId }>(sql`SELECT blockId FROM block JOIN section USING (sectionId) WHERE questionId = ${questionId}`)
      .map((row) => row.blockId),
  );
  let changed = false;
  sections.forEach((section, position) => {
    const values = {
      questionId,
      position,
      role: section.role,
      verifier: section.verifier,
      itemIds: JSON.stringify(section.itemIds),
      blockIds: JSON.stringify(section.blocks.map((block) => block.blockId)),
    };
    if (before.delete(section.sectionId)) changed = recorder.updateRow('section', { sectionId: section.sectionId }, values) || changed;
    else {
      recorder.insertRow('section', { sectionId: section.sectionId, ...values });
      changed = true;
    }
  });
  for (const section of sections) {
    for (const block of section.blocks) {
      const values = { sectionId: section.sectionId, document: JSON.stringify(block) };
      if (blocksBefore.delete(block.blockId)) changed = recorder.updateRow('block', { blockId: block.blockId }, values) || changed;
      else {
        recorder.insertRow('block', { blockId: block.blockId, ...values });
        changed = true;
      }
    }
  }
  for (const blockId of blocksBefore) recorder.deleteRow('block', { blockId });
  for (const sectionId of before.keys()) recorder.deleteRow('section', { sectionId });
  if (!changed && blocksBefore.size === 0 && before.size === 0) return null;
  recorder.updateRow('reply', { questionId }, { savedAt: timestamp() });
  return getReply(db, questionId);
}

function renewTakenIds(db: ReadableDb, questionId: QuestionId, sections: readonly Section[]): Section[] {
  const blockIds = sections.flatMap((section) => section.blocks.map((block) => block.blockId));
  const taken = new Set<string>(
    db
      .all<{ blockId: BlockId }>(sql`
        SELECT blockId FROM block JOIN section USING (sectionId) WHERE blockId IN ${sql.list(blockIds)} AND questionId <> ${questionId}`)
      .map((row) => row.blockId),
  );
  const renew = <Id extends string>(id: Id): Id => {
    const unique = taken.has(id) ? (newId() as string as Id) : id;
    taken.add(unique);
    return unique;
  };
  const sectionIds = sections.map((section) => section.sectionId);
  const takenSections = new Set<string>(
    db
      .all<{ sectionId: SectionId }>(
        sql`SELECT sectionId FROM section WHERE sectionId IN ${sql.list(sectionIds)} AND questionId <> ${questionId}`,
      )
      .map((row) => row.sectionId),
  );
  return sections.map((section) => {
    const sectionId = takenSections.has(section.sectionId) ? newId<'section'>() : section.sectionId;
    takenSections.add(sectionId);
    return { ...section, sectionId, blocks: section.blocks.map((block) => ({ ...block, blockId: renew(block.blockId) })) };
  });
}

/** One block and the question it stands in; null when it is not there. */
export function findBlock(db: ReadableDb, blockId: BlockId): { questionId: QuestionId; sectionId: SectionId; block: Block } | null {
  const row = db.get<{ questionId: QuestionId; sectionId: SectionId; document: string }>(
    sql`SELECT questionId, sectionId, document FROM block JOIN section USING (sectionId) WHERE blockId = ${blockId}`,
  );
  return row ? { questionId: row.questionId, sectionId: row.sectionId, block: blockSchema.parse(JSON.parse(row.document)) } : null;
}

/** Ids of the blocks that show a figure, a table or a picture, in reading order. */
export function listBlocksShowing(db: ReadableDb, kind: 'figure' | 'table' | 'picture', id: string): BlockId[] {
  const rows = db.all<{ blockId: BlockId }>(sql`
    SELECT u.blockId FROM block_use u JOIN block USING (blockId) JOIN section s USING (sectionId) JOIN question q USING (questionId)
      JOIN letter l USING (letterId)
    WHERE u.kind = ${kind} AND u.id = ${id} ORDER BY l.position, q.position, s.position, instr(s.blockIds, u.blockId)`);
  return rows.map((row) => row.blockId);
}

/** Ids of all tables or pictures the replies show. */
export function listShownIds(db: ReadableDb, kind: 'table' | 'picture'): (TableId | FileHash)[] {
  return db.all<{ id: TableId }>(sql`SELECT DISTINCT id FROM block_use WHERE kind = ${kind}`).map((row) => row.id);
}

/** Makes what follows from a block (search rows, what it shows) say what the block says now. */
export function indexBlock(db: WritableDb, blockId: BlockId): void {
  db.run(sql`DELETE FROM block_use WHERE blockId = ${blockId}`);
  const found = findBlock(db, blockId);
  if (!found) {
    removeSearchEntry(db, 'reply', blockId);
    return;
  }
  const { block } = found;
  const use = (kind: 'figure' | 'table' | 'picture', id: string) =>
    db.run(sql`INSERT INTO block_use (kind, id, blockId) VALUES (${kind}, ${id}, ${blockId}) ON CONFLICT DO NOTHING`);
  if (block.type === 'table') use('table', block.tableId);
  else if (block.type === 'chart') use('table', block.tableId);
  else if (block.type === 'picture') use('picture', block.file);
  else for (const inline of block.inlines) if (inline.type === 'figure') use('figure', inline.figureId);
  writeSearchEntry(db, 'reply', blockId, [getBlockText(block)]);
}

/** Which question's reply shows which table, each once. */
export function listShownTables(db: ReadableDb): { questionId: QuestionId; tableId: TableId }[] {
  return db.all<{ questionId: QuestionId; tableId: TableId }>(sql`
    SELECT DISTINCT s.questionId, u.id AS tableId FROM block_use u JOIN block USING (blockId) JOIN section s USING (sectionId)
    WHERE u.kind = 'table'`);
}

/** A block's text as a reader sees it, with its notes; a picture's is its alternative text, a chart's its title and source as well. */
export function getBlockText(block: Block): string {
  if (block.type === 'table') return '';
  if (block.type === 'picture') return block.alt;
  if (block.type === 'chart') return [block.title, block.alt, block.source].filter((text) => text !== '').join(' ');
  const notes = block.inlines.flatMap((inline) => (inline.type === 'footnote' ? [inline.note] : []));
  return [getInlineText(block.inlines), ...notes].join(' ');
}
