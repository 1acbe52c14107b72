import { describe, expect, it } from 'vitest';
import type { CellRef } from '../../../../shared/domain/dataTable';
import { createFormat, createFormula, listUnitChoices, readFormat, writeFormula } from './figureFormats';

const cell: CellRef = { tableId: 't' as never, rowId: 'r' as never, colId: 'c' as never };

describe('the format of a new figure', () => {
  it('is as its cell is printed', () => {
    expect(createFormat('cell', { text: '26,715.63', unit: '万元' })).toEqual({
      unit: '万元',
      decimals: 2,
      grouping: true,
      showUnit: true,
      wording: '',
      signByWords: false,
    });
    expect(createFormat('cell', { text: '33.3%', unit: '%' })).toMatchObject({ unit: '%', decimals: 1, grouping: false });
    expect(createFormat('cell', { text: '1,200', unit: null })).toMatchObject({ unit: '', decimals: 0, showUnit: false });
  });

  it('is a rate for growth and share, and percentage points for the difference of rates', () => {
    expect(createFormat('growth', { text: '26,715.63', unit: '万元' })).toMatchObject({ unit: '%', decimals: 2, grouping: false });
    expect(createFormat('difference', { text: '55.66%', unit: '%' })).toMatchObject({ unit: '个百分点', decimals: 2 });
    expect(createFormat('difference', { text: '1.5', unit: '元' })).toMatchObject({ unit: '元', decimals: 1 });
  });

  it('is read off a number that already stands in the text', () => {
    expect(readFormat('约6,715.63 万元')).toEqual({
      unit: '万元',
      decimals: 2,
      grouping: true,
      showUnit: true,
      wording: '约',
      signByWords: false,
    });
    expect(readFormat('销售收入')).toBeNull();
    expect(readFormat('1.20万元和3.40万元')).toBeNull();
  });
});

it('units to choose are those of the same kind', () => {
  expect(listUnitChoices('万元')).toEqual(['元', '万元', '亿元']);
  expect(listUnitChoices('千元')).toEqual(['元', '万元', '亿元', '千元']);
  expect(listUnitChoices('吨')).toEqual(['吨']);
});

it('a formula needs all its cells', () => {
  expect(createFormula('growth', [{ cell }])).toBeNull();
  expect(createFormula('growth', [{ cell }, { cell }])).toEqual({
    op: 'growth',
    args: [
      { op: 'cell', cell },
      { op: 'cell', cell },
    ],
  });
  expect(writeFormula('growth', '150', '-100')).toBe('（150 − -100）÷ |-100| × 100%');
});
