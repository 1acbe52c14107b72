import { type ItemId, type LinkId, newId, type QuestionId, type TableId } from '../../../../shared/domain/ids';
import type { Link } from '../../../../shared/domain/link';
import { AppError } from '../../../../shared/ipc/errors';
import { deriveId } from '../../../../shared/review/deriveId';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';
import { getTableKey } from './dataTables';
import { getQuestion } from './letters';
import { message } from '../../../../shared/domain/message';
import { timestamp } from '../../timestamp';

/** Links whose table is in sight, oldest first. */
export function listLinks(db: ReadableDb): Link[] {
  return db.all<Link>(sql`
    SELECT linkId, questionId, itemId, link.tableId, reason, createdAt FROM link JOIN data_table USING (tableId) LEFT JOIN source USING (sourceId)
    WHERE source.state IS NULL OR source.state = 'shown' ORDER BY createdAt, link.rowid`);
}

/** Links a table to a question or item; the link that is already there is returned as it is. Throws not-found. */
export function addLink(
  db: ReadableDb,
  recorder: Recorder,
  { questionId, itemId, tableId, reason }: { questionId: QuestionId; itemId: ItemId | null; tableId: TableId; reason: string },
): Link {
  const question = getQuestion(db, questionId);
  if (itemId !== null && !question.items.some((item) => item.itemId === itemId))
    throw new AppError('not-found', { what: message('what.item'), id: itemId });
  getTableKey(db, tableId);
  const same = listLinks(db).find((link) => link.questionId === questionId && link.itemId === itemId && link.tableId === tableId);
  if (same) return same;
  const link: Link = { linkId: nameLink(db, questionId, itemId, tableId), questionId, itemId, tableId, reason, createdAt: timestamp() };
  recorder.insertRow('link', link);
  return link;
}

/** The same link made by two colleagues, or made again, is one: its id follows from what it joins, unless a link that was moved since has that id. */
function nameLink(db: ReadableDb, questionId: QuestionId, itemId: ItemId | null, tableId: TableId): LinkId {
  const linkId = deriveId<'link'>('link', questionId, itemId, tableId);
  return db.get(sql`SELECT 1 FROM link WHERE linkId = ${linkId}`) ? newId<'link'>() : linkId;
}

/** Removes a link and returns it. Throws not-found. */
export function removeLink(db: ReadableDb, recorder: Recorder, linkId: LinkId): Link {
  const link = db.get<Link>(sql`SELECT linkId, questionId, itemId, tableId, reason, createdAt FROM link WHERE linkId = ${linkId}`);
  if (!link) throw new AppError('not-found', { what: message('what.link'), id: linkId });
  recorder.deleteRow('link', { linkId });
  return link;
}
