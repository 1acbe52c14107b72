import type { DataTable } from '../domain/dataTable';
import type { BlockId, QuestionId, SectionId, TableId } from '../domain/ids';
import type { Ask, Question } from '../domain/letter';
import { type Block, getInlineText, type Reply, type Section } from '../domain/reply';
import { OPEN_BLANK } from '../document/openBlank';
import { findDemandedFields, isFieldColumn } from './demandedFields';
import { type ItemPart, splitByItems } from './itemParts';

/** Where an answer begins, with its first words. */
export type AnswerPlace = { questionId: QuestionId; sectionId: SectionId; blockId: BlockId; text: string };

/** An ask with its state as it stands now. `missing` are demanded fields that no column of the tables answering it shows. */
export type AnsweredAsk = Ask & { place: AnswerPlace | null; missing: string[] };

type Answer = { section: Section; blocks: Block[] };
/** A section of the statement with its parts by item; null when it does not tell them apart. */
type DividedSection = { section: Section; parts: ItemPart[] | null };

const QUOTED_LENGTH = 40;

/**
 * The ask ledger. An undecided ask is answered when the company's statement under its item has text or a table; a demanded field, where
 * tables answer the item, only when a column or the text between them names it. What somebody decided stands.
 */
export function answerAsks(
  asks: readonly Ask[],
  questions: readonly Question[],
  replies: readonly Reply[],
  tables: ReadonlyMap<TableId, DataTable>,
): AnsweredAsk[] {
  const repliesById = new Map(replies.map((reply) => [reply.questionId, reply]));
  const statements = new Map(
    questions.map((question) => [question.questionId, divideStatement(question, repliesById.get(question.questionId))]),
  );
  const demanded = findDemandedFields(asks);
  return asks.map((ask) => {
    const answers = listAnswers(ask, statements.get(ask.questionId) ?? []);
    const place = findPlace(ask.questionId, answers);
    const shown = listTables(answers, tables);
    const missing = shown.length === 0 ? [] : (demanded.get(ask) ?? []).filter((field) => !isShown(field, shown, answers));
    if (ask.state !== 'open') return { ...ask, place, missing: [] };
    const isAnswered = ask.reason === null && place !== null && missing.length === 0;
    return { ...ask, state: isAnswered ? 'answered' : 'open', place, missing };
  });
}

function divideStatement({ items }: Question, reply: Reply | undefined): DividedSection[] {
  const statements = reply?.sections.filter((section) => section.role === 'statement') ?? [];
  return statements.map((section) => ({ section, parts: splitByItems(section.blocks, items) }));
}

/** The blocks of the company's statement that may answer an ask, without the lines that only repeat what was asked. */
function listAnswers({ itemId }: Ask, statement: readonly DividedSection[]): Answer[] {
  const isDivided = statement.some(({ parts }) => parts !== null);
  return statement.map(({ section, parts }) => {
    if (itemId !== null && section.itemIds.length > 0) return { section, blocks: section.itemIds.includes(itemId) ? section.blocks : [] };
    if (itemId === null || !isDivided) return { section, blocks: section.blocks };
    const own = parts?.filter((part) => part.itemIds.includes(itemId)) ?? [];
    return { section, blocks: own.flatMap((part) => part.blocks.filter((block) => block.blockId !== part.headId)) };
  });
}

function findPlace(questionId: QuestionId, answers: readonly Answer[]): AnswerPlace | null {
  for (const { section, blocks } of answers) {
    for (const block of blocks) {
      const text = getAnswerText(block);
      if (text === null) continue;
      return { questionId, sectionId: section.sectionId, blockId: block.blockId, text: text.slice(0, QUOTED_LENGTH) };
    }
  }
  return null;
}

/** Headings announce an answer, they are none; neither is a mark that one is to come. */
function getAnswerText(block: Block): string | null {
  switch (block.type) {
    case 'heading':
      return null;
    case 'table':
      return '';
    case 'picture':
    case 'chart':
      return block.alt;
    case 'paragraph':
    case 'listItem': {
      const text = getInlineText(block.inlines).trim();
      return text.replace(OPEN_BLANK, '').trim() === '' ? null : text;
    }
  }
}

function listTables(answers: readonly Answer[], tables: ReadonlyMap<TableId, DataTable>): DataTable[] {
  return answers.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'table' ? (tables.get(block.tableId) ?? []) : [])));
}

function isShown(field: string, tables: readonly DataTable[], answers: readonly Answer[]): boolean {
  if (tables.some((table) => isFieldColumn(field, table))) return true;
  return answers.some(({ blocks }) => blocks.some((block) => getAnswerText(block)?.includes(field)));
}
