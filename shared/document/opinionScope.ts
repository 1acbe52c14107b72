import type { ItemId } from '../domain/ids';
import type { Letter, Question, VerifierRole } from '../domain/letter';
import { getInlineText, type Reply, type Section } from '../domain/reply';
import { splitByItems } from '../letter/itemParts';
import { listSpeakers } from './draft/sectionHeadings';
import { renumberSections } from './sectionNumbers';

/** A question as far as it is put to one verifier: no items means all of it. */
export type OpinionScope = { question: Question; itemIds: ItemId[] };

/** The questions of a letter that ask a verifier, with the items it names; a closing question that reaches others asks on each of them. */
export function listScopes(letter: Letter, role: VerifierRole): OpinionScope[] {
  const requests = letter.questions.flatMap((question) => question.verifications.filter((one) => one.role === role));
  return letter.questions.flatMap((question) => {
    if (requests.some(({ reach }) => reach.includes(question.no))) return { question, itemIds: [] };
    const own = question.verifications.filter((one) => one.role === role);
    if (own.length === 0) return [];
    const isWhole = own.some(({ itemIds }) => itemIds.length === 0);
    return { question, itemIds: isWhole ? [] : own.flatMap(({ itemIds }) => itemIds) };
  });
}

/**
 * The sections of a reply that a verifier's own document holds: the company's statement on the items asked, word for word, and the
 * verifier's procedures and conclusion; empty ones where none are written.
 */
export function chooseSections({ question, itemIds }: OpinionScope, reply: Reply | undefined, role: VerifierRole): Section[] {
  const sections = reply?.sections ?? [];
  const statements = sections.filter((section) => section.role === 'statement');
  const own = sections.filter((section) => speaksFor(section, role, question));
  const kept = sections.flatMap((section) => {
    if (section.role === 'statement') return narrowStatement(section, question, itemIds);
    return own.includes(section) ? section : [];
  });
  const missing = own.length > 0 ? [] : (['procedures', 'conclusion'] as const).map((part) => createEmptySection(question, part, role));
  const whole = [...(statements.length > 0 ? [] : [createEmptySection(question, 'statement', null)]), ...kept, ...missing];
  return renumberSections(whole);
}

/** Whether a section is a verifier's: its own, or one in which it speaks together with the verifier it stands under (保荐机构、会计师认为：). */
export function speaksFor({ verifier, blocks }: Section, role: VerifierRole, question: Question): boolean {
  if (verifier === null || verifier === role) return verifier === role;
  return blocks.some((block) => {
    const speakers = 'inlines' in block ? listSpeakers(getInlineText(block.inlines), question) : [];
    return speakers.includes(role) && speakers.includes(verifier);
  });
}

/** The part of a statement on the items asked; all of it when it does not tell them apart from the others. */
export function narrowStatement(section: Section, question: Question, itemIds: readonly ItemId[]): Section[] {
  if (itemIds.length === 0) return [section];
  const isAsked = (ids: readonly ItemId[]) => ids.length === 0 || ids.some((itemId) => itemIds.includes(itemId));
  if (!isAsked(section.itemIds)) return [];
  const parts = splitByItems(section.blocks, question.items);
  const own = section.itemIds.length === 0 ? itemIds : itemIds.filter((itemId) => section.itemIds.includes(itemId));
  const isTold = own.every((itemId) => parts?.some((part) => part.itemIds.includes(itemId)));
  if (parts === null || !isTold) return [section];
  return [{ ...section, blocks: parts.filter((part) => isAsked(part.itemIds)).flatMap((part) => part.blocks) }];
}

function createEmptySection(question: Question, role: Section['role'], verifier: Section['verifier']): Section {
  const sectionId = `${question.questionId}${role}` as Section['sectionId'];
  return { sectionId, role, verifier, itemIds: [], blocks: [] };
}
