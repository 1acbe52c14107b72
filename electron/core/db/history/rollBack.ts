import type { ReadableDb } from '../handles';
import { sql } from '../sql';
import type { RecordedTable } from './recordedTables';
import { type Image, parseImage, printKey, readAllImages } from './rowImages';

type OperationMark = { operationKey: number; operationId: string; changedAt: string; undone: number };

/**
 * Where two projects of one origin parted, in terms of `theirs`: the last operation both have, and operations up to it that only `theirs` has undone
 * since. A run of text saves that went on here alone counts as common as far as it went there.
 */
export type Parting = { operationKey: number; undoneSince: number[] };

/** Finds where `theirs` parted from `ours`; key 0 when they share no operation. */
export function findParting(ours: ReadableDb, theirs: ReadableDb): Parting {
  const list = (db: ReadableDb) =>
    db.all<OperationMark>(sql`SELECT operationKey, operationId, changedAt, undone FROM operation ORDER BY operationKey`);
  const own = list(ours);
  const parting: Parting = { operationKey: 0, undoneSince: [] };
  for (const [index, their] of list(theirs).entries()) {
    const our = own[index];
    if (our?.operationId !== their.operationId || their.changedAt > our.changedAt) break;
    parting.operationKey = their.operationKey;
    if (their.undone === 1 && our.undone === 0) parting.undoneSince.push(their.operationKey);
    if (their.changedAt < our.changedAt) break;
  }
  return parting;
}

/** Rows of a table changed since the parting, by key, as they stood then: null for a row that was not there. */
export function listFormerImages(
  theirs: ReadableDb,
  table: RecordedTable,
  { operationKey, undoneSince }: Parting,
): Map<string, Image | null> {
  const former = new Map<string, Image | null>();
  const since = theirs.all<{ rowKey: string; before: string | null }>(sql`
    SELECT rowKey, before FROM operation_change JOIN operation USING (operationKey)
    WHERE tableName = ${table} AND operationKey > ${operationKey} AND undone = 0 ORDER BY operationKey DESC, seq DESC`);
  for (const { rowKey, before } of since) former.set(rowKey, parseImage(table, before));
  const again = theirs.all<{ rowKey: string; after: string | null }>(sql`
    SELECT rowKey, after FROM operation_change
    WHERE tableName = ${table} AND operationKey IN ${sql.list(undoneSince)} ORDER BY operationKey, seq`);
  for (const { rowKey, after } of again) former.set(rowKey, parseImage(table, after));
  return former;
}

/** Every row of a table as it stood at the parting. */
export function readFormerImages(theirs: ReadableDb, table: RecordedTable, parting: Parting): Image[] {
  const images = new Map(readAllImages(theirs, table).map((image) => [printKey(table, image), image]));
  for (const [rowKey, image] of listFormerImages(theirs, table, parting)) {
    if (image === null) images.delete(rowKey);
    else images.set(rowKey, image);
  }
  return [...images.values()];
}
