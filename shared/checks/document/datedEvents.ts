import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { DATED_ACTS, ISSUED_TITLE, PRINTED_DATE } from './documentTerms';
import { addTo } from '../../util/multimap';

/** `date` is plain (2024-5-31., 2024-5-), `printed` as the text has it; `parts` are what makes it one event with another. */
type Event = { kind: string; parts: string[]; act: string; date: string; printed: string; block: ProseBlock; start: number; end: number };

/**
 * One event dated twice: the same issuer publishes the same title, the same meeting is held, the same company is founded or the same contract is signed
 * in different months, or on different days of one month. A contract's title may be another contract's too, so that it is only a doubt.
 */
export function checkDatedEvents(prose: readonly ProseBlock[]): Finding[] {
  const events = new Map<string, Event[]>();
  for (const block of prose) {
    for (const event of listEvents(block)) {
      const key = `${event.kind} ${event.parts.join('《')}`;
      addTo(events, key, event);
    }
  }
  return [...events.values()].flatMap((same): Finding[] => {
    const first = same[0]!;
    const other = same.find((event) => !event.date.startsWith(first.date) && !first.date.startsWith(event.date));
    if (!other) return [];
    const dates = { first: first.printed, second: other.printed };
    return [
      {
        rule: 'event-dated-twice',
        severity: first.kind === 'signed' || first.kind === 'received' ? 'warning' : 'error',
        message:
          first.kind === 'issued'
            ? message('finding.event-dated-twice', { issuer: first.parts[0]!, title: first.parts[1]!, ...dates })
            : message('finding.act-dated-twice', { act: first.act, ...dates }),
        expected: null,
        stated: other.printed,
        places: [first, other].map((event) => placeInProse(event.block, event.start, event.end)),
      },
    ];
  });
}

function listEvents(block: ProseBlock): Event[] {
  if (!/(?:19|20)\d\d/.test(block.text)) return [];
  const issued = !block.text.includes('《') ? [] : [...block.text.matchAll(ISSUED_TITLE)].map((match) => readIssued(block, match));
  const acts = DATED_ACTS.flatMap(({ kind, hint, pattern }) =>
    !hint.test(block.text)
      ? []
      : [...block.text.matchAll(pattern)].map((match): Event => {
          const { year, month, day, ...named } = match.groups!;
          const parts = Object.values(named).flatMap((part) => (part === undefined ? [] : [squash(part)]));
          const printed = /(?:19|20)\d\d\s{0,2}年\s{0,2}\d{1,2}\s{0,2}月(?:\s{0,2}\d{1,2}\s{0,2}日)?/.exec(match[0])![0];
          return { kind, parts, act: parts.join(' '), date: plainDate(year!, month!, day), printed, block, ...spanOf(match) };
        }),
  );
  return [...issued, ...acts];
}

function readIssued(block: ProseBlock, match: RegExpMatchArray): Event {
  const [whole, year, month, day, issuer, title] = match;
  return {
    kind: 'issued',
    parts: [squash(issuer!), squash(title!)],
    act: squash(title!),
    date: plainDate(year!, month!, day),
    printed: PRINTED_DATE.exec(whole)![0],
    block,
    ...spanOf(match),
  };
}

function spanOf(match: RegExpMatchArray): { start: number; end: number } {
  return { start: match.index!, end: match.index! + match[0].length };
}

function plainDate(year: string, month: string, day: string | undefined): string {
  return `${year}-${Number(month)}-${day ? `${Number(day)}.` : ''}`;
}

function squash(text: string): string {
  return text.replace(/\s+/g, '');
}
