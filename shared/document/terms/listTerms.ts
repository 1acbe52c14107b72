import type { DefinedTerm, TermEntry } from '../../domain/definedTerm';
import type { Letter } from '../../domain/letter';
import type { DataTable } from '../../domain/dataTable';
import type { TableId } from '../../domain/ids';
import type { Reply } from '../../domain/reply';
import { findUses } from './findDefinitions';
import { listPassages } from './listPassages';

/** What the page of terms is made from. */
export type TermMaterial = {
  terms: readonly DefinedTerm[];
  preamble: string;
  letters: readonly Letter[];
  replies: readonly Reply[];
  tables: ReadonlyMap<TableId, DataTable>;
};

/** Every term of a project: those written down first, then those the text alone defines; each with its first definition and its uses. */
export function listTerms({ terms, letters, ...material }: TermMaterial): TermEntry[] {
  const passages = listPassages(material, 'everybody');
  const found = passages.flatMap(({ definitions, place, text }) => definitions.map((definition) => ({ ...definition, place, text })));
  const numbers = new Map(letters.flatMap((letter) => letter.questions.map(({ questionId, no }) => [questionId, no])));
  const known = new Set(terms.map(({ term }) => term));
  const others = new Map(
    found
      .filter(({ term }) => !known.has(term))
      .map((definition) => [definition.term, definition] as const)
      .toReversed(),
  );
  const names = [...terms, ...[...others.values()].toReversed().map(({ term, fullName }) => ({ termId: null, term, fullName }))];
  return names.map(({ termId, term, fullName }) => {
    const first = found.find((definition) => definition.term === term);
    const masks = names.flatMap((other) => [other.fullName, other.term]).filter((name) => name !== term && name.includes(term));
    const { questionId = null, blockId = null } = first?.place ?? {};
    return {
      termId,
      term,
      fullName,
      place: first
        ? {
            questionId,
            questionNo: questionId === null ? null : (numbers.get(questionId) ?? null),
            blockId,
            text: first.text.slice(Math.max(0, first.start - 30), first.end),
          }
        : null,
      uses:
        passages.reduce((count, { text }) => count + findUses(text, term, masks).length, 0) -
        found.filter((one) => one.term === term).length,
    };
  });
}
