import { say } from '../../../shared/catalogue/catalogue';
import { assembleTask } from '../../../shared/document/task/assembleLists';
import { buildDataRequest, planRequest, type RequestItem, type RequestTerms } from '../../../shared/document/task/buildDataRequest';
import { listWork, type Work } from '../../../shared/document/task/listWork';
import { TASK_WORDS } from '../../../shared/document/task/taskWords';
import type { Exchange } from '../../../shared/domain/exchange';
import { type ExchangeId, newId } from '../../../shared/domain/ids';
import type { SentTasks } from '../../../shared/ipc/results';
import type { ReadableDb } from '../db/handles';
import { listAsks } from '../db/queries/asks';
import { insertExchange } from '../db/queries/exchange';
import { hashBytes } from '../db/queries/files';
import { listLetters } from '../db/queries/letters';
import { getProject } from '../db/queries/projectDetails';
import { listWorkDue, setWorkDue } from '../db/queries/signOffs';
import { insertVersion } from '../db/queries/versions';
import { writeFolder } from '../export/filingSet/writeFolder';
import { NO_DATE } from '../export/noDate';
import { writeWorkbook } from '../export/xlsx/writeWorkbook';
import { nameRequest, numberRequest } from '../import/xlsx/readRequestMark';
import type { JobContext } from '../jobs/jobRunner';
import { runWrite } from '../rpc/runWrite';
import type { NamedFile, Session } from '../session';

/** Which owners get papers (empty: all who have open work), and the terms of their sheets. */
export type TaskRequest = { owners: string[]; terms: RequestTerms };

/** What a sent 取数表 asked for: with it the returned file is taken back. */
export type RequestDetail = { items: RequestItem[]; terms: RequestTerms };

type Paper = {
  name: string;
  bytes: Uint8Array;
  party: string;
  exchangeId: ExchangeId;
  kind: Exchange['kind'];
  detail: RequestDetail | null;
};

/** Writes each owner's 任务单 and 取数表 into one new folder, there whole or not at all, and notes what was sent with an automatic version. */
export async function sendTasks(session: Session, job: JobContext, { owners, terms }: TaskRequest, folder: NamedFile): Promise<SentTasks> {
  const { language, actor } = session.settings;
  const project = session.getWritableProject();
  const works = listOpenWork(project.db, owners);
  const papers = await makePapers(project.db, works, terms);
  await writeFolder(folder.path, papers, async (done) => {
    job.progress(say(language, 'step.writing', { file: papers[done]!.name }), done, papers.length);
    await job.pause();
  });
  project.write((db) => {
    const version = insertVersion(db, { name: say(language, 'version.beforeTasks'), why: folder.name, actor, automatic: true });
    for (const { name, bytes, party, exchangeId, kind, detail } of papers) {
      const questionIds = [...new Set(detail?.items.map(({ questionId }) => questionId))];
      const head = { exchangeId, direction: 'sent' as const, kind, party, fileName: name, file: hashBytes(bytes) };
      insertExchange(db, { ...head, versionId: version.versionId, answers: null, questionIds }, [], detail);
    }
  });
  const undated = works.filter((work) => work.dueOn === null);
  if (terms.dueOn !== null) noteDueDay(session, undated, terms.dueOn);
  session.tellChanged({ nouns: ['version', 'review'] });
  return { folder: folder.name, files: papers.map(({ name, party }) => ({ name, party })) };
}

/** The day the papers name is the day the work is due, where none was set. */
function noteDueDay(session: Session, works: readonly Work[], dueOn: string): void {
  runWrite(session, 'due:set', ({ db, recorder, describe }) => {
    for (const work of works) setWorkDue(db, recorder, work, dueOn);
    describe({ count: works.length });
  });
}

/** Work of the named owners (all, when none is named) that is not final. */
function listOpenWork(db: ReadableDb, owners: readonly string[]): Work[] {
  const works = listWork(listLetters(db), listAsks(db), listWorkDue(db));
  return works.filter(({ owner, status }) => owner !== null && status !== 'final' && (owners.length === 0 || owners.includes(owner)));
}

async function makePapers(db: ReadableDb, open: readonly Work[], terms: RequestTerms): Promise<Paper[]> {
  const { company, shortName } = getProject(db).details;
  const wanted = [...new Set(open.map((work) => work.owner!))];
  const papers: Paper[] = [];
  const { exportDocx } = await import('../export/docx/exportDocx');
  for (const party of wanted) {
    const works = open.filter((work) => work.owner === party);
    const title = `${TASK_WORDS.task}_${party}`;
    const blocks = assembleTask(party, shortName || company, works, terms.dueOn);
    const bytes = await exportDocx(blocks, { title, created: `${NO_DATE}T00:00:00Z` });
    papers.push({ name: toFileName(title, '.docx'), bytes, party, exchangeId: newId(), kind: 'task', detail: null });
    const exchangeId = newId<'exchange'>();
    const items = planRequest(works, terms);
    papers.push({
      name: toFileName(`${TASK_WORDS.dataRequest}_${party}`, '.xlsx'),
      bytes: writeWorkbook(buildDataRequest(items, terms, numberRequest(exchangeId)), nameRequest(exchangeId)),
      party,
      exchangeId,
      kind: 'dataRequest',
      detail: { items, terms },
    });
  }
  return papers;
}

/** A name every system takes. */
function toFileName(name: string, extension: string): string {
  return name.replace(/[\\/:*?"<>|\s]+/g, '').slice(0, 80) + extension;
}
