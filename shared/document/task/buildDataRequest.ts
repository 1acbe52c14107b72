import type { Sheet } from '../register/sheet';
import type { Work } from './listWork';
import { TASK_WORDS } from './taskWords';

/** What a department must know to fill a sheet the same way everybody does. */
export type RequestTerms = { basis: string; period: string; unit: string; dueOn: string | null; preparer: string; reviewer: string };

const EMPTY_ROWS = 20;
const FIELD_WIDTH = 18;

/** 取数表: terms on top, then the demanded fields as the header of empty rows. Without demanded fields it asks for items, contents and remarks. */
export function buildDataRequest(work: Work, terms: RequestTerms): Sheet {
  const preface = [
    [`${TASK_WORDS.dataRequest}：${work.name}`],
    [TASK_WORDS.basis, terms.basis],
    [TASK_WORDS.period, terms.period],
    [TASK_WORDS.unit, terms.unit],
    [TASK_WORDS.due, work.dueOn ?? terms.dueOn ?? ''],
    [TASK_WORDS.preparer, terms.preparer],
    [TASK_WORDS.reviewer, terms.reviewer],
    [],
  ];
  const fields = listRequestFields(work);
  return {
    name: TASK_WORDS.dataRequest,
    preface,
    columns: fields.map((title) => ({ title, width: FIELD_WIDTH })),
    rows: Array.from({ length: EMPTY_ROWS }, () => fields.map(() => '')),
  };
}

/** The fields a work's sheet is headed with. */
export function listRequestFields({ fields }: Work): string[] {
  return fields.length > 0 ? fields : [TASK_WORDS.label, TASK_WORDS.content, TASK_WORDS.remark];
}
