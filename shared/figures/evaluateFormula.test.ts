import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellRef } from '../domain/dataTable';
import type { Formula } from '../domain/figure';
import { newId } from '../domain/ids';
import { Decimal } from '../util/decimal';
import { evaluateFormula, type GetCell } from './evaluateFormula';

const constant = (value: string, unit = '万元'): Formula => ({ op: 'constant', value, unit });
const noCells: GetCell = () => null;

function evaluate(formula: Formula): string {
  const result = evaluateFormula(formula, noCells);
  return 'problem' in result ? result.problem.kind : `${result.value.toString()} ${result.unit}`;
}

describe('evaluateFormula', () => {
  it('reads a cell with its own unit and says when the cell is gone or holds words', () => {
    const number: CellRef = { tableId: newId(), rowId: newId(), colId: newId() };
    const words: CellRef = { ...number, colId: newId() };
    const gone: CellRef = { ...number, colId: newId() };
    const getCell: GetCell = (ref) => {
      if (ref.colId === number.colId) return { value: '-12.50', unit: '万元' };
      return ref.colId === words.colId ? { value: null, unit: null } : null;
    };
    expect(evaluateFormula({ op: 'cell', cell: number }, getCell)).toEqual({ value: new Decimal('-12.50'), unit: '万元' });
    expect(evaluateFormula({ op: 'cell', cell: words }, getCell)).toEqual({ problem: { kind: 'cellNotNumber', cell: words } });
    expect(evaluateFormula({ op: 'cell', cell: gone }, getCell)).toEqual({ problem: { kind: 'cellMissing', cell: gone } });
  });

  it('adds and subtracts in the unit of the first operand', () => {
    expect(evaluate({ op: 'sum', args: [constant('1', '亿元'), constant('2500'), constant('-0.5')] })).toBe('1.24995 亿元');
    expect(evaluate({ op: 'difference', args: [constant('100'), constant('30')] })).toBe('70 万元');
    expect(evaluate({ op: 'average', args: [constant('100'), constant('50')] })).toBe('75 万元');
  });

  it('calls the difference of two percentages percentage points', () => {
    expect(evaluate({ op: 'difference', args: [constant('55.66', '%'), constant('54.77', '%')] })).toBe('0.89 个百分点');
  });

  it('measures growth on the absolute base, so that a smaller loss is growth', () => {
    expect(evaluate({ op: 'growth', args: [constant('150'), constant('200')] })).toBe('-25 %');
    expect(evaluate({ op: 'growth', args: [constant('-50'), constant('-100')] })).toBe('50 %');
  });

  it('divides into shares, multiples and unit prices', () => {
    expect(evaluate({ op: 'share', args: [constant('25'), constant('0.01', '亿元')] })).toBe('25 %');
    expect(evaluate({ op: 'ratio', args: [constant('30'), constant('20')] })).toBe('1.5 倍');
    expect(evaluate({ op: 'ratio', args: [constant('30'), constant('20', '件')] })).toBe('1.5 万元/件');
  });

  it('computes compound growth over years', () => {
    expect(evaluate({ op: 'cagr', args: [constant('100'), constant('121'), constant('2', '年')] })).toBe('10 %');
  });

  it('gives a reason instead of a value where there is none', () => {
    expect(evaluate({ op: 'growth', args: [constant('1'), constant('0')] })).toBe('zeroBase');
    expect(evaluate({ op: 'share', args: [constant('1'), constant('0')] })).toBe('zeroBase');
    expect(evaluate({ op: 'sum', args: [constant('1'), constant('1', '件')] })).toBe('unitMismatch');
    expect(evaluate({ op: 'sum', args: [] })).toBe('argumentCount');
    expect(evaluate({ op: 'growth', args: [constant('1')] })).toBe('argumentCount');
    expect(evaluate({ op: 'cagr', args: [constant('-1'), constant('1'), constant('2', '年')] })).toBe('cagrDomain');
    expect(evaluate(constant('1e3'))).toBe('badNumber');
  });

  it('never loses a digit: a difference added back gives the minuend exactly', () => {
    const cents = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((n) => new Decimal(n).div(100).toFixed(2));
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const difference: Formula = { op: 'difference', args: [constant(a), constant(b)] };
        const sum = evaluateFormula({ op: 'sum', args: [difference, constant(b)] }, noCells);
        expect(sum).toEqual({ value: new Decimal(a), unit: '万元' });
      }),
    );
  });
});
