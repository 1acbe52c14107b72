import type { ItemId, QuestionId } from '../../domain/ids';
import type { Sheet } from '../register/sheet';
import type { Work } from './listWork';
import { TASK_WORDS } from './taskWords';

/** What a department must know to fill a sheet the same way everybody does. */
export type RequestTerms = { basis: string; period: string; unit: string; dueOn: string | null; preparer: string; reviewer: string };

/** One page of a 取数表: what it asks for, and the name of its sheet. */
export type RequestItem = { questionId: QuestionId; itemId: ItemId | null; name: string; sheet: string; fields: string[]; dueOn: string };

const EMPTY_ROWS = 20;
const FIELD_WIDTH = 18;
/** A sheet's name holds no more characters, and none of these. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[\\/?*[\]:]/g;

/** What a 取数表 for some works of one owner asks for, a page each. */
export function planRequest(works: readonly Work[], terms: RequestTerms): RequestItem[] {
  const names = new Set<string>();
  return works.map(({ questionId, itemId, name, fields, dueOn }) => {
    const sheet = findFreeName(name.replace(NOT_IN_NAMES, '') || TASK_WORDS.dataRequest, names);
    names.add(sheet);
    const asked = fields.length > 0 ? fields : [TASK_WORDS.label, TASK_WORDS.content, TASK_WORDS.remark];
    return { questionId, itemId, name, sheet, fields: asked, dueOn: dueOn ?? terms.dueOn ?? '' };
  });
}

function findFreeName(name: string, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy++) {
    const tail = copy === 1 ? '' : `_${copy}`;
    const one = name.slice(0, LONGEST_NAME - tail.length) + tail;
    if (!taken.has(one)) return one;
  }
}

/** 取数表: on each page terms on top, then the demanded fields as the header of empty rows. `number` says on paper which request it is. */
export function buildDataRequest(items: readonly RequestItem[], terms: RequestTerms, number: string): Sheet[] {
  return items.map(({ name, sheet, fields, dueOn }) => ({
    name: sheet,
    preface: [
      [`${TASK_WORDS.dataRequest}：${name}`],
      [TASK_WORDS.number, number],
      [TASK_WORDS.basis, terms.basis],
      [TASK_WORDS.period, terms.period],
      [TASK_WORDS.unit, terms.unit],
      [TASK_WORDS.due, dueOn],
      [TASK_WORDS.preparer, terms.preparer],
      [TASK_WORDS.reviewer, terms.reviewer],
      [],
    ],
    columns: fields.map((title) => ({ title, width: FIELD_WIDTH })),
    rows: Array.from({ length: EMPTY_ROWS }, () => fields.map(() => '')),
  }));
}
