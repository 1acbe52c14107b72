import type { ReadCell, ReadPart, ReadTable } from '../../domain/dataTable';
import type { VerifierRole } from '../../domain/letter';
import type { OpinionBlock, OpinionComparison, OpinionDifference, OpinionSuggestion } from '../../domain/opinion';
import type { Warning } from '../../domain/place';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { squeeze } from '../draft/compareText';
import type { AskedQuestion, DraftBlock, DraftReply, DraftSection } from '../draft/draftSplit';
import { findSectionHeading } from '../draft/sectionHeadings';
import { splitDraft } from '../draft/splitDraft';
import { unframeQuestions } from '../draft/unframeQuestions';
import { getLetter } from '../filingDocument';
import { chooseSections, listScopes, type OpinionScope, speaksFor } from '../opinionScope';
import { nameQuestion } from '../questionBlocks';
import { restateQuestion } from '../restateQuestion';
import { compareParts, type PartDifference } from './compareParts';
import { dropSignature } from './dropSignature';
import { findStrays } from './findStrays';
import { levelItems } from './levelItems';
import { listOurParts, listTheirParts, type StatementPart } from './opinionText';
import { listRestatedLines } from './restatedLines';

/** A difference before anybody accepted it. */
export type FoundDifference = Omit<OpinionDifference, 'reason'>;

/**
 * Sets a verifier's own document (read into parts) beside ours, question by question: every difference in the question as restated, in the
 * company's statement and in a figure, and the firm's procedures and conclusions as suggestions for the reply.
 */
export function compareOpinion(
  parts: readonly ReadPart[],
  verifier: VerifierRole,
  snapshot: ProjectSnapshot,
): Pick<OpinionComparison, 'suggestions'> & { differences: FoundDifference[]; warnings: Omit<Warning, 'file'>[] } {
  const { questions } = getLetter(snapshot);
  const scopes = new Map(listScopes(getLetter(snapshot), verifier).map((scope) => [scope.question.questionId, scope]));
  const restated = questions.map((question) => ({
    ...question,
    text: restateQuestion(question, scopes.get(question.questionId)?.itemIds ?? []),
  }));
  const numbered = findStrays(unframeQuestions(parts, restated), restated, holdsText(snapshot));
  const split = splitDraft(numbered.parts, restated);
  const replies = new Map(split.replies.map((reply) => [reply.questionId, reply]));
  const differences = restated.flatMap(({ questionId, no, text }): FoundDifference[] => {
    const scope = scopes.get(questionId);
    const theirs = replies.get(questionId);
    if (scope === undefined) return theirs === undefined ? [] : [{ kind: 'question', question: no, ours: '', theirs: sayRestated(theirs) }];
    if (theirs === undefined) return [{ kind: 'question', question: no, ours: text, theirs: '' }];
    const stray = numbered.strays.find((one) => one.no === no);
    return [
      ...(stray === undefined ? [] : [{ kind: 'question' as const, question: no, ours: nameQuestion(scope.question), theirs: stray.text }]),
      ...compareQuestion({ ...scope.question, text }, theirs),
      ...compareStatement(scope, theirs, split.tables, verifier, snapshot),
    ];
  });
  const unasked = numbered.strays.filter(({ no }) => no === null);
  for (const { theirNo, text } of unasked) differences.push({ kind: 'question', question: theirNo, ours: '', theirs: text });
  const suggestions = questions.flatMap(({ questionId }) => {
    const theirs = replies.get(questionId);
    return theirs === undefined || !scopes.has(questionId) ? [] : listSuggestions(theirs, split.tables, verifier, snapshot);
  });
  return { differences, suggestions, warnings: split.warnings.filter(({ code }) => !TOLD_OTHERWISE.has(code)) };
}

/** What a difference tells already, and what stands around the questions: each document's own. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['question-not-in-draft', 'before-first-question', 'after-sign-off']);

/** Whether a squeezed text stands in what the company says. */
function holdsText(snapshot: ProjectSnapshot): (text: string) => boolean {
  const statements = snapshot.replies.flatMap(({ sections }) => sections.filter(({ role }) => role === 'statement'));
  const said = new Set(listOurParts(statements, snapshot).flatMap((part) => (part.type === 'text' ? [squeeze(part.text)] : [])));
  return (text) => said.has(text);
}

/** A question as a firm repeats it: its heading and its text. */
function sayRestated({ heading, restated }: DraftReply): string {
  return [...heading, ...restated].map(({ text }) => text).join('\n');
}

function compareQuestion(question: AskedQuestion, theirs: DraftReply): FoundDifference[] {
  const paragraphs = (lines: readonly string[]): StatementPart[] => lines.map((line) => ({ type: 'text', text: line }));
  const ours = question.text.split('\n').filter((line) => line.trim() !== '');
  return compareParts(paragraphs(ours), paragraphs(listRestatedLines(question, theirs))).map(({ ours: our, theirs: their }) => ({
    kind: 'question',
    question: question.no,
    ours: our,
    theirs: their,
  }));
}

function compareStatement(
  scope: OpinionScope,
  theirs: DraftReply,
  tables: Parameters<typeof listTheirParts>[1],
  verifier: VerifierRole,
  snapshot: ProjectSnapshot,
): FoundDifference[] {
  const { question } = scope;
  const reply = snapshot.replies.find(({ questionId }) => questionId === question.questionId);
  const their = theirs.sections.filter((section) => section.role === 'statement').flatMap((section) => section.blocks);
  const theirParts = dropHeading(listTheirParts(their, tables), question);
  // A firm may repeat what the company says on all items, also where it is asked about some: what it is nearer to is what it repeats.
  const [differences] = [scope, ...(scope.itemIds.length === 0 ? [] : [{ question, itemIds: [] }])]
    .map((one) => chooseSections(one, reply, verifier).filter((section) => section.role === 'statement'))
    .map((ours) => compareParts(...levelItems(dropHeading(listOurParts(ours, snapshot), question), theirParts, question.items)))
    .toSorted((a, b) => a.length - b.length) as [PartDifference[]];
  return differences.map((difference) => ({
    kind: difference.kind === 'figure' ? 'figure' : 'statement',
    question: question.no,
    ours: difference.ours,
    theirs: difference.theirs,
  }));
}

/** 一、公司说明及分析 over the statement is each document's own. */
function dropHeading(parts: readonly StatementPart[], question: AskedQuestion): StatementPart[] {
  const [first] = parts;
  return first?.type === 'text' && findSectionHeading(first.text.trim(), question)?.role === 'statement' ? parts.slice(1) : [...parts];
}

function listSuggestions(
  { questionId, no, sections }: DraftReply,
  tables: readonly ReadTable[],
  verifier: VerifierRole,
  snapshot: ProjectSnapshot,
): OpinionSuggestion[] {
  return sections.flatMap((section): OpinionSuggestion[] => {
    if (section.role === 'statement') return [];
    const blocks = dropSignature(section.blocks.flatMap((block) => toOpinionBlock(block, tables)));
    if (blocks.length === 0) return [];
    const pictures = section.blocks.filter(({ type }) => type === 'picture' || type === 'chart').length;
    const adopted = isInReply(blocks, section, questionId, verifier, snapshot);
    return [{ questionId, question: no, role: section.role, blocks, pictures, adopted }];
  });
}

function toOpinionBlock(block: DraftBlock, tables: readonly ReadTable[]): OpinionBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', level: block.level, text: block.text }];
    case 'paragraph':
      return [{ type: 'paragraph', text: block.text }];
    case 'table': {
      const { caption, unit, headerRows, notes, rows } = tables[block.table]!;
      const cells = rows.map((row) =>
        row.map((cell) => ({ text: sayNested(cell), rowSpan: cell.rowSpan, colSpan: cell.colSpan, covered: cell.covered })),
      );
      return [{ type: 'table', table: { caption, unit, headerRows, notes: [...notes], cells } }];
    }
    case 'picture':
    case 'chart':
      return [];
  }
}

/** A cell's text, tables inside it row by row. */
function sayNested({ text, nested = [] }: ReadCell): string {
  let at = 0;
  return text.replaceAll('\ufffc', () => (nested[at++]?.rows ?? []).map((row) => row.map(sayNested).join(' ').trim()).join('\n'));
}

function isInReply(
  blocks: readonly OpinionBlock[],
  { role }: DraftSection,
  questionId: OpinionSuggestion['questionId'],
  verifier: VerifierRole,
  snapshot: ProjectSnapshot,
): boolean {
  const sections = snapshot.replies.find((reply) => reply.questionId === questionId)?.sections ?? [];
  const question = getLetter(snapshot).questions.find((one) => one.questionId === questionId)!;
  const own = sections.filter((section) => section.role === role && speaksFor(section, verifier, question));
  const written = new Set(listOurParts(own, snapshot).map((part) => squeeze(part.type === 'text' ? part.text : part.rows.flat().join(''))));
  return blocks.every((block) => {
    if (block.type === 'heading') return true;
    return written.has(
      squeeze(
        block.type === 'paragraph'
          ? block.text
          : block.table.cells
              .flat()
              .map(({ text }) => text)
              .join(''),
      ),
    );
  });
}
