import { say } from '../../../shared/catalogue/catalogue';
import { listSecrets } from '../../../shared/document/redaction/listSecrets';
import type { Exchange } from '../../../shared/domain/exchange';
import type { ExchangeId } from '../../../shared/domain/ids';
import type { ReviewChange } from '../../../shared/domain/review';
import type { WordReviewResult } from '../../../shared/ipc/results';
import type { AnchorMap } from '../../../shared/review/word/wordAnchor';
import type { ReviewedDocument } from '../../../shared/review/word/reviewedDocument';
import { takeBack, type TakenBack } from '../../../shared/review/word/takeBack';
import { isUnplaced } from '../../../shared/review/word/targets';
import { measureSimilarity } from '../../../shared/review/word/similarity';
import { toUnits } from '../../../shared/review/word/units';
import { createWords } from '../../../shared/review/word/wordReviewWords';
import { assert } from '../../../shared/util/assert';
import type { ReadableDb } from '../db/handles';
import { findExchange, insertExchange, listExchanges } from '../db/queries/exchange';
import { findFile, hashBytes, storeFile } from '../db/queries/files';
import { listRedactions } from '../db/queries/redactions';
import { insertChange, insertDecision, listReview } from '../db/queries/review';
import { readSnapshot } from '../db/queries/snapshot';
import { insertVersion } from '../db/queries/versions';
import { hashId } from '../export/hashId';
import { isReviewDocument, nameReview } from '../export/nameReview';
import { NO_DATE } from '../export/noDate';
import { readReview } from '../import/review/readReview';
import type { JobContext } from '../jobs/jobRunner';
import { readNamedFile } from '../readNamedFile';
import { runWrite } from '../rpc/runWrite';
import type { NamedFile, Session } from '../session';
import { timestamp } from '../timestamp';

/** Copies sent without their name coming back are looked for among so many of the newest. */
const MOST_CANDIDATES = 8;

/** What a returned document is held against. */
type SentCopy = { exchange: Exchange | null; document: ReviewedDocument; anchors: AnchorMap };

/**
 * Takes a reviewed DOCX back: everything it says joins the review, nothing of it changes a text. It is held against the copy it was sent as, or, when no
 * sent copy fits, against the reply as it stands. Taking the same file back again changes nothing.
 */
export async function takeBackWord(session: Session, job: JobContext, file: NamedFile): Promise<WordReviewResult> {
  const { language } = session.settings;
  const project = session.getWritableProject();
  job.progress(say(language, 'wordReview.reading', { file: file.name }), 0, 3);
  const bytes = await readNamedFile(file);
  await job.pause();
  const returned = readReview(bytes, file.name);
  job.progress(say(language, 'wordReview.comparing'), 1, 3);
  await job.pause();
  const sent = findSentCopy(project.db, returned) ?? (await makePresentCopy(project.db, returned));
  const taken = takeBack({
    sent: sent.document,
    returned,
    anchors: sent.anchors,
    exchange: sent.exchange?.exchangeId ?? 'present',
    versionId: sent.exchange?.versionId ?? null,
    receivedAt: timestamp(),
    words: createWords(language),
    makeId: hashId,
  });
  job.progress(say(language, 'wordReview.storing'), 2, 3);
  await job.pause();
  const added = storeTaken(session, taken, bytes, file.name, sent.exchange);
  return {
    ...taken.counts,
    added,
    sent: sent.exchange && { fileName: sent.exchange.fileName, at: sent.exchange.at },
    lost: taken.changes.filter(({ anchor }) => isUnplaced(anchor)).map(listLost),
  };
}

function listLost({ author, at, anchor, payload }: ReviewChange): WordReviewResult['lost'][number] {
  return { author, at, quote: anchor.quote, text: payload.kind === 'comment' ? payload.text : '' };
}

/** Adds what is new in one operation after an automatic version; nothing at all when nothing is. */
function storeTaken(session: Session, taken: TakenBack, bytes: Uint8Array, fileName: string, sent: Exchange | null): number {
  const project = session.getProject();
  const { language, actor } = session.settings;
  const hash = hashBytes(bytes);
  const known = listReview(project.db);
  const changeIds = new Set(known.changes.map(({ changeId }) => changeId));
  const decisionIds = new Set(known.decisions.map(({ decisionId }) => decisionId));
  const isNoted = listExchanges(project.db).some((one) => one.direction === 'returned' && one.kind === 'word' && one.file === hash);
  const isKnown =
    taken.changes.every((one) => changeIds.has(one.changeId)) && taken.decisions.every((one) => decisionIds.has(one.decisionId));
  if (isNoted && isKnown) return 0;
  let added = 0;
  runWrite(session, 'wordReview:takeBack', ({ db, recorder, describe }) => {
    const name = say(language, 'wordReview.takenVersion');
    const { versionId } = insertVersion(db, { name, why: fileName, actor, automatic: true });
    for (const change of taken.changes) if (insertChange(db, recorder, change)) added++;
    for (const decision of taken.decisions) insertDecision(db, recorder, decision);
    describe({ file: fileName, ...taken.counts });
    if (isNoted) return;
    storeFile(db, bytes, 'application/octet-stream');
    const party = [...new Set(taken.changes.map(({ author }) => author))].join('、').slice(0, 200);
    const head = { direction: 'returned' as const, kind: 'word' as const, party, fileName, file: hash, versionId, questionIds: [] };
    insertExchange(
      db,
      { ...head, answers: sent?.exchangeId ?? null },
      taken.changes.map(({ changeId }) => changeId),
    );
  });
  session.tellChanged({ nouns: ['version', 'review'] });
  return added;
}

/** The copy a document was sent as: by the name it carries, else the one whose text it has most of. */
function findSentCopy(db: ReadableDb, returned: ReviewedDocument): SentCopy | null {
  const named = returned.exchange === null ? null : readSentCopy(db, returned.exchange as ExchangeId);
  if (named) return named;
  const candidates = listExchanges(db).filter((one) => one.direction === 'sent' && one.kind === 'word');
  if (candidates.length === 0) return null;
  const text = readText(returned);
  const holdsWithheld = createWithheldTest(db);
  const isInFull = holdsWithheld(text);
  let best: { copy: SentCopy; score: number } | null = null;
  for (const { exchangeId } of candidates.slice(0, MOST_CANDIDATES)) {
    const copy = readSentCopy(db, exchangeId);
    const sent = copy ? readText(copy.document) : '';
    // A copy in full and one without what is withheld are nearly alike.
    const likeness = copy ? measureSimilarity(sent, text) : 0;
    const score = likeness > LEAST_ALIKE && holdsWithheld(sent) === isInFull ? likeness + 1 : likeness;
    if (copy && score > Math.max(LEAST_ALIKE, best?.score ?? 0)) best = { copy, score };
  }
  return best?.copy ?? null;
}

/** Whether a text holds anything that is withheld. */
function createWithheldTest(db: ReadableDb): (text: string) => boolean {
  const redactions = listRedactions(db);
  const secrets = redactions.length === 0 ? [] : listSecrets(readSnapshot(db), redactions);
  return (text) => secrets.some(({ findAlone }) => findAlone(text).length > 0);
}

/** A document less alike than this is another document. */
const LEAST_ALIKE = 0.5;

function readText({ blocks }: ReviewedDocument): string {
  return toUnits(blocks)
    .map((unit) => unit.text)
    .join('\n');
}

function readSentCopy(db: ReadableDb, exchangeId: ExchangeId): SentCopy | null {
  const found = findExchange(db, exchangeId);
  if (found?.exchange.kind !== 'word' || found.exchange.direction !== 'sent') return null;
  const stored = findFile(db, found.exchange.file);
  if (!stored) return null;
  return { exchange: found.exchange, document: readReview(stored.bytes, found.exchange.fileName), anchors: found.detail as AnchorMap };
}

/** The reply as it stands, in the form in which it would be sent: in full where the document has any of what is withheld, else without it. */
async function makePresentCopy(db: ReadableDb, returned: ReviewedDocument): Promise<SentCopy> {
  const { assembleDocument } = await import('../../../shared/document/assembleDocument');
  const { exportDocx } = await import('../export/docx/exportDocx');
  const redactions = createWithheldTest(db)(readText(returned)) ? [] : listRedactions(db);
  const document = assembleDocument('review', readSnapshot(db), { former: null, redactions });
  assert(isReviewDocument(document), 'a copy for reviewers is one');
  const bytes = await exportDocx(document.blocks, { title: document.title, created: NO_DATE, review: nameReview(document) });
  return { exchange: null, document: readReview(bytes, 'present.docx'), anchors: document.anchors };
}
