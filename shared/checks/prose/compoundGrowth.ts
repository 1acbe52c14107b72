import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import type { FoundFigure } from '../../figures/findFigures';
import { areComparable, isRate, printAmount, readAmount } from '../amount';
import { overlaps, toFixedPoint } from '../interval';
import { Decimal } from '../../util/decimal';
import { COMPOUND_GROWTH, YEAR } from './proseTerms';
import { listSentences, placeInProse, placeOfWrongNumber, type ProseBlock } from './proseBlock';

/** Compound growth against the first and the last amount of its sentence and the years they belong to: 2017 年为 A，2022 年达 B，年均复合增长率 r%. */
export function checkCompoundGrowth(block: ProseBlock): Finding[] {
  return listSentences(block).flatMap((sentence) =>
    sentence.figures.flatMap((stated, index) => {
      if (stated.unit !== '%' || stated.wording !== '') return [];
      if (!COMPOUND_GROWTH.test(block.text.slice(sentence.figures[index - 1]?.end ?? sentence.start, stated.start))) return [];
      const amounts = sentence.figures.slice(0, index).filter((figure) => !isRate(figure.unit));
      const [first, last] = amounts;
      if (!first || !last || amounts.length !== 2 || !areComparable(first.unit, last.unit)) return [];
      const years = [first, last].map((figure) => findYear(block.text.slice(sentence.start, figure.start)));
      const span = years[0] && years[1] ? years[1] - years[0] : 0;
      const range = span > 0 ? computeRange(first, last, span) : null;
      const printed = readAmount(stated)!;
      if (!range || overlaps({ low: toFixedPoint(range.low.toFixed(17)), high: toFixedPoint(range.high.toFixed(17)) }, printed.printed))
        return [];
      const expected = range.value.toFixed(stated.decimals);
      return [
        {
          rule: 'compound-growth',
          severity: 'error' as const,
          message: message('finding.compound-growth', {
            firstYear: years[0]!,
            first: first.text,
            lastYear: years[1]!,
            last: last.text,
            span,
            expected: printAmount(expected, '%'),
            stated: stated.text,
          }),
          expected,
          stated: stated.text,
          places: [
            placeOfWrongNumber(block, stated, expected),
            ...[first, last].map((figure) => placeInProse(block, figure.start, figure.end)),
          ],
        },
      ];
    }),
  );
}

function findYear(text: string): number | null {
  const year = [...text.matchAll(YEAR)].at(-1)?.[0];
  return year === undefined ? null : Number(year);
}

function computeRange(first: FoundFigure, last: FoundFigure, years: number): { low: Decimal; high: Decimal; value: Decimal } | null {
  const from = readAmount(first);
  const to = from && readAmount(last, from.unit);
  if (!from || !to || from.printed.low <= 0n || to.printed.low <= 0n) return null;
  const rate = (a: bigint, b: bigint) => new Decimal(b.toString()).div(a.toString()).pow(new Decimal(1).div(years)).minus(1).times(100);
  return { low: rate(from.printed.high, to.printed.low), high: rate(from.printed.low, to.printed.high), value: rate(from.value, to.value) };
}
