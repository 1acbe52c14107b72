import { say } from '../../../shared/catalogue/catalogue';
import type { Exchange, ReviewCopy } from '../../../shared/domain/exchange';
import { type ChangeId, newId, type QuestionId } from '../../../shared/domain/ids';
import type { Warning } from '../../../shared/domain/place';
import { AppError } from '../../../shared/ipc/errors';
import { connectInMemory } from '../db/connection';
import { isSameFile } from '../db/file/projectFile';
import { makeSeal, sealBytes } from '../db/file/sealedFile';
import type { ReadableDb } from '../db/handles';
import { migrate } from '../db/migrations/migrate';
import { insertExchange } from '../db/queries/exchange';
import { hashBytes } from '../db/queries/files';
import { fillReviewCopy, type ReviewSelection } from '../db/queries/fillReviewCopy';
import { listQuestions } from '../db/queries/letters';
import { insertVersion } from '../db/queries/versions';
import { WITHHOLD_NOTHING } from '../db/queries/withholdImages';
import { sql } from '../db/sql';
import { type FoundPicture, isPicture } from '../export/leaks/readPictures';
import { writeFileWhole } from '../export/writeFileWhole';
import type { JobContext } from '../jobs/jobRunner';
import type { NamedFile, Session } from '../session';
import { timestamp } from '../timestamp';
import { nameInsider, readWithheld } from './withholdFromCopy';

/** For whom a copy is made and what it holds; no questions named means all of them. */
export type ReviewCopyRequest = {
  recipient: string;
  questionIds: QuestionId[];
  withSources: boolean;
  /** Whether the reviewer may know what is withheld from the public: named among the insiders of every entry of the register from then on. */
  isInsider: boolean;
  password: string | null;
};

/**
 * Makes a copy for a reviewer: an automatic version of now, a project filled from empty with the chosen questions alone, sealed when a password is
 * given, written whole; then what was sent is noted. Of a copy for anyone but an insider every part is searched for what is withheld. Throws
 * not-found for a question that is not there, write-refused over the project itself, redaction-lost and redaction-leak with the places.
 */
export async function makeReviewCopy(
  session: Session,
  job: JobContext,
  { recipient, questionIds, withSources, isInsider, password }: ReviewCopyRequest,
  target: NamedFile,
): Promise<Exchange & { warnings: Warning[] }> {
  const { language, actor } = session.settings;
  const project = session.getWritableProject();
  if (isSameFile(target.path, project.path)) throw new AppError('project-exists', { file: target.name });
  const all = listQuestions(project.db).map((question) => question.questionId);
  const chosen = questionIds.length === 0 ? all : questionIds;
  job.progress(say(language, 'step.copying'), 0, 2);
  await job.pause();
  const head = { exchangeId: newId<'exchange'>(), sentAt: timestamp(), reviewer: recipient, sender: actor, questionIds };
  const withheld = isInsider ? null : readWithheld(project.db, target.name);
  const name = say(language, 'version.beforeCopy', { party: recipient });
  const version = project.write((db) => insertVersion(db, { name, why: target.name, actor, automatic: true }));
  const withhold = withheld?.withhold ?? WITHHOLD_NOTHING;
  const selection = { questionIds: chosen, withSources, withhold };
  const warnings: Warning[] = [];
  const { bytes, changeIds, pictures } = fillCopy(project.db, selection, { ...head, versionId: version.versionId }, (db, filled) => {
    if (withheld) warnings.push(...withheld.refuseLeaks(db, filled));
  });
  await job.pause();
  const looking = {
    signal: job.signal,
    onPicture: async (done: number, total: number) => {
      job.progress(say(language, 'step.lookingAtPictures'), done, total);
      await job.pause();
    },
  };
  if (withheld) warnings.push(...(await withheld.refusePictures(pictures, looking)));
  const sealed = password === null ? bytes : sealBytes(bytes, makeSeal(password));
  job.progress(say(language, 'step.writing', { file: target.name }), 1, 2);
  await job.pause();
  await writeFileWhole(target.path, sealed);
  const sent = { ...describeSent(head, target.name, version.versionId), file: hashBytes(sealed) };
  if (isInsider) nameInsider(session, recipient);
  const detail = { withSources, sealed: password !== null, withheld: withheld !== null };
  const exchange = project.write((db) => insertExchange(db, sent, changeIds, detail));
  session.tellChanged({ nouns: ['version', 'review'] });
  return { ...exchange, warnings };
}

function describeSent(head: Omit<ReviewCopy, 'versionId'>, fileName: string, versionId: ReviewCopy['versionId']) {
  const { exchangeId, sentAt: at, reviewer: party, questionIds } = head;
  return {
    exchangeId,
    at,
    party,
    questionIds,
    fileName,
    versionId,
    direction: 'sent' as const,
    kind: 'reviewCopy' as const,
    answers: null,
  };
}

/** The copy as bytes, once `check` let it pass, with the pictures in it. It is made in memory, so that what is to be sealed never lies on a disk in the open. */
function fillCopy(
  source: ReadableDb,
  selection: ReviewSelection,
  head: ReviewCopy,
  check: (db: ReadableDb, bytes: Uint8Array) => void,
): { bytes: Uint8Array; changeIds: ChangeId[]; pictures: FoundPicture[] } {
  const connection = connectInMemory();
  try {
    migrate(connection);
    const changeIds = connection.transact((db) => {
      db.run(sql`INSERT INTO publication (only, generation, publishedId) VALUES (1, 1, ${newId()})`);
      const sent = fillReviewCopy(db, source, selection, head);
      insertExchange(db, { ...describeSent(head, '', head.versionId), file: hashBytes(new Uint8Array()) }, sent);
      return sent;
    });
    const bytes = connection.serialize();
    check(connection.db, bytes);
    return { bytes, changeIds, pictures: listPictures(connection.db) };
  } finally {
    connection.close();
  }
}

/** Pictures kept in a copy, each named by what it shows. */
function listPictures(db: ReadableDb): FoundPicture[] {
  const files = db.all<{ bytes: Uint8Array; alt: string | null }>(sql`
    SELECT bytes, (SELECT document ->> '$.alt' FROM block_use JOIN block USING (blockId) WHERE kind = 'picture' AND id = hash LIMIT 1) AS alt FROM file`);
  return files.flatMap(({ bytes, alt }) => (isPicture(bytes) ? [{ part: alt ?? '', bytes }] : []));
}
