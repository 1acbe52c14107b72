import { describe, expect, test } from 'vitest';
import type { Deferral } from '../domain/deferral';
import type { LetterHeader } from '../domain/letter';
import { findDueDate, findPresentDueDate, toShanghaiDate } from './deadline';
import { TRADING_CALENDAR } from './tradingCalendar';

const header = (part: Partial<LetterHeader>) => ({ dueOn: null, dueText: null, receivedOn: null, issuedOn: null, ...part }) as LetterHeader;
const due = (part: Partial<LetterHeader>) => findDueDate(header(part), TRADING_CALENDAR);
const deferral = (dueOn: string | null) => ({ dueOn }) as Deferral;

describe('a letter is due', () => {
  test('on the date it names', () => {
    expect(due({ dueOn: '2024-05-30', dueText: '在 2024 年 5 月 30 日前', receivedOn: '2024-05-22' })).toBe('2024-05-30');
  });

  test('when its term of days has run from the day of receipt, or else of issue', () => {
    expect(due({ dueText: '在 5 个交易日内书面回复我部', receivedOn: '2023-05-24', issuedOn: '2023-05-22' })).toBe('2023-05-31');
    expect(due({ dueText: '并在10个交易日内书面回复', issuedOn: '2026-09-24' })).toBe('2026-10-16');
    expect(due({ dueText: '在 30 日内', issuedOn: '2026-09-24' })).toBe('2026-10-24');
  });

  test('on no day that is known without a term, a start or a calendar that reaches it', () => {
    expect([
      due({ issuedOn: '2026-09-24' }),
      due({ dueText: '尽快', issuedOn: '2026-09-24' }),
      due({ dueText: '在 5 个交易日内' }),
      due({ dueText: '在 5 个交易日内', issuedOn: '2026-12-30' }),
    ]).toEqual([null, null, null, null]);
  });

  test('on the newest date a chain of deferrals reached', () => {
    const asked = header({ dueOn: '2024-05-30' });
    const present = (...dates: (string | null)[]) => findPresentDueDate(asked, dates.map(deferral), TRADING_CALENDAR);
    expect([present(), present('2024-06-06'), present('2024-06-06', null), present('2024-06-06', '2024-06-14')]).toEqual([
      '2024-05-30',
      '2024-06-06',
      '2024-06-06',
      '2024-06-14',
    ]);
  });
});

test('today is today in Shanghai', () => {
  expect([toShanghaiDate(new Date('2026-11-22T15:59:59Z')), toShanghaiDate(new Date('2026-11-22T16:00:00Z'))]).toEqual([
    '2026-11-22',
    '2026-11-23',
  ]);
});
