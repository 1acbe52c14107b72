const ZONE = 'Asia/Shanghai';

const timeOfDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const dayAndTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Time of day in Shanghai of an ISO time: 11:42:07. */
export function formatTimeOfDay(iso: string): string {
  return timeOfDay.format(new Date(iso));
}

/** Day and time in Shanghai of an ISO time: 2024-05-30 11:42. */
export function formatDayAndTime(iso: string): string {
  return dayAndTime.format(new Date(iso));
}

/** Today in Shanghai: 2024-05-30. */
export function todayInShanghai(now: Date): string {
  return dayAndTime.format(now).slice(0, 10);
}
