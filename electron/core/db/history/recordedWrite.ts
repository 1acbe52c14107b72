import { assert } from '../../../../shared/util/assert';
import type { WritableDb } from '../handles';
import type { RecordedTable, RowImage, RowKey, RowValues } from './recordedTables';
import { type Image, printKey, readImage, writeImage } from './rowImages';

/** One row's change inside an operation; null before means inserted, null after means deleted. */
export type RowChange = { table: RecordedTable; rowKey: string; before: Image | null; after: Image | null };

/** The three primitives every change of a user goes through, and what they did so far. */
export type Recorder = {
  readonly changes: ReadonlyMap<string, RowChange>;
  insertRow<T extends RecordedTable>(table: T, row: RowImage<T>): void;
  /** Changes the named columns of an existing row. False when the row comes out equal, which is no change. */
  updateRow<T extends RecordedTable>(table: T, key: RowKey<T>, changed: Partial<RowValues<T>>): boolean;
  deleteRow<T extends RecordedTable>(table: T, key: RowKey<T>): void;
};

/** Starts recording on an open transaction; several changes of one row become one, from its first image to its last. */
export function startRecording(db: WritableDb): Recorder {
  const changes = new Map<string, RowChange>();
  const record = (table: RecordedTable, before: Image | null, after: Image | null) => {
    const rowKey = printKey(table, (before ?? after)!);
    const name = `${table} ${rowKey}`;
    const first = changes.get(name);
    const whole = { table, rowKey, before: first ? first.before : before, after };
    changes.delete(name);
    if (JSON.stringify(whole.before) !== JSON.stringify(whole.after)) changes.set(name, whole);
  };
  return {
    changes,
    insertRow: (table, row) => {
      assert(readImage(db, table, row as Image) === null, `a row to insert into ${table} is new`);
      writeImage(db, table, row as Image, row as Image);
      record(table, null, readImage(db, table, row as Image));
    },
    updateRow: (table, key, changed) => {
      const before = readImage(db, table, key as Image);
      assert(before, `a row to change in ${table} exists`);
      const after = { ...before, ...(changed as Image) };
      if (JSON.stringify(before) === JSON.stringify(after)) return false;
      writeImage(db, table, key as Image, after);
      record(table, before, after);
      return true;
    },
    deleteRow: (table, key) => {
      const before = readImage(db, table, key as Image);
      assert(before, `a row to delete from ${table} exists`);
      writeImage(db, table, key as Image, null);
      record(table, before, null);
    },
  };
}
