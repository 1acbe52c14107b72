import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import type { FoundFigure } from '../../figures/findFigures';
import { type Amount, areComparable, convertAmount, isPoint, isRate, printAmount, readAmount } from '../amount';
import { fromFixedPoint, growthPercent, type Interval, overlaps, SCALE, subtract } from '../interval';
import { nameSlip, sayAlso } from '../slips';
import { CHANGE_FILLER, CHANGE_WORD, LEVEL_FROM, LEVEL_WORD, LIST_LINK, YEAR } from './proseTerms';
import { listSentences, placeInProse, placeOfWrongNumber, type ProseBlock, type Sentence } from './proseBlock';

/** Two amounts of a sentence in the order of time; `certain` is false where the sentence does not say which came first. */
type Pair = { from: FoundFigure; to: FoundFigure; certain: boolean; before: string };
type Change = { range: Interval; value: bigint; formula: string };

/**
 * Stated changes against the two amounts right before them: 分别为 A、B，下降 x%; 由 A 增至 B，增长 x%. A difference of two percentages that is
 * printed with % is a matter of wording (百分点).
 */
export function checkStatedChanges(block: ProseBlock): Finding[] {
  return listSentences(block).flatMap((sentence) =>
    sentence.figures.flatMap((stated, index) => {
      if (stated.wording !== '') return [];
      const pair = findPair(block.text, sentence, index);
      const finding = pair && judgeChange(block, pair, stated);
      return finding ? [finding] : [];
    }),
  );
}

function findPair(text: string, sentence: Sentence, index: number): Pair | null {
  const stated = sentence.figures[index]!;
  const [first, second, beforeFirst] = [sentence.figures[index - 2], sentence.figures[index - 1], sentence.figures[index - 3]];
  const next = sentence.figures[index + 1];
  if (!first || !second || !areComparable(first.unit, second.unit) || first.unit === '') return null;
  if (first.wording !== '' || second.wording !== '') return null;
  if (next && LIST_LINK.test(text.slice(stated.end, next.start)) && next.unit === stated.unit) return null;
  const lead = text.slice(sentence.start, first.start);
  const between = text.slice(first.end, second.start);
  const gap = text.slice(second.end, stated.start);
  const change = CHANGE_WORD.exec(gap);
  if (!change || !leadsOver(gap.slice(0, change.index), lead)) return null;
  if (LEVEL_WORD.test(between) && LEVEL_FROM.test(lead)) return { from: first, to: second, certain: true, before: lead };
  const listed = LIST_LINK.test(between) && /分别[^，。]{0,8}$/.test(lead);
  if (!listed || (beforeFirst && LIST_LINK.test(text.slice(beforeFirst.end, first.start)))) return null;
  const years = [...lead.matchAll(YEAR)].map((match) => Number(match[0])).slice(-2);
  if (years.length === 2 && years[0]! > years[1]!) return { from: second, to: first, certain: true, before: lead };
  return { from: first, to: second, certain: years.length === 2 && years[0]! < years[1]!, before: lead };
}

/** True when nothing but filler, or the metric's own name again, stands between the amounts and the word of change. */
function leadsOver(gap: string, lead: string): boolean {
  const rest = gap.replace(CHANGE_FILLER, '');
  return rest === '' || lead.replace(/\s+/g, '').includes(rest.replace(/\s+/g, ''));
}

function judgeChange(block: ProseBlock, pair: Pair, stated: FoundFigure): Finding | null {
  const from = readAmount(pair.from);
  const to = from && readAmount(pair.to, from.unit);
  if (!from || !to) return null;
  const printed = readAmount(stated)!;
  const forward = listChanges(from, to, stated);
  const changes = pair.certain ? forward : [...forward, ...listChanges(to, from, stated)];
  const held = changes.find((change) => overlaps(change.range, printed.printed));
  const sides = [pair.from, pair.to].map((figure) => placeInProse(block, figure.start, figure.end));
  if (held) {
    if (!isRate(from.unit) || held.formula !== 'difference' || isPoint(stated.unit)) return null;
    return {
      rule: 'points-called-rate',
      severity: 'warning',
      message: message('finding.points-called-rate', {
        stated: stated.text,
        from: pair.from.text,
        to: pair.to.text,
        right: asPoints(stated.text),
      }),
      expected: null,
      stated: stated.text,
      places: [
        {
          ...placeInProse(block, stated.start, stated.end),
          correction: { start: stated.start, before: stated.text, text: asPoints(stated.text) },
        },
        ...sides,
      ],
    };
  }
  const best = changes[0];
  if (!best) return null;
  const expected = fromFixedPoint(best.value, stated.decimals);
  const half = (printed.printed.high - printed.printed.low) / 2n;
  const slip = nameSlip(printed.value, best.value, half);
  return {
    rule: best.formula === 'growth' ? 'stated-growth' : 'stated-difference',
    severity: 'error',
    message: message(best.formula === 'growth' ? 'finding.stated-growth' : 'finding.stated-difference', {
      from: pair.from.text,
      to: pair.to.text,
      expected: printAmount(expected, stated.unit),
      stated: stated.text,
      slip: sayAlso(slip),
    }),
    expected,
    stated: stated.text,
    places: [placeOfWrongNumber(block, stated, expected), ...sides],
  };
}

/** 2.92% as what it is: 2.92 个百分点. */
function asPoints(text: string): string {
  return text.replace(/\s*[%％]$/, ' 个百分点');
}

/** What the stated number may be of the two amounts; the likeliest first. */
function listChanges(from: Amount, to: Amount, stated: FoundFigure): Change[] {
  const changes: Change[] = [];
  const rates = isRate(from.unit);
  if (isRate(stated.unit) ? rates : areComparable(from.unit, stated.unit)) {
    const target = rates ? from.unit : stated.unit;
    const a = convertAmount(from, target);
    const b = convertAmount(to, target);
    if (a && b) changes.push({ range: subtract(b.printed, a.printed), value: b.value - a.value, formula: 'difference' });
  }
  if (isRate(stated.unit) && !isPoint(stated.unit)) {
    const range = growthPercent(to.printed, from.printed);
    const base = from.value < 0n ? -from.value : from.value;
    if (range && base !== 0n) changes.push({ range, value: ((to.value - from.value) * 100n * SCALE) / base, formula: 'growth' });
  }
  return changes;
}
