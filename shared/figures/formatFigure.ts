import type { Figure, FigureFormat } from '../domain/figure';
import type { Decimal } from '../util/decimal';
import { convertUnit, getDimension } from '../util/units';
import { evaluateFormula, type GetCell } from './evaluateFormula';
import type { FigureProblem } from './figureProblem';

/** A figure as the document prints it, or why it cannot be printed. */
export type FormattedFigure = { text: string } | { problem: FigureProblem };

/** Prints an exact value in the format's unit, rounded half up, with no blank anywhere: 逾8,500万元, -7,134.91万元, 33.35%. */
export function formatFigure(value: Decimal, unit: string, format: FigureFormat): FormattedFigure {
  const converted = convertUnit(value, unit, format.unit) ?? asPoints(value, unit, format.unit);
  if (!converted) return { problem: { kind: 'unitMismatch', from: unit, to: format.unit } };
  const rounded = (format.signByWords ? converted.abs() : converted).toFixed(format.decimals);
  const digits = isZero(rounded) ? rounded.replace('-', '') : rounded;
  const number = format.grouping ? groupThousands(digits) : digits;
  return { text: format.wording + number + (format.showUnit ? format.unit : '') };
}

/** Evaluates and prints a figure in one step: what editor, checks and export show for it. */
export function printFigure(figure: Pick<Figure, 'formula' | 'format'>, getCell: GetCell): FormattedFigure {
  const result = evaluateFormula(figure.formula, getCell);
  return 'problem' in result ? result : formatFigure(result.value, result.unit, figure.format);
}

/** A table prints a difference of two percentages with a % sign; in a sentence it is called percentage points. Never the other way round. */
function asPoints(value: Decimal, from: string, to: string): Decimal | null {
  return getDimension(from) === 'rate' && getDimension(to) === 'point' ? convertUnit(value, from, '%') : null;
}

function isZero(digits: string): boolean {
  return !/[1-9]/.test(digits);
}

function groupThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
