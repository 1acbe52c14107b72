import type { BlockId, QuestionId, SectionId } from '../domain/ids';
import type { Question } from '../domain/letter';
import { getInlineText, type Reply } from '../domain/reply';
import { QUOTES_REPLY } from './dictionary';

/** Words of a question that repeat a former reply: their place in the question's text, and the block they stand in. */
export type QuotedReply = {
  questionId: QuestionId;
  from: number;
  to: number;
  source: { questionId: QuestionId; sectionId: SectionId; blockId: BlockId; text: string };
};

/** Fewer characters in a row may agree by chance. */
const LEAST = 12;
/** How far behind 问询函回复显示 its words may stand. */
const REACH = 400;
const APART = '\u0000';

type Folded = { text: string; offsets: number[] };
type Place = { at: number; source: QuotedReply['source'] };

/**
 * Where the questions of a later letter quote the replies to earlier ones (问询函回复显示…, 前次回复称…): the longest runs of the same words, punctuation
 * and blanks aside. Words that do not stand in a former reply are no quotation of it.
 */
export function findQuotedReplies(questions: readonly Question[], replies: readonly Reply[]): QuotedReply[] {
  const quoting = questions.filter(({ text }) => new RegExp(QUOTES_REPLY.source).test(text));
  if (quoting.length === 0) return [];
  const { text: said, places } = foldReplies(replies);
  const found: QuotedReply[] = [];
  for (const { questionId, text } of quoting) {
    let behind = 0;
    for (const lead of text.matchAll(QUOTES_REPLY)) {
      const start = Math.max(behind, lead.index + lead[0].length);
      const words = fold(text.slice(start, start + REACH).split('\n')[0]!);
      for (let at = 0; at + LEAST <= words.text.length; ) {
        const place = said.indexOf(words.text.slice(at, at + LEAST));
        if (place < 0) {
          at++;
          continue;
        }
        let length = LEAST;
        while (at + length < words.text.length && words.text.charAt(at + length) === said.charAt(place + length)) length++;
        const from = start + words.offsets[at]!;
        const to = start + words.offsets[at + length - 1]! + 1;
        found.push({ questionId, from, to, source: places.findLast((one) => one.at <= place)!.source });
        behind = to;
        at += length;
      }
    }
  }
  return found;
}

function foldReplies(replies: readonly Reply[]): { text: string; places: Place[] } {
  let text = APART;
  const places: Place[] = [];
  for (const { questionId, sections } of replies) {
    for (const { sectionId, blocks } of sections) {
      for (const block of blocks) {
        if (!('inlines' in block)) continue;
        const words = getInlineText(block.inlines);
        places.push({ at: text.length, source: { questionId, sectionId, blockId: block.blockId, text: words } });
        text += fold(words).text + APART;
      }
    }
  }
  return { text, places };
}

/** Words without blanks and punctuation, numbers with theirs; `offsets` say where each character stood. */
function fold(words: string): Folded {
  const offsets: number[] = [];
  let text = '';
  for (let at = 0; at < words.length; at++) {
    const character = words.charAt(at);
    const isInNumber = /[.,]/.test(character) && /\d/.test(words.charAt(at - 1)) && /\d/.test(words.charAt(at + 1));
    if (!isInNumber && /[\s\p{P}\p{S}]/u.test(character) && !/[%％]/.test(character)) continue;
    text += character;
    offsets.push(at);
  }
  return { text, offsets };
}
