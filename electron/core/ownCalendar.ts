import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/ipc/errors';
import { readTradingCalendar, type TradingCalendar } from '../../shared/letter/tradingCalendar';

/** A user's own calendar, beside the program's settings; assets/trading-calendar.json is its pattern. */
export const CALENDAR_FILE = 'trading-calendar.json';

let folder: string | null = null;

/** Says where the settings are. One core runs in a process. */
export function lookForCalendarIn(stateFolder: string): void {
  folder = stateFolder;
}

/** The user's own trading calendar, read anew so that a changed file counts at once; undefined when there is none. Throws calendar-broken. */
export function readOwnCalendar(): TradingCalendar | undefined {
  const path = folder === null ? null : join(folder, CALENDAR_FILE);
  if (path === null || !existsSync(path)) return undefined;
  const calendar = readTradingCalendar(parse(readFileSync(path, 'utf8')));
  if (calendar === null) throw new AppError('calendar-broken', { file: path });
  return calendar;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no calendar either: the caller says so.
    return null;
  }
}
