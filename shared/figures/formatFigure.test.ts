import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureFormat } from '../domain/figure';
import { Decimal } from '../util/decimal';
import { formatFigure, printFigure } from './formatFigure';

const plain: FigureFormat = { unit: '万元', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };

function format(value: string, unit: string, changes: Partial<FigureFormat> = {}): string {
  const result = formatFigure(new Decimal(value), unit, { ...plain, ...changes });
  return 'problem' in result ? result.problem.kind : result.text;
}

describe('formatFigure', () => {
  it('converts units and rounds half up, away from zero', () => {
    expect(format('123456789', '元', { unit: '亿元' })).toBe('1.23亿元');
    expect(format('1.005', '万元')).toBe('1.01万元');
    expect(format('-1.005', '万元')).toBe('-1.01万元');
    expect(format('98765.5', '元', { unit: '元', decimals: 0 })).toBe('98,766元');
  });

  it('groups thousands with ASCII commas only when asked', () => {
    expect(format('1234567.891', '万元')).toBe('1,234,567.89万元');
    expect(format('-100', '万元')).toBe('-100.00万元');
    expect(format('4698.57', '%', { unit: '%', grouping: false })).toBe('4698.57%');
  });

  it('prints percentages and percentage points without a blank', () => {
    expect(format('-12.345', '%', { unit: '%' })).toBe('-12.35%');
    expect(format('0.89', '个百分点', { unit: '个百分点' })).toBe('0.89个百分点');
  });

  it('prints wording, the absolute value where words give the sign, and no unit where a list shares one', () => {
    expect(format('85001234.5', '元', { decimals: 0, wording: '逾' })).toBe('逾8,500万元');
    expect(format('-66.59', '%', { unit: '%', signByWords: true })).toBe('66.59%');
    expect(format('20092.66', '万元', { showUnit: false })).toBe('20,092.66');
  });

  it('never prints a negative zero', () => {
    expect(format('-0.004', '万元')).toBe('0.00万元');
  });

  it('gives the reason when units cannot be converted', () => {
    expect(format('1', '件')).toBe('unitMismatch');
    expect(format('1', '个百分点', { unit: '%' })).toBe('unitMismatch');
  });

  it('prints a computed figure in one step', () => {
    const constant = (value: string) => ({ op: 'constant', value, unit: '元' }) as const;
    const formula = { op: 'growth', args: [constant('150'), constant('200')] } as const;
    const figure = { formula: { op: formula.op, args: [...formula.args] }, format: { ...plain, unit: '%', signByWords: true } };
    expect(printFigure(figure, () => null)).toEqual({ text: '25.00%' });
  });

  it('shows within half a unit of its last digit, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 18n), 10n ** 18n),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 4 }),
        (n, scale, decimals) => {
          const value = new Decimal(n.toString()).div(new Decimal(10).pow(scale));
          const shown = new Decimal(format(value.toFixed(), '元', { unit: '元', decimals, showUnit: false }).replaceAll(',', ''));
          expect(
            shown
              .minus(value)
              .abs()
              .lessThanOrEqualTo(new Decimal('0.5').div(new Decimal(10).pow(decimals))),
          ).toBe(true);
        },
      ),
    );
  });
});

it('prints a cell of % in percentage points where the sentence says so, never points as a rate', () => {
  const format = { unit: '个百分点', decimals: 2, grouping: false, showUnit: true, wording: '', signByWords: false };
  expect(formatFigure(new Decimal('0.53'), '%', format)).toEqual({ text: '0.53个百分点' });
  expect(formatFigure(new Decimal('0.53'), '个百分点', { ...format, unit: '%' })).toEqual({
    problem: { kind: 'unitMismatch', from: '个百分点', to: '%' },
  });
});
