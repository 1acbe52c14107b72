import { type ChangeId, type ExchangeId, type FileHash, newId } from '../../../../shared/domain/ids';
import type { Exchange, ReviewCopy } from '../../../../shared/domain/exchange';
import { timestamp } from '../../timestamp';
import type { ReadableDb, WritableDb } from '../handles';
import { sql } from '../sql';

type ExchangeRow = Omit<Exchange, 'questionIds'> & { questionIds: string };

const COLUMNS = sql`exchangeId, direction, kind, party, at, fileName, file, versionId, answers, questionIds`;

/** What went out and came back, newest first. */
export function listExchanges(db: ReadableDb): Exchange[] {
  return db.all<ExchangeRow>(sql`SELECT ${COLUMNS} FROM exchange ORDER BY at DESC, exchangeId`).map(toExchange);
}

/** One exchange with what its kind needs to take it back; null when this project does not know it. */
export function findExchange(db: ReadableDb, exchangeId: ExchangeId): { exchange: Exchange; detail: unknown } | null {
  const row = db.get<ExchangeRow & { detail: string }>(sql`SELECT ${COLUMNS}, detail FROM exchange WHERE exchangeId = ${exchangeId}`);
  if (!row) return null;
  const { detail, ...exchange } = row;
  return { exchange: toExchange(exchange), detail: JSON.parse(detail) as unknown };
}

function toExchange(row: ExchangeRow): Exchange {
  return { ...row, questionIds: JSON.parse(row.questionIds) as Exchange['questionIds'] };
}

/**
 * Notes a file that went out or came back and the changes that were in it, which are immutable from then on. An exchange is only ever added, like a
 * version, so it is not recorded in the log.
 */
export function insertExchange(
  db: WritableDb,
  exchange: Omit<Exchange, 'exchangeId' | 'at'> & { exchangeId?: ExchangeId; at?: string },
  changeIds: readonly ChangeId[],
  detail: unknown = null,
): Exchange {
  const { exchangeId = newId<'exchange'>(), at = timestamp(), ...rest } = exchange;
  db.run(sql`
    INSERT INTO exchange (exchangeId, direction, kind, party, at, fileName, file, versionId, answers, questionIds, detail)
    VALUES (${exchangeId}, ${rest.direction}, ${rest.kind}, ${rest.party}, ${at}, ${rest.fileName}, ${rest.file}, ${rest.versionId},
      ${rest.answers}, ${JSON.stringify(rest.questionIds)}, ${JSON.stringify(detail)})`);
  db.run(
    sql`INSERT INTO exchange_change (changeId, exchangeId) SELECT value, ${exchangeId} FROM json_each(${JSON.stringify([...new Set(changeIds)])})`,
  );
  return { exchangeId, at, ...rest };
}

/** A project file that came back: its digest, which file of the same origin it followed, and the changes it brought. */
export type ReturnedSet = { file: FileHash; origin: string; generation: number; changeIds: ChangeId[] };

/** Every project file that was merged. */
export function listReturnedSets(db: ReadableDb): ReturnedSet[] {
  const rows = db.all<{ file: FileHash; origin: string; generation: number; changeIds: string }>(sql`
    SELECT file, json_extract(detail, '$.origin') AS origin, json_extract(detail, '$.generation') AS generation,
      (SELECT json_group_array(changeId) FROM exchange_change c WHERE c.exchangeId = exchange.exchangeId) AS changeIds
    FROM exchange WHERE direction = 'returned' AND kind IN ('reviewCopy', 'copy') ORDER BY at, exchangeId`);
  return rows.map((row) => ({ ...row, changeIds: JSON.parse(row.changeIds) as ChangeId[] }));
}

/** Files that came back in answer to one that was sent, oldest first, with what was noted of each. */
export function listReturnDetails<Detail>(db: ReadableDb, answers: ExchangeId): { file: FileHash; detail: Detail }[] {
  return db
    .all<{ file: FileHash; detail: string }>(
      sql`SELECT file, detail FROM exchange WHERE answers = ${answers} AND direction = 'returned' ORDER BY at, rowid`,
    )
    .map(({ file, detail }) => ({ file, detail: JSON.parse(detail) as Detail }));
}

/** Who reviews in this file and for whom; null in a project of one's own. */
export function findReviewCopy(db: ReadableDb): ReviewCopy | null {
  const row = db.get<Omit<ReviewCopy, 'questionIds'> & { questionIds: string }>(
    sql`SELECT reviewer, sender, exchangeId, versionId, sentAt, questionIds FROM review_copy`,
  );
  return row ? { ...row, questionIds: JSON.parse(row.questionIds) as ReviewCopy['questionIds'] } : null;
}
