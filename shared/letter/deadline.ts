import type { Deferral } from '../domain/deferral';
import type { LetterHeader } from '../domain/letter';
import { readDeadlineTerm, resolveDueDate } from './clock';
import type { TradingCalendar } from './tradingCalendar';

/**
 * The day by which a letter is to be answered: the date it names, else its term of days counted from the day of receipt, which is the
 * day of issue when nothing else is told. Null when the letter sets no term, or the calendar does not reach that far.
 */
export function findDueDate({ dueOn, dueText, receivedOn, issuedOn }: LetterHeader, calendar: TradingCalendar): string | null {
  if (dueOn !== null) return dueOn;
  const start = receivedOn ?? issuedOn;
  const term = dueText === null ? null : readDeadlineTerm(dueText);
  return start === null || term === null ? null : resolveDueDate(term, start, calendar);
}

/** The day that holds now: the newest date the deferrals reached, else the letter's own. */
export function findPresentDueDate(header: LetterHeader, deferrals: readonly Deferral[], calendar: TradingCalendar): string | null {
  return deferrals.findLast((deferral) => deferral.dueOn !== null)?.dueOn ?? findDueDate(header, calendar);
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The date of a moment in Asia/Shanghai, which has kept one offset since 1991. */
export function toShanghaiDate(moment: Date): string {
  return new Date(moment.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Date and minute of a moment in Asia/Shanghai: 2026-11-22 13:05. */
export function toShanghaiMinute(moment: Date): string {
  return new Date(moment.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
