import type { RowRole } from '../domain/dataTable';
import { sum } from './columnNeeds';

/** A row with its estimated height, and the cells that start in it and reach over several rows. */
export type MeasuredRow = { role: RowRole; heightTwips: number; groups: { rowSpan: number; heightTwips: number }[] };

export type KeptRow = { repeats: boolean; cantSplit: boolean; keepNext: boolean };

/** Shares of a page: up to which a row may not split, a table or group stays together, and a header is worth repeating. */
const UNSPLIT_ROW_SHARE = 0.25;
const TOGETHER_SHARE = 0.33;
/** A merged cell whose text needs more height than its rows is torn by a page break within it: such a group moves as a whole up to this share. */
const TEXT_GROUP_SHARE = 0.6;
const REPEATED_HEADER_SHARE = 0.4;

/** Which rows repeat, may not split, and stay with the next row, so that no label, total, note or unit line is left alone on a page. */
export function keepRows(rows: readonly MeasuredRow[], headerRows: number, pageTwips: number, hasNotes: boolean): KeptRow[] {
  const heights = stretchToGroups(rows);
  const together = pageTwips * TOGETHER_SHARE;
  const isSmall = sum(heights) <= together;
  const repeats = headerRows < rows.length && sum(heights.slice(0, headerRows)) <= pageTwips * REPEATED_HEADER_SHARE;
  const keepNext = rows.map((row, r) => {
    if (r === rows.length - 1) return isSmall && hasNotes;
    return isSmall || r < headerRows || row.role === 'band' || isTotal(rows[r + 1]!.role);
  });
  for (const [r, row] of rows.entries()) {
    for (const { rowSpan, heightTwips } of row.groups) {
      const isTall = heightTwips > sum(rows.slice(r, r + rowSpan).map((own) => own.heightTwips));
      const limit = isTall ? pageTwips * TEXT_GROUP_SHARE : together;
      if (sum(heights.slice(r, r + rowSpan)) <= limit) keepNext.fill(true, r, r + rowSpan - 1);
    }
  }
  return rows.map((_, r) => ({
    repeats: repeats && r < headerRows,
    cantSplit: heights[r]! <= pageTwips * UNSPLIT_ROW_SHARE || (repeats && r < headerRows),
    keepNext: keepNext[r]!,
  }));
}

/** Heights of the rows, the last row of a merged group taking what its text needs beyond the group's rows. */
function stretchToGroups(rows: readonly MeasuredRow[]): number[] {
  const heights = rows.map((row) => row.heightTwips);
  for (const [r, row] of rows.entries()) {
    for (const { rowSpan, heightTwips } of row.groups) {
      const lacking = heightTwips - sum(heights.slice(r, r + rowSpan));
      if (lacking > 0) heights[r + rowSpan - 1]! += lacking;
    }
  }
  return heights;
}

function isTotal(role: RowRole): boolean {
  return role === 'total' || role === 'subtotal';
}
