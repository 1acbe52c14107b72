import type { QuestionId } from '../../../shared/domain/ids';
import { getInlineText, type Reply } from '../../../shared/domain/reply';
import type { ProjectOverview, QuestionCoverage } from '../../../shared/domain/project';
import type { Question } from '../../../shared/domain/letter';
import type { Link } from '../../../shared/domain/link';
import { tradingDaysLeft } from '../../../shared/letter/clock';
import { findPresentDueDate, toShanghaiDate } from '../../../shared/letter/deadline';
import { getLetterName } from '../../../shared/letter/getLetterName';
import { getCalendar } from '../../../shared/domain/snapshot';
import { readOwnCalendar } from '../ownCalendar';
import type { ReadableDb } from '../db/handles';
import type { ProjectFile } from '../db/file/projectFile';
import { listDeferrals } from '../db/queries/deferrals';
import { listShownFigures } from '../db/queries/figures';
import { listLetters } from '../db/queries/letters';
import { listLinks } from '../db/queries/links';
import { findReviewCopy } from '../db/queries/exchange';
import { getProject } from '../db/queries/projectDetails';
import { listReplies } from '../db/queries/replies';

/** The open project for title bar, status bar and overview. */
export function describeProject(project: ProjectFile): ProjectOverview {
  const { db } = project;
  const { projectId, details } = getProject(db);
  const letters = listLetters(db);
  // The letter that is being answered now is the newest.
  const letter = letters.at(-1);
  const header = letter?.header;
  const deferrals = listDeferrals(db).filter((deferral) => deferral.letterId === letter?.letterId);
  const calendar = getCalendar({ calendar: readOwnCalendar() });
  const dueOn = header ? findPresentDueDate(header, deferrals, calendar) : null;
  return {
    projectId,
    fileName: project.fileName,
    details,
    letterName: letter ? getLetterName(letter) : '',
    letterNo: header?.letterNo ?? null,
    dueOn,
    tradingDaysLeft: dueOn === null ? null : tradingDaysLeft(toShanghaiDate(new Date()), dueOn, calendar),
    savedAt: project.getSavedAt(),
    unpublished: project.hasUnpublished(),
    recovered: project.recovered,
    readOnly: project.readOnly,
    ...(project.setAside === null ? {} : { setAside: project.setAside }),
    reviewCopy: findReviewCopy(db),
    questions: listCoverage(
      db,
      letters.flatMap((letter) => letter.questions),
      new Set(letter?.questions.map(({ questionId }) => questionId)),
    ),
  };
}

function listCoverage(db: ReadableDb, questions: readonly Question[], current: ReadonlySet<QuestionId>): QuestionCoverage[] {
  const links = listLinks(db);
  const figures = listShownFigures(db, null);
  const replies = new Map(listReplies(db).map((reply) => [reply.questionId, reply]));
  return questions.map((question) => {
    const { questionId, no, items } = question;
    const reply = replies.get(questionId);
    const ofQuestion = links.filter((link) => link.questionId === questionId);
    return {
      questionId,
      no,
      isCurrent: current.has(questionId),
      characters: reply ? countCharacters(reply) : 0,
      figures: figures.filter((figure) => figure.questionId === questionId).length,
      tables: reply ? reply.sections.flatMap((section) => section.blocks).filter((block) => block.type === 'table').length : 0,
      links: ofQuestion.length,
      itemsWithoutEvidence: findItemsWithoutEvidence(question, ofQuestion),
      itemsFinal: items.length > 0 ? items.filter((item) => item.status === 'final').length : Number(question.status === 'final'),
      items: Math.max(items.length, 1),
    };
  });
}

/** A table linked to the whole question is evidence for each of its items. */
function findItemsWithoutEvidence({ items }: Question, links: readonly Link[]): QuestionCoverage['itemsWithoutEvidence'] {
  if (links.some((link) => link.itemId === null)) return [];
  return items.filter((item) => links.every((link) => link.itemId !== item.itemId)).map((item) => item.itemId);
}

/** Headings stand in every reply from the start; what they head is the answer. */
function countCharacters(reply: Reply): number {
  let characters = 0;
  for (const block of reply.sections.flatMap((section) => section.blocks)) {
    if (block.type === 'paragraph' || block.type === 'listItem') characters += getInlineText(block.inlines).replace(/\s/g, '').length;
  }
  return characters;
}
