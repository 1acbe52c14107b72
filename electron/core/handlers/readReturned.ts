import type { CellRef } from '../../../shared/domain/dataTable';
import type { ReviewCopy } from '../../../shared/domain/exchange';
import type { QuestionId } from '../../../shared/domain/ids';
import type { Block, Section } from '../../../shared/domain/reply';
import type { ReviewChange, ReviewDecision } from '../../../shared/domain/review';
import { block as blockSchema, replySections } from '../../../shared/ipc/schemas';
import { deriveId } from '../../../shared/review/deriveId';
import { diffReply } from '../../../shared/review/diffReply';
import type { ReadableDb } from '../db/handles';
import { findParting, listFormerImages, type Parting, readFormerImages } from '../db/history/rollBack';
import { type Image, parseKey, readAllImages, readImage } from '../db/history/rowImages';
import { findReviewCopy } from '../db/queries/exchange';
import { listReplies } from '../db/queries/replies';
import { findDefinition } from '../db/queries/replyTables';
import { listReview } from '../db/queries/review';
import { sql } from '../db/sql';

/** What a returned project brings: whose it is, its remarks and suggestions with those its edited text amounts to, and links made in it. */
export type Returned = {
  party: string;
  at: string;
  /** Present in a copy made for a reviewer. */
  copy: ReviewCopy | null;
  /** Rises with every change of the returned file: of two files of one copy the higher one is newer. */
  generation: number;
  changes: ReviewChange[];
  decisions: ReviewDecision[];
  links: Image[];
};

/**
 * Reads what a returned project brings. Text and cells edited in it become suggestions: by their difference from what a review copy was
 * sent with, or from the last state an ordinary copy has in common with this project. Rows that are no valid change are refused by their parsers.
 */
export function readReturned(ours: ReadableDb, theirs: ReadableDb): Returned {
  const copy = findReviewCopy(theirs);
  const { generation, publishedAt } = theirs.get<{ generation: number; publishedAt: string | null }>(
    sql`SELECT generation, publishedAt FROM publication`,
  )!;
  const last = theirs.get<{ actor: string; changedAt: string }>(
    sql`SELECT actor, changedAt FROM operation ORDER BY operationKey DESC LIMIT 1`,
  );
  const party = copy?.reviewer ?? last?.actor ?? '';
  const at = last?.changedAt ?? publishedAt ?? new Date(0).toISOString();
  const { changes, decisions } = listReview(theirs);
  const origin = { author: party, at, baseVersionId: copy?.versionId ?? null };
  // A copy made for a reviewer began with an empty log: whatever is in it was done there.
  const parting = copy ? START : findParting(ours, theirs);
  const former = readFormerReplies(theirs, parting);
  const texts = listReplies(theirs).flatMap((reply) =>
    diffReply(former.get(reply.questionId) ?? [], reply.sections, { ...origin, questionId: reply.questionId }),
  );
  const links = copy ? [] : [...listFormerImages(theirs, 'link', parting)].filter(([, before]) => before === null);
  return {
    party,
    at,
    copy,
    generation,
    changes: [...changes, ...texts, ...diffCells(theirs, parting, origin)],
    decisions: copy ? decisions.filter(({ verdict }) => !OWNERS.has(verdict)) : decisions,
    links: links.flatMap(([rowKey]): Image[] => {
      const link = readImage(theirs, 'link', parseKey('link', rowKey));
      return link ? [link] : [];
    }),
  };
}

const START: Parting = { operationKey: 0, undoneSince: [] };

/** Whether a change is carried out is for the project's owner to say, never for a copy. */
const OWNERS: ReadonlySet<ReviewDecision['verdict']> = new Set(['accepted', 'rejected']);

function readFormerReplies(db: ReadableDb, parting: Parting): Map<QuestionId, Section[]> {
  const blocks = new Map<string, Block>(
    readFormerImages(db, 'block', parting).map((image) => [String(image.blockId), blockSchema.parse(JSON.parse(String(image.document)))]),
  );
  const replies = new Map<QuestionId, Section[]>();
  const sections = readFormerImages(db, 'section', parting).sort((a, b) => Number(a.position) - Number(b.position));
  for (const { questionId, sectionId, role, verifier, itemIds, blockIds } of sections) {
    const own = (JSON.parse(String(blockIds)) as string[]).flatMap((blockId) => blocks.get(blockId) ?? []);
    const section = { sectionId, role, verifier, itemIds: JSON.parse(String(itemIds)) as unknown, blocks: own };
    const key = String(questionId) as QuestionId;
    replies.set(key, [...(replies.get(key) ?? []), ...replySections.parse([section])]);
  }
  return replies;
}

/** Cells corrected in an ordinary copy. Those of reply tables follow from others. */
function diffCells(theirs: ReadableDb, parting: Parting, origin: Pick<ReviewChange, 'author' | 'at' | 'baseVersionId'>): ReviewChange[] {
  return [...listFormerImages(theirs, 'cell', parting)].flatMap(([rowKey, before]) => {
    const now = readImage(theirs, 'cell', parseKey('cell', rowKey));
    if (!before || !now || before.text === now.text) return [];
    const cell = theirs.get<CellRef>(sql`
      SELECT tableId, rowId, colId FROM table_row JOIN data_table USING (tableKey) JOIN table_col USING (tableKey)
      WHERE rowKey = ${now.rowKey!} AND colKey = ${now.colKey!}`);
    if (!cell || findDefinition(theirs, cell.tableId)) return [];
    const shownIn = theirs.get<{ questionId: QuestionId }>(sql`
      SELECT questionId FROM block_use JOIN block USING (blockId) JOIN section USING (sectionId)
      WHERE block_use.kind = 'table' AND id = ${cell.tableId} ORDER BY questionId LIMIT 1`);
    const anchor = { questionId: shownIn?.questionId ?? null, blockId: null, from: 0, to: 0, quote: String(before.text), cell };
    const payload = { kind: 'setCell' as const, text: String(now.text) };
    return [{ changeId: deriveId<'change'>(origin.author, anchor, payload), ...origin, anchor, payload }];
  });
}

/** Figures of the returned project by id, as rows. */
export function readFigureImages(theirs: ReadableDb, figureIds: readonly string[]): Image[] {
  return readAllImages(theirs, 'figure', sql`figureId IN ${sql.list(figureIds)}`);
}
