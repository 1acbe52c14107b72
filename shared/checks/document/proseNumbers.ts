import type { QuestionId } from '../../domain/ids';
import type { FoundFigure } from '../../figures/findFigures';
import type { Amount } from '../amount';
import { isOneSlipAway } from './textAgainstTable';

type ProseNumber = { questionId: QuestionId; figure: FoundFigure };

/** Digits by which a number is found again. */
const DIGITS = 4;

/** The numbers of all replies, found by an amount that prints as they do or is a usual slip away: which texts a changed cell may concern. */
export class ProseNumbers {
  readonly #byDigits = new Map<string, Set<ProseNumber>>();
  readonly #ofReply = new Map<QuestionId, ProseNumber[]>();

  /** Takes the numbers of a question and its reply in, or in again. */
  put(questionId: QuestionId, figures: readonly FoundFigure[]): void {
    this.remove(questionId);
    const numbers = figures.map((figure) => ({ questionId, figure }));
    for (const number of numbers) {
      for (const key of listKeys(readDigits(number.figure.value))) {
        const others = this.#byDigits.get(key);
        if (others) others.add(number);
        else this.#byDigits.set(key, new Set([number]));
      }
    }
    this.#ofReply.set(questionId, numbers);
  }

  remove(questionId: QuestionId): void {
    for (const number of this.#ofReply.get(questionId) ?? []) {
      for (const key of listKeys(readDigits(number.figure.value))) this.#byDigits.get(key)?.delete(number);
    }
    this.#ofReply.delete(questionId);
  }

  /** The replies with a number that may be meant by one of the amounts. */
  listConcerned(amounts: readonly Amount[]): Set<QuestionId> {
    const concerned = new Set<QuestionId>();
    for (const amount of amounts) {
      const digits = readDigits((amount.value < 0n ? -amount.value : amount.value).toString());
      for (const key of new Set(listVariants(digits).flatMap(listKeys))) {
        for (const { questionId, figure } of this.#byDigits.get(key) ?? []) {
          if (!concerned.has(questionId) && isOneSlipAway(amount, figure)) concerned.add(questionId);
        }
      }
    }
    return concerned;
  }
}

/** The first significant digits: 0.0512 is 5120. */
function readDigits(value: string): string {
  return value.replace(/[-.]/g, '').replace(/^0+/, '').slice(0, DIGITS).padEnd(DIGITS, '0');
}

/** The digits with each of them left out in turn. */
function listKeys(digits: string): string[] {
  return Array.from(digits, (_, at) => `${digits.slice(0, at)}*${digits.slice(at + 1)}`);
}

/** The digits as they may be after rounding, or with two of them exchanged. */
function listVariants(digits: string): string[] {
  const around = [-1, 0, 1].map((step) =>
    String(Number(digits) + step)
      .padEnd(DIGITS, '0')
      .slice(0, DIGITS),
  );
  const exchanged = Array.from(
    { length: DIGITS - 1 },
    (_, at) => `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`,
  );
  return [...around, ...exchanged];
}
