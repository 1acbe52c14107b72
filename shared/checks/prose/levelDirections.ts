import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { areComparable, readAmount } from '../amount';
import { LEVEL_DIRECTION, LEVEL_FROM, LEVEL_WORD } from './proseTerms';
import { listSentences, placeInProse, type ProseBlock } from './proseBlock';

/** 由 A 增至 B with B below A, 由 A 降至 B with B above it. Where either is negative the word may speak of the loss, and nothing is said. */
export function checkLevelDirections(block: ProseBlock): Finding[] {
  return listSentences(block).flatMap((sentence) =>
    sentence.figures.flatMap((second, index): Finding[] => {
      const first = sentence.figures[index - 1];
      if (!first || first.wording !== '' || second.wording !== '' || !areComparable(first.unit, second.unit)) return [];
      const between = block.text.slice(first.end, second.start);
      const lead = block.text.slice(sentence.figures[index - 2]?.end ?? sentence.start, first.start);
      const word = LEVEL_WORD.test(between) && LEVEL_FROM.test(lead) ? LEVEL_DIRECTION.exec(between) : null;
      const from = word && readAmount(first);
      const to = from && readAmount(second, from.unit);
      if (!word || !from || !to || from.value < 0n || to.value < 0n || first.signByWords || second.signByWords) return [];
      const falls = word[1] !== undefined;
      if (falls ? to.printed.low <= from.printed.high : to.printed.high >= from.printed.low) return [];
      return [
        {
          rule: 'stated-direction',
          severity: 'error',
          message: message('finding.stated-direction', { from: first.text, to: second.text, word: word[0] }),
          expected: null,
          stated: second.text,
          places: [placeInProse(block, first.start, second.end)],
        },
      ];
    }),
  );
}
