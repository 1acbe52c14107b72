import { Decimal } from '../../util/decimal';
import { buildFormulas } from './buildFormulas';
import { addOperands, isPart } from './editRows';
import { type GetSourceCell, printReplyCell } from './printReplyCell';
import type { ReplyRow, ReplyTableDefinition } from './replyTableDefinition';
import { OTHERS_LABEL } from './replyTableTerms';
import { getColumnFormat } from './typedNumbers';

/** A definition with the rows it prints now. `unprinted` fell out of the ranking; rows and columns that name one of them still read it. */
export type RankedDefinition = ReplyTableDefinition & { unprinted: ReplyRow[] };

/**
 * Takes the first rows of a definition's ranking by what the sources say now; one without a ranking prints all its rows. Totals, details and rows
 * without a number stay out of the ranking, rows of equal value in their own order. Totals and averages are over the rows that print.
 */
export function rankRows(definition: ReplyTableDefinition, getCell: GetSourceCell): RankedDefinition {
  const { top, rows } = definition;
  const ranking = definition.columns.find((column) => column.colId === top?.colId);
  const format = ranking ? getColumnFormat(ranking, definition.unit) : null;
  if (!top || format === null) return { ...definition, unprinted: [] };
  const find = buildFormulas(definition);
  const ranked = rows
    .flatMap((row) => {
      const { value } = isPart(row) ? printReplyCell(find(row.rowId, top.colId), format, getCell) : { value: null };
      return value === null ? [] : [{ row, value: new Decimal(value) }];
    })
    .sort((a, b) => b.value.comparedTo(a.value))
    .map(({ row }) => row);
  if (ranked.length === 0) return { ...definition, unprinted: [] };
  const kept = ranked.slice(0, top.count);
  const unprinted = ranked.slice(top.count);
  const others: ReplyRow[] =
    top.others !== null && unprinted.length > 0
      ? [{ rowId: top.others, label: OTHERS_LABEL, format: null, content: addUpSources(unprinted) }]
      : [];
  const first = rows.findIndex((row) => ranked.includes(row));
  const printed = rows
    .filter((row) => !ranked.includes(row))
    .toSpliced(first, 0, ...kept, ...others)
    .map((row) => replaceOperands(row, unprinted, others));
  return { ...definition, rows: printed, unprinted };
}

function addUpSources(rows: readonly ReplyRow[]): ReplyRow['content'] {
  return { kind: 'source', from: rows.flatMap(({ content }) => (content.kind === 'source' ? content.from : [])) };
}

/** A total or average over what prints: 其他 stands for the rows it adds up. One that read none of them stays as it is. */
function replaceOperands(row: ReplyRow, unprinted: readonly ReplyRow[], others: readonly ReplyRow[]): ReplyRow {
  const { content } = row;
  if (content.kind !== 'sum' && content.kind !== 'average') return row;
  const isGone = (rowId: string) => unprinted.some((one) => one.rowId === rowId);
  const of = content.of.filter((rowId) => !isGone(rowId));
  return of.length === content.of.length ? row : addOperands({ ...row, content: { ...content, of } }, others);
}
