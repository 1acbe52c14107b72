import type { ItemId, QuestionId } from '../../domain/ids';
import type { Sheet } from '../register/sheet';
import type { Work } from './listWork';
import { NAMING_FIELD, TASK_WORDS } from './taskWords';

/** What a department must know to fill a sheet the same way everybody does. */
export type RequestTerms = { basis: string; period: string; unit: string; dueOn: string | null; preparer: string; reviewer: string };

/** One page of a 取数表: what it asks for, and the name of its sheet. */
export type RequestItem = {
  questionId: QuestionId;
  itemId: ItemId | null;
  name: string;
  text: string;
  sheet: string;
  fields: string[];
  dueOn: string;
};

const EMPTY_ROWS = 12;
/** A page across, in characters of the sheet, shared by the fields; none is narrower or wider than these. */
const PAGE_WIDTH = 108;
const FIELD_WIDTHS = { least: 14, most: 36 };
/** A sheet's name holds no more characters, and none of these. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[\\/?*[\]:]/g;

/** What a 取数表 for some works of one owner asks for, a page each. */
export function planRequest(works: readonly Work[], terms: RequestTerms): RequestItem[] {
  const names = new Set<string>();
  return works.map(({ questionId, itemId, name, text, fields, dueOn }) => {
    const sheet = findFreeName(name.replace(NOT_IN_NAMES, '') || TASK_WORDS.dataRequest, names);
    names.add(sheet);
    const asked = fields.length > 0 ? fields : [TASK_WORDS.content, TASK_WORDS.remark];
    const isNamed = asked.some((field) => NAMING_FIELD.test(field));
    return {
      questionId,
      itemId,
      name,
      text,
      sheet,
      fields: isNamed ? asked : [TASK_WORDS.label, ...asked],
      dueOn: dueOn ?? terms.dueOn ?? '',
    };
  });
}

function findFreeName(name: string, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy++) {
    const tail = copy === 1 ? '' : `_${copy}`;
    const one = name.slice(0, LONGEST_NAME - tail.length) + tail;
    if (!taken.has(one)) return one;
  }
}

function getFieldWidth(count: number): number {
  return Math.min(Math.max(Math.floor(PAGE_WIDTH / count), FIELD_WIDTHS.least), FIELD_WIDTHS.most);
}

/** 取数表: on each page terms on top, then the demanded fields as the header of empty rows. `number` says on paper which request it is. */
export function buildDataRequest(items: readonly RequestItem[], terms: RequestTerms, number: string): Sheet[] {
  return items.map(({ name, text, sheet, fields, dueOn }) => ({
    name: sheet,
    isForm: true,
    preface: [
      [`${TASK_WORDS.dataRequest}：${name}`],
      [TASK_WORDS.number, number],
      [TASK_WORDS.asked, text],
      [TASK_WORDS.basis, terms.basis],
      [TASK_WORDS.period, terms.period],
      [TASK_WORDS.unit, terms.unit],
      [TASK_WORDS.due, dueOn],
      [TASK_WORDS.preparer, terms.preparer],
      [TASK_WORDS.reviewer, terms.reviewer],
      [],
    ],
    columns: fields.map((title) => ({ title, width: getFieldWidth(fields.length) })),
    rows: Array.from({ length: EMPTY_ROWS }, () => fields.map(() => '')),
  }));
}
