import type { ReadTable } from '../../../shared/domain/dataTable';
import type { QuestionId, SourceId, TableId } from '../../../shared/domain/ids';
import type { Warning } from '../../../shared/domain/place';
import type { Section } from '../../../shared/domain/reply';
import type { ProjectDetails } from '../../../shared/domain/project';
import { say } from '../../../shared/catalogue/catalogue';
import { squeeze } from '../../../shared/document/draft/compareText';
import { findWrittenItems } from '../../../shared/document/draft/findWrittenItems';
import type { DraftReply, DraftSplit } from '../../../shared/document/draft/draftSplit';
import { splitDraft } from '../../../shared/document/draft/splitDraft';
import { GUARANTEES } from '../../../shared/document/filingWords';
import type { DraftResult } from '../../../shared/ipc/results';
import { AppError } from '../../../shared/ipc/errors';
import type { ReadableDb } from '../db/handles';
import type { Recorder } from '../db/history/recordedWrite';
import { listTables } from '../db/queries/dataTables';
import { getQuestion, listLetters, listQuestions, updateWork } from '../db/queries/letters';
import { listLinks } from '../db/queries/links';
import { getProject, updateDetails } from '../db/queries/projectDetails';
import { listReplies, saveSections } from '../db/queries/replies';
import { saveRestatedQuestion } from '../db/queries/restatedQuestions';
import { hideSource, listSources, removeUnfinishedSource, showSource } from '../db/queries/sources';
import { insertVersion } from '../db/queries/versions';
import type { JobContext } from '../jobs/jobRunner';
import { runWrite } from '../rpc/runWrite';
import type { NamedFile, Session } from '../session';
import { findExchange } from './detailsOfLetter';
import { createBlockMaker, placeReplies } from './draftReplies';
import { storeSource } from './importing';
import { message } from '../../../shared/domain/message';

/** Characters of a paragraph a warning quotes. */
const LONGEST_QUOTE = 40;

/**
 * Takes an existing reply in: the file becomes a source of role draft, its tables evidence, and each question's reply is replaced by the draft's, all
 * in one operation after an automatic version. Questions the draft leaves out keep their reply.
 */
export async function importDraft(session: Session, job: JobContext, file: NamedFile): Promise<DraftResult> {
  const { language, actor } = session.settings;
  const stored = await storeSource(session, job, file, 'draft', false);
  const project = session.getProject();
  try {
    job.progress(say(language, 'step.placing'), 0, null);
    await job.pause();
    const split = splitDraft(stored.parts, listQuestions(project.db));
    if (split.replies.length === 0) throw new AppError('no-questions', { file: file.name });
    const tableIds = matchTables(
      stored.parts.flatMap((part) => (part.type === 'table' ? [part.table] : [])),
      stored.tables,
    );
    const replaced: Omit<Warning, 'file'>[] = [];
    project.write((db) => insertVersion(db, { name: say(language, 'version.beforeDraft'), why: file.name, actor, automatic: true }));
    runWrite(session, 'reply:importDraft', ({ db, recorder, describe }) => {
      showSource(recorder, db, stored.sourceId);
      const blocks = createBlockMaker(db, split, tableIds, stored.sourceId);
      for (const { questionId, sections } of placeReplies(db, split, blocks)) {
        saveSections(db, recorder, questionId, sections);
        awaitReview(db, recorder, questionId, sections);
      }
      for (const { questionId, restated } of split.replies) {
        saveRestatedQuestion(db, recorder, questionId, restated.map(({ text }) => text).join('\n') || null);
      }
      for (const sourceId of findReplacedDrafts(db, stored.sourceId)) hideSource(recorder, db, sourceId);
      const details = mergeDetails(getProject(db).details, split, listLetters(db).at(-1)?.header.regulator ?? null);
      updateDetails(recorder, details);
      replaced.push(...findReplacedGuarantee(split, details.exchange));
      describe({ file: file.name });
    });
    return {
      questions: split.replies.map(countReply),
      warnings: [...stored.warnings, ...[...listWarnings(split), ...replaced].map((warning) => ({ ...warning, file: file.name }))],
    };
  } catch (error) {
    project.write((db) => removeUnfinishedSource(db, stored.sourceId));
    throw error;
  }
}

/** What was still to be written and now has a text is to be reviewed. */
function awaitReview(db: ReadableDb, recorder: Recorder, questionId: QuestionId, sections: readonly Section[]): void {
  const question = getQuestion(db, questionId);
  for (const itemId of findWrittenItems(question, sections)) {
    const { status } = question.items.find((item) => item.itemId === itemId) ?? question;
    if (status === 'toWrite') updateWork(db, recorder, questionId, itemId, { status: 'toReview' });
  }
}

/** Earlier drafts whose tables no reply shows and nothing links to any more: left in sight they would only double the evidence. */
function findReplacedDrafts(db: ReadableDb, present: SourceId): SourceId[] {
  const used = new Set<TableId>(listLinks(db).map((link) => link.tableId));
  for (const block of listReplies(db).flatMap((reply) => reply.sections.flatMap((section) => section.blocks))) {
    if (block.type === 'table' || block.type === 'chart') used.add(block.tableId);
  }
  const earlier = listSources(db).filter((source) => source.role === 'draft' && source.sourceId !== present);
  return earlier.map((source) => source.sourceId).filter((sourceId) => listTables(db, sourceId).every((table) => !used.has(table.tableId)));
}

function matchTables(tables: readonly ReadTable[], ids: readonly TableId[]): Map<ReadTable, TableId> {
  return new Map(tables.map((table, index) => [table, ids[index]!]));
}

/** What the draft prints around the replies becomes the project's own, as far as it says it. */
function mergeDetails(details: ProjectDetails, { head, tail }: DraftSplit, regulator: string | null): ProjectDetails {
  const found = head.details;
  const ends = tail.signature.length > 0 || tail.closing !== null;
  return {
    ...details,
    company: found.company ?? details.company,
    shortName: found.shortName ?? details.shortName,
    code: found.code ?? details.code,
    exchange: details.code === '' && found.code !== null ? findExchange(regulator, found.code) : details.exchange,
    announcementNo: found.announcementNo ?? details.announcementNo,
    title: found.title ?? details.title,
    preamble: head.preamble.length > 0 ? head.preamble.map((paragraph) => paragraph.text).join('\n') : details.preamble,
    closing: ends ? tail.closing !== null : details.closing,
    signature: tail.signature.length > 0 ? tail.signature.map((paragraph) => paragraph.text).join('\n') : details.signature,
    signedOn: tail.signedOn ?? details.signedOn,
  };
}

function countReply({ no, sections }: DraftReply): DraftResult['questions'][number] {
  const blocks = sections.flatMap((section) => section.blocks);
  return {
    no,
    paragraphs: blocks.filter((block) => block.type === 'heading' || block.type === 'paragraph').length,
    tables: blocks.filter((block) => block.type === 'table').length,
  };
}

/** Besides the splitter's own warnings: where the draft repeats the letter in other words. */
function listWarnings(split: DraftSplit): Omit<Warning, 'file'>[] {
  const differing = split.replies.flatMap(({ no, restated }) =>
    restated
      .filter((paragraph) => !paragraph.exact)
      .map(({ text, place }) => ({
        code: 'restated-differs',
        message: message('warning.restated-differs', { no, text: cut(text) }),
        place,
      })),
  );
  return [...split.warnings, ...differing];
}

/** Documents print the guarantee in the words of the exchange; a draft's own are told. */
function findReplacedGuarantee({ head: { guarantee } }: DraftSplit, exchange: ProjectDetails['exchange']): Omit<Warning, 'file'>[] {
  if (guarantee === null || squeeze(guarantee.text) === squeeze(GUARANTEES[exchange])) return [];
  const { text, place } = guarantee;
  return [{ code: 'guarantee-replaced', message: message('warning.guarantee-replaced', { text: cut(text) }), place }];
}

function cut(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
