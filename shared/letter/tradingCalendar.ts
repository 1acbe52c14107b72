import shippedCalendar from '../../assets/trading-calendar.json';

/**
 * When the exchanges trade and offices work, between two ISO dates inclusive. Weekends never trade. `closedWeekdays` are Mondays to Fridays without
 * trading, `workingWeekends` weekend days worked in exchange for a holiday, `workingClosedWeekdays` working days without trading.
 */
export type TradingCalendar = {
  from: string;
  to: string;
  source: string;
  closedWeekdays: readonly string[];
  workingWeekends: readonly string[];
  workingClosedWeekdays: readonly string[];
};

/** The calendar that comes with the program (assets/trading-calendar.json); a file of this shape beside the user's settings takes its place. */
export const TRADING_CALENDAR: TradingCalendar = shippedCalendar;

const DATE_LISTS = ['closedWeekdays', 'workingWeekends', 'workingClosedWeekdays'] as const;

/** A calendar from a file the user chose, already parsed as JSON; null when it is not one: a date missing, impossible, or outside its range. */
export function readTradingCalendar(value: unknown): TradingCalendar | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Record<string, unknown>;
  const { from, to, source } = fields;
  if (!isIsoDate(from) || !isIsoDate(to) || from > to || typeof source !== 'string') return null;
  const lists = DATE_LISTS.map((name) => fields[name] ?? []);
  if (!lists.every((list): list is string[] => Array.isArray(list) && list.every((date) => isIsoDate(date) && date >= from && date <= to)))
    return null;
  const [closedWeekdays, workingWeekends, workingClosedWeekdays] = lists as [string[], string[], string[]];
  return { from, to, source, closedWeekdays, workingWeekends, workingClosedWeekdays };
}

function isIsoDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
