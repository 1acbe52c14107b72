import type { Formula } from '../../domain/figure';
import type { ColId, RowId } from '../../domain/ids';
import { assert } from '../../util/assert';
import type { ReplyColumn, ReplyRow, ReplyTableDefinition } from './replyTableDefinition';
import { readTypedNumbers } from './typedNumbers';

/** The formula of a cell over cells of source tables; null where nothing stands (—). */
export type FindFormula = (rowId: RowId, colId: ColId) => Formula | null;

/**
 * The formula of every cell of a definition, hidden columns included. A computed column is computed in computed rows too, from their own operands: the
 * growth of a total is the growth of the two totals. `unprinted` rows are read where they are named. Works on definitions without a problem; asking for an unknown row or column throws.
 */
export function buildFormulas(definition: ReplyTableDefinition, unprinted: readonly ReplyRow[] = []): FindFormula {
  const columns = new Map(definition.columns.map((column) => [column.colId, column]));
  const rows = new Map([...definition.rows, ...unprinted].map((row) => [row.rowId, row]));
  const typed = new Map(definition.columns.map((column) => [column.colId, readTypedNumbers(column, definition.unit)]));
  const known = new Map<string, Formula | null>();

  const find: FindFormula = (rowId, colId) => {
    const key = `${rowId} ${colId}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const row = rows.get(rowId);
    const column = columns.get(colId);
    assert(row && column, 'a formula is asked for a row and a column of its definition');
    const formula = build(row, column);
    known.set(key, formula);
    return formula;
  };

  function build(row: ReplyRow, column: ReplyColumn): Formula | null {
    const { content } = column;
    switch (content.kind) {
      case 'source':
        return buildTaken(row, column.colId, content);
      case 'typed':
        return buildTyped(row, column);
      case 'difference':
      case 'growth':
      case 'share':
      case 'ratio':
        return buildPair(content.kind, find(row.rowId, content.of[0]), find(row.rowId, content.of[1]));
      case 'margin': {
        const whole = find(row.rowId, content.of[0]);
        return buildPair('share', buildPair('difference', whole, find(row.rowId, content.of[1])), whole);
      }
      case 'shareOfTotal':
        return buildPair('share', find(row.rowId, content.of), findWhole(content.of, content.whole));
      case 'sum':
      case 'average':
        return buildMany(
          content.kind,
          content.of.map((colId) => find(row.rowId, colId)),
        );
    }
  }

  function buildTaken(row: ReplyRow, colId: ColId, { tableId, colId: sourceCol }: Extract<ReplyColumn['content'], { kind: 'source' }>) {
    const { content } = row;
    if (content.kind === 'source') {
      const refs = content.from.filter((from) => from.tableId === tableId);
      return buildMany(
        'sum',
        refs.map(({ rowId }): Formula => ({ op: 'cell', cell: { tableId, rowId, colId: sourceCol } })),
      );
    }
    return buildOverRows(content, colId);
  }

  /** What was typed, or in a computed row what follows from it unless something was typed there as well. */
  function buildTyped({ rowId, content }: ReplyRow, { colId }: ReplyColumn): Formula | null {
    const numbers = typed.get(colId);
    const value = numbers?.values.get(rowId);
    if (numbers && value !== undefined) return { op: 'constant', value, unit: numbers.format.unit };
    return numbers && content.kind !== 'source' ? buildOverRows(content, colId) : null;
  }

  function buildOverRows({ kind, of }: Exclude<ReplyRow['content'], { kind: 'source' }>, colId: ColId): Formula | null {
    const parts = of.map((rowId) => find(rowId, colId));
    if (kind === 'difference' || kind === 'share') return buildPair(kind, parts[0] ?? null, parts[1] ?? null);
    return buildMany(kind, parts);
  }

  function findWhole(colId: ColId, whole: RowId | null): Formula | null {
    if (whole !== null) return find(whole, colId);
    const taken = definition.rows.filter((row) => row.content.kind === 'source');
    return buildMany(
      'sum',
      taken.map((row) => find(row.rowId, colId)),
    );
  }

  return find;
}

function buildPair(op: 'difference' | 'growth' | 'share' | 'ratio', a: Formula | null, b: Formula | null): Formula | null {
  return a && b ? { op, args: [a, b] } : null;
}

/** One part alone is itself; sums of sums are one sum. */
function buildMany(op: 'sum' | 'average', parts: readonly (Formula | null)[]): Formula | null {
  const present = parts.filter((part) => part !== null);
  const args = op === 'sum' ? present.flatMap((part) => (part.op === 'sum' ? part.args : [part])) : present;
  if (args.length === 0) return null;
  return args.length === 1 ? args[0]! : { op, args };
}
