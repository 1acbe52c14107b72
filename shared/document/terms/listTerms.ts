import type { DefinedTerm, TermEntry } from '../../domain/definedTerm';
import type { Letter } from '../../domain/letter';
import type { BlockId, QuestionId } from '../../domain/ids';
import { getInlineText, isTextBlock, type Reply } from '../../domain/reply';
import { findDefinitions, findUses } from './findDefinitions';

/** What the page of terms is made from. */
export type TermMaterial = { terms: readonly DefinedTerm[]; preamble: string; letters: readonly Letter[]; replies: readonly Reply[] };

type Place = { questionId: QuestionId | null; blockId: BlockId | null; text: string };

/** Every term of a project: those written down first, then those the text alone defines; each with its first definition and its uses. */
export function listTerms({ terms, preamble, letters, replies }: TermMaterial): TermEntry[] {
  const places = listTexts(preamble, replies);
  const found = places.flatMap((place) => findDefinitions(place.text).map((definition) => ({ ...definition, place })));
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
    return {
      termId,
      term,
      fullName,
      place: first
        ? {
            questionId: first.place.questionId,
            questionNo: first.place.questionId === null ? null : (numbers.get(first.place.questionId) ?? null),
            blockId: first.place.blockId,
            text: first.place.text.slice(Math.max(0, first.start - 30), first.end),
          }
        : null,
      uses:
        places.reduce((count, { text }) => count + findUses(text, term, masks).length, 0) - found.filter((one) => one.term === term).length,
    };
  });
}

function listTexts(preamble: string, replies: readonly Reply[]): Place[] {
  const written = replies.flatMap((reply) =>
    reply.sections
      .flatMap((section) => section.blocks)
      .filter(isTextBlock)
      .map(({ blockId, inlines }) => ({ questionId: reply.questionId, blockId, text: getInlineText(inlines) })),
  );
  return [{ questionId: null, blockId: null, text: preamble }, ...written];
}
