import type { DataTable } from '../../domain/dataTable';
import type { LetterId, QuestionId, TableId } from '../../domain/ids';
import type { Letter, Question } from '../../domain/letter';
import { type Block, FOOTNOTE_MARK, getInlineText, type ReferenceTarget, type Reply } from '../../domain/reply';
import { getLetterName } from '../../letter/getLetterName';
import { stripAutospaceBlanks } from '../cjkBlanks';
import { nameQuestion } from '../questionBlocks';

/**
 * A place a cross reference may lead to. `text` is what stands there (of a block without text: its caption or alternative text); `position` counts the
 * blocks of its reply, -1 for questions and items; `ordinal` counts the tables, or the figures, of its reply from 1.
 */
export type ReferencePlace = {
  target: ReferenceTarget;
  kind: 'question' | 'item' | 'heading' | 'paragraph' | 'table' | 'figure';
  letterId: LetterId;
  /** What a reply to another letter calls the letter: its number, else its name. */
  letter: string;
  questionId: QuestionId;
  /** The question as the document prints it: 问题 3. */
  question: string;
  text: string;
  position: number;
  ordinal: number;
};

/** What a project says of its places. */
export type PlaceMaterial = {
  letters: readonly Letter[];
  replies: readonly Reply[];
  tables: ReadonlyMap<TableId, Pick<DataTable, 'caption'>>;
};

/** Every place of the letters and their replies, in reading order. */
export function listPlaces({ letters, replies, tables }: PlaceMaterial): ReferencePlace[] {
  const byQuestion = new Map(replies.map((reply) => [reply.questionId, reply]));
  return letters.flatMap((letter) => {
    const about = { letterId: letter.letterId, letter: letter.header.letterNo ?? getLetterName(letter) };
    return letter.questions.flatMap((question) => {
      const blocks = byQuestion.get(question.questionId)?.sections.flatMap((section) => section.blocks) ?? [];
      return [...listAsked(question, about), ...listWritten(question, blocks, tables, about)];
    });
  });
}

type AboutLetter = Pick<ReferencePlace, 'letterId' | 'letter'>;

function listAsked(question: Question, about: AboutLetter): ReferencePlace[] {
  const { questionId, items } = question;
  const name = printQuestion(question);
  const place = { ...about, questionId, question: name, position: -1, ordinal: 0 };
  return [
    { ...place, target: { kind: 'question', questionId }, kind: 'question', text: name },
    ...items.map(({ itemId, label }): ReferencePlace => ({ ...place, target: { kind: 'item', itemId }, kind: 'item', text: label.trim() })),
  ];
}

function listWritten(question: Question, blocks: readonly Block[], tables: PlaceMaterial['tables'], about: AboutLetter): ReferencePlace[] {
  const name = printQuestion(question);
  const counts = { table: 0, figure: 0 };
  return blocks.flatMap((block, position): ReferencePlace[] => {
    const kind = getKind(block);
    const text = stripAutospaceBlanks(readText(block, tables));
    if (text === '' && (kind === 'heading' || kind === 'paragraph')) return [];
    const ordinal = kind === 'table' || kind === 'figure' ? ++counts[kind] : 0;
    const target = { kind: 'block' as const, blockId: block.blockId };
    return [{ ...about, target, kind, questionId: question.questionId, question: name, text, position, ordinal }];
  });
}

function getKind(block: Block): 'heading' | 'paragraph' | 'table' | 'figure' {
  switch (block.type) {
    case 'heading':
    case 'table':
      return block.type;
    case 'picture':
    case 'chart':
      return 'figure';
    case 'paragraph':
    case 'listItem':
      return 'paragraph';
  }
}

function readText(block: Block, tables: PlaceMaterial['tables']): string {
  switch (block.type) {
    case 'table':
      return tables.get(block.tableId)?.caption ?? '';
    case 'picture':
      return block.alt;
    case 'chart':
      return block.title === '' ? block.alt : block.title;
    case 'heading':
    case 'paragraph':
    case 'listItem':
      return getInlineText(block.inlines).replaceAll(FOOTNOTE_MARK, '').replace(/\s+/g, ' ').trim();
  }
}

function printQuestion(question: Question): string {
  return stripAutospaceBlanks(nameQuestion({ ...question, title: null }));
}

/** The place of a target; undefined when it is gone. */
export function findPlace(places: readonly ReferencePlace[], target: ReferenceTarget): ReferencePlace | undefined {
  const key = printTarget(target);
  return places.find((place) => printTarget(place.target) === key);
}

/** A target as one string, equal for equal targets. */
export function printTarget(target: ReferenceTarget): string {
  return JSON.stringify(Object.entries(target).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
