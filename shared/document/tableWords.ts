/** Texts that stand for "nothing" in a cell; they follow their column's alignment. */
export const NIL_MARKS: ReadonlySet<string> = new Set(['', '—', '——', '-', '--', '–', '/', '不适用', 'N/A']);

/** Headers of a column that only counts its rows. */
export const SERIAL_HEADERS: ReadonlySet<string> = new Set(['序号', '编号', '项次']);
