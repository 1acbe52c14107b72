import { newId, type OperationId } from '../../../../shared/domain/ids';
import type { Message } from '../../../../shared/domain/message';
import { timestamp } from '../../timestamp';
import type { ReadableDb, WritableDb } from '../handles';
import { sql } from '../sql';
import type { RecordedTable } from './recordedTables';
import type { RowChange } from './recordedWrite';
import { parseImage, parseKey, readImage, writeImage } from './rowImages';

/** What was done, for the log's sentence: `kind` chooses it, `data` fills it in. */
export type OperationHead = {
  kind: string;
  data: Readonly<Record<string, string | number | Message>>;
  /** Text saves of one scope that follow each other closely become one operation; null for an operation of its own. */
  scope: string | null;
};

/** A stored operation without its images. */
export type StoredOperation = OperationHead & {
  operationKey: number;
  operationId: OperationId;
  at: string;
  changedAt: string;
  actor: string;
  undone: boolean;
};

type OperationRow = Omit<StoredOperation, 'data' | 'undone'> & { data: string; undone: number };
type ChangeRow = { tableName: RecordedTable; rowKey: string; before: string | null; after: string | null };

/** Saves of one scope closer together than this belong to one operation, which spans at most `MERGE_SPAN_MS`. */
const MERGE_PAUSE_MS = 15_000;
const MERGE_SPAN_MS = 60_000;

/** Every operation, newest first. */
export function listOperations(db: ReadableDb, limit: number): StoredOperation[] {
  return db.all<OperationRow>(sql`SELECT * FROM operation ORDER BY operationKey DESC LIMIT ${limit}`).map(toOperation);
}

/** Stores an operation with its images, or adds them to the run of text saves it continues. Undone operations can no longer be redone after it. */
export function storeOperation(db: WritableDb, head: OperationHead, actor: string, changes: Iterable<RowChange>): void {
  const now = timestamp();
  db.run(sql`UPDATE operation SET redoable = 0 WHERE redoable = 1`);
  const continued = findContinued(db, head, actor, now);
  if (continued !== null) {
    mergeChanges(db, continued, changes);
    db.run(sql`UPDATE operation SET changedAt = ${now} WHERE operationKey = ${continued}`);
    return;
  }
  const { lastKey } = db.run(sql`
    INSERT INTO operation (operationId, at, changedAt, actor, kind, data, scope, undone, redoable)
    VALUES (${newId()}, ${now}, ${now}, ${actor}, ${head.kind}, ${JSON.stringify(head.data)}, ${head.scope}, 0, 0)`);
  let seq = 0;
  for (const change of changes) insertChange(db, lastKey, seq++, change);
}

/** What an undo or redo came to: the operation and its changes as applied, or the later operation that stands in its way. */
export type Step = { operation: StoredOperation; changes: RowChange[] } | { conflict: StoredOperation };

/** Undoes the last operation that is not undone; null when there is none. A conflict means that a row is not as the operation left it: nothing is changed. */
export function undoLast(db: WritableDb): Step | null {
  const row = db.get<OperationRow>(sql`SELECT * FROM operation WHERE undone = 0 ORDER BY operationKey DESC LIMIT 1`);
  if (!row) return null;
  const step = applyChanges(db, toOperation(row), readChanges(db, row.operationKey).reverse().map(invert));
  if ('changes' in step) db.run(sql`UPDATE operation SET undone = 1, redoable = 1, scope = NULL WHERE operationKey = ${row.operationKey}`);
  return step;
}

/** Does again what was undone last; null when nothing was, or something else was done since. */
export function redoNext(db: WritableDb): Step | null {
  const row = db.get<OperationRow>(sql`SELECT * FROM operation WHERE redoable = 1 ORDER BY operationKey LIMIT 1`);
  if (!row) return null;
  const step = applyChanges(db, toOperation(row), readChanges(db, row.operationKey));
  if ('changes' in step) db.run(sql`UPDATE operation SET undone = 0, redoable = 0 WHERE operationKey = ${row.operationKey}`);
  return step;
}

function toOperation(row: OperationRow): StoredOperation {
  return { ...row, data: JSON.parse(row.data) as StoredOperation['data'], undone: row.undone === 1 };
}

function invert(change: RowChange): RowChange {
  return { ...change, before: change.after, after: change.before };
}

function readChanges(db: ReadableDb, operationKey: number): RowChange[] {
  const rows = db.all<ChangeRow>(
    sql`SELECT tableName, rowKey, before, after FROM operation_change WHERE operationKey = ${operationKey} ORDER BY seq`,
  );
  return rows.map((row) => ({
    table: row.tableName,
    rowKey: row.rowKey,
    before: parseImage(row.tableName, row.before),
    after: parseImage(row.tableName, row.after),
  }));
}

function insertChange(db: WritableDb, operationKey: number, seq: number, change: RowChange): void {
  const before = change.before === null ? null : JSON.stringify(change.before);
  const after = change.after === null ? null : JSON.stringify(change.after);
  db.run(sql`
    INSERT INTO operation_change (operationKey, seq, tableName, rowKey, before, after)
    VALUES (${operationKey}, ${seq}, ${change.table}, ${change.rowKey}, ${before}, ${after})`);
}

function applyChanges(db: WritableDb, operation: StoredOperation, changes: RowChange[]): Step {
  for (const { table, rowKey, before } of changes) {
    const present = readImage(db, table, parseKey(table, rowKey));
    if (JSON.stringify(present) !== JSON.stringify(before)) return { conflict: findLater(db, operation, table, rowKey) };
  }
  // Rows refer to each other; within one operation any order is right as long as the end is whole.
  db.run(sql`PRAGMA defer_foreign_keys = ON`);
  for (const { table, rowKey, after } of changes) writeImage(db, table, parseKey(table, rowKey), after);
  return { operation, changes };
}

/** The last operation after this one that touched the row; the operation itself when the row changed without any. */
function findLater(db: ReadableDb, operation: StoredOperation, table: RecordedTable, rowKey: string): StoredOperation {
  const later = db.get<OperationRow>(sql`
    SELECT o.* FROM operation_change c JOIN operation o USING (operationKey)
    WHERE c.tableName = ${table} AND c.rowKey = ${rowKey} AND o.operationKey > ${operation.operationKey} AND o.undone = 0
    ORDER BY o.operationKey DESC LIMIT 1`);
  return later ? toOperation(later) : operation;
}

function findContinued(db: ReadableDb, head: OperationHead, actor: string, now: string): number | null {
  if (head.scope === null) return null;
  const last = db.get<OperationRow>(sql`SELECT * FROM operation ORDER BY operationKey DESC LIMIT 1`);
  if (!last || last.undone === 1 || last.scope !== head.scope || last.kind !== head.kind || last.actor !== actor) return null;
  const pause = Date.parse(now) - Date.parse(last.changedAt);
  const span = Date.parse(now) - Date.parse(last.at);
  return pause >= 0 && pause <= MERGE_PAUSE_MS && span <= MERGE_SPAN_MS ? last.operationKey : null;
}

function mergeChanges(db: WritableDb, operationKey: number, changes: Iterable<RowChange>): void {
  const merged = new Map(readChanges(db, operationKey).map((change) => [`${change.table} ${change.rowKey}`, change]));
  for (const change of changes) {
    const name = `${change.table} ${change.rowKey}`;
    const first = merged.get(name);
    merged.delete(name);
    const whole = first ? { ...change, before: first.before } : change;
    if (JSON.stringify(whole.before) !== JSON.stringify(whole.after)) merged.set(name, whole);
  }
  db.run(sql`DELETE FROM operation_change WHERE operationKey = ${operationKey}`);
  let seq = 0;
  for (const change of merged.values()) insertChange(db, operationKey, seq++, change);
}
