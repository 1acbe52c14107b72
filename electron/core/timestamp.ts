/** How far behind the last stamp the clock may stand before it counts as set back, in milliseconds. */
const SET_BACK_MS = 60_000;

let last = 0;

/**
 * The present time, ISO 8601 in UTC with milliseconds. Never the same twice in one process: what is ordered by its time
 * (decisions, remarks, exchanges) keeps the order it happened in, also where two things happen within one millisecond.
 */
export function timestamp(): string {
  const clock = Date.now();
  last = clock > last || last - clock > SET_BACK_MS ? clock : last + 1;
  return new Date(last).toISOString();
}
