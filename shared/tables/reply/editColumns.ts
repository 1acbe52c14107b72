import { type ColId, newId, type RowId } from '../../domain/ids';
import { getDimension } from '../../util/units';
import {
  type CellFormat,
  type ComputedContent,
  listOperandColumns,
  type ReplyColumn,
  type ReplyTableDefinition,
} from './replyTableDefinition';
import { makeBlankRow } from './proposeDefinition';
import { COLUMN_TITLES } from './replyTableTerms';
import { getColumnFormat } from './typedNumbers';

const PERCENT: CellFormat = { unit: '%', decimals: 2, grouping: false, showUnit: true };

/** Removes a column, every column computed from it and the ranking by it; a sum or average only loses the operand. */
export function removeColumn(definition: ReplyTableDefinition, colId: ColId): ReplyTableDefinition {
  const columns: ReplyColumn[] = [];
  const orphans: ColId[] = [];
  for (const column of definition.columns) {
    const { content } = column;
    if (column.colId === colId) continue;
    if (!listOperandColumns(content).includes(colId)) {
      columns.push(column);
      continue;
    }
    const isMany = content.kind === 'sum' || content.kind === 'average';
    const of = isMany ? content.of.filter((operand) => operand !== colId) : [];
    columns.push(isMany ? { ...column, content: { ...content, of } } : column);
    if (of.length === 0) orphans.push(column.colId);
  }
  const { top, ...unranked } = definition;
  return orphans.reduce(removeColumn, top && top.colId !== colId ? { ...unranked, top, columns } : { ...unranked, columns });
}

/** Moves a column left (−1) or right (1); at an end it stays. */
export function moveColumn(definition: ReplyTableDefinition, colId: ColId, step: 1 | -1): ReplyTableDefinition {
  const at = definition.columns.findIndex((column) => column.colId === colId);
  const to = at + step;
  if (at < 0 || to < 0 || to >= definition.columns.length) return definition;
  return { ...definition, columns: definition.columns.toSpliced(at, 1).toSpliced(to, 0, definition.columns[at]!) };
}

/** Replaces a column. */
export function changeColumn(definition: ReplyTableDefinition, colId: ColId, change: Partial<ReplyColumn>): ReplyTableDefinition {
  return { ...definition, columns: definition.columns.map((column) => (column.colId === colId ? { ...column, ...change } : column)) };
}

/** Adds a computed column at the end, named and printed as its kind usually is. */
export function addColumn(definition: ReplyTableDefinition, content: ComputedContent): ReplyTableDefinition {
  const column: ReplyColumn = {
    colId: newId(),
    path: [COLUMN_TITLES[content.kind]],
    format: proposeComputedFormat(definition, content),
    content,
    hidden: false,
    totalled: content.kind !== 'ratio',
  };
  return { ...definition, columns: [...definition.columns, column] };
}

/** Adds a column whose words are typed. */
export function addTypedColumn(definition: ReplyTableDefinition, title: string): ReplyTableDefinition {
  return { ...definition, columns: [...definition.columns, makeTypedColumn(title)] };
}

/** A column without words yet. */
export function makeTypedColumn(title: string): ReplyColumn {
  return { colId: newId(), path: [title], format: null, content: { kind: 'typed', texts: [] }, hidden: false, totalled: true };
}

/** Puts words into a column, one line for a row in their order; lines beyond the last row make rows of their own. */
export function typeColumn(definition: ReplyTableDefinition, colId: ColId, lines: readonly string[]): ReplyTableDefinition {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const rows = [...definition.rows];
  while (rows.length <= last) rows.push(makeBlankRow());
  const texts = lines.slice(0, last + 1).map((line, at): { rowId: RowId; text: string } => ({ rowId: rows[at]!.rowId, text: line.trim() }));
  return changeColumn({ ...definition, rows }, colId, { content: { kind: 'typed', texts: texts.filter(({ text }) => text !== '') } });
}

/** Prints every amount of money in one unit (元 → 万元), in the unit line as well; unit prices and other units stay. */
export function convertMoney(definition: ReplyTableDefinition, unit: string): ReplyTableDefinition {
  const convert = (format: CellFormat | null) => (format && getDimension(format.unit) === 'money' ? { ...format, unit } : format);
  return {
    ...definition,
    unit: definition.unit === null || getDimension(definition.unit) === 'money' ? unit : definition.unit,
    columns: definition.columns.map((column) => ({ ...column, format: convert(column.format) })),
    rows: definition.rows.map((row) => ({ ...row, format: convert(row.format) })),
  };
}

function proposeComputedFormat({ columns, unit }: ReplyTableDefinition, content: ComputedContent): CellFormat {
  const [first, second] = listOperandColumns(content).map((colId) => {
    const operand = columns.find((column) => column.colId === colId);
    return operand ? getColumnFormat(operand, unit) : null;
  });
  const own: CellFormat = first ?? { unit: '', decimals: 2, grouping: true, showUnit: false };
  switch (content.kind) {
    case 'growth':
    case 'share':
    case 'shareOfTotal':
    case 'margin':
      return PERCENT;
    case 'ratio':
      return { ...own, unit: own.unit === second?.unit ? '倍' : `${own.unit}/${second?.unit ?? ''}` };
    case 'difference':
      return getDimension(own.unit) === 'rate' ? { ...own, unit: '个百分点', showUnit: true } : own;
    case 'sum':
    case 'average':
      return own;
  }
}
