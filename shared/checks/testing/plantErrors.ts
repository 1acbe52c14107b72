import { sayMessage } from '../../catalogue/catalogue';
import type { Cell, DataTable } from '../../domain/dataTable';
import { getInlineText, isTextBlock } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { buildCellIndex, findCellsNear } from '../../figures/cellIndex';
import { findFigures } from '../../figures/findFigures';
import { Decimal } from '../../util/decimal';
import { countSignificantDigits } from '../document/significantDigits';
import type { Relation } from '../relation';

/** A number below `bound`, the same sequence for the same seed. */
export type Random = (bound: number) => number;

export const PLANT_KINDS = ['digit', 'sign', 'unit', 'base'] as const;
export type PlantKind = (typeof PLANT_KINDS)[number];

/** Mulberry32: small, seeded, the same everywhere. */
export function createRandom(seed: number): Random {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  };
}

/** The table with one number changed: a digit, its sign, its unit (ten thousand times), or, for a rate, the base it is taken on. */
export function changeCell(table: DataTable, row: number, column: number, kind: PlantKind, random: Random): DataTable {
  const rows = table.rows.map((each, index) =>
    index === row ? { ...each, cells: each.cells.map((cell, at) => (at === column ? changeValue(cell, kind, random) : cell)) } : each,
  );
  return { ...table, rows };
}

function changeValue(cell: Cell, kind: PlantKind, random: Random): Cell {
  const value = new Decimal(cell.value!);
  const decimals = cell.value!.includes('.') ? cell.value!.split('.')[1]!.length : 0;
  const changed = {
    digit: () => changeDigit(cell.value!, random),
    sign: () => (value.isZero() ? changeDigit(cell.value!, random) : value.negated().toFixed(decimals)),
    unit: () => value.times(10_000).toFixed(decimals),
    // A rate on the other year's base: r becomes r / (1 + r).
    base: () =>
      cell.unit === '%' && !value.plus(100).isZero()
        ? value.div(value.plus(100)).times(100).toFixed(decimals)
        : changeDigit(cell.value!, random),
  }[kind]();
  return { ...cell, value: changed, text: changed + (cell.unit === '%' && cell.text.includes('%') ? '%' : '') };
}

function changeDigit(text: string, random: Random): string {
  const places = text.split('').flatMap((character, index) => (/\d/.test(character) ? [index] : []));
  const at = places[random(places.length)]!;
  const digit = (Number(text[at]) + 1 + random(9)) % 10;
  return text.slice(0, at) + String(digit) + text.slice(at + 1);
}

/** Whether a relation that held is false in the changed table, worked out anew from its kind and places, apart from the auditor. */
export function isPushedOutside(relation: Relation, changed: DataTable): boolean {
  const read = (at: { row: number; column: number }) => {
    const cell = changed.rows[at.row]!.cells[at.column]!;
    const decimals = /\.(\d+)/.exec(cell.text.replace(/,/g, ''))?.[1]?.length ?? 0;
    const value = new Decimal(cell.value!);
    const half = new Decimal(10).pow(-Math.max(decimals, value.decimalPlaces())).div(2);
    return { value, low: value.minus(half), high: value.plus(half) };
  };
  const stated = read(relation.stated);
  const inputs = relation.inputs.map(read);
  const corners = listCorners(inputs.length).map((corner) =>
    compute(
      relation,
      inputs.map((input, index) => (corner[index] ? input.high : input.low)),
    ),
  );
  const values = inputs.length > 4 ? sumBounds(inputs) : corners;
  if (values.some((value) => value === null)) return false;
  const low = Decimal.min(...(values as Decimal[]));
  const high = Decimal.max(...(values as Decimal[]));
  return stated.high.lessThan(low) || stated.low.greaterThan(high);
}

function sumBounds(inputs: readonly { low: Decimal; high: Decimal }[]): Decimal[] {
  const sum = (side: 'low' | 'high') => inputs.reduce((total, input) => total.plus(input[side]), new Decimal(0));
  return [sum('low'), sum('high')];
}

function listCorners(count: number): boolean[][] {
  if (count > 4) return [];
  return Array.from({ length: 2 ** count }, (_, bits) => Array.from({ length: count }, (_unused, index) => ((bits >> index) & 1) === 1));
}

function compute(relation: Relation, [a, b, ...rest]: readonly Decimal[]): Decimal | null {
  const percent = relation.statedNumber.percent || /[%％]/.test(sayMessage('zh-CN', relation.formula)) ? 100 : 1;
  switch (relation.kind) {
    case 'total':
    case 'parts':
    case 'columnSum':
      return [a!, ...(b ? [b] : []), ...rest].reduce((sum, value) => sum.plus(value), new Decimal(0));
    case 'difference':
    case 'points':
      return a!.minus(b!);
    case 'growth':
      return b!.isZero() ? null : a!.minus(b!).div(b!.abs()).times(100);
    case 'share':
      return b!.isZero() ? null : a!.div(b!).times(100);
    case 'raised':
      return Decimal.min(a!.times(b!.plus(100)).div(100), 100);
    case 'ratio':
      return b!.isZero() ? null : a!.div(b!).times(percent);
    default:
      return null;
  }
}

/** The project with one digit changed in a number of its prose that a cell of a shown table holds, and what was changed. */
export function changeNumber(snapshot: ProjectSnapshot, random: Random): { changed: ProjectSnapshot; words: string } {
  const index = buildCellIndex(snapshot.tables.values());
  const numbers = snapshot.replies.flatMap((reply, r) =>
    reply.sections.flatMap((section, s) =>
      section.blocks.flatMap((block, b) => {
        if (!isTextBlock(block)) return [];
        const text = getInlineText(block.inlines);
        return findFigures(text)
          .filter((figure) => countSignificantDigits(figure.value) >= 3 && findCellsNear(index, figure).length > 0)
          .map((figure) => ({ r, s, b, text, figure }));
      }),
    ),
  );
  const { r, s, b, text, figure } = numbers[random(numbers.length)]!;
  const printed = changeDigit(figure.text, random);
  const replaced = text.slice(0, figure.start) + printed + text.slice(figure.end);
  const replies = snapshot.replies.map((reply, i) =>
    i !== r
      ? reply
      : {
          ...reply,
          sections: reply.sections.map((section, j) =>
            j !== s
              ? section
              : {
                  ...section,
                  blocks: section.blocks.map((block, k) =>
                    k === b && isTextBlock(block) ? { ...block, inlines: [{ type: 'text' as const, text: replaced }] } : block,
                  ),
                },
          ),
        },
  );
  return {
    changed: { ...snapshot, replies },
    words: `${figure.text} → ${printed}: ${text.slice(Math.max(0, figure.start - 30), figure.end + 5)}`,
  };
}
