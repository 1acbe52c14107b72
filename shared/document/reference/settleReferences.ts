import type { Block, Inline, Reply } from '../../domain/reply';
import { stripAutospaceBlanks } from '../cjkBlanks';
import { widenBrackets } from '../widenLabels';
import { listPlaces, type PlaceMaterial, printTarget, type ReferencePlace } from './listPlaces';
import { sayReference } from './sayReference';

/**
 * The replies with every reference that was read from a file kept where its words are those it would have here, marks of quotation around them
 * taken in; any other becomes plain words, so that no text changes.
 */
export function settleReferences(material: PlaceMaterial): Reply[] {
  const places = listPlaces(material);
  const byTarget = new Map(places.map((place) => [printTarget(place.target), place]));
  return material.replies.map((reply) => {
    let position = -1;
    const settle = (block: Block): Block => {
      position += 1;
      if (!('inlines' in block) || !block.inlines.some(({ type }) => type === 'reference')) return block;
      return { ...block, inlines: settleInlines(block.inlines, { questionId: reply.questionId, position }, places, byTarget) };
    };
    return { ...reply, sections: reply.sections.map((section) => ({ ...section, blocks: section.blocks.map(settle) })) };
  });
}

function settleInlines(
  inlines: readonly Inline[],
  from: Parameters<typeof sayReference>[1],
  places: readonly ReferencePlace[],
  byTarget: ReadonlyMap<string, ReferencePlace>,
): Inline[] {
  const settled = [...inlines];
  for (const [at, inline] of settled.entries()) {
    if (inline.type !== 'reference') continue;
    const place = byTarget.get(printTarget(inline.target));
    const said = place === undefined ? null : sayReference(place, from, places);
    if (said !== null && isSame(said, inline.text)) continue;
    const around = said === null ? null : takeQuotation(said, inline.text, settled[at - 1], settled[at + 1]);
    if (said !== null && around !== null) {
      settled[at] = { ...inline, text: said };
      settled[at - 1] = around.before;
      settled[at + 1] = around.after;
    } else settled[at] = { ...inline.style, type: 'text', text: inline.text };
  }
  return settled.filter((inline) => inline.type !== 'text' || inline.text !== '');
}

/** The texts beside words in quotation marks without what belongs to the reference: 上文“ and ”. Null where something else stands there. */
function takeQuotation(said: string, words: string, before: Inline | undefined, after: Inline | undefined) {
  const [lead, tail, ...more] = widenBrackets(said).split(widenBrackets(words));
  if (lead === undefined || tail === undefined || more.length > 0) return null;
  if (before?.type !== 'text' || after?.type !== 'text' || !before.text.endsWith(lead) || !after.text.startsWith(tail)) return null;
  return {
    before: { ...before, text: before.text.slice(0, before.text.length - lead.length) },
    after: { ...after, text: after.text.slice(tail.length) },
  };
}

function isSame(said: string, words: string): boolean {
  return stripAutospaceBlanks(widenBrackets(said)) === stripAutospaceBlanks(widenBrackets(words));
}
