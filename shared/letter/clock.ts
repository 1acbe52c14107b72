import { assert } from '../util/assert';
import { readNumeral } from './numerals';
import type { TradingCalendar } from './tradingCalendar';

/** 交易日, 工作日, 自然日: three kinds of days that are never mixed. */
export type DayKind = 'trading' | 'working' | 'natural';

/** A deadline as worded: a date (and whether 前 includes the day itself in words), or a number of days or months from receipt. */
export type DeadlineTerm =
  | { type: 'date'; namesInclusion: boolean }
  | { type: 'days'; kind: DayKind; count: number }
  | { type: 'months'; count: number };

const DAY_MS = 86_400_000;

/**
 * Days of a kind from `received` to `due`: the day of receipt is not counted, the due date is; 0 when they are the same day, negative when
 * `due` lies before. Dates are ISO. Null when the calendar does not reach that far.
 */
export function countDays(kind: DayKind, received: string, due: string, calendar: TradingCalendar): number | null {
  const [start, end] = [toDayNumber(received), toDayNumber(due)];
  if (kind === 'natural') return end - start;
  if (!covers(calendar, received) || !covers(calendar, due)) return null;
  const isCounted = makeDayTest(kind, calendar);
  let count = 0;
  for (let day = Math.min(start, end) + 1; day <= Math.max(start, end); day++) if (isCounted(day)) count++;
  return end >= start ? count : -count;
}

/** Trading days from the day of receipt to the due date: 2024-05-22 to 2024-06-04 is 9. Null beyond the calendar. */
export function countTradingDays(received: string, due: string, calendar: TradingCalendar): number | null {
  return countDays('trading', received, due, calendar);
}

/** The day on which a period of `count` days of a kind ends that begins on the day after `start`. Null beyond the calendar. */
export function addDays(kind: DayKind, start: string, count: number, calendar: TradingCalendar): string | null {
  assert(Number.isInteger(count) && count >= 0, 'a period has a whole number of days');
  const from = toDayNumber(start);
  if (kind === 'natural') return toIsoDate(from + count);
  if (!covers(calendar, start)) return null;
  const isCounted = makeDayTest(kind, calendar);
  let left = count;
  for (let day = from + 1; left > 0; day++) {
    if (!covers(calendar, toIsoDate(day))) return null;
    if (isCounted(day) && --left === 0) return toIsoDate(day);
  }
  return start;
}

/** Trading days that remain after today until the due date, the due date included: 0 on the day itself, negative when it has passed. */
export function tradingDaysLeft(today: string, due: string, calendar: TradingCalendar): number | null {
  return countDays('trading', today, due, calendar);
}

/** True on a day on which the exchanges trade; null outside the calendar. */
export function isTradingDay(date: string, calendar: TradingCalendar): boolean | null {
  return covers(calendar, date) ? makeDayTest('trading', calendar)(toDayNumber(date)) : null;
}

const KINDS: readonly (readonly [RegExp, DayKind])[] = [
  [/交易日/, 'trading'],
  [/工作日/, 'working'],
  [/自然日|日|天/, 'natural'],
];

/** What a deadline's wording says: 5 个交易日内, 三十个工作日内, 30 日内, 一个月内, 5 月 30 日前, 5 月 30 日（含）前. Null for other words. */
export function readDeadlineTerm(dueText: string): DeadlineTerm | null {
  if (/日\s*(?:[（(]含[^）)]{0,4}[）)])?\s*(?:之?前|以前|[（(]含[）)]前)/.test(dueText))
    return { type: 'date', namesInclusion: /含/.test(dueText) };
  const term = /(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*个?\s*(交易日|工作日|自然日|日|天|月)之?内/.exec(dueText);
  if (!term) return null;
  const count = /^\d+$/.test(term[1]!) ? Number(term[1]) : readNumeral(term[1]!.replace('两', '二'));
  if (count === null) return null;
  const kind = KINDS.find(([pattern]) => pattern.test(term[2]!))?.[1];
  return kind === undefined ? { type: 'months', count } : { type: 'days', kind, count };
}

/** The last day to answer under a term of days or months, counted from the day of receipt; null for a date term or beyond the calendar. */
export function resolveDueDate(term: DeadlineTerm, received: string, calendar: TradingCalendar): string | null {
  if (term.type === 'months') return addMonths(received, term.count);
  return term.type === 'days' ? addDays(term.kind, received, term.count, calendar) : null;
}

/** The same day of a later month, or that month's last day. */
function addMonths(start: string, count: number): string {
  const [year, month, day] = start.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(day, last))).toISOString().slice(0, 10);
}

function makeDayTest(kind: 'trading' | 'working', calendar: TradingCalendar): (day: number) => boolean {
  const closed = new Set(calendar.closedWeekdays.map(toDayNumber));
  if (kind === 'trading') return (day) => !isWeekend(day) && !closed.has(day);
  const worked = new Set([...calendar.workingWeekends, ...calendar.workingClosedWeekdays].map(toDayNumber));
  return (day) => worked.has(day) || (!isWeekend(day) && !closed.has(day));
}

function covers(calendar: TradingCalendar, date: string): boolean {
  return date >= calendar.from && date <= calendar.to;
}

/** 1970-01-01 was a Thursday. */
function isWeekend(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

function toDayNumber(date: string): number {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  assert(/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(milliseconds), `a date is ISO: ${date}`);
  return milliseconds / DAY_MS;
}

function toIsoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
