import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import type { FoundFigure } from '../../figures/findFigures';
import { type Amount, areComparable, printAmount, readAmount } from '../amount';
import { add, fromFixedPoint, type Interval, overlaps } from '../interval';
import { nameSlip, sayAlso } from '../slips';
import { LIST_LINK, NAMED_LINK, SUM_WORDS } from './proseTerms';
import { listSentences, placeInProse, placeOfWrongNumber, type ProseBlock } from './proseBlock';

/** Signs are tried on at most so many terms. */
const MOST_TERMS = 16;

/** Lists with a stated sum right behind them: A、B、C，合计 T. A sum that only another sign of one term gives is reported with that sign. */
export function checkStatedSums(block: ProseBlock): Finding[] {
  return listSentences(block).flatMap((sentence) =>
    sentence.figures.flatMap((total, index) => {
      const previous = sentence.figures[index - 1];
      if (!previous || total.wording !== '' || !SUM_WORDS.test(block.text.slice(previous.end, total.start))) return [];
      const terms = listTerms(block.text, sentence.figures, index);
      const finding = terms.length >= 2 ? judgeSum(block, terms, total) : null;
      return finding ? [finding] : [];
    }),
  );
}

function listTerms(text: string, figures: readonly FoundFigure[], total: number): FoundFigure[] {
  const terms: FoundFigure[] = [];
  for (let index = total - 1; index >= 0; index--) {
    const figure = figures[index]!;
    const next = terms[0];
    if (!areComparable(figure.unit, figures[total]!.unit)) break;
    const between = next && text.slice(figure.end, next.start);
    if (between !== undefined && !LIST_LINK.test(between) && !NAMED_LINK.test(between)) break;
    terms.unshift(figure);
  }
  return terms;
}

function judgeSum(block: ProseBlock, terms: readonly FoundFigure[], total: FoundFigure): Finding | null {
  const amounts = terms.map((term) => readAmount(term, total.unit));
  const stated = readAmount(total);
  if (!stated || amounts.some((amount) => amount === null)) return null;
  const parts = amounts as Amount[];
  const sum = addUp(parts);
  if (overlaps(sum.printed, stated.printed)) return null;
  const expected = fromFixedPoint(sum.value, total.decimals);
  const half = (stated.printed.high - stated.printed.low) / 2n;
  const flipped = parts.length <= MOST_TERMS ? findSign(parts, stated.printed) : -1;
  const slip = flipped >= 0 ? message('finding.slip-sign-of', { term: terms[flipped]!.text }) : nameSlip(stated.value, sum.value, half);
  return {
    rule: 'stated-sum',
    severity: slip !== null || !isNamed(block.text, terms) ? 'error' : 'warning',
    message: message('finding.stated-sum', { expected: printAmount(expected, total.unit), stated: total.text, slip: sayAlso(slip) }),
    expected,
    stated: total.text,
    places: [placeOfWrongNumber(block, total, expected), ...terms.map((term) => placeInProse(block, term.start, term.end))],
  };
}

/** A list whose terms have names may leave some out that its sum has. */
function isNamed(text: string, terms: readonly FoundFigure[]): boolean {
  return terms.slice(1).some((term, index) => !LIST_LINK.test(text.slice(terms[index]!.end, term.start)));
}

function addUp(parts: readonly Amount[]): { value: bigint; printed: Interval } {
  return parts.reduce((sum, part) => ({ value: sum.value + part.value, printed: add(sum.printed, part.printed) }), {
    value: 0n,
    printed: { low: 0n, high: 0n },
  });
}

/** The one term whose other sign gives the stated sum; -1 when none does. */
function findSign(parts: readonly Amount[], stated: Interval): number {
  return parts.findIndex((_, flipped) => {
    const sum = addUp(
      parts.map((part, index) =>
        index === flipped ? { ...part, value: -part.value, printed: { low: -part.printed.high, high: -part.printed.low } } : part,
      ),
    );
    return overlaps(sum.printed, stated);
  });
}
