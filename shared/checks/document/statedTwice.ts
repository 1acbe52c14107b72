import type { Finding } from '../../domain/finding';
import type { QuestionId } from '../../domain/ids';
import { message } from '../../domain/message';
import { convertAmount } from '../amount';
import { overlaps } from '../interval';
import { placeInProse, placeOfWrongNumber } from '../prose/proseBlock';
import { nameSlip, sayAlso } from '../slips';
import type { StatedAmount } from './readStatedAmounts';

/** The numbers the texts state in full, by metric and time, and where two of them cannot both be right. A text that changes costs its own numbers only. */
export class StatedTwice {
  readonly #byKey = new Map<string, Set<StatedAmount>>();
  readonly #ofReply = new Map<QuestionId, readonly StatedAmount[]>();
  readonly #contested = new Set<string>();

  /** Takes the numbers of a question and its reply in, or in again. */
  put(questionId: QuestionId, stated: readonly StatedAmount[]): void {
    this.remove(questionId);
    for (const each of stated) this.#of(each.key).add(each);
    this.#ofReply.set(questionId, stated);
    this.#judge(stated);
  }

  remove(questionId: QuestionId): void {
    const stated = this.#ofReply.get(questionId) ?? [];
    for (const each of stated) this.#byKey.get(each.key)?.delete(each);
    this.#ofReply.delete(questionId);
    this.#judge(stated);
  }

  /** What contradicts, in the order of the replies, whatever was put in last. */
  listFindings(order: readonly QuestionId[]): Finding[] {
    const rank = new Map<StatedAmount, number>();
    for (const questionId of order) for (const each of this.#ofReply.get(questionId) ?? []) rank.set(each, rank.size);
    const found = [...this.#contested].flatMap((key) => {
      const stated = [...this.#of(key)].toSorted((a, b) => rank.get(a)! - rank.get(b)!);
      const finding = judge(stated);
      return finding ? [{ finding, at: rank.get(stated[0]!)! }] : [];
    });
    return found.toSorted((a, b) => a.at - b.at).map(({ finding }) => finding);
  }

  #of(key: string): Set<StatedAmount> {
    const known = this.#byKey.get(key) ?? new Set();
    this.#byKey.set(key, known);
    return known;
  }

  #judge(stated: readonly StatedAmount[]): void {
    for (const key of new Set(stated.map((each) => each.key))) {
      if (judge([...this.#of(key)])) this.#contested.add(key);
      else this.#contested.delete(key);
    }
  }
}

/** One metric at one time with two values; with more it is no one metric, but a sentence that is repeated for many things. */
function judge(stated: readonly StatedAmount[]): Finding | null {
  const groups: StatedAmount[][] = [];
  for (const each of stated) {
    const group = groups.find(([other]) => agrees(each, other!));
    if (group) group.push(each);
    else groups.push([each]);
  }
  if (groups.length !== 2) return null;
  // What is said more often is likelier meant; the letter's text is not ours to change.
  const weight = (group: readonly StatedAmount[]) => group.length + (group.some(({ speaker }) => speaker === 'letter') ? 1000 : 0);
  const [right, wrong] = groups.toSorted((a, b) => weight(b) - weight(a));
  const [first, second] = [right![0]!, wrong![0]!];
  const slip = findSlip(first, second);
  const isVerifying = first.speaker !== second.speaker && [first, second].some(({ speaker }) => speaker === 'verifier');
  // A verifier's mistyped number of its own question is told by the rule of verifiers' numbers.
  if (isVerifying && slip && first.passage.questionId === second.passage.questionId) return null;
  const isSure = slip !== null && !isVerifying && first.speaker !== 'letter' && !/截[至止]|报告期/.test(first.key);
  return {
    rule: 'stated-twice',
    severity: isSure ? 'error' : 'warning',
    message: message('finding.stated-twice', {
      metric: second.metric,
      first: first.figure.text,
      second: second.figure.text,
      slip: sayAlso(slip),
    }),
    expected: null,
    stated: second.figure.text,
    places: [
      slip && first.figure.unit === second.figure.unit
        ? placeOfWrongNumber(second.passage, second.figure, first.figure.value)
        : placeInProse(second.passage, second.figure.start, second.figure.end),
      placeInProse(first.passage, first.figure.start, first.figure.end),
    ],
  };
}

function agrees(a: StatedAmount, b: StatedAmount): boolean {
  const other = convertAmount(b.amount, a.amount.unit);
  return other !== null && overlaps(a.amount.printed, other.printed);
}

function findSlip(a: StatedAmount, b: StatedAmount) {
  const expected = convertAmount(a.amount, b.amount.unit);
  return expected && nameSlip(b.amount.value, expected.value, (b.amount.printed.high - b.amount.printed.low) / 2n);
}
