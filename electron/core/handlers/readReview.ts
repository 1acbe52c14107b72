import type { DataTable } from '../../../shared/domain/dataTable';
import type { BlockId, ChangeId, QuestionId, TableId } from '../../../shared/domain/ids';
import type { Section } from '../../../shared/domain/reply';
import type { ReviewAnchor, ReviewedChange } from '../../../shared/domain/review';
import { findCellAt } from '../../../shared/review/findCellAt';
import { getReviewText, type ReviewHead } from '../../../shared/review/reviewHead';
import { viewReview } from '../../../shared/review/viewReview';
import type { ReadableDb } from '../db/handles';
import { findTable } from '../db/queries/dataTables';
import { findReviewCopy } from '../db/queries/exchange';
import { findRecord } from '../db/queries/matterRecords';
import { getReply, listReplies } from '../db/queries/replies';
import { listReview } from '../db/queries/review';
import type { Session } from '../session';

/** Who remarks and decides here: the reviewer a copy was made for, else the user of this computer. */
export function getReviewAuthor(db: ReadableDb, session: Session): string {
  return findReviewCopy(db)?.reviewer ?? session.settings.actor;
}

/** The project as it stands now, read as far as changes are held against it. */
export function readReviewHead(db: ReadableDb, questionId: QuestionId | null): ReviewHead {
  const tables = new Map<TableId, DataTable | null>();
  return {
    replies: questionId === null ? listReplies(db) : [getReply(db, questionId)],
    findTable: (tableId) => {
      if (!tables.has(tableId)) tables.set(tableId, findTable(db, tableId));
      return tables.get(tableId)!;
    },
    findRecord: (record, key) => findRecord(db, record, key),
  };
}

/** Every change of one question, or of all, against the project as it stands now. */
export function readReview(db: ReadableDb, questionId: QuestionId | null): ReviewedChange[] {
  const { changes, decisions } = listReview(db, questionId);
  return viewReview(readReviewHead(db, questionId), changes, decisions);
}

/** The view's rows of some changes, each seen among all changes of its question, by id. */
export function readReviewOf(db: ReadableDb, changeIds: readonly ChangeId[]): Map<ChangeId, ReviewedChange> {
  const wanted = new Set(changeIds);
  return new Map(
    readReview(db, null)
      .filter(({ change }) => wanted.has(change.changeId))
      .map((one) => [one.change.changeId, one]),
  );
}

/** An anchor with its quote and block's text as they stand in the given sections or tables, so that both can be trusted. */
export function completeAnchor(anchor: ReviewAnchor, sections: readonly Section[], findTableById: ReviewHead['findTable']): ReviewAnchor {
  if (anchor.cell) return { ...anchor, quote: findCellAt(findTableById(anchor.cell.tableId), anchor.cell)?.text ?? '' };
  if (anchor.inside !== undefined || anchor.blockId === null) return anchor;
  const complete = <Span extends Pick<ReviewAnchor, 'from' | 'to'>>(span: Span, id: BlockId): Span => {
    const block = sections.flatMap((section) => section.blocks).find(({ blockId }) => blockId === id);
    const text = block ? getReviewText(block) : null;
    if (text === null) return span;
    const from = Math.min(span.from, text.length);
    const to = Math.min(Math.max(span.to, from), text.length);
    return { ...span, from, to, quote: text.slice(from, to), blockText: text };
  };
  const further = anchor.further?.map((span) => complete(span, span.blockId));
  return { ...complete(anchor, anchor.blockId), ...(further && { further }) };
}
