import type { Connection } from '../connection';
import { APPLICATION_ID, LATEST_VERSION, MIGRATIONS } from './migrations';

/** Brings a database to `target` (the latest by default), each step in its own transaction, and marks it as ours. Returns the steps taken. */
export function migrate(connection: Connection, target: number = LATEST_VERSION): number[] {
  const from = Number(connection.pragma('user_version'));
  const taken: number[] = [];
  for (const { version, script, fill } of MIGRATIONS) {
    if (version <= from || version > target) continue;
    connection.transact((db) => {
      connection.exec(script);
      fill?.(db);
      connection.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version};`);
    });
    taken.push(version);
  }
  return taken;
}
