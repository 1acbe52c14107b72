import type { RowId } from '../../domain/ids';
import type { DecimalString } from '../../util/decimal';
import { getDimension } from '../../util/units';
import { readPrintedNumber } from '../readNumber';
import type { CellFormat, ReplyColumn } from './replyTableDefinition';
import { isNilText } from './replyTableTerms';

/** What was typed into a column of numbers: their values by row in `format.unit`, and how a total of them prints. */
export type TypedNumbers = { format: CellFormat; values: ReadonlyMap<RowId, DecimalString> };

/** A unit in brackets at the end of a header: 金额（万元）. */
const UNIT_IN_HEADER = /[（(]([^（）()]+)[）)]\s*$/;

/**
 * The numbers typed into a column, so that it can be totalled and computed with; null for a column of words, and where numbers in several units are
 * mixed. Their unit is the one typed with them, else the header's, else that of the unit line.
 */
export function readTypedNumbers({ content, path }: ReplyColumn, unitLine: string | null): TypedNumbers | null {
  if (content.kind !== 'typed') return null;
  const filled = content.texts.filter(({ text }) => !isNilText(text));
  const numbers = filled.flatMap(({ rowId, text }) => {
    const number = readPrintedNumber(text);
    return number ? [{ rowId, text, ...number }] : [];
  });
  const units = new Set(numbers.map(({ unit }) => unit));
  if (numbers.length === 0 || numbers.length < filled.length || units.size > 1) return null;
  const [printed = null] = units;
  const inHeader = UNIT_IN_HEADER.exec(path.at(-1) ?? '')?.[1] ?? null;
  const format: CellFormat = {
    unit: printed ?? inHeader ?? (unitLine !== null && getDimension(unitLine) !== null ? unitLine : ''),
    decimals: Math.max(...numbers.map(({ value }) => /\.(\d+)/.exec(value)?.[1]?.length ?? 0)),
    grouping: numbers.some(({ text }) => text.includes(',')),
    showUnit: printed !== null,
  };
  return { format, values: new Map(numbers.map(({ rowId, value }) => [rowId, value])) };
}

/** How a column prints its numbers; null where it holds words. */
export function getColumnFormat(column: ReplyColumn, unitLine: string | null): CellFormat | null {
  return column.format ?? readTypedNumbers(column, unitLine)?.format ?? null;
}
