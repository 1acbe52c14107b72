import type { DataTable } from '../domain/dataTable';
import type { Finding } from '../domain/finding';
import type { QuestionId } from '../domain/ids';
import { message } from '../domain/message';
import { describeCell, placeOfCell } from './tablePlace';
import { addTo } from '../util/multimap';

/** Columns whose dates cannot come before another's: what is done under a contract comes after it. */
const SIGNED = /(?:合同|协议)?(?:签订|签署|签约)(?:时间|日期|日)?$/;
const LATER: readonly {
  head: RegExp;
  severity: 'error' | 'note';
  says: 'finding.revenue-before-signing' | 'finding.delivery-before-signing';
}[] = [
  { head: /(?:收入确认|确认收入|验收)(?:时间|日期|时点|日)?$/, severity: 'error', says: 'finding.revenue-before-signing' },
  { head: /(?:发货|交付|供货|发出)(?:时间|日期|日)?$/, severity: 'note', says: 'finding.delivery-before-signing' },
];
/** 2018.03.15 in a column of amounts: cells of the row have moved. */
const MOVED = /^\d{2,4}\.\d{2}\.\d{2}$/;

/** Dates of one row that contradict each other: revenue recognised before the contract was signed. Rows whose cells have visibly moved are only named. */
export function checkRowDates(table: DataTable, questionId: QuestionId | undefined): Finding[] {
  const heads = table.columns.map((column) => (column.path.at(-1) ?? '').replace(/\s+/g, ''));
  const signed = heads.findIndex((head) => SIGNED.test(head));
  const findings = table.rows.flatMap((row, index): Finding[] => {
    if (index < table.headerRows || row.role === 'header') return [];
    const moved = row.cells.findIndex((cell, column) => MOVED.test(cell.text.trim()) && /金额|余额|收入$|成本$/.test(heads[column] ?? ''));
    if (moved >= 0) return [reportMoved(table, index, moved, questionId)];
    const start = signed < 0 ? null : readFirstMonth(row.cells[signed]?.text ?? '');
    if (start === null) return [];
    return LATER.flatMap(({ head, severity, says }): Finding[] => {
      const column = heads.findIndex((text) => head.test(text));
      const done = column < 0 || column === signed ? null : readFirstMonth(row.cells[column]?.text ?? '');
      if (done === null || done >= start) return [];
      return [
        {
          rule: 'dates-contradict',
          severity,
          message: message(says, {
            cell: describeCell(table, index, column),
            date: row.cells[column]!.text.trim(),
            signed: row.cells[signed]!.text.trim(),
          }),
          expected: null,
          stated: row.cells[column]!.text.trim(),
          places: [placeOfCell(table, index, column, questionId), placeOfCell(table, index, signed, questionId)],
        },
      ];
    });
  });
  return mergeLesser(findings);
}

/** One finding of a rule for the whole table where it is less than an error, so that a damaged page does not fill the list. */
function mergeLesser(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = finding.severity === 'error' ? `error ${merged.size}` : finding.rule;
    addTo(merged, key, finding);
  }
  return [...merged.values()].map((same) => {
    const first = same[0]!;
    if (same.length === 1) return first;
    return {
      ...first,
      message: message('finding.times', { message: first.message, count: same.length }),
      places: same.flatMap((finding) => finding.places),
    };
  });
}

function reportMoved(table: DataTable, row: number, column: number, questionId: QuestionId | undefined): Finding {
  const text = table.rows[row]!.cells[column]!.text.trim();
  return {
    rule: 'cell-damaged',
    severity: 'warning',
    message: message('finding.cell-damaged', { cell: describeCell(table, row, column), text }),
    expected: null,
    stated: text,
    places: [placeOfCell(table, row, column, questionId)],
  };
}

/** The earliest month a cell names, as year × 12 + month; null when it names none. 2023年6月、12月 is June. */
function readFirstMonth(text: string): number | null {
  const plain = text.replace(/\s+/g, '');
  let first: number | null = null;
  for (const match of plain.matchAll(/((?:19|20)\d\d)(?:年|[-/.])(\d{1,2})(?:月|[-/.]|(?!\d))/g)) {
    const month = Number(match[2]);
    if (month < 1 || month > 12) continue;
    const at = Number(match[1]) * 12 + month;
    if (first === null || at < first) first = at;
  }
  return first;
}
