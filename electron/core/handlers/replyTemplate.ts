import { newId } from '../../../shared/domain/ids';
import type { Question, VerifierRole } from '../../../shared/domain/letter';
import type { Block, Section, SectionRole } from '../../../shared/domain/reply';
import {
  CONCLUSION_HEADING,
  PROCEDURES_HEADING,
  STATEMENT_HEADING,
  toChineseNumber,
  VERIFIER_NAMES,
} from '../../../shared/document/filingWords';

/**
 * The sections of a reply that has yet to be written: the company's statement, and for each verifier asked its procedures and conclusion under numbered
 * headings. Without a verifier the statement stands alone under no heading (house format A4).
 */
export function createSections(question: Pick<Question, 'verifications'>): Section[] {
  const verifiers = new Map<VerifierRole, Question['verifications'][number]['itemIds']>();
  for (const { role, itemIds } of question.verifications) {
    const known = verifiers.get(role);
    // One request that reaches the whole question outweighs those that name items.
    verifiers.set(role, known === undefined ? itemIds : known.length === 0 || itemIds.length === 0 ? [] : [...known, ...itemIds]);
  }
  if (verifiers.size === 0) return [createSection('statement', null, [], [createParagraph()])];
  const sections: Section[] = [];
  const add = (role: SectionRole, verifier: VerifierRole | null, itemIds: Section['itemIds'], heading: string) => {
    const label = `${toChineseNumber(sections.length + 1)}、${heading}`;
    sections.push(createSection(role, verifier, itemIds, [createHeading(label), createParagraph()]));
  };
  add('statement', null, [], STATEMENT_HEADING);
  for (const [role, itemIds] of verifiers) {
    add('procedures', role, itemIds, `${VERIFIER_NAMES[role]}${PROCEDURES_HEADING}`);
    add('conclusion', role, itemIds, `${VERIFIER_NAMES[role]}${CONCLUSION_HEADING}`);
  }
  return sections;
}

function createSection(role: SectionRole, verifier: VerifierRole | null, itemIds: Section['itemIds'], blocks: Block[]): Section {
  return { sectionId: newId(), role, verifier, itemIds: [...new Set(itemIds)], blocks };
}

function createHeading(text: string): Block {
  return { type: 'heading', blockId: newId(), level: 2, inlines: [{ type: 'text', text }] };
}

function createParagraph(): Block {
  return { type: 'paragraph', blockId: newId(), inlines: [] };
}
