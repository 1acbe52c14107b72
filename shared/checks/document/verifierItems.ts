import type { Finding } from '../../domain/finding';
import type { Item, Question, VerifierRole } from '../../domain/letter';
import { message } from '../../domain/message';
import type { Reply, Section } from '../../domain/reply';
import { readCitedItems } from '../../letter/citations';
import { splitByItems } from '../../letter/itemParts';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { CITED_ITEMS, CONCLUDES } from './verifierTerms';

/**
 * A verifier who tells its opinion apart by items and speaks of fewer than the letter put to it (a note). One who speaks of the question as a whole,
 * or numbers only its own points, is let be.
 */
export function checkVerifierItems(question: Question, reply: Reply, prose: readonly ProseBlock[]): Finding[] {
  const byId = new Map(prose.map((block) => [block.blockId, block]));
  const roles = new Set(question.verifications.map(({ role }) => role));
  return [...roles].flatMap((role): Finding[] => {
    const asked = listAsked(question, role);
    const sections = reply.sections.filter(({ verifier, blocks }) => verifier === role && blocks.length > 0);
    const blocks = sections.flatMap((section) => section.blocks.flatMap(({ blockId }) => byId.get(blockId) ?? []));
    const text = blocks.filter(({ heading }) => !heading);
    const place = text.find((block) => CONCLUDES.test(block.text)) ?? text[0];
    if (asked.length < 2 || place === undefined) return [];
    const covered = new Set([...listNamed(sections, question), ...blocks.flatMap((block) => listCited(block.text, question))]);
    const missing = asked.filter(({ no }) => !covered.has(no));
    if (missing.length === 0 || missing.length === asked.length) return [];
    const items = missing.map(({ no }) => `（${no}）`).join('');
    return [
      {
        rule: 'verifier-items',
        severity: 'note',
        message: message('finding.verifier-items', { own: message(`finding.role.${role}`), items }),
        expected: null,
        stated: place.text,
        places: [placeInProse(place, 0, place.text.length)],
      },
    ];
  });
}

/** The items a letter puts to a verifier in a question; all of them where it names none. */
function listAsked({ items, verifications }: Question, role: VerifierRole): Item[] {
  const own = verifications.filter((one) => one.role === role);
  const isWhole = own.some(({ itemIds }) => itemIds.length === 0);
  return items.filter(({ itemId }) => isWhole || own.some(({ itemIds }) => itemIds.includes(itemId)));
}

/** Items its sections are marked with, where each is, and those whose words head a part of them. */
function listNamed(sections: readonly Section[], { items }: Question): string[] {
  const isMarked = sections.every(({ itemIds }) => itemIds.length > 0);
  const marked = isMarked && sections.length > 1 ? sections.flatMap(({ itemIds }) => itemIds) : [];
  const headed = sections.flatMap(({ blocks }) => (splitByItems(blocks, items) ?? []).flatMap(({ itemIds }) => itemIds));
  const numbers = new Map(items.map(({ itemId, no }) => [itemId, no]));
  return [...marked, ...headed].flatMap((itemId) => numbers.get(itemId) ?? []);
}

/** Items of the question a text cites by number: 针对问题（1）（2）, 问题3第（1）项. */
function listCited(text: string, { no }: Question): string[] {
  return [...text.matchAll(CITED_ITEMS)].flatMap(([, question, items]) =>
    question === undefined || question === '' || question === no ? readCitedItems(items!) : [],
  );
}
