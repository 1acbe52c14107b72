import { getCalendar, type ProjectSnapshot } from '../domain/snapshot';
import { accountLinkedFigures, type FigureAccount } from '../figures/accountFigures';
import { getFigureContext } from '../figures/figureContext';
import { findPresentDueDate } from '../letter/deadline';
import { getInlineText, isTextBlock } from '../domain/reply';
import { appendCopy } from './announcementFrame';
import { assembleAnnouncementParts } from './assembleAnnouncement';
import { assembleDoubts } from './assembleDoubts';
import { buildTextTable } from './buildTextTable';
import { createParagraph, type FilingBlock } from './filingBlock';
import { type FilingDocument, getLetter } from './filingDocument';
import {
  APPROVAL_COPY,
  APPROVAL_DUE,
  APPROVAL_DOUBTS,
  APPROVAL_FIGURES,
  APPROVAL_IN_FULL,
  APPROVAL_SIGNATURE,
  BLANK,
  FIRST_DISCLOSURE,
  KEY_FIGURE_COLUMNS,
  NO_KEY_FIGURES,
  sayMoreFigures,
} from './filingWords';
import { markRevisions } from './revision/markRevisions';
import { layOutTable } from './layOutTable';
import { dateOrBlank } from './letterNames';
import { numberParagraphs } from './numberParagraphs';

/** Clauses of one question on the first page, besides those with figures disclosed for the first time; figures named and characters quoted of each. */
const SHOWN_PER_QUESTION = 3;
const FIGURES_PER_CLAUSE = 6;
const LONGEST_QUOTE = 60;

/**
 * 签批稿 for paper: a first page with the figures that matter, those disclosed for the first time marked, and the doubts still open; then
 * the announcement with a number in the margin of every paragraph, by which remarks can be entered, and a bar beside what changed since
 * the copy printed last (no bars without one). `holdsWithheld`: the first page says that it is in full.
 */
export function assembleApproval(snapshot: ProjectSnapshot, former: ProjectSnapshot | null, holdsWithheld = false): FilingDocument {
  const { title } = snapshot.details;
  const { head, body, tail, shown } = assembleAnnouncementParts(snapshot);
  const marked = former === null ? null : markRevisions(assembleAnnouncementParts(former).body, body, 'bar');
  const blocks = numberParagraphs([...head, ...(marked?.blocks ?? body), ...tail]);
  return {
    title: title + APPROVAL_COPY,
    blocks: [...assembleFirstPage(snapshot, holdsWithheld), ...blocks],
    shown,
    ...(marked && { removed: marked.removed }),
  };
}

function assembleFirstPage(snapshot: ProjectSnapshot, holdsWithheld: boolean): FilingBlock[] {
  const letter = getLetter(snapshot);
  const { title } = snapshot.details;
  const due = findPresentDueDate(letter.header, snapshot.deferrals, getCalendar(snapshot));
  return [
    createParagraph('Title', title + appendCopy(title, APPROVAL_COPY)),
    ...(holdsWithheld ? [createParagraph('ReplyBody', APPROVAL_IN_FULL)] : []),
    createParagraph('ReplyBody', `${APPROVAL_DUE}${dateOrBlank(due)}`),
    createParagraph('ReplyBody', `${APPROVAL_SIGNATURE}${BLANK}`),
    createParagraph('Heading2', APPROVAL_FIGURES),
    ...assembleKeyFigures(snapshot),
    createParagraph('Heading2', APPROVAL_DOUBTS),
    ...assembleDoubts(snapshot),
    { type: 'pageBreak' },
  ];
}

function assembleKeyFigures(snapshot: ProjectSnapshot): FilingBlock[] {
  const rows = chooseKeyFigures(snapshot);
  if (rows.length === 0) return [createParagraph('ReplyBody', NO_KEY_FIGURES)];
  const layout = layOutTable(buildTextTable([[...KEY_FIGURE_COLUMNS], ...rows]), (tableId) => snapshot.tables.get(tableId)!, false);
  return [
    { type: 'table', layout },
    { type: 'paragraph', style: 'AfterTable', inlines: [] },
  ];
}

/** One clause of a reply with the figures cited in it. */
type KeyClause = { no: string; clause: string; figures: string[]; isFirst: boolean };

/** Clauses with cited figures by question: every one with a figure of evidence that is not disclosed, and the first others. */
function chooseKeyFigures(snapshot: ProjectSnapshot): string[][] {
  const undisclosed = new Set(
    snapshot.sources.flatMap(({ sourceId, role, disclosed }) => (role === 'evidence' && !disclosed ? [sourceId] : [])),
  );
  const isFirst = ({ cells }: FigureAccount) =>
    cells.some(({ tableId }) => {
      const sourceId = snapshot.tables.get(tableId)?.sourceId ?? null;
      return sourceId !== null && undisclosed.has(sourceId);
    });
  const cited = accountLinkedFigures(snapshot);
  return getLetter(snapshot).questions.flatMap(({ questionId, no }) => {
    const clauses = new Map<string, KeyClause>();
    for (const account of cited.filter((one) => one.questionId === questionId)) {
      const clause = quoteClause(account, snapshot);
      const known = clauses.get(clause) ?? { no, clause, figures: [], isFirst: false };
      clauses.set(clause, { ...known, figures: [...known.figures, account.text], isFirst: known.isFirst || isFirst(account) });
    }
    const others = [...clauses.values()].filter((clause) => !clause.isFirst).slice(0, SHOWN_PER_QUESTION);
    return [...clauses.values()].filter((clause) => clause.isFirst || others.includes(clause)).map(printClause);
  });
}

function printClause({ no, clause, figures, isFirst }: KeyClause): string[] {
  const quoted = clause.length > LONGEST_QUOTE ? `${clause.slice(0, LONGEST_QUOTE)}…` : clause;
  const named = figures.slice(0, FIGURES_PER_CLAUSE);
  const more = figures.length > FIGURES_PER_CLAUSE ? [sayMoreFigures(figures.length)] : [];
  return [no, [...named, ...more].join('\n'), quoted, isFirst ? FIRST_DISCLOSURE : ''];
}

/** The clause of the reply in which a figure stands. */
function quoteClause({ questionId, blockId, start, text }: FigureAccount, { replies }: ProjectSnapshot): string {
  const sections = replies.find((reply) => reply.questionId === questionId)?.sections ?? [];
  const block = sections.flatMap((section) => section.blocks).find((one) => one.blockId === blockId);
  if (block === undefined || !isTextBlock(block)) return '';
  return getFigureContext(getInlineText(block.inlines), { start, end: start + text.length }).trim();
}
