import { NIL_MARKS } from '../tableTerms';

/** What stands in a cell that has nothing to say. */
export const NIL = '—';

/** True for a blank and for every mark that stands for "nothing here". */
export function isNilText(text: string): boolean {
  const plain = text.replace(/\s+/g, '');
  return plain === '' || NIL_MARKS.has(plain);
}

/** Labels of added rows. */
export const TOTAL_LABEL = '合计';
export const AVERAGE_LABEL = '平均';
export const OTHERS_LABEL = '其他';

/** A row that details the one above it: it is no part of a total of its own. */
export const DETAIL_LEADS: readonly string[] = ['其中'];

/** Headers of computed columns until the user names them. */
export const COLUMN_TITLES = {
  difference: '变动金额',
  growth: '变动比例',
  share: '占比',
  shareOfTotal: '占比',
  ratio: '单价',
  margin: '毛利率',
  sum: '合计',
  average: '平均',
} as const;
