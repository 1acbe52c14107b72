import { expect, test } from 'vitest';
import { listScopes, readNames } from './redactionMark';

const span = { kind: 'span' as const, questionId: 'q' as never, blockId: 'b' as never, from: 0, to: 4, quote: '' };
const cell = { kind: 'cell' as const, cell: { tableId: 't' as never, rowId: 'r' as never, colId: 'c' as never }, text: '1.00' };
const column = { kind: 'column' as const, tableId: 't' as never, colId: 'c' as never, title: '金额' };

test('words can be withheld here or as a name everywhere, numbers and sentences only here', () => {
  expect(listScopes({ quote: '禾风机械', targets: { span } })).toEqual(['span', 'name']);
  expect(listScopes({ quote: '1,234.56', targets: { span } })).toEqual(['span']);
  expect(listScopes({ quote: '已完工。', targets: { span } })).toEqual(['span']);
});

test('a cell can be widened to its column', () => {
  expect(listScopes({ quote: '1.00', targets: { cell, column } })).toEqual(['cell', 'column']);
  expect(listScopes(null)).toEqual(['name']);
});

test('each line is a name, once', () => {
  expect(readNames(' 禾风机械有限公司\n\n禾风机械 \n禾风机械')).toEqual(['禾风机械有限公司', '禾风机械']);
});
