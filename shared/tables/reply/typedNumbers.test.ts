import { describe, expect, it } from 'vitest';
import { buildReplyTable } from './buildReplyTable';
import { addColumn, addTypedColumn, changeColumn, convertMoney, typeColumn } from './editColumns';
import { addTotalRow } from './editRows';
import { findDefinitionProblem } from './findDefinitionProblem';
import { proposeDefinition } from './proposeDefinition';
import type { ReplyTableDefinition } from './replyTableDefinition';
import { makeTable, readCells } from './testing/makeTable';

const SALES = makeTable(
  ['产品', '2025年', '2024年'],
  [
    ['水表', '142,865,149.50', '189,204,651.25'],
    ['阀门', '97,431,750.25', '102,086,580.75'],
    ['运维服务', '—', '15,148,765.50'],
  ],
  '元',
);

const colAt = (definition: ReplyTableDefinition, index: number) => definition.columns[index]!.colId;

function print(definition: ReplyTableDefinition): string[][] {
  expect(findDefinitionProblem(definition)).toBe(null);
  return buildReplyTable(definition, readCells(SALES)).table.rows.map((row) => row.map((cell) => cell.text));
}

describe('a reply table', () => {
  it('totals and computes with numbers that were typed, in the unit line’s unit, and leaves words alone', () => {
    let definition = addTotalRow({ ...convertMoney(proposeDefinition(SALES), '万元') }, 'sum');
    definition = addTypedColumn(addTypedColumn(definition, '期后回款'), '说明');
    const [paid, words] = [colAt(definition, 2) as never, colAt(definition, 3) as never];
    definition = typeColumn(typeColumn(definition, paid, ['10,000.50', '—', '5']), words, ['已回款', '', '3 笔']);
    definition = addColumn(definition, { kind: 'share', of: [paid, colAt(definition, 0) as never] });
    const lines = print(definition).map((row) => row.slice(3));
    expect(lines).toEqual([
      ['期后回款', '说明', '占比'],
      ['10,000.50', '已回款', '70.00%'],
      ['—', '', '—'],
      ['5', '3 笔', '—'],
      ['10,005.50', '', '41.64%'],
    ]);
    const typedTotal = typeColumn(definition, paid, ['1', '2', '3', '9']);
    expect(print(typedTotal).at(-1)![3]).toBe('9');
    const mixed = typeColumn(definition, paid, ['1万元', '2元']);
    expect(print(mixed).at(-1)![3]).toBe('');
    const untotalled = changeColumn(definition, paid, { totalled: false });
    expect(print(untotalled).at(-1)![3]).toBe('');
  });

  it('prints a row in a unit of its own', () => {
    const definition = proposeDefinition(SALES);
    const format = { unit: '亿元', decimals: 3, grouping: true, showUnit: true };
    const rows = definition.rows.map((row, at) => (at === 1 ? { ...row, format } : row));
    expect(print({ ...definition, rows })[2]).toEqual(['阀门', '0.974亿元', '1.021亿元']);
  });
});
