import type { Question } from '../domain/letter';
import { type Block, getInlineText, type Reply, type Section } from '../domain/reply';
import { stripAutospaceBlanks } from './cjkBlanks';
import { createParagraph, type FilingBlock } from './filingBlock';
import {
  BLANK,
  CONCLUSION_HEADING,
  PROCEDURES_HEADING,
  QUESTION,
  REPLY_LABEL,
  STATEMENT_HEADING,
  toChineseNumber,
  VERIFIER_NAMES,
} from './filingWords';
import { assembleReplyBlocks, type ReplyMaterial } from './replyBlocks';

/** A question as asked: its heading and its whole text in the letter's own paragraphs. */
export function assembleQuestion(question: Question): FilingBlock[] {
  const paragraphs = question.text.split('\n').filter((line) => line.trim() !== '');
  return [
    { ...createParagraph('Heading1', stripAutospaceBlanks(nameQuestion(question))), anchor: question.questionId },
    ...paragraphs.map((text) => {
      const item = question.items.find(({ label }) => label.trim() !== '' && text.trim().startsWith(label.trim()));
      const paragraph = createParagraph('QuestionText', printAsked(text));
      return item ? { ...paragraph, anchor: item.itemId } : paragraph;
    }),
  ];
}

/** A paragraph of the letter as a document repeats it: character for character, blanks Word makes itself left out. */
export function printAsked(text: string): string {
  return stripAutospaceBlanks(text.trim());
}

/** The reply to a question under 回复：; an unanswered question and an unwritten section leave a visible blank. */
export function assembleReply(reply: Reply | undefined, material: ReplyMaterial, firstList: number): FilingBlock[] {
  const sections = reply?.sections ?? [];
  const blocks: FilingBlock[] = [createParagraph('ReplyLabel', REPLY_LABEL)];
  const headings = headSections(sections);
  for (const [index, section] of sections.entries()) {
    const { sectionId } = section;
    const heading = headings[index]!;
    if (heading !== null) blocks.push({ ...createParagraph('Heading2', heading), sectionId });
    const written = assembleReplyBlocks(section.blocks, material, firstList + countLists(blocks));
    blocks.push(...written, ...(written.every(isHeading) ? [{ ...createParagraph('ReplyBody', BLANK), sectionId }] : []));
  }
  if (sections.length === 0) blocks.push(createParagraph('ReplyBody', BLANK));
  return blocks;
}

/** A heading alone says nothing yet. */
function isHeading(block: FilingBlock): boolean {
  return block.type === 'paragraph' && block.style.startsWith('Heading');
}

/** Number of lists among blocks, so that lists of a document are numbered one after another. */
export function countLists(blocks: readonly FilingBlock[]): number {
  return new Set(blocks.flatMap((block) => (block.type === 'listItem' ? [block.list] : []))).size;
}

/** 问题 1 as the letter prints it; a bare number gets the word before it. A title follows unless the text begins with it. */
export function nameQuestion(question: Question): string {
  const label = question.label.replace(/[\s:：、.．。]+$/, '');
  const named = label.includes(QUESTION) || /\p{Script=Han}{2}/u.test(label) ? label : `${QUESTION}${question.no}`;
  return question.title === null || question.text.trimStart().startsWith(question.title) ? named : `${named}：${question.title}`;
}

/** Headings 一、二、三、 for sections that have none of their own; null where there is one, and everywhere where the reply is headed otherwise. */
export function headSections(sections: readonly Pick<Section, 'role' | 'verifier' | 'blocks'>[]): (string | null)[] {
  const owns = sections.map(({ blocks }) => blocks.filter(isTopHeading).map(({ inlines }) => getInlineText(inlines)));
  const isHeaded = sections.map(({ blocks }) => blocks[0] !== undefined && isTopHeading(blocks[0]));
  const isOtherwise = owns.some(
    (texts, index) =>
      texts.length > 1 || !texts.every((text) => text.startsWith(`${toChineseNumber(index + 1)}、`)) || isHeadedAbove(sections, index),
  );
  if (sections.length < 2 || isOtherwise) return sections.map(() => null);
  return sections.map((section, index) => (isHeaded[index] ? null : nameSection(section, index + 1)));
}

/** Whether a verifier's section has a smaller heading of its own, or stands under the one before it (二、会计师核查意见 over procedures and conclusion). */
function isHeadedAbove(sections: readonly Pick<Section, 'role' | 'verifier' | 'blocks'>[], index: number): boolean {
  const [before, own] = [sections[index - 1], sections[index]!];
  if (own.role === 'statement') return false;
  const first = own.blocks[0];
  if (first?.type === 'heading') return first.level > 2;
  if (before === undefined || before.role === 'statement') return false;
  const above = before.blocks.find(isTopHeading);
  return above !== undefined && !getInlineText(above.inlines).endsWith(PROCEDURES_HEADING);
}

function isTopHeading(block: Block): block is Extract<Block, { type: 'heading' }> {
  return block.type === 'heading' && block.level === 2;
}

function nameSection(section: Pick<Section, 'role' | 'verifier'>, number: number): string {
  const verifier = section.verifier === null ? '' : VERIFIER_NAMES[section.verifier];
  const headings = { statement: STATEMENT_HEADING, procedures: PROCEDURES_HEADING, conclusion: CONCLUSION_HEADING } as const;
  return `${toChineseNumber(number)}、${verifier}${headings[section.role]}`;
}
