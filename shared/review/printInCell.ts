import type { FigureFormat } from '../domain/figure';
import { readPrintedNumber } from '../tables/readNumber';
import { countDecimals, Decimal } from '../util/decimal';
import { convertUnit } from '../util/units';

/**
 * The words a cell must hold for a figure to say what a reviewer proposed: the proposed number in the cell's unit, printed as the cell prints its
 * own. Null when the proposal is no number or its unit does not fit the cell's.
 */
export function printInCell(
  proposed: string,
  format: FigureFormat,
  cell: { text: string; value: string | null; unit: string | null },
): string | null {
  const bare = proposed.trim();
  const number = readPrintedNumber(format.wording !== '' && bare.startsWith(format.wording) ? bare.slice(format.wording.length) : bare);
  if (!number || cell.value === null) return null;
  const unit = number.unit ?? format.unit;
  const converted = convertUnit(new Decimal(number.value), unit, cell.unit ?? unit);
  if (!converted) return null;
  const value = format.signByWords && cell.value.startsWith('-') ? converted.abs().negated() : converted;
  const digits = value.toFixed(Math.max(countDecimals(cell.value), value.decimalPlaces()));
  const [whole = '', fraction] = digits.split('.');
  const grouped = /\d,\d/.test(cell.text) || /^-?\d{1,3}(\.|$)/.test(cell.value) ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const printed = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return cell.unit === '%' && /[%％]/.test(cell.text) ? `${printed}%` : printed;
}
