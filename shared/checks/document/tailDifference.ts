import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import type { QuestionId, TableId } from '../../domain/ids';
import { message } from '../../domain/message';
import { auditTable } from '../auditTable';
import type { Position } from '../relation';
import { placeOfCell } from '../tablePlace';

/** The sentence reports print where a total is not the sum of the printed parts. */
const TAIL_SENTENCE = '部分合计数与各加数直接相加之和在尾数上存在差异，系四舍五入所致。';
const SAID = /尾数上?(?:存在|有|的)?(?:差异|不符|差额)|四舍五入/;
const SUMS = new Set(['total', 'parts', 'columnSum']);
const MOST_PLACES = 10;

/** True where a text says why totals differ in their last digit. */
export function saysTails(text: string): boolean {
  return SAID.test(text);
}

/** Offers the sentence about tail differences when a shown table has one and no note says it; whether the text does is for the caller to see. */
export function offerTailSentence(tables: readonly DataTable[], shownIn: ReadonlyMap<TableId, QuestionId>): Finding[] {
  const tails = tables.flatMap((table) => (shownIn.has(table.tableId) ? listTails(table).map((at) => ({ table, at })) : []));
  if (tails.length === 0 || tables.some(notesTails)) return [];
  return [
    {
      rule: 'tail-difference',
      severity: 'note',
      message: message('finding.tail-difference', { count: tails.length, sentence: TAIL_SENTENCE }),
      expected: null,
      stated: null,
      places: tails.slice(0, MOST_PLACES).map(({ table, at }) => placeOfCell(table, at.row, at.column, shownIn.get(table.tableId))),
    },
  ];
}

const tailsOf = new WeakMap<DataTable, Position[]>();

/** Where a table's sums differ from their parts in the last digit; worked out once for each reading of it. */
function listTails(table: DataTable): Position[] {
  const known = tailsOf.get(table);
  if (known) return known;
  const tails = auditTable(table).flatMap(({ kind, verdict, stated }) => (SUMS.has(kind) && verdict === 'rounding' ? [stated] : []));
  tailsOf.set(table, tails);
  return tails;
}

function notesTails(table: DataTable): boolean {
  return table.notes.some(saysTails);
}
