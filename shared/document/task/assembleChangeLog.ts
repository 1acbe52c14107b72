import type { OperationSummary, VersionSummary } from '../../domain/project';
import { createParagraph, type FilingBlock } from '../filingBlock';
import { toChineseDate } from '../filingWords';
import { makeListTable } from './makeListTable';
import { TASK_WORDS } from './taskWords';

/** What one person did at one time, or several times in a row. Times are clocks' in Shanghai. */
type Entry = { day: string; from: string; to: string; actor: string; what: string; count: number };

/**
 * The log of changes as a paper, from lists that begin with the newest: who did what, when, oldest first, with versions among them; a table for each day. What one person did several times in a
 * row is one line, what was undone is left out.
 */
export function assembleChangeLog(operations: readonly OperationSummary[], versions: readonly VersionSummary[]): FilingBlock[] {
  const events = [
    ...operations
      .filter(({ undone }) => !undone)
      .toReversed()
      .map(({ at, actor, label }) => ({ at, actor, what: label })),
    ...versions
      .toReversed()
      .map(({ at, actor, name, why }) => ({ at, actor, what: `${TASK_WORDS.version}：${name}${why === '' ? '' : `（${why}）`}` })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const days = new Map<string, Entry[]>();
  for (const { at, actor, what } of events) {
    const [day, time] = toShanghaiTime(at);
    const entries = days.get(day) ?? [];
    const last = entries.at(-1);
    if (last?.actor === actor && last.what === what) Object.assign(last, { to: time, count: last.count + 1 });
    else entries.push({ day, from: time, to: time, actor, what, count: 1 });
    days.set(day, entries);
  }
  return [
    createParagraph('Title', TASK_WORDS.changeLog),
    ...[...days].flatMap(([day, entries]): FilingBlock[] => [
      createParagraph('Heading2', toChineseDate(day)),
      makeListTable([[TASK_WORDS.time, TASK_WORDS.person, TASK_WORDS.what], ...entries.map(printEntry)]),
    ]),
  ];
}

function printEntry({ from, to, actor, what, count }: Entry): string[] {
  return [from === to ? from : `${from}—${to}`, actor, count === 1 ? what : `${what}${TASK_WORDS.times(count)}`];
}

/** A moment's day and time as clocks in Shanghai show them: UTC+8 all year. */
function toShanghaiTime(at: string): [day: string, time: string] {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return [local.slice(0, 10), local.slice(11, 16)];
}
