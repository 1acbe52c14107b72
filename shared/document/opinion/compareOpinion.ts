import type { ReadCell, ReadPart, ReadTable } from '../../domain/dataTable';
import type { VerifierRole } from '../../domain/letter';
import type { OpinionBlock, OpinionComparison, OpinionDifference, OpinionSuggestion } from '../../domain/opinion';
import type { Warning } from '../../domain/place';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { squeeze } from '../draft/compareText';
import type { DraftBlock, DraftReply, DraftSection } from '../draft/draftSplit';
import { splitDraft } from '../draft/splitDraft';
import { getLetter } from '../filingDocument';
import { chooseSections, listScopes, type OpinionScope } from '../opinionScope';
import { restateQuestion } from '../restateQuestion';
import { compareParts } from './compareParts';
import { dropSignature } from './dropSignature';
import { listOurParts, listTheirParts, type StatementPart } from './opinionText';

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
  const scopes = listScopes(getLetter(snapshot), verifier);
  const asked = scopes.map(({ question, itemIds }) => ({ ...question, text: restateQuestion(question, itemIds) }));
  const split = splitDraft(parts, asked);
  const replies = new Map(split.replies.map((reply) => [reply.questionId, reply]));
  const differences = scopes.flatMap((scope, index) => {
    const theirs = replies.get(scope.question.questionId);
    const { no, text } = asked[index]!;
    if (theirs === undefined) return [{ kind: 'question' as const, question: no, ours: text, theirs: '' }];
    return [...compareQuestion(no, text, theirs), ...compareStatement(scope, theirs, split.tables, verifier, snapshot)];
  });
  const suggestions = scopes.flatMap(({ question: { questionId } }) => {
    const theirs = replies.get(questionId);
    return theirs === undefined ? [] : listSuggestions(theirs, split.tables, verifier, snapshot);
  });
  return { differences, suggestions, warnings: split.warnings.filter(({ code }) => code !== 'question-not-in-draft') };
}

function compareQuestion(no: string, text: string, theirs: DraftReply): FoundDifference[] {
  const paragraphs = (lines: readonly string[]): StatementPart[] => lines.map((line) => ({ type: 'text', text: line }));
  const ours = text.split('\n').filter((line) => line.trim() !== '');
  const restated = theirs.restated.map((paragraph) => paragraph.text);
  return compareParts(paragraphs(ours), paragraphs(restated)).map(({ ours: our, theirs: their }) => ({
    kind: 'question',
    question: no,
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
  const reply = snapshot.replies.find(({ questionId }) => questionId === scope.question.questionId);
  const ours = chooseSections(scope, reply, verifier).filter((section) => section.role === 'statement');
  const their = theirs.sections.filter((section) => section.role === 'statement').flatMap((section) => section.blocks);
  const { no } = scope.question;
  return compareParts(dropHeading(listOurParts(ours, snapshot)), dropHeading(listTheirParts(their, tables))).map((difference) => ({
    kind: difference.kind === 'figure' ? 'figure' : 'statement',
    question: no,
    ours: difference.ours,
    theirs: difference.theirs,
  }));
}

/** 一、公司说明及分析 over the statement is each document's own. */
const OWN_HEADING = /^(?:[一二三四五六七八九十]+、|【)?公司(?:的)?(?:说明|回复|分析|披露)[^。]{0,10}】?$/;

function dropHeading(parts: readonly StatementPart[]): StatementPart[] {
  const [first] = parts;
  return first?.type === 'text' && OWN_HEADING.test(squeeze(first.text)) ? parts.slice(1) : [...parts];
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
  const own = sections.filter((section) => section.role === role && section.verifier === verifier);
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
