import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { COMPARISON_FILLER, CHANGE_WORD, RATE_METRIC } from './proseTerms';
import { listSentences, placeInProse, type ProseBlock } from './proseBlock';

/** A change of a rate printed with %: 毛利率增长 2.92%. A note, since a relative change may be meant; `taken` holds the numbers other rules have settled. */
export function checkPointsWording(block: ProseBlock, taken: ReadonlySet<string>): Finding[] {
  return listSentences(block).flatMap((sentence) =>
    sentence.figures.flatMap((figure, index) => {
      if (figure.unit !== '%' || taken.has(figure.text)) return [];
      const previous = sentence.figures[index - 1];
      const lead = block.text.slice(previous?.end ?? sentence.start, figure.wordingStart);
      const change = CHANGE_WORD.exec(lead);
      if (!change) return [];
      const metric = RATE_METRIC.exec(lead.slice(0, change.index).replace(COMPARISON_FILLER, ''));
      if (!metric) return [];
      return [
        {
          rule: 'points-wording',
          severity: 'note' as const,
          message: message('finding.points-wording', { metric: metric[0].trim(), stated: figure.text }),
          expected: null,
          stated: figure.text,
          places: [placeInProse(block, Math.max(sentence.start, figure.start - 16), figure.end)],
        },
      ];
    }),
  );
}
