import { describe, expect, it } from 'vitest';
import type { CellRef } from '../../../../shared/domain/dataTable';
import { createFormat, createFormula, guessYears, listUnitChoices, readFormat, writeFormula } from './figureFormats';

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
  expect(createFormula('growth', [{ cell }], 1)).toBeNull();
  expect(createFormula('growth', [{ cell }, { cell }], 1)).toEqual({
    op: 'growth',
    args: [
      { op: 'cell', cell },
      { op: 'cell', cell },
    ],
  });
  expect(writeFormula('growth', ['150', '-100'], 1)).toBe('（150 − -100）÷ |-100| × 100%');
});

it('sums and averages take any number of cells, compound growth its years', () => {
  const picks = [{ cell }, { cell }, { cell }];
  expect(createFormula('sum', picks, 1)).toMatchObject({ op: 'sum', args: { length: 3 } });
  expect(writeFormula('average', ['1', '2', '3'], 1)).toBe('（1 ＋ 2 ＋ 3）÷ 3');
  expect(createFormula('cagr', picks.slice(0, 2), 3)).toMatchObject({ op: 'cagr', args: [{}, {}, { op: 'constant', value: '3' }] });
  expect(writeFormula('cagr', ['100', '133.1'], 3)).toBe('（133.1 ÷ 100）^(1/3) − 1');
  expect(guessYears([{ columnPath: ['2023 年度'] }, { columnPath: ['2026 年度'] }])).toBe(3);
  expect(guessYears([{ columnPath: ['期末'] }, { columnPath: ['期初'] }])).toBe(1);
});

it('an approximate number keeps the zeros it is rounded to', () => {
  expect(readFormat('逾8,500万元')).toMatchObject({ decimals: -2, wording: '逾' });
  expect(readFormat('8,600 余万元')).toMatchObject({ decimals: -2, wording: '余', showUnit: true });
});
