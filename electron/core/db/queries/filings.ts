import type { Filing, FilingFile } from '../../../../shared/domain/filing';
import { type FilingId, newId, type QuestionId } from '../../../../shared/domain/ids';
import { timestamp } from '../../timestamp';
import type { ReadableDb, WritableDb } from '../handles';
import { sql } from '../sql';

type FilingRow = Omit<Filing, 'questionIds' | 'files'> & { questionIds: string };

/** Every filing of every letter, in the order recorded. */
export function listFilings(db: ReadableDb): Filing[] {
  const files = db.all<FilingFile & { filingId: FilingId }>(sql`
    SELECT filingId, name, file, size FROM filing_file JOIN file ON file.hash = filing_file.file ORDER BY filingId, position`);
  return db
    .all<FilingRow>(sql`
      SELECT filingId, letterId, round, versionId, questionIds, filedOn, note, actor, recordedAt FROM filing ORDER BY recordedAt, rowid`)
    .map((row) => ({
      ...row,
      questionIds: JSON.parse(row.questionIds) as QuestionId[],
      files: files.filter(({ filingId }) => filingId === row.filingId).map(({ name, file, size }) => ({ name, file, size })),
    }));
}

/** Keeps a filing as its letter's next round. A filing is only ever added, so it is not recorded in the log. */
export function insertFiling(db: WritableDb, filing: Omit<Filing, 'filingId' | 'round' | 'recordedAt'>): Filing {
  const { letterId, versionId, questionIds, filedOn, note, actor, files } = filing;
  const filingId = newId<'filing'>();
  db.run(sql`
    INSERT INTO filing (filingId, letterId, round, versionId, questionIds, filedOn, note, actor, recordedAt)
    VALUES (${filingId}, ${letterId}, (SELECT count(*) + 1 FROM filing WHERE letterId = ${letterId}), ${versionId},
      ${JSON.stringify(questionIds)}, ${filedOn}, ${note}, ${actor}, ${timestamp()})`);
  files.forEach(({ name, file }, position) => {
    db.run(sql`INSERT INTO filing_file (filingId, position, name, file) VALUES (${filingId}, ${position}, ${name}, ${file})`);
  });
  return listFilings(db).find((one) => one.filingId === filingId)!;
}
