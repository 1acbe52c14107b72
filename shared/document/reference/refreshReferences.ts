import type { Block, Inline, ReferenceTarget, Reply } from '../../domain/reply';
import { isTextBlock } from '../../domain/reply';
import { findPlace, listPlaces, type PlaceMaterial, printTarget, type ReferencePlace } from './listPlaces';
import { sayReference } from './sayReference';

/** The replies with every reference saying what it leads to now; one whose target is gone keeps its words. What says the same stays the same object. */
export function refreshReferences(material: PlaceMaterial): Reply[] {
  const replies = [...material.replies];
  if (!replies.some((reply) => reply.sections.some((section) => section.blocks.some(hasReference)))) return replies;
  const places = listPlaces(material);
  const byTarget = new Map(places.map((place) => [printTarget(place.target), place]));
  return replies.map((reply) => refreshReply(reply, places, byTarget));
}

function refreshReply(reply: Reply, places: readonly ReferencePlace[], byTarget: ReadonlyMap<string, ReferencePlace>): Reply {
  let position = -1;
  const sections = reply.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      position += 1;
      if (!hasReference(block) || !isTextBlock(block)) return block;
      const from = { questionId: reply.questionId, position };
      return {
        ...block,
        inlines: block.inlines.map((inline) =>
          refreshInline(inline, (target) => {
            const place = byTarget.get(printTarget(target));
            return place === undefined ? null : sayReference(place, from, places);
          }),
        ),
      };
    }),
  }));
  return { ...reply, sections };
}

function refreshInline(inline: Inline, sayTarget: (target: ReferenceTarget) => string | null): Inline {
  if (inline.type !== 'reference') return inline;
  return { ...inline, text: sayTarget(inline.target) ?? inline.text };
}

function hasReference(block: Block): boolean {
  return isTextBlock(block) && block.inlines.some((inline) => inline.type === 'reference');
}

/** A place offered for reference from a standpoint, with the words it would have there. */
export type OfferedPlace = Pick<ReferencePlace, 'target' | 'kind' | 'questionId' | 'question' | 'text'> & {
  words: string;
  /** Of a reply to a letter before. */
  isEarlier: boolean;
};

/** The places of a letter, then those of the letters before, with their words as seen from a block of a reply (from its end when the block is none of its own). */
export function offerPlaces(material: PlaceMaterial, from: { questionId: Reply['questionId']; blockId: string | null }): OfferedPlace[] {
  const places = listPlaces(material);
  const blocks =
    material.replies.find(({ questionId }) => questionId === from.questionId)?.sections.flatMap((section) => section.blocks) ?? [];
  const at = blocks.findIndex(({ blockId }) => blockId === from.blockId);
  const standpoint = { questionId: from.questionId, position: at < 0 ? blocks.length : at };
  const here = material.letters.findIndex(({ questions }) => questions.some(({ questionId }) => questionId === from.questionId));
  const known = material.letters.slice(0, here < 0 ? material.letters.length : here + 1).map(({ letterId }) => letterId);
  const offered = places
    .filter(({ letterId, target }) => known.includes(letterId) && (target.kind !== 'block' || target.blockId !== from.blockId))
    .map((place) => {
      const { target, kind, questionId, question, text } = place;
      const isEarlier = place.letterId !== known.at(-1);
      return { target, kind, questionId, question, text, words: sayReference(place, standpoint, places), isEarlier };
    });
  return offered.toSorted((a, b) => Number(a.isEarlier) - Number(b.isEarlier));
}

/** References whose target is gone, each with its reply and block. */
export function findBrokenReferences(material: PlaceMaterial): { reply: Reply; block: Block; text: string }[] {
  if (!material.replies.some((reply) => reply.sections.some((section) => section.blocks.some(hasReference)))) return [];
  const places = listPlaces(material);
  return material.replies.flatMap((reply) =>
    reply.sections
      .flatMap((section) => section.blocks)
      .filter(isTextBlock)
      .flatMap((block) =>
        block.inlines.flatMap((inline) =>
          inline.type === 'reference' && findPlace(places, inline.target) === undefined ? [{ reply, block, text: inline.text }] : [],
        ),
      ),
  );
}
