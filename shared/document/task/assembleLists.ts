import type { OperationSummary, VersionSummary } from '../../domain/project';
import { buildTextTable } from '../buildTextTable';
import { createParagraph, type FilingBlock } from '../filingBlock';
import { layOutTable } from '../layOutTable';
import { assertNever } from '../../util/assert';
import type { Work } from './listWork';
import { STATUS_WORDS, TASK_WORDS } from './taskWords';

/** 任务单: what one owner is asked for, item by item, with the fields of data and the day. */
export function assembleTask(owner: string, company: string, works: readonly Work[], dueOn: string | null): FilingBlock[] {
  const rows = works.map((work) => [work.name, work.text, work.fields.join('、'), work.dueOn ?? dueOn ?? TASK_WORDS.soon]);
  return [
    createParagraph('Title', `${TASK_WORDS.task}（${owner}）`),
    createParagraph('ReplyBody', TASK_WORDS.intro(owner, company)),
    ...makeTable([[TASK_WORDS.item, TASK_WORDS.asked, TASK_WORDS.fields, TASK_WORDS.due], ...rows]),
  ];
}

/** 谁还欠什么、何时交: everything not final, by the day it is due and then by who has it. */
export function assembleOwed(works: readonly Work[]): FilingBlock[] {
  const owed = works
    .filter(({ status }) => status !== 'final')
    .toSorted((a, b) => compare(a.dueOn ?? LAST, b.dueOn ?? LAST) || compare(a.owner ?? LAST, b.owner ?? LAST));
  const rows = owed.map((work) => [
    work.owner ?? TASK_WORDS.nobody,
    work.name,
    shorten(work.text),
    STATUS_WORDS[work.status],
    work.dueOn ?? '',
  ]);
  return [
    createParagraph('Title', TASK_WORDS.owed),
    ...makeTable([[TASK_WORDS.owner, TASK_WORDS.item, TASK_WORDS.asked, TASK_WORDS.status, TASK_WORDS.due], ...rows]),
  ];
}

/** The list a verifier gets with the papers: exactly the items put to it, in the letter's order. */
export function assemblePacket(role: string, works: readonly Work[]): FilingBlock[] {
  const rows = works.map((work) => [work.name, work.text, STATUS_WORDS[work.status]]);
  return [
    createParagraph('Title', `${TASK_WORDS.packet}（${role}）`),
    createParagraph('ReplyBody', TASK_WORDS.packetIntro(role)),
    ...makeTable([[TASK_WORDS.item, TASK_WORDS.asked, TASK_WORDS.status], ...rows]),
  ];
}

/** The log of changes as a paper: who did what, when, oldest first, with versions among them. What was undone is left out. */
export function assembleChangeLog(operations: readonly OperationSummary[], versions: readonly VersionSummary[]): FilingBlock[] {
  const rows = [
    ...operations.filter(({ undone }) => !undone).map(({ at, actor, label }) => [at, actor, label]),
    ...versions.map(({ at, actor, name, why }) => [at, actor, `${TASK_WORDS.version}：${name}${why === '' ? '' : `（${why}）`}`]),
  ].toSorted(([a = ''], [b = '']) => compare(a, b));
  const printed = rows.map(([at = '', ...rest]) => [toShanghaiTime(at), ...rest]);
  return [
    createParagraph('Title', TASK_WORDS.changeLog),
    ...makeTable([[TASK_WORDS.time, TASK_WORDS.person, TASK_WORDS.what], ...printed]),
  ];
}

/** Sorts after every date and name. */
const LAST = '\uffff';
const LONGEST_ASK = 60;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_ASK ? `${line.slice(0, LONGEST_ASK)}…` : line;
}

function makeTable(texts: readonly (readonly string[])[]): FilingBlock[] {
  return [
    { type: 'table', layout: layOutTable(buildTextTable(texts), () => assertNever(null as never, 'a list holds no nested tables'), false) },
  ];
}

/** A moment as clocks in Shanghai show it: UTC+8 all year. */
function toShanghaiTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
