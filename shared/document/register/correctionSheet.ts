import type { IntendedCorrection } from '../../domain/sourceUpdate';
import { toShanghaiDate } from '../../letter/deadline';
import { CORRECTION_COLUMNS, CORRECTION_SHEET, DECISIONS } from './registerWords';
import type { Sheet } from './sheet';

/** 拟更正事项: every changed number of a disclosed file with what is decided about that file. */
export function makeCorrectionSheet(corrections: readonly IntendedCorrection[]): Sheet {
  const rows = corrections.map((one, index) => [
    String(index + 1),
    one.fileName,
    one.caption ?? '',
    one.row,
    one.column,
    one.before,
    one.after,
    one.unit ?? '',
    one.why,
    one.actor,
    toShanghaiDate(new Date(one.at)),
    DECISIONS[one.decision],
    one.note,
  ]);
  return { name: CORRECTION_SHEET, columns: CORRECTION_COLUMNS, rows };
}
