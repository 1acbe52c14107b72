import { readNumeral } from './numerals';

const CHINESE_YEAR_DIGITS = '〇一二三四五六七八九';
const DATE =
  /(?:(20\d\d|二[〇○零Ｏ０][〇○零Ｏ０一二三四五六七八九]{2}) ?年 ?)?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?日/g;

/** A date as printed: `iso` is null when the year is not printed (see `resolveYear`); `start`-`end` is its place. */
export type PrintedDate = { iso: string | null; month: number; day: number; start: number; end: number };

/** Dates printed as 2024 年 5 月 30 日, 5 月 30 日 or 二〇二四年五月三十日, in order; impossible ones are left out. */
export function findDates(text: string): PrintedDate[] {
  const dates: PrintedDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const month = readNumeral(match[2]!);
    const day = readNumeral(match[3]!);
    if (month === null || day === null) continue;
    const year = match[1] === undefined ? null : readYear(match[1]);
    if (!isCalendarDay(year ?? 2024, month, day)) continue;
    const iso = year === null ? null : toIsoDate(year, month, day);
    dates.push({ iso, month, day, start: match.index, end: match.index + match[0].length });
  }
  return dates;
}

/** The first day at or after `base` with this month and day: what 5 月 28 日前 means in a letter of 2020-04-22. Null without a base. */
export function resolveYear(date: PrintedDate, base: string | null): string | null {
  if (date.iso !== null) return date.iso;
  if (base === null) return null;
  const year = Number(base.slice(0, 4));
  const same = toIsoDate(year, date.month, date.day);
  const resolved = same >= base ? year : year + 1;
  return isCalendarDay(resolved, date.month, date.day) ? toIsoDate(resolved, date.month, date.day) : null;
}

function readYear(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed);
  return Number(
    printed.replace(/[○零Ｏ０]/g, '〇').replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_YEAR_DIGITS.indexOf(digit))),
  );
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1;
}

function toIsoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
