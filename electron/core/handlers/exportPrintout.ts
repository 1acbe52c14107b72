import { say } from '../../../shared/catalogue/catalogue';
import { assembleChangeLog } from '../../../shared/document/task/assembleChangeLog';
import { assembleOwed, assemblePacket } from '../../../shared/document/task/assembleLists';
import { assembleFindings } from '../../../shared/document/assembleFindings';
import { listWork } from '../../../shared/document/task/listWork';
import type { FilingBlock } from '../../../shared/document/filingBlock';
import { toShanghaiDate } from '../../../shared/letter/deadline';
import type { VerifierRole } from '../../../shared/domain/letter';
import type { PrintoutKind } from '../../../shared/ipc/results';
import { AppError } from '../../../shared/ipc/errors';
import { listAsks } from '../db/queries/asks';
import { listLetters } from '../db/queries/letters';
import { readSnapshot } from '../db/queries/snapshot';
import { listWorkDue } from '../db/queries/signOffs';
import { listVersions } from '../db/queries/versions';
import { NO_DATE } from '../export/noDate';
import { writeFileWhole } from '../export/writeFileWhole';
import type { JobContext } from '../jobs/jobRunner';
import type { NamedFile, Session } from '../session';
import { listHistory } from './history';

/** More than any matter has: the log is printed whole. */
const ALL_OPERATIONS = 100_000;

/** Writes a paper to print: who owes what, the log of changes, or the list for one verifier. Throws no-verifier for one the letter does not ask. */
export async function exportPrintout(
  session: Session,
  job: JobContext,
  kind: PrintoutKind,
  role: VerifierRole | null,
  file: NamedFile,
): Promise<{ fileName: string }> {
  job.progress(say(session.settings.language, 'step.writing', { file: file.name }), 0, null);
  await job.pause();
  const blocks = assemblePrintout(session, kind, role);
  const { exportDocx } = await import('../export/docx/exportDocx');
  const bytes = await exportDocx(blocks, { title: file.name.replace(/\.docx$/i, ''), created: `${NO_DATE}T00:00:00Z` });
  await job.pause();
  await writeFileWhole(file.path, bytes);
  return { fileName: file.name };
}

function assemblePrintout(session: Session, kind: PrintoutKind, role: VerifierRole | null): FilingBlock[] {
  const { db } = session.getProject();
  const works = listWork(listLetters(db), listAsks(db), listWorkDue(db));
  switch (kind) {
    case 'owed':
      return assembleOwed(works, toShanghaiDate(new Date()));
    case 'changeLog':
      return assembleChangeLog(listHistory(db, 'zh-CN', ALL_OPERATIONS), listVersions(db));
    case 'findings':
      return assembleFindings(readSnapshot(db), new Date());
    case 'packet': {
      const own = works.filter(({ verifiers }) => role !== null && verifiers.includes(role));
      const name = role === null ? '' : say('zh-CN', `role.${role}`);
      if (own.length === 0) throw new AppError('no-verifier', { role: name, variant: say('zh-CN', 'printout.packet') });
      return assemblePacket(name, own);
    }
  }
}
