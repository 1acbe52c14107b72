import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { ISSUED_TITLE, PRINTED_DATE } from './documentTerms';

/** `date` is plain (2024-5-31, 2024-5-), `printed` as the text has it. */
type Event = { issuer: string; title: string; date: string; printed: string; block: ProseBlock; start: number; end: number };

/** One act dated twice: the same issuer publishes the same title in different months, or on different days of one month. */
export function checkDatedEvents(prose: readonly ProseBlock[]): Finding[] {
  const events = new Map<string, Event[]>();
  for (const block of prose) {
    if (!block.text.includes('《')) continue;
    for (const match of block.text.matchAll(ISSUED_TITLE)) {
      const [whole, year, month, day, issuer, title] = match;
      const date = `${year}-${Number(month)}-${day ? `${Number(day)}.` : ''}`;
      const printed = PRINTED_DATE.exec(whole)![0];
      const event = {
        issuer: squash(issuer!),
        title: squash(title!),
        date,
        printed,
        block,
        start: match.index,
        end: match.index + whole.length,
      };
      const key = `${event.issuer}《${event.title}》`;
      events.set(key, [...(events.get(key) ?? []), event]);
    }
  }
  return [...events.values()].flatMap((same) => {
    const first = same[0]!;
    const other = same.find((event) => !event.date.startsWith(first.date) && !first.date.startsWith(event.date));
    if (!other) return [];
    return [
      {
        rule: 'event-dated-twice',
        severity: 'error' as const,
        message: message('finding.event-dated-twice', {
          issuer: first.issuer,
          title: first.title,
          first: first.printed,
          second: other.printed,
        }),
        expected: null,
        stated: other.printed,
        places: [first, other].map((event) => placeInProse(event.block, event.start, event.end)),
      },
    ];
  });
}

function squash(text: string): string {
  return text.replace(/\s+/g, '');
}
