import type { Sql } from './sql';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A handle through which data can be read and not changed. */
export type ReadableDb = {
  readonly [readable]: true;
  /** Every row. */
  all<Row>(query: Sql): Row[];
  /** The first row, or undefined. */
  get<Row>(query: Sql): Row | undefined;
  /** Rows one by one, for long results. */
  iterate<Row>(query: Sql): IterableIterator<Row>;
  /** How often any of these tables was written through this connection, writes that were rolled back included. */
  countWrites(tables: readonly string[]): number;
};

/** A handle inside a transaction: what it writes is kept whole or not at all. */
export type WritableDb = ReadableDb & {
  readonly [writable]: true;
  /** Changes rows and returns how many, and the last inserted integer key. */
  run(query: Sql): { changes: number; lastKey: number };
};
