import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, countDays, countTradingDays, isTradingDay, readDeadlineTerm, resolveDueDate, tradingDaysLeft } from './clock';
import { readTradingCalendar, TRADING_CALENDAR } from './tradingCalendar';

const calendar = TRADING_CALENDAR;

describe('trading days from receipt to the due date', () => {
  test.each([
    ['2019-05-22', '2019-05-29', 5],
    ['2023-05-24', '2023-05-31', 5],
    ['2022-05-16', '2022-05-27', 9],
    ['2022-05-27', '2022-06-10', 9],
    ['2023-06-02', '2023-06-15', 9],
    ['2023-06-15', '2023-06-29', 8],
    ['2024-05-22', '2024-06-04', 9],
    ['2024-02-08', '2024-02-19', 1],
    ['2026-02-13', '2026-02-24', 1],
    ['2024-05-22', '2024-05-22', 0],
  ])('from %s to %s are %i', (received, due, days) => {
    expect(countTradingDays(received, due, calendar)).toBe(days);
  });

  test('beyond the calendar are not known', () => {
    expect(countTradingDays('2026-12-30', '2027-01-06', calendar)).toBeNull();
    expect(addDays('trading', '2026-12-30', 5, calendar)).toBeNull();
    expect(isTradingDay('2017-12-29', calendar)).toBeNull();
  });
});

test('the three kinds of days give three due dates', () => {
  const term = (kind: 'trading' | 'working' | 'natural') => addDays(kind, '2024-02-07', 5, calendar);
  expect([term('natural'), term('working'), term('trading')]).toEqual(['2024-02-12', '2024-02-20', '2024-02-22']);
});

test('weekends worked for a holiday are working days and never trading days', () => {
  for (const date of ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']) {
    expect([isTradingDay(date, calendar), addDays('working', previousDay(date), 1, calendar)]).toEqual([false, date]);
  }
});

test('days left count from tomorrow to the due date, are 0 on it and negative behind it', () => {
  const left = (today: string) => tradingDaysLeft(today, '2024-05-30', calendar);
  expect([left('2024-05-24'), left('2024-05-25'), left('2024-05-30'), left('2024-05-31'), left('2024-06-03')]).toEqual([4, 4, 0, -1, -2]);
});

test('adding the days counted leads to the due date when it is a trading day', () => {
  const day = fc
    .integer({ min: 0, max: 3200 })
    .map((offset) => new Date(Date.UTC(2018, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), fc.constantFrom('trading', 'working', 'natural'), (start, count, kind) => {
      const end = addDays(kind, start, count, calendar);
      if (end !== null) expect(countDays(kind, start, end, calendar)).toBe(count);
    }),
  );
});

test.each([
  ['在 2024 年 5 月 30 日前', { type: 'date', namesInclusion: false }],
  ['于 5 月 18 日（含）前', { type: 'date', namesInclusion: true }],
  ['于 5 月 18 日之前', { type: 'date', namesInclusion: false }],
  ['在 5 个交易日内', { type: 'days', kind: 'trading', count: 5 }],
  ['在十个交易日内', { type: 'days', kind: 'trading', count: 10 }],
  ['在 30 个工作日内', { type: 'days', kind: 'working', count: 30 }],
  ['在 30 日内', { type: 'days', kind: 'natural', count: 30 }],
  ['在二十五个工作日内', { type: 'days', kind: 'working', count: 25 }],
  ['在一个月内', { type: 'months', count: 1 }],
  ['尽快', null],
])('the wording %s is told apart', (words, term) => {
  expect(readDeadlineTerm(words)).toEqual(term);
});

test('a term of days or months becomes a date, a date term does not', () => {
  expect(resolveDueDate({ type: 'days', kind: 'trading', count: 5 }, '2019-05-22', calendar)).toBe('2019-05-29');
  expect(resolveDueDate({ type: 'months', count: 1 }, '2024-01-31', calendar)).toBe('2024-02-29');
  expect(resolveDueDate({ type: 'months', count: 2 }, '2023-12-15', calendar)).toBe('2024-02-15');
  expect(resolveDueDate({ type: 'date', namesInclusion: false }, '2019-05-22', calendar)).toBeNull();
});

describe('a calendar of the user’s own', () => {
  test('is read, lists it leaves out being empty', () => {
    const own = { from: '2027-01-01', to: '2027-12-31', source: '交易所公告', closedWeekdays: ['2027-01-01'] };
    expect(readTradingCalendar(own)).toEqual({ ...own, workingWeekends: [], workingClosedWeekdays: [] });
    expect(readTradingCalendar(JSON.parse(JSON.stringify(TRADING_CALENDAR)))).toEqual(TRADING_CALENDAR);
  });

  test.each([
    null,
    [],
    { from: '2027-01-01', to: '2026-01-01', source: '', closedWeekdays: [] },
    { from: '2027-01-01', to: '2027-12-31', source: '', closedWeekdays: ['2027-02-30'] },
    { from: '2027-01-01', to: '2027-12-31', source: '', closedWeekdays: ['2028-01-03'] },
    { from: '2027-01-01', to: '2027-12-31', closedWeekdays: [] },
  ])('is refused when it is not one: %j', (value) => {
    expect(readTradingCalendar(value)).toBeNull();
  });

  test('that ships lists weekdays as closed and weekends as worked', () => {
    const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
    expect(calendar.closedWeekdays.filter((date) => weekday(date) % 6 === 0)).toEqual([]);
    expect(calendar.workingWeekends.filter((date) => weekday(date) % 6 !== 0)).toEqual([]);
  });
});

function previousDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
