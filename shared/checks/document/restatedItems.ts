import type { Finding } from '../../domain/finding';
import type { Question } from '../../domain/letter';
import { message } from '../../domain/message';
import { compareQuestion } from '../../letter/verbatim';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';

/** A block repeats an item when it is about as long and begins or ends with the same words. */
const SHORTEST = 20;
const SAME_WORDS = 6;
/** So few other characters in an otherwise identical text are slips; more of them are another wording. */
const MOST_SLIPS = 3;
const MOST_OTHERS = 12;

/** Items of the letter repeated as headings with other characters: 签收→答收. Left-out words (请你公司) and format are no slips. */
export function checkRestatedItems(question: Question, prose: readonly ProseBlock[]): Finding[] {
  const asked = question.items.map((item) => trim(item.text)).filter((text) => text.length >= SHORTEST);
  if (asked.length === 0) return [];
  return prose.flatMap((block) => {
    if (block.text.length > 1200) return [];
    const restated = trim(block.text);
    const item = asked.find((text) => isRepeated(text, restated));
    if (item === undefined || item === restated) return [];
    const differences = compareQuestion(item, restated).filter((difference) => difference.kind === 'meaning');
    const slips = differences.filter(({ asked: a, restated: b }) => a.length === b.length && a.length <= 2 && /[\p{L}\p{N}]/u.test(a + b));
    const others = differences.reduce((sum, { asked: a, restated: b }) => sum + Math.max(a.length, b.length), 0);
    if (slips.length === 0 || slips.length > MOST_SLIPS || others > MOST_OTHERS) return [];
    return [
      {
        rule: 'restated-question',
        severity: 'error' as const,
        message: message('finding.restated-question', {
          slips: slips.map(({ asked: letters, restated: others }, index) =>
            message(index === 0 ? 'finding.written-as' : 'finding.also-written-as', { asked: letters, restated: others }),
          ),
        }),
        expected: null,
        stated: slips.map((slip) => slip.restated).join('、'),
        places: [placeInProse(block, 0, Math.min(block.text.length, 60))],
      },
    ];
  });
}

function isRepeated(asked: string, restated: string): boolean {
  const shorter = Math.min(asked.length, restated.length);
  if (shorter < SHORTEST || shorter * 10 < Math.max(asked.length, restated.length) * 8) return false;
  return asked.slice(0, SAME_WORDS) === restated.slice(0, SAME_WORDS) || asked.slice(-SAME_WORDS) === restated.slice(-SAME_WORDS);
}

/** The words without label, blanks and closing mark. */
function trim(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/^(?:[（(][\d一二三四五六七八九十]{1,3}[）)]|[\d一二三四五六七八九十]{1,3}[、.．])/, '')
    .replace(/^(?:请你公司|请公司)/, '')
    .replace(/[；;。，,]$/, '');
}
