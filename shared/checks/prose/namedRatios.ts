import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import type { FoundFigure } from '../../figures/findFigures';
import { convertAmount, printAmount, readAmount } from '../amount';
import { divideByPositive, fromFixedPoint, overlaps, scaleBy, SCALE } from '../interval';
import { EXPLAINED_SCOPE, NAMED_RATIOS } from './proseTerms';
import { listSentences, placeInProse, placeOfWrongNumber, type ProseBlock } from './proseBlock';

/** A rate known by name against the two amounts of its sentence it is made of: 净利润 A，营业收入 B，销售净利率 r%. A doubt; silence where the text explains its 口径. */
export function checkNamedRatios(block: ProseBlock): Finding[] {
  if (EXPLAINED_SCOPE.test(block.text)) return [];
  return listSentences(block).flatMap((sentence) => {
    const named = sentence.figures.map((figure, index) => ({
      figure,
      lead: block.text.slice(sentence.figures[index - 1]?.end ?? sentence.start, figure.start).replace(/\s+/g, ''),
    }));
    return NAMED_RATIOS.flatMap(({ rate, top, bottom }): Finding[] => {
      const [stated, ...otherRates] = named.filter(({ figure, lead }) => figure.unit === '%' && rate.test(lead));
      const [a, ...otherTops] = named.filter(({ figure, lead }) => figure.unit !== '%' && top.test(lead));
      const [b, ...otherBottoms] = named.filter(({ figure, lead }) => figure.unit !== '%' && bottom.test(lead));
      // Several years in one sentence cannot be told apart by their names.
      if (!stated || !a || !b || otherRates.length + otherTops.length + otherBottoms.length > 0) return [];
      const finding = judge(block, stated.figure, a.figure, b.figure);
      return finding ? [finding] : [];
    });
  });
}

function judge(block: ProseBlock, stated: FoundFigure, top: FoundFigure, bottom: FoundFigure): Finding | null {
  const a = readAmount(top);
  const whole = readAmount(bottom);
  const b = a && whole && convertAmount(whole, a.unit);
  const printed = readAmount(stated)!;
  if (!a || !b || b.printed.low <= 0n || overlaps(scaleBy(divideByPositive(a.printed, b.printed), 100n), printed.printed)) return null;
  const expected = fromFixedPoint((a.value * 100n * SCALE) / b.value, stated.decimals);
  return {
    rule: 'named-ratio',
    severity: 'warning',
    message: message('finding.named-ratio', {
      top: top.text,
      bottom: bottom.text,
      expected: printAmount(expected, '%'),
      stated: stated.text,
    }),
    expected,
    stated: stated.text,
    places: [placeOfWrongNumber(block, stated, expected), ...[top, bottom].map((figure) => placeInProse(block, figure.start, figure.end))],
  };
}
