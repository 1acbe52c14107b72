import type { FoundFigure } from '../../figures/findFigures';
import type { MetricNames } from '../../figures/metricNames';
import { readPeriods } from '../../tables/inferPeriod';
import { getDimension } from '../../util/units';
import { type Amount, readAmount } from '../amount';
import { listSentences, type Passage } from '../prose/proseBlock';
import { BEFORE_METRIC, BEHIND_METRIC, COVERAGE_RATE, METRIC_END, NARROWED, NARROWED_BEHIND, RELATIVE_PERIOD } from './amountTerms';
import { plainPeriod } from './sameSeries';
import { countSignificantDigits } from './significantDigits';

/** Who says a number: the letter, the company, or a verifier. */
export type Speaker = 'letter' | 'company' | 'verifier';

/** A sentence's word for one number of the company: 2029 年度营业收入为 43,215.67 万元. Equal keys are one metric at one time. */
export type StatedAmount = { key: string; metric: string; passage: Passage; figure: FoundFigure; amount: Amount; speaker: Speaker };

/** Numbers of fewer digits are too coarse to contradict. */
const LEAST_DIGITS = 3;
const LONGEST_METRIC = 16;

/**
 * The numbers of a text whose sentence says in full what they are: a metric of the whole company and a time. Sentences that speak of a part, another
 * base or somebody else are passed over.
 */
export function readStatedAmounts(
  passage: Passage & { figures: readonly FoundFigure[] },
  speaker: Speaker,
  names: MetricNames,
): StatedAmount[] {
  if (passage.figures.length === 0) return [];
  return listSentences(passage).flatMap((sentence) => {
    let period = '';
    let from = sentence.start;
    return sentence.figures.flatMap((figure): StatedAmount[] => {
      const lead = passage.text.slice(from, figure.wordingStart).normalize('NFKC').replace(/\s+/g, '');
      from = figure.end;
      const periods = [...new Set(readPeriods(lead).map(plainPeriod))];
      const relative = RELATIVE_PERIOD.exec(lead)?.[0];
      if (periods.length > 1) period = '?';
      else period = periods[0] ?? relative ?? period;
      const metric = readMetric(lead);
      if (metric === null || period === '?' || !isExact(figure)) return [];
      // The share of a sample is its clause's own, whatever the clauses before it counted.
      const head = COVERAGE_RATE.test(metric) ? (lead.split(/[,，]/).at(-1) ?? '') : passage.text.slice(sentence.start, figure.start);
      if (NARROWED.test(head.replace(/\s+/g, '')) || NARROWED_BEHIND.test(passage.text.slice(figure.end))) return [];
      const place = period !== '' ? period : COVERAGE_RATE.test(metric) ? `question ${passage.questionId}` : null;
      if (place === null) return [];
      const name = [metric, ...names.listOthers(metric)].toSorted()[0]!;
      const key = `${getDimension(figure.unit) ?? figure.unit} ${place} ${name}`;
      return [{ key, metric, passage, figure, amount: readAmount(figure)!, speaker }];
    });
  });
}

function isExact(figure: FoundFigure): boolean {
  return figure.wording === '' && figure.unit !== '' && !figure.signByWords && countSignificantDigits(figure.value) >= LEAST_DIGITS;
}

/** The metric that the words right before a number name; null where they name none, or more. */
function readMetric(lead: string): string | null {
  let name = (lead.split(/[,，。；;:：、()（）“”]/).at(-1) ?? '').replace(RELATIVE_PERIOD, '');
  for (const period of readPeriods(name)) name = name.replace(period, '').replace(/截[至止]/, '');
  name = name.replace(/^(?:末|度)/, '');
  for (let rest = ''; rest !== name; ) {
    rest = name;
    name = name.replace(BEHIND_METRIC, '').replace(BEFORE_METRIC, '');
  }
  const short = name.replace(/金额$/, '');
  if (METRIC_END.test(short)) name = short;
  return name.length >= 2 && name.length <= LONGEST_METRIC && METRIC_END.test(name) && /^[\u4e00-\u9fa5A-Za-z]+$/.test(name) ? name : null;
}
