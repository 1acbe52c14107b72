import { DEFAULT_PATTERN, type FilingPaper, type FilingPlan } from '../../../../shared/domain/filingSet';
import { type FilingPaperId, newId } from '../../../../shared/domain/ids';
import { message } from '../../../../shared/domain/message';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** The papers that go with the next filing, in the order added. */
export function listFilingPapers(db: ReadableDb): FilingPaper[] {
  return db.all<FilingPaper>(sql`SELECT paperId, kind, verifier, title, file, fileName FROM filing_paper ORDER BY position`);
}

/** Adds a paper behind the others. */
export function insertFilingPaper(db: ReadableDb, recorder: Recorder, paper: Omit<FilingPaper, 'paperId'>): FilingPaper {
  const paperId = newId<'filingPaper'>();
  const position = db.get<{ next: number }>(sql`SELECT coalesce(max(position) + 1, 0) AS next FROM filing_paper`)!.next;
  recorder.insertRow('filing_paper', { paperId, position, ...paper });
  return { paperId, ...paper };
}

/** Takes a paper out of the set; its file stays kept. Returns it; throws not-found. */
export function removeFilingPaper(db: ReadableDb, recorder: Recorder, paperId: FilingPaperId): FilingPaper {
  const paper = listFilingPapers(db).find((one) => one.paperId === paperId);
  if (!paper) throw new AppError('not-found', { what: message('what.paper'), id: paperId });
  recorder.deleteRow('filing_paper', { paperId });
  return paper;
}

/** How the set's files are named and classed. */
export function getFilingPlan(db: ReadableDb): FilingPlan {
  const row = db.get<{ pattern: string; categories: string }>(sql`SELECT pattern, categories FROM filing_plan`);
  return row
    ? { pattern: row.pattern, categories: JSON.parse(row.categories) as FilingPlan['categories'] }
    : { pattern: DEFAULT_PATTERN, categories: {} };
}

/** Changes how the set's files are named and classed. */
export function setFilingPlan(db: ReadableDb, recorder: Recorder, { pattern, categories }: FilingPlan): void {
  const values = { pattern, categories: JSON.stringify(categories) };
  if (db.get(sql`SELECT only FROM filing_plan`)) recorder.updateRow('filing_plan', { only: 1 }, values);
  else recorder.insertRow('filing_plan', { only: 1, ...values });
}
