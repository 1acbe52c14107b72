import { alignColumns } from './alignColumns';
import type { Vocabulary } from './vocabulary';
import { type Message, message } from '../domain/message';

/** For each column of the joined table, the fragment's column that goes there, or null for a blank one; `reason` says what was supposed. */
export type ColumnFit = { columns: (number | null)[]; reason: Message | null };

/** Mean cost per row beyond which a narrower fragment is a table of its own: a column that is always filled would have had to vanish. */
const WORST_FIT = 0.8;

/** Fits the columns of a continuation to its table. `isSameWidth`: both were printed with the same number of columns; `blank`: the fragment's columns without any text. Null when they do not fit. */
export function fitColumns(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
  options: { headerRows: number; isSameWidth: boolean; blank: readonly boolean[]; vocabulary: Vocabulary },
): ColumnFit | null {
  const width = before[0]!.length;
  const own = after[0]!.length;
  if (own === width || options.isSameWidth) {
    return { columns: Array.from({ length: Math.max(own, width) }, (_, c) => (c < own ? c : null)), reason: null };
  }
  if (own > width) return dropBlankColumns(options.blank, own - width);
  const alignment = alignColumns(before, after, options.headerRows, options.vocabulary);
  if (!alignment || alignment.cost > WORST_FIT) return null;
  const columns = Array.from({ length: width }, (_, at) => {
    const from = alignment.columns.indexOf(at);
    return from < 0 ? null : from;
  });
  return { columns, reason: message('doubt.columnsLost', { count: width - own }) };
}

function dropBlankColumns(blank: readonly boolean[], surplus: number): ColumnFit | null {
  const columns: number[] = [];
  let left = surplus;
  blank.forEach((isEmpty, c) => {
    if (isEmpty && left > 0) left -= 1;
    else columns.push(c);
  });
  return left === 0 ? { columns, reason: message('doubt.blankColumns') } : null;
}
