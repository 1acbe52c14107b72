import type { Finding } from '../../domain/finding';
import type { Letter } from '../../domain/letter';
import { message } from '../../domain/message';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { LETTER_KINDS, OF_ANOTHER_LETTER, SAYS_THIS_LETTER } from './documentTerms';

/** The letter that is answered, the newest, called by the name of another kind of letter: 关注函 in a reply to a 年报问询函. Letters named with a date, number or title of their own are passed over. */
export function checkLetterName(snapshot: ProjectSnapshot, prose: readonly ProseBlock[]): Finding[] {
  const wrong = listForeignKinds(snapshot.letters);
  const kind = snapshot.letters.at(-1)?.header.kind ?? null;
  if (kind === null || wrong.length === 0) return [];
  const preamble = snapshot.details.preamble;
  const mentions = [
    ...findMentions(preamble, wrong).map(({ text }) => ({ text, place: { text } })),
    ...prose.flatMap((block) =>
      findMentions(block.text, wrong).map(({ text, start, end }) => ({
        text,
        place: placeInProse(block, Math.max(0, start - 8), end + 8),
      })),
    ),
  ];
  return wrong.flatMap((text): Finding[] => {
    const places = mentions.filter((mention) => mention.text === text).map(({ place }) => place);
    if (places.length === 0) return [];
    const times = places.length > 1 ? message('finding.of-places', { count: places.length }) : null;
    const wording = message('finding.letter-name', { kind, text, times });
    return [{ rule: 'letter-name', severity: 'error', message: wording, expected: null, stated: text, places }];
  });
}

/** Kinds of letters that none of the project's letters is, nor speaks of itself. */
function listForeignKinds(letters: readonly Letter[]): string[] {
  const own = letters.map((letter) => letter.header.kind ?? '').join(' ');
  const spoken = letters.flatMap((letter) => letter.questions.map((question) => question.text)).join(' ');
  return LETTER_KINDS.filter((kind) => !own.includes(kind) && !spoken.includes(kind));
}

function findMentions(text: string, kinds: readonly string[]): { text: string; start: number; end: number }[] {
  const masked = text.replace(/《[^《》\n]{0,160}》/g, (title) => '\u0001'.repeat(title.length));
  return kinds.flatMap((kind) => {
    const mentions: { text: string; start: number; end: number }[] = [];
    for (let start = masked.indexOf(kind); start >= 0; start = masked.indexOf(kind, start + 1)) {
      const end = start + kind.length;
      const before = masked.slice(Math.max(0, start - 24), start);
      if (
        !OF_ANOTHER_LETTER.test(before) &&
        SAYS_THIS_LETTER.test(`${masked.slice(Math.max(0, start - 8), start)}|${masked.slice(end, end + 10)}`)
      )
        mentions.push({ text: kind, start, end });
    }
    return mentions;
  });
}
