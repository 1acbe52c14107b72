import type { Figure, FigureFormat } from '../domain/figure';
import type { Decimal } from '../util/decimal';
import { convertUnit, getDimension } from '../util/units';
import { evaluateFormula, type GetCell } from './evaluateFormula';
import type { FigureProblem } from './figureProblem';
import { roundByWording, standsBehind } from './wording';

/** A figure as the document prints it, or why it cannot be printed. */
export type FormattedFigure = { text: string } | { problem: FigureProblem };

/** Prints an exact value in the format's unit, rounded as its wording demands, with no blank anywhere: 逾8,500万元, -7,134.91万元, 33.35%. */
export function formatFigure(value: Decimal, unit: string, format: FigureFormat): FormattedFigure {
  const converted = convertUnit(value, unit, format.unit) ?? asPoints(value, unit, format.unit);
  if (!converted) return { problem: { kind: 'unitMismatch', from: unit, to: format.unit } };
  const rounded = roundByWording(format.signByWords ? converted.abs() : converted, format.decimals, format.wording).toFixed(
    Math.max(format.decimals, 0),
  );
  const digits = isZero(rounded) ? rounded.replace('-', '') : rounded;
  const number = format.grouping ? groupThousands(digits) : digits;
  const printedUnit = format.showUnit ? format.unit : '';
  return { text: standsBehind(format.wording) ? number + format.wording.trim() + printedUnit : format.wording + number + printedUnit };
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
