import type { QuestionId } from '../../domain/ids';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { getFilingText } from '../filingBlock';
import type { FilingDocument } from '../filingDocument';
import { findDefinitions, findUses } from './findDefinitions';
import { listPassages } from './listPassages';
import { COMMON_TERMS } from './termWords';

/** A short name a document uses that only another part of the project defines; question null for the preamble. */
export type ForeignTerm = { term: string; fullName: string; questionId: QuestionId | null };

/** Short names a document that leaves parts out uses without their definition, in the order of the definitions. */
export function findForeignTerms({ blocks, shown }: FilingDocument, { details, replies, tables }: ProjectSnapshot): ForeignTerm[] {
  const used = listPassages({ preamble: '', replies: shown.map((part) => ({ ...part, revision: 0 })), tables }, 'everybody');
  const printed = blocks.flatMap((block) => (block.type === 'paragraph' ? findDefinitions(getFilingText(block.inlines)) : []));
  const own = new Set([...used.flatMap(({ definitions }) => definitions), ...printed].map(({ term }) => term));
  const all = listPassages({ preamble: details.preamble, replies, tables }, null).flatMap(({ definitions, place }) =>
    definitions.map(({ term, fullName }) => ({ term, fullName, questionId: place.questionId ?? null })),
  );
  const names = all.flatMap(({ term, fullName }) => [term, fullName]);
  const foreign = all.filter(({ term }) => {
    if (own.has(term) || COMMON_TERMS.has(term)) return false;
    const masks = names.filter((name) => name !== term && name.includes(term));
    return used.some(({ text }) => findUses(text, term, masks).length > 0);
  });
  return [...new Map(foreign.toReversed().map((one) => [one.term, one])).values()].toReversed();
}
