import { say } from '../../../shared/catalogue/catalogue';
import type { Language } from '../../../shared/catalogue/defineWords';
import { CheckMemory } from '../../../shared/checks/checkMemory';
import type { DataTable } from '../../../shared/domain/dataTable';
import { CellIndexBuilder } from '../../../shared/figures/cellIndex';
import type { Finding } from '../../../shared/domain/finding';
import type { QuestionId, TableId } from '../../../shared/domain/ids';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import type { Events } from '../../../shared/ipc/contract';
import type { ProjectFile } from '../db/file/projectFile';
import type { ReadableDb } from '../db/handles';
import { findTable, listTables } from '../db/queries/dataTables';
import { listQuestions } from '../db/queries/letters';
import { listShownIds } from '../db/queries/replies';
import { readSnapshotOf } from '../db/queries/snapshot';
import type { JobContext } from '../jobs/jobRunner';
import type { Session } from '../session';

/** Core answers other calls after so much work on the checks. */
const SLICE_MS = 12;

type Change = Events['project:changed'];
type Changes = { nouns: Set<Change['nouns'][number]>; tableIds: Set<TableId>; questionIds: Set<QuestionId> };

/** The checks of an open project and what changed in it since they last ran. */
type LiveChecks = { memory: CheckMemory | null; changes: Changes };

const live = new WeakMap<ProjectFile, LiveChecks>();

/**
 * Runs the checks of the open project in slices, all of them or, once they have run, only those a change reached since. Changes made meanwhile are taken
 * in before it ends, so that what it returns is of one reading.
 */
export async function runLiveChecks(session: Session, job: JobContext, changedOnly: boolean): Promise<Finding[]> {
  const project = session.getProject();
  const checks = live.get(project) ?? follow(session, project);
  const turn = takeTurns(job);
  if (!changedOnly) checks.memory = null;
  for (;;) {
    const memory = checks.memory ?? (await load(project.db, checks, turn, session.settings.language));
    if (hasChanges(checks.changes)) {
      if (!takeIn(project.db, memory, takeChanges(checks))) checks.memory = null;
    } else if (await runWaiting(memory, checks, turn, session.settings.language)) {
      return memory.listFindings();
    }
  }
}

/** Checks what waits; false when something changed meanwhile. */
async function runWaiting(memory: CheckMemory, checks: LiveChecks, turn: Turn, language: Language): Promise<boolean> {
  const total = memory.waiting;
  for (let subject = memory.runNext(); subject !== null; subject = memory.runNext()) {
    await turn(say(language, `findings.step.${subject}`), total - memory.waiting, total);
    if (hasChanges(checks.changes)) return false;
  }
  return true;
}

/** Notes what changes in the project as long as it is the open one. */
function follow(session: Session, project: ProjectFile): LiveChecks {
  const checks: LiveChecks = { memory: null, changes: noChanges() };
  live.set(project, checks);
  const stop = session.onEvent((event) => {
    if (session.findProject() !== project) stop();
    else if (event.name === 'project:changed') note(checks.changes, event.payload as Change);
  });
  return checks;
}

function note(changes: Changes, { nouns, tableIds, questionIds }: Change): void {
  for (const noun of nouns) changes.nouns.add(noun);
  for (const tableId of tableIds ?? []) changes.tableIds.add(tableId);
  for (const questionId of questionIds ?? []) changes.questionIds.add(questionId);
}

function noChanges(): Changes {
  return { nouns: new Set(), tableIds: new Set(), questionIds: new Set() };
}

function hasChanges({ nouns }: Changes): boolean {
  return nouns.size > 0;
}

function takeChanges(checks: LiveChecks): Changes {
  const taken = checks.changes;
  checks.changes = noChanges();
  return taken;
}

type Turn = (step: string, done: number, total: number | null) => Promise<void>;

/** Lets other calls in whenever a slice of work is done. */
function takeTurns(job: JobContext): Turn {
  let begunMs = performance.now();
  return async (step, done, total) => {
    if (performance.now() - begunMs < SLICE_MS) return;
    job.progress(step, done, total);
    await job.pause();
    begunMs = performance.now();
  };
}

async function load(db: ReadableDb, checks: LiveChecks, turn: Turn, language: Language): Promise<CheckMemory> {
  takeChanges(checks);
  const ids = listTableIds(db);
  const tables = new Map<TableId, DataTable>();
  const index = new CellIndexBuilder();
  for (const [done, tableId] of ids.entries()) {
    const table = findTable(db, tableId);
    if (table) {
      tables.set(tableId, table);
      index.add(table);
    }
    await turn(say(language, 'findings.step.reading'), done + 1, ids.length);
  }
  const questionIds = listQuestions(db).map(({ questionId }) => questionId);
  checks.memory = new CheckMemory({ ...readSnapshotOf(db, questionIds, []), tables }, index.finish());
  return checks.memory;
}

/** Brings the memory to what the project now is; false where more changed than tables and replies, and all must be read again. */
function takeIn(db: ReadableDb, memory: CheckMemory, { nouns, tableIds, questionIds }: Changes): boolean {
  const old = memory.snapshot;
  const part = readSnapshotOf(db, questionIds, []);
  if (JSON.stringify(part.aliases) !== JSON.stringify(old.aliases)) return false;
  if (nouns.has('letter') || nouns.has('project')) {
    if (describeMatter(part) !== describeMatter(old)) return false;
  }
  const tables = nouns.has('table') || nouns.has('source') || nouns.has('reply') ? renewTables(db, old.tables, tableIds) : old.tables;
  const changed = new Set([...tables.keys(), ...old.tables.keys()].filter((id) => tables.get(id) !== old.tables.get(id)));
  const replies = old.replies.map((reply) => part.replies.find(({ questionId }) => questionId === reply.questionId) ?? reply);
  memory.change({ ...part, tables, replies }, { tableIds: changed, questionIds });
  return true;
}

/** The tables as they now are, in order; those that did not change are the same objects. */
function renewTables(db: ReadableDb, old: ReadonlyMap<TableId, DataTable>, changed: ReadonlySet<TableId>): ReadonlyMap<TableId, DataTable> {
  const tables = new Map<TableId, DataTable>();
  for (const tableId of listTableIds(db)) {
    const table = (changed.has(tableId) ? undefined : old.get(tableId)) ?? findTable(db, tableId);
    if (table) tables.set(tableId, table);
  }
  return tables;
}

/** Every table in sight, then those only a reply shows. */
function listTableIds(db: ReadableDb): TableId[] {
  const visible = listTables(db, null).map(({ tableId }) => tableId);
  return [...new Set([...visible, ...(listShownIds(db, 'table') as TableId[])])];
}

/** What of letters and details the checks rest on. */
function describeMatter({ details, letters }: ProjectSnapshot): string {
  return JSON.stringify([
    details,
    letters.map(({ header, questions }) => [
      header,
      questions.map(({ questionId, no, text, items }) => [questionId, no, text, items.map((item) => item.text)]),
    ]),
  ]);
}
