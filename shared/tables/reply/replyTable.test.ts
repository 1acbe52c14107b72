import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataTable } from '../../domain/dataTable';
import { newId } from '../../domain/ids';
import { Decimal } from '../../util/decimal';
import { buildReplyTable } from './buildReplyTable';
import { addColumn, changeColumn, convertMoney, moveColumn, removeColumn } from './editColumns';
import { addRowOfTwo, addTotalRow, findTakenRow, matchRows, moveRow, removeRow, toggleRow } from './editRows';
import { findDefinitionProblem } from './findDefinitionProblem';
import { buildHeaderRows } from './headerGrid';
import { proposeDefinition } from './proposeDefinition';
import type { ReplyTableDefinition } from './replyTableDefinition';
import { findTailDifferences } from './tailDifferences';
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
const rowAt = (definition: ReplyTableDefinition, index: number) => definition.rows[index]!.rowId;

function print(definition: ReplyTableDefinition, ...tables: DataTable[]): string[][] {
  expect(findDefinitionProblem(definition)).toBe(null);
  return buildReplyTable(definition, readCells(...tables)).table.rows.map((row) => row.map((cell) => cell.text));
}

describe('a reply table', () => {
  it('proposed for a source table prints what the source prints', () => {
    const rows = print(proposeDefinition(SALES), SALES);
    expect(rows).toEqual(SALES.rows.map((row) => row.cells.map((cell) => cell.text)));
  });

  it('converts 元 to 万元, adds totals and changes, all from unrounded values', () => {
    let definition = addTotalRow(convertMoney(proposeDefinition(SALES), '万元'), 'sum');
    const of: [never, never] = [colAt(definition, 0) as never, colAt(definition, 1) as never];
    definition = addColumn(addColumn(definition, { kind: 'difference', of }), { kind: 'growth', of });
    expect(definition.unit).toBe('万元');
    expect(print(definition, SALES)).toEqual([
      ['产品', '2025年', '2024年', '变动金额', '变动比例'],
      ['水表', '14,286.51', '18,920.47', '-4,633.95', '-24.49%'],
      ['阀门', '9,743.18', '10,208.66', '-465.48', '-4.56%'],
      ['运维服务', '—', '1,514.88', '-1,514.88', '-100.00%'],
      ['合计', '24,029.69', '30,644.00', '-6,614.31', '-21.58%'],
    ]);
  });

  it('knows the tail difference between printed parts and printed total', () => {
    const table = makeTable(
      ['产品', '2025年'],
      [
        ['甲', '1.4'],
        ['乙', '1.4'],
        ['丙', '1.4'],
      ],
    );
    let definition = addTotalRow(proposeDefinition(table), 'sum');
    definition = changeColumn(definition, colAt(definition, 0), { format: { unit: '万元', decimals: 0, grouping: true, showUnit: false } });
    const built = buildReplyTable(definition, readCells(table));
    expect(built.table.rows.at(-1)![1]!.text).toBe('4');
    expect(findTailDifferences(definition, built)).toEqual([
      { rowId: rowAt(definition, 3), colId: colAt(definition, 0), parts: '3', total: '4', difference: '1' },
    ]);
  });

  it('has no tail difference where a part is out of sight', () => {
    const table = makeTable(['产品', '甲', '乙'], [['数', '1.4', '1.4']]);
    const shown = proposeDefinition(table);
    let definition = addColumn(shown, { kind: 'sum', of: [colAt(shown, 0), colAt(shown, 1)] });
    for (const { colId } of definition.columns) {
      definition = changeColumn(definition, colId, { format: { unit: '万元', decimals: 0, grouping: true, showUnit: false } });
    }
    expect(findTailDifferences(definition, buildReplyTable(definition, readCells(table)))).toMatchObject([{ difference: '1' }]);
    const hidden = changeColumn(definition, colAt(definition, 0), { hidden: true });
    expect(findTailDifferences(hidden, buildReplyTable(hidden, readCells(table)))).toEqual([]);
  });

  it('computes shares of a total, margins from a hidden column and unit prices without a total', () => {
    const table = makeTable(
      ['产品', '收入', '成本', '数量'],
      [
        ['水表', '300.00', '120.00', '40'],
        ['阀门', '100.00', '60.00', '—'],
      ],
    );
    for (const row of table.rows) if (row.cells[3]!.value !== null) row.cells[3]!.unit = '件';
    const first = proposeDefinition(table);
    const [income, cost, count] = [colAt(first, 0), colAt(first, 1), colAt(first, 2)];
    let definition = changeColumn(addTotalRow(first, 'sum'), cost, { hidden: true });
    definition = changeColumn(definition, count, { totalled: false });
    definition = addColumn(definition, { kind: 'shareOfTotal', of: income, whole: null });
    definition = addColumn(definition, { kind: 'margin', of: [income, cost] });
    definition = addColumn(definition, { kind: 'ratio', of: [income, count] });
    expect(print(definition, table)).toEqual([
      ['产品', '收入', '数量', '占比', '毛利率', '单价'],
      ['水表', '300.00', '40', '75.00%', '60.00%', '7.50'],
      ['阀门', '100.00', '—', '25.00%', '40.00%', '—'],
      ['合计', '400.00', '—', '100.00%', '55.00%', '—'],
    ]);
    expect(definition.columns.at(-1)!.format!.unit).toBe('万元/件');
  });

  it('computes rows from rows, each in its own unit', () => {
    const table = makeTable(
      ['项目', '本期', '上期'],
      [
        ['营业收入', '400.00', '500.00'],
        ['营业成本', '180.00', '220.00'],
      ],
    );
    let definition = proposeDefinition(table);
    const [income, cost] = [rowAt(definition, 0), rowAt(definition, 1)];
    definition = addRowOfTwo(definition, 'difference', [income, cost], '毛利');
    definition = addRowOfTwo(definition, 'share', [rowAt(definition, 2), income], '毛利率');
    const of: [never, never] = [colAt(definition, 0) as never, colAt(definition, 1) as never];
    definition = addColumn(definition, { kind: 'difference', of });
    expect(print(definition, table).slice(3)).toEqual([
      ['毛利', '220.00', '280.00', '-60.00'],
      ['毛利率', '55.00%', '56.00%', '-1.00%'],
    ]);
  });

  it('copies words, and numbers of another unit, as the source prints them', () => {
    const table = makeTable(
      ['客户', '收入', '是否关联方'],
      [
        ['甲公司', '300.00', '否'],
        ['毛利率', '35.10%', '—'],
        ['乙公司', '详见附注', ''],
      ],
    );
    const definition = proposeDefinition(table);
    expect(definition.columns.map((column) => column.format?.unit ?? null)).toEqual(['万元', null]);
    expect(print({ ...definition, rows: definition.rows.map((row) => ({ ...row, format: null })) }, table).slice(1)).toEqual([
      ['甲公司', '300.00', '否'],
      ['毛利率', '35.10%', '—'],
      ['乙公司', '详见附注', ''],
    ]);
  });

  it('names the cells whose formula comes to nothing, and prints —', () => {
    const table = makeTable(
      ['项目', '本期', '上期'],
      [
        ['甲', '1.00', '0.00'],
        ['乙', '1.00', '详见附注'],
      ],
    );
    const first = proposeDefinition(table);
    const definition = addColumn(first, { kind: 'growth', of: [colAt(first, 0), colAt(first, 1)] });
    const built = buildReplyTable(definition, readCells(table));
    expect(built.table.rows.slice(1).map((row) => row[3]!.text)).toEqual(['—', '—']);
    expect(built.problems.map(({ problem }) => problem.kind)).toEqual(['zeroBase', 'cellNotNumber']);
  });

  it('takes the top N by a column and adds up the others, so that the total stays', () => {
    const table = makeTable(
      ['客户', '收入'],
      [
        ['甲', '5.00'],
        ['乙', '9.00'],
        ['丙', '1.00'],
        ['丁', '7.00'],
        ['合计', '22.00'],
      ],
    );
    const definition = addTotalRow(proposeDefinition(table), 'sum');
    const top = { colId: colAt(definition, 0), count: 2 };
    expect(print({ ...definition, top: { ...top, others: newId() } }, table).slice(1)).toEqual([
      ['乙', '9.00'],
      ['丁', '7.00'],
      ['其他', '6.00'],
      ['合计', '22.00'],
    ]);
    expect(print({ ...definition, top: { ...top, others: null } }, table).slice(1)).toEqual([
      ['乙', '9.00'],
      ['丁', '7.00'],
      ['合计', '16.00'],
    ]);
  });

  it('still reads a row that fell out of the ranking where it is named, and ranks by a column that is not printed', () => {
    const table = makeTable(
      ['客户', '金额', '排名依据'],
      [
        ['甲', '5.00', '1.00'],
        ['乙', '2.00', '9.00'],
      ],
    );
    const plain = proposeDefinition(table);
    const named = addRowOfTwo(plain, 'difference', [rowAt(plain, 0), rowAt(plain, 1)], '甲减乙');
    const hidden = changeColumn(named, colAt(named, 1), { hidden: true });
    const definition = { ...hidden, top: { colId: colAt(named, 1), count: 1, others: null } };
    expect(print(definition, table).slice(1)).toEqual([
      ['乙', '2.00'],
      ['甲减乙', '3.00'],
    ]);
    expect(removeColumn(definition, colAt(named, 1)).top).toBeUndefined();
    expect(findDefinitionProblem({ ...definition, top: { ...definition.top, colId: newId() } })).toEqual({
      kind: 'operandMissing',
      name: '',
    });
  });

  it('sets columns of a second table beside rows of the same name', () => {
    const other = makeTable(
      ['产品', '2023年'],
      [
        ['阀 门', '1.00'],
        ['水表', '2.00'],
      ],
      '万元',
    );
    const first = convertMoney(proposeDefinition(SALES), '万元');
    const { definition, matched } = matchRows(first, other);
    expect(matched).toBe(2);
    const joined = { ...definition, columns: [...definition.columns, proposeDefinition(other).columns[0]!] };
    expect(
      print(joined, SALES, other)
        .slice(1)
        .map((row) => row[3]),
    ).toEqual(['2.00', '1.00', '—']);
  });

  it('says what is wrong with a definition', () => {
    const definition = addTotalRow(proposeDefinition(SALES), 'sum');
    const [a, b] = [colAt(definition, 0), colAt(definition, 1)];
    const computed = addColumn(definition, { kind: 'difference', of: [a, b] });
    const last = computed.columns.at(-1)!.colId;
    const kindOf = (changed: ReplyTableDefinition) => findDefinitionProblem(changed)?.kind ?? null;
    expect(kindOf({ ...definition, columns: definition.columns.map((column) => ({ ...column, hidden: true })) })).toBe('noColumns');
    expect(kindOf({ ...definition, rows: [] })).toBe('noRows');
    expect(kindOf({ ...definition, rows: [...definition.rows, definition.rows[0]!] })).toBe('repeatedId');
    expect(kindOf(changeColumn(computed, last, { content: { kind: 'sum', of: [a, last] } }))).toBe('circular');
    expect(kindOf(changeColumn(computed, last, { content: { kind: 'sum', of: [newId()] } }))).toBe('operandMissing');
    expect(kindOf(changeColumn(computed, last, { content: { kind: 'average', of: [] } }))).toBe('operandCount');
    const total = definition.rows.at(-1)!;
    const withTotal = (of: (typeof total.rowId)[], kind: 'sum' | 'share' = 'sum') => ({
      ...definition,
      rows: [...definition.rows.slice(0, -1), { ...total, content: { kind, of } }],
    });
    expect(kindOf(withTotal([total.rowId]))).toBe('circular');
    expect(kindOf(withTotal([newId()]))).toBe('operandMissing');
    expect(kindOf(withTotal([rowAt(definition, 0)], 'share'))).toBe('operandCount');
  });
});

describe('editing a definition', () => {
  const definition = addTotalRow(proposeDefinition(SALES), 'sum');

  it('takes a row out of every total and lets it come back in its place', () => {
    const source = SALES.rows[2]!.rowId;
    const without = toggleRow(definition, SALES, source);
    expect(without.rows.map((row) => row.label)).toEqual(['水表', '运维服务', '合计']);
    const back = toggleRow(without, SALES, source);
    expect(back.rows.map((row) => row.label)).toEqual(['水表', '阀门', '运维服务', '合计']);
    expect(print(back, SALES).at(-1)).toEqual(print(definition, SALES).at(-1));
    expect(findTakenRow(without, SALES.tableId, source)).toBe(null);
  });

  it('takes a row out of 其他 when it comes in by itself, so that the total stays', () => {
    const merged = definition.rows.slice(1, 3);
    const others = {
      ...merged[0]!,
      rowId: newId<'row'>(),
      label: '其他',
      content: { kind: 'source' as const, from: merged.flatMap(({ content }) => (content.kind === 'source' ? content.from : [])) },
    };
    const [first, total] = [definition.rows[0]!, definition.rows.at(-1)!];
    const of = [first.rowId, others.rowId];
    const top = { ...definition, rows: [first, others, { ...total, content: { kind: 'sum' as const, of } }] };
    expect(top.rows.map((row) => row.label)).toEqual(['水表', '其他', '合计']);
    const apart = toggleRow(top, SALES, SALES.rows[2]!.rowId);
    expect(apart.rows.map((row) => row.label)).toEqual(['水表', '阀门', '其他', '合计']);
    expect(print(apart, SALES).at(-1)).toEqual(print(definition, SALES).at(-1));
    expect(print(apart, SALES)[3]!.slice(1)).toEqual(['—', '15,148,765.50']);
  });

  it('removes what depends on what is removed', () => {
    const [a, b] = [colAt(definition, 0), colAt(definition, 1)];
    const wide = addColumn(addColumn(definition, { kind: 'growth', of: [a, b] }), { kind: 'sum', of: [a, b] });
    expect(removeColumn(wide, b).columns.map((column) => column.content)).toMatchObject([{ kind: 'source' }, { kind: 'sum', of: [a] }]);
    const empty = definition.rows.slice(0, 3).reduce((changed, row) => removeRow(changed, row.rowId), definition);
    expect(empty.rows).toEqual([]);
  });

  it('moves rows and columns, and back', () => {
    const moved = moveRow(definition, rowAt(definition, 0), 1);
    expect(moved.rows.map((row) => row.label).slice(0, 2)).toEqual(['阀门', '水表']);
    expect(moveRow(moved, rowAt(definition, 0), -1)).toEqual(definition);
    expect(moveColumn(moveColumn(definition, colAt(definition, 0), 1), colAt(definition, 0), -1)).toEqual(definition);
    expect(moveColumn(definition, colAt(definition, 0), -1)).toEqual(definition);
  });
});

const amounts = fc.array(fc.tuple(fc.integer({ min: -9e9, max: 9e9 }), fc.integer({ min: -9e9, max: 9e9 })), {
  minLength: 1,
  maxLength: 12,
});

describe('for any amounts', () => {
  const make = (pairs: readonly (readonly [number, number])[]) =>
    makeTable(
      ['项目', '本期', '上期'],
      pairs.map(([a, b], index) => [`项${index}`, new Decimal(a).div(100).toFixed(2), new Decimal(b).div(100).toFixed(2)]),
      '元',
    );
  const define = (pairs: readonly (readonly [number, number])[]) => {
    const table = make(pairs);
    const rows = addTotalRow(convertMoney(proposeDefinition(table), '万元'), 'sum');
    const definition = addColumn(rows, { kind: 'difference', of: [colAt(rows, 0), colAt(rows, 1)] });
    return { table, definition, built: buildReplyTable(definition, readCells(table)) };
  };

  it('totals are the exact sums of the source, and differences of totals the sums of differences', () => {
    fc.assert(
      fc.property(amounts, (pairs) => {
        const { built } = define(pairs);
        const [, a, b, change] = built.table.rows.at(-1)!;
        const sum = (index: 0 | 1) => pairs.reduce((total, pair) => total + BigInt(pair[index]), 0n);
        expect(new Decimal(a!.value!).times(1_000_000).toFixed()).toBe(String(sum(0)));
        expect(new Decimal(b!.value!).times(1_000_000).toFixed()).toBe(String(sum(1)));
        expect(new Decimal(change!.value!).times(1_000_000).toFixed()).toBe(String(sum(0) - sum(1)));
      }),
    );
  });

  it('a tail difference is at most half a printed unit for every part and the total', () => {
    fc.assert(
      fc.property(amounts, (pairs) => {
        const { definition, built } = define(pairs);
        for (const { difference } of findTailDifferences(definition, built)) {
          expect(new Decimal(difference).abs().lte(new Decimal('0.005').times(pairs.length + 1))).toBe(true);
          expect(new Decimal(difference).isZero()).toBe(false);
        }
      }),
    );
  });

  it('every header cell covers its own columns, and every column keeps its path', () => {
    const paths = fc.array(fc.array(fc.constantFrom('甲', '乙'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(paths, (columns) => {
        const rows = buildHeaderRows(columns);
        const owner: string[][] = rows.map((row) => row.map(() => ''));
        rows.forEach((row, r) =>
          row.forEach((cell, c) => {
            if (cell.covered) return;
            for (let y = r; y < r + cell.rowSpan; y += 1) for (let x = c; x < c + cell.colSpan; x += 1) owner[y]![x] += cell.text;
          }),
        );
        columns.forEach((path, c) => {
          const read = owner.map((row) => row[c]!);
          expect(read).toEqual(rows.map((_row, r) => path[Math.min(r, path.length - 1)]));
        });
      }),
    );
  });
});
