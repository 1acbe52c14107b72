import { say } from '../../../shared/catalogue/catalogue';
import type { ReadableDb } from '../db/handles';
import { insertVersion } from '../db/queries/versions';
import { sql } from '../db/sql';
import type { Session } from '../session';

/** Keeps an automatic version before something goes in or out, unless nothing was done since the last one or the project is only read. */
export function keepVersionBefore(session: Session, event: 'version.beforeImport' | 'version.beforeExport', why: string): void {
  const project = session.getProject();
  if (project.readOnly || isKept(project.db)) return;
  const { language, actor } = session.settings;
  project.write((db) => insertVersion(db, { name: say(language, event), why, actor, automatic: true }));
  session.tellChanged({ nouns: ['version'] });
}

function isKept(db: ReadableDb): boolean {
  const last = db.get<{ done: string | null; kept: string | null }>(
    sql`SELECT (SELECT max(changedAt) FROM operation) AS done, (SELECT max(at) FROM version) AS kept`,
  );
  return !last?.done || (last.kept !== null && last.kept >= last.done);
}
