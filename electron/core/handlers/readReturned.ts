import type { Language } from '../../../shared/catalogue/defineWords';
import type { ReviewCopy } from '../../../shared/domain/exchange';
import type { QuestionId, SourceId } from '../../../shared/domain/ids';
import type { Block, Section } from '../../../shared/domain/reply';
import type { ReviewChange, ReviewDecision } from '../../../shared/domain/review';
import { block as blockSchema, replySections } from '../../../shared/ipc/schemas';
import { diffReply } from '../../../shared/review/diffReply';
import type { ReadableDb } from '../db/handles';
import { findParting, type Parting, readFormerImages } from '../db/history/rollBack';
import { type Image, readAllImages } from '../db/history/rowImages';
import { findReviewCopy } from '../db/queries/exchange';
import { listReplies } from '../db/queries/replies';
import { listReview } from '../db/queries/review';
import { sql } from '../db/sql';
import { diffCells, diffMatter, listNewSources } from './diffMatter';

/** What a returned project brings: whose it is, its remarks and suggestions with those that all else done in it amounts to. */
export type Returned = {
  party: string;
  at: string;
  /** Present in a copy made for a reviewer. */
  copy: ReviewCopy | null;
  /** Rises with every change of the returned file: of two files of one copy the higher one is newer. */
  generation: number;
  changes: ReviewChange[];
  decisions: ReviewDecision[];
  /** Sources that only the returned project has. */
  sourceIds: SourceId[];
};

/**
 * Reads what a returned project brings. Text and cells edited in it become suggestions: by their difference from what a review copy was
 * sent with, or from the last state an ordinary copy has in common with this project. Rows that are no valid change are refused by their parsers.
 */
export function readReturned(ours: ReadableDb, theirs: ReadableDb, language: Language): Returned {
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
  const beside = copy ? diffCells(theirs, parting, origin) : diffMatter(ours, theirs, parting, origin, language);
  return {
    party,
    at,
    copy,
    generation,
    changes: [...changes.filter(({ payload }) => copy === null || payload.kind !== 'setRecord'), ...texts, ...beside],
    decisions: copy ? decisions.filter(({ verdict }) => !OWNERS.has(verdict)) : decisions,
    sourceIds: copy ? [] : listNewSources(ours, theirs),
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

/** Figures of the returned project by id, as rows. */
export function readFigureImages(theirs: ReadableDb, figureIds: readonly string[]): Image[] {
  return readAllImages(theirs, 'figure', sql`figureId IN ${sql.list(figureIds)}`);
}
