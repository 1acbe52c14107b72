import type { ColId, RowId } from '../../domain/ids';
import { Decimal, type DecimalString } from '../../util/decimal';
import { readPrintedNumber } from '../readNumber';
import type { BuiltTable } from './buildReplyTable';
import type { ColumnContent, ReplyTableDefinition } from './replyTableDefinition';

/** 尾差: the printed parts do not add up to the printed total, all being rounded from exact values. `difference` is total − parts. */
export type TailDifference = { rowId: RowId; colId: ColId; parts: DecimalString; total: DecimalString; difference: DecimalString };

/** Columns whose totals are the sums of what stands above them. */
const ADDS_DOWN: ReadonlySet<ColumnContent['kind']> = new Set(['source', 'difference', 'shareOfTotal', 'sum']);

/** Every tail difference of a built table: of totals below and of totals beside their parts. A total of parts that are not all in sight has none. */
export function findTailDifferences(definition: ReplyTableDefinition, built: BuiltTable): TailDifference[] {
  const found: TailDifference[] = [];
  const compare = (rowId: RowId, colId: ColId, parts: readonly (Printed | 'hidden')[]) => {
    const total = readPrinted(built, rowId, colId);
    if (total === 'hidden' || total === 'nothing') return;
    let sum = new Decimal(0);
    for (const part of parts) {
      if (part === 'nothing') continue;
      if (part === 'hidden' || part.unit !== total.unit) return;
      sum = sum.plus(part.value);
    }
    const difference = total.value.minus(sum);
    if (!difference.isZero()) {
      found.push({ rowId, colId, parts: sum.toFixed(), total: total.value.toFixed(), difference: difference.toFixed() });
    }
  };
  for (const { rowId, content: row } of definition.rows) {
    for (const { colId, content: column } of definition.columns) {
      if (row.kind === 'sum' && ADDS_DOWN.has(column.kind)) {
        compare(
          rowId,
          colId,
          row.of.map((part) => readPrinted(built, part, colId)),
        );
      }
      if (column.kind === 'sum') {
        compare(
          rowId,
          colId,
          column.of.map((part) => readPrinted(built, rowId, part)),
        );
      }
    }
  }
  return found;
}

type Printed = { value: Decimal; unit: string | null } | 'nothing';

function readPrinted({ table, rowIds, colIds }: BuiltTable, rowId: RowId, colId: ColId): Printed | 'hidden' {
  const row = rowIds.indexOf(rowId);
  const col = colIds.indexOf(colId);
  if (row < 0 || col < 0) return 'hidden';
  const cell = table.rows[table.headerRows + row]![col]!;
  const number = cell.value === null ? null : readPrintedNumber(cell.text);
  return number ? { value: new Decimal(number.value), unit: cell.unit } : 'nothing';
}
