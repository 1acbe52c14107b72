import { createParagraph, type FilingBlock } from '../filingBlock';
import { toChineseDate } from '../filingWords';
import type { Work } from './listWork';
import { makeListTable } from './makeListTable';
import { STATUS_WORDS, TASK_WORDS } from './taskWords';

/** 任务单: what one owner is asked for, item by item, with the fields of data and the day. */
export function assembleTask(owner: string, company: string, works: readonly Work[], dueOn: string | null): FilingBlock[] {
  const rows = works.map((work) => [
    nameShort(work),
    work.text,
    work.fields.join('、') || TASK_WORDS.nothing,
    work.dueOn ?? dueOn ?? TASK_WORDS.soon,
  ]);
  return [
    createParagraph('Title', `${TASK_WORDS.task}（${owner}）`),
    createParagraph('ReplyBody', TASK_WORDS.intro(owner, company)),
    makeListTable([[TASK_WORDS.item, TASK_WORDS.asked, TASK_WORDS.fields, TASK_WORDS.due], ...rows]),
  ];
}

/**
 * 谁还欠什么、何时交, on one page: everything not final on that day, by the day it is due and then by who has it; a line each as long as a page has room,
 * else a line for each owner and day.
 */
export function assembleOwed(works: readonly Work[], today: string): FilingBlock[] {
  const owed = works
    .filter(({ status }) => status !== 'final')
    .toSorted((a, b) => compare(a.dueOn ?? LAST, b.dueOn ?? LAST) || compare(a.owner ?? LAST, b.owner ?? LAST));
  const late = owed.filter(({ dueOn }) => isLate(dueOn, today)).length;
  return [
    createParagraph('Title', TASK_WORDS.owed),
    createParagraph('ReplyBody', TASK_WORDS.owedIntro(toChineseDate(today), owed.length, late)),
    makeListTable(owed.length <= MOST_LINES ? listEach(owed, today) : listByOwner(owed, today)),
  ];
}

/** Lines one page has room for. */
const MOST_LINES = 26;

function listEach(owed: readonly Work[], today: string): string[][] {
  const rows = owed.map((work) => [
    work.owner ?? TASK_WORDS.nobody,
    nameShort(work),
    shorten(work.gist),
    STATUS_WORDS[work.status],
    sayDue(work.dueOn, today),
  ]);
  return [[TASK_WORDS.owner, TASK_WORDS.item, TASK_WORDS.asked, TASK_WORDS.status, TASK_WORDS.due], ...rows];
}

function listByOwner(owed: readonly Work[], today: string): string[][] {
  const groups = groupBy(owed, ({ owner, dueOn }) => JSON.stringify([owner, dueOn]));
  const rows = [...groups.values()].map((works) => [
    works[0]!.owner ?? TASK_WORDS.nobody,
    sayDue(works[0]!.dueOn, today),
    String(works.length),
    [...groupBy(works, ({ status }) => status)]
      .map(([status, own]) => `${STATUS_WORDS[status]}：${own.map(nameShort).join('、')}`)
      .join('；'),
  ]);
  return [[TASK_WORDS.owner, TASK_WORDS.due, TASK_WORDS.count, TASK_WORDS.item], ...rows];
}

function groupBy<Key>(works: readonly Work[], nameOf: (work: Work) => Key): Map<Key, Work[]> {
  const groups = new Map<Key, Work[]>();
  for (const work of works) groups.set(nameOf(work), [...(groups.get(nameOf(work)) ?? []), work]);
  return groups;
}

function sayDue(dueOn: string | null, today: string): string {
  if (dueOn === null) return TASK_WORDS.nothing;
  return isLate(dueOn, today) ? `${dueOn}${TASK_WORDS.late}` : dueOn;
}

function isLate(dueOn: string | null, today: string): boolean {
  return dueOn !== null && dueOn < today;
}

/** 1（2） under a head that says 问题. */
function nameShort({ name }: Work): string {
  return name.replace(TASK_WORDS.question(''), '');
}

/** The list a verifier gets with the papers: exactly the items put to it, in the letter's order. */
export function assemblePacket(role: string, works: readonly Work[]): FilingBlock[] {
  const rows = works.map((work) => [nameShort(work), work.text, STATUS_WORDS[work.status]]);
  return [
    createParagraph('Title', `${TASK_WORDS.packet}（${role}）`),
    createParagraph('ReplyBody', TASK_WORDS.packetIntro(role)),
    makeListTable([[TASK_WORDS.item, TASK_WORDS.asked, TASK_WORDS.status], ...rows]),
  ];
}

/** Sorts after every date and name. */
const LAST = '\uffff';
const LONGEST_ASK = 15;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_ASK ? `${line.slice(0, LONGEST_ASK)}…` : line;
}
