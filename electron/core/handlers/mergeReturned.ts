import { say } from '../../../shared/catalogue/catalogue';
import type { Formula } from '../../../shared/domain/figure';
import { type ChangeId, type DecisionId, type FileHash, newId, type VersionId } from '../../../shared/domain/ids';
import type { RecordChange } from '../../../shared/domain/matterRecord';
import type { Block, Inline } from '../../../shared/domain/reply';
import type { ReviewChange, ReviewPayload } from '../../../shared/domain/review';
import { listFormulaCells } from '../../../shared/figures/listFormulaCells';
import type { MergeResult } from '../../../shared/ipc/results';
import { AppError } from '../../../shared/ipc/errors';
import { deriveId } from '../../../shared/review/deriveId';
import { isReviewConflict } from '../../../shared/review/isReviewConflict';
import { openForeignProject } from '../db/file/foreignProject';
import type { ReadableDb, WritableDb } from '../db/handles';
import type { Recorder } from '../db/history/recordedWrite';
import { readImage } from '../db/history/rowImages';
import { findCellKey } from '../db/queries/cells';
import { bringFile, bringSource, bringTable } from '../db/queries/bringSource';
import { findExchange, insertExchange, listReturnedSets } from '../db/queries/exchange';
import { hashBytes, storeFile } from '../db/queries/files';
import { getProject } from '../db/queries/projectDetails';
import { findDefinition } from '../db/queries/replyTables';
import { insertChange, insertDecision, listReview, newDecision } from '../db/queries/review';
import { insertVersion } from '../db/queries/versions';
import type { JobContext } from '../jobs/jobRunner';
import { readNamedFile } from '../readNamedFile';
import type { WriteContext } from '../rpc/handlerKinds';
import { runWrite } from '../rpc/runWrite';
import type { NamedFile, Session } from '../session';
import { applyRecord } from './applyRecord';
import { readReviewOf } from './readReview';
import { readFigureImages, readReturned, type Returned } from './readReturned';

/**
 * Takes a returned project in: its changes and decisions join those that are here, as a set, so that neither the order of files nor merging one twice
 * matters. Nothing of it changes a text; what overlaps stands side by side. One operation, after an automatic version.
 */
export async function mergeReturned(session: Session, job: JobContext, file: NamedFile, password: string | null): Promise<MergeResult> {
  const { language, actor } = session.settings;
  const project = session.getWritableProject();
  job.progress(say(language, 'step.reading', { file: file.name }), 0, 3);
  const bytes = await readNamedFile(file);
  await job.pause();
  const foreign = openForeignProject(bytes, file.name, password);
  try {
    if (getProject(foreign.db).projectId !== getProject(project.db).projectId) throw new AppError('other-project', { file: file.name });
    job.progress(say(language, 'step.comparing'), 1, 3);
    await job.pause();
    const returned = readReturned(project.db, foreign.db, language);
    job.progress(say(language, 'step.merging'), 2, 3);
    await job.pause();
    const hash = hashBytes(bytes);
    const isTakenIn = listReturnedSets(project.db).some((set) => set.file === hash) && holdsAll(project.db, returned);
    let added = 0;
    if (!isTakenIn) {
      runWrite(session, 'review:merge', (context) => {
        const { db, describe } = context;
        const name = say(language, 'version.beforeMerge', { party: returned.party });
        const version = insertVersion(db, { name, why: file.name, actor, automatic: true });
        added = takeIn(context, foreign.db, returned);
        keepReturned(db, { bytes, hash, name: file.name }, returned, version.versionId);
        describe({ party: returned.party, count: added });
      });
      session.tellChanged({ nouns: ['version', 'review'] });
    }
    return { ...countMerged(project.db, returned), changes: added };
  } finally {
    foreign.close();
  }
}

/** Notes the file that came back; a review copy is kept whole, an ordinary copy by its digest: it repeats this project. */
function keepReturned(
  db: WritableDb,
  { bytes, hash, name }: { bytes: Uint8Array; hash: FileHash; name: string },
  returned: Returned,
  versionId: VersionId,
): void {
  const { copy, party, generation, changes } = returned;
  if (copy) storeFile(db, bytes, 'application/octet-stream');
  const answers = copy && findExchange(db, copy.exchangeId) ? copy.exchangeId : null;
  insertExchange(
    db,
    {
      direction: 'returned',
      kind: copy ? 'reviewCopy' : 'copy',
      party,
      fileName: name,
      file: hash,
      versionId,
      answers,
      questionIds: copy?.questionIds ?? [],
    },
    changes.map((change) => change.changeId),
    { generation, origin: nameOrigin(returned) },
  );
}

/** Files of one origin follow each other: those of one review copy, or of one colleague's ordinary copies. */
function nameOrigin({ copy, party }: Returned): string {
  return copy ? copy.exchangeId : `copy ${party}`;
}

/** Whether every change is here, under its own id or the one a later state of it got: a merge that was undone is not. */
function holdsAll(db: ReadableDb, { changes }: Returned): boolean {
  const known = new Set(listReview(db).changes.map((change) => change.changeId));
  return changes.every((change) => known.has(change.changeId) || known.has(deriveVersionId(change)));
}

/** The id of a change that is here already with other content. */
function deriveVersionId({ changeId, anchor, payload }: ReviewChange): ChangeId {
  return deriveId<'change'>(changeId, anchor, payload);
}

/** Adds what is not here yet. Returns the number of new changes. */
function takeIn(context: WriteContext, theirs: ReadableDb, returned: Returned): number {
  const { db, recorder } = context;
  for (const sourceId of returned.sourceIds) bringSource(db, theirs, sourceId);
  const { changes: present } = listReview(db);
  const known = new Map(present.map((change) => [change.changeId, change]));
  const earlier = listReturnedSets(db).filter((set) => set.origin === nameOrigin(returned));
  const isNewest = earlier.every((set) => set.generation <= returned.generation);
  const brought = new Set<ChangeId>();
  let added = 0;
  const withdraw = (changeId: ChangeId, author: string) =>
    insertDecision(db, recorder, {
      decisionId: deriveId<'decision'>('withdrawn', changeId) satisfies DecisionId,
      changeId,
      author,
      at: returned.at,
      verdict: 'withdrawn',
      note: '',
    });
  for (const change of returned.changes) {
    const mine = known.get(change.changeId);
    // A reviewer speaks in the reviewer's name alone; what went out with the copy is known here already.
    const author = returned.copy && !mine ? returned.copy.reviewer : change.author;
    const isSame = mine && JSON.stringify([mine.anchor, mine.payload]) === JSON.stringify([change.anchor, change.payload]);
    brought.add(change.changeId);
    if (isSame) continue;
    const changeId = mine ? deriveVersionId(change) : change.changeId;
    brought.add(changeId);
    const payload = adoptPayload(db, recorder, theirs, change.payload);
    if (!insertChange(db, recorder, { ...change, changeId, author, payload })) continue;
    added++;
    if (addsEvidence(payload)) adoptEvidence(context, changeId, payload);
    else if (!isNewest) withdraw(changeId, author);
    else if (mine && mine.author === author) withdraw(change.changeId, author);
  }
  for (const decision of returned.decisions) insertDecision(db, recorder, decision);
  // What an older file of the same origin brought and this one no longer does was taken back by its author.
  for (const set of isNewest ? earlier : []) {
    for (const changeId of set.changeIds) {
      const change = known.get(changeId);
      if (change && !brought.has(changeId) && change.author === returned.party) withdraw(changeId, change.author);
    }
  }
  return added;
}

/** Evidence that only comes beside what is here: a source, a table made for the reply, a link. It contradicts nothing and is taken in at once. */
function addsEvidence(payload: ReviewPayload): payload is Extract<ReviewPayload, { kind: 'setRecord' }> {
  if (payload.kind !== 'setRecord' || !payload.becomes) return false;
  const { record, was, becomes } = payload;
  return record === 'source'
    ? was?.state === 'hidden' && becomes.state === 'shown'
    : was === null && (record === 'link' || record === 'reply_table');
}

function adoptEvidence(context: WriteContext, changeId: ChangeId, payload: RecordChange): void {
  const applied = applyRecord(context, payload);
  if ('why' in applied) return;
  context.announceFigures(applied.figures);
  const decision = { changeId, author: context.session.settings.actor, verdict: 'accepted' as const, note: '' };
  insertDecision(context.db, context.recorder, newDecision(newId(), decision));
}

/** Brings along what inserted words refer to: a figure becomes a figure here when its cells are here, else plain words; pictures come whole. */
function adoptPayload(db: WritableDb, recorder: Recorder, theirs: ReadableDb, payload: ReviewPayload): ReviewPayload {
  switch (payload.kind) {
    case 'insert':
      return { ...payload, inlines: adoptInlines(db, recorder, theirs, payload.inlines) };
    case 'insertBlock':
      return { ...payload, block: adoptBlock(db, recorder, theirs, payload.block) };
    case 'setRecord':
      if (typeof payload.becomes?.file === 'string') bringFile(db, theirs, payload.becomes.file as FileHash);
      return payload;
    default:
      return payload;
  }
}

function adoptBlock(db: WritableDb, recorder: Recorder, theirs: ReadableDb, block: Block): Block {
  if (block.type === 'picture') bringFile(db, theirs, block.file);
  // A table made for the reply comes as a record, with its definition; a pasted one is seen through the block that shows it.
  if (block.type === 'table' && !findDefinition(theirs, block.tableId)) bringTable(db, theirs, block.tableId);
  return 'inlines' in block ? { ...block, inlines: adoptInlines(db, recorder, theirs, block.inlines) } : block;
}

function adoptInlines(db: WritableDb, recorder: Recorder, theirs: ReadableDb, inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline) => {
    if (inline.type !== 'figure' || readImage(db, 'figure', { figureId: inline.figureId })) return inline;
    const [figure] = readFigureImages(theirs, [inline.figureId]);
    const cells = figure ? listFormulaCells(JSON.parse(String(figure.formula)) as Formula) : null;
    if (!figure || !cells?.every((cell) => findCellKey(db, cell)) || !readImage(db, 'question', figure)) {
      return { type: 'text', text: inline.text, ...inline.style };
    }
    recorder.insertRow('figure', figure as never);
    return inline;
  });
}

/** What of the file's changes still waits: in conflict with others or with what was written meanwhile, and without a place. */
function countMerged(db: ReadableDb, { changes }: Returned): Omit<MergeResult, 'changes'> {
  const reviewed = [
    ...readReviewOf(
      db,
      changes.map((change) => change.changeId),
    ).values(),
  ].filter((one) => one.state === 'open');
  return { conflicts: reviewed.filter(isReviewConflict).length, unplaced: reviewed.filter((one) => one.place === null).length };
}
