import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import type { TableId } from '../../domain/ids';
import { type Message, message } from '../../domain/message';
import type { Question } from '../../domain/letter';
import { findFigures, type FoundFigure } from '../../figures/findFigures';
import type { MetricNames } from '../../figures/metricNames';
import { type CellIndex, findCellsNear, findCellsOneSlipAway } from '../../figures/cellIndex';
import { type Amount, areComparable, convertAmount, isRate, printAmount, readAmount, toAmount } from '../amount';
import { fromFixedPoint } from '../interval';
import { listSentences, type Passage, placeOfWrongNumber, type ProseBlock, type Sentence } from '../prose/proseBlock';
import type { Position } from '../relation';
import { nameSlip } from '../slips';
import { describeCell, placeOfCell } from '../tablePlace';
import { countSignificantDigits } from './significantDigits';

/** A table a block of text may speak of. */
export type NearTable = { table: DataTable; labels: readonly string[][]; numbers: readonly TableNumber[] };

/** A number of a table in its place. */
export type TableNumber = { row: number; column: number; amount: Amount };

/** A number of fewer digits is near another by chance. */
const LEAST_DIGITS = 4;
/** A number of so many digits needs no word of the column to be known again. */
const UNMISTAKABLE_DIGITS = 5;

/**
 * Numbers of prose that no cell holds while the sentence names a row of a near table in which a cell differs by a usual slip: one digit, two digits
 * exchanged, a shifted point, a dropped 万. Anything else is silence: numbers of prose need not stand in a table.
 */
export function checkTextAgainstTables(
  block: ProseBlock,
  near: readonly NearTable[],
  far: ReadonlyMap<TableId, NearTable>,
  { index, quoted, names }: { index: CellIndex; quoted: ReadonlySet<string>; names: MetricNames },
): Finding[] {
  if (near.length + far.size === 0) return [];
  return listWidened(block, names).flatMap((sentence) =>
    sentence.figures.flatMap((figure) => {
      if (figure.wording !== '' || countSignificantDigits(figure.value) < LEAST_DIGITS) return [];
      if (quoted.has(numberKey(figure)) || hasHome(sentence, figure, near, index)) return [];
      const finding =
        findSlippedTerm(block, sentence, figure, near) ??
        findSlippedCell(block, sentence, figure, near, 'near') ??
        findSlippedCell(block, sentence, figure, listFarTables(figure, far, index), 'far') ??
        findUnnamedCell(block, figure, near);
      return finding ? [finding] : [];
    }),
  );
}

/**
 * Numbers the letter says of the company that no table holds while a shown table has, where the letter names row and column, a number a usual slip
 * away. A doubt: either side may be the one that is wrong, and the letter's text is not ours to change.
 */
export function checkAskedNumbers(
  question: Question,
  shown: ReadonlyMap<TableId, NearTable>,
  index: CellIndex,
  names: MetricNames,
): Finding[] {
  const { questionId, text } = question;
  const block = { questionId, text, figures: findFigures(text) };
  return listWidened(block, names).flatMap((sentence) =>
    sentence.figures.flatMap((figure) => {
      if (figure.wording !== '' || countSignificantDigits(figure.value) < LEAST_DIGITS || hasHome(sentence, figure, [], index)) return [];
      const found = findSlippedCell(block, sentence, figure, listFarTables(figure, shown, index), 'far');
      return found ? [{ ...found, rule: 'letter-table', places: [{ questionId, text: figure.text }, ...found.places.slice(1)] }] : [];
    }),
  );
}

/** The sentences with the other names of the metrics they speak of. */
function listWidened(block: Pick<ProseBlock, 'text' | 'figures'>, names: MetricNames): Sentence[] {
  return listSentences(block).map((sentence) => ({ ...sentence, text: names.widen(sentence.text) }));
}

/** The tables of other replies that have a cell a usual slip away, in the order of the document. */
function listFarTables(figure: FoundFigure, far: ReadonlyMap<TableId, NearTable>, index: CellIndex): NearTable[] {
  const ids = new Set(findCellsOneSlipAway(index, figure).map(({ ref }) => ref.tableId));
  return ids.size === 0 ? [] : [...far].flatMap(([tableId, near]) => (ids.has(tableId) ? [near] : []));
}

/** A cell that prints the number and may be meant: one of a near table, one whose row the sentence names, or any once chance is ruled out. */
function hasHome(sentence: Sentence, figure: FoundFigure, near: readonly NearTable[], index: CellIndex): boolean {
  const homes = findCellsNear(index, figure);
  if (homes.length === 0) return false;
  if (countSignificantDigits(figure.value) >= UNMISTAKABLE_DIGITS) return true;
  const words = tidy(sentence.text);
  const tables = new Set(near.map(({ table }) => table.tableId));
  return homes.some(
    (home) => tables.has(home.ref.tableId) || home.rowPath.some((name) => tidy(name).length >= 2 && words.includes(tidy(name))),
  );
}

/** How a number is compared with those the letter says. */
export function numberKey(figure: Pick<FoundFigure, 'value' | 'unit'>): string {
  return `${figure.value.replace('-', '')} ${figure.unit}`;
}

const nearTables = new WeakMap<DataTable, NearTable>();

/** What the texts around a table need of it, read once. */
export function readNearTable(table: DataTable): NearTable {
  const known = nearTables.get(table);
  if (known) return known;
  const numbers = table.rows.flatMap((row, index) =>
    index < table.headerRows || row.role === 'header'
      ? []
      : row.cells.flatMap((cell, column): TableNumber[] =>
          cell.covered || cell.value === null || cell.unit === null
            ? []
            : [{ row: index, column, amount: toAmount(cell.value, cell.unit) }],
        ),
  );
  const near = { table, labels: listRowLabels(table), numbers };
  nearTables.set(table, near);
  return near;
}

/** The numbers of a table that are not as they were, before and after; all of them where its words changed too. */
export function listChangedAmounts(before: DataTable | undefined, after: DataTable | undefined): Amount[] {
  const [old, now] = [before, after].map((table) => (table ? readNearTable(table).numbers : []));
  const list = (numbers: readonly TableNumber[], others: ReadonlySet<string>) =>
    numbers.flatMap((number) => (others.has(identify(number)) ? [] : [number.amount]));
  if (!hasSameWords(before, after)) return [...old!, ...now!].map(({ amount }) => amount);
  return [...list(old!, new Set(now!.map(identify))), ...list(now!, new Set(old!.map(identify)))];
}

function identify({ row, column, amount }: TableNumber): string {
  return `${row} ${column} ${amount.value} ${amount.printed.low} ${amount.unit}`;
}

/** True where two readings of a table differ in numbers alone. */
export function hasSameWords(before: DataTable | undefined, after: DataTable | undefined): boolean {
  return before !== undefined && after !== undefined && listWords(before) === listWords(after);
}

/** What names the rows and columns of a table. */
function listWords(table: DataTable): string {
  const rows = table.rows.map((row) => row.cells.filter((cell) => cell.value === null).map((cell) => cell.text));
  return JSON.stringify([table.headerRows, table.columns.map(({ path }) => path), rows, table.notes]);
}

/** The words that name each row of a table; empty for header rows. */
function listRowLabels(table: DataTable): string[][] {
  return table.rows.map((row, index) =>
    index < table.headerRows || row.role === 'header'
      ? []
      : row.cells
          .filter((cell) => cell.value === null && !cell.covered)
          .map((cell) => tidy(cell.text).replace(/^其中[:：]?/, ''))
          .filter((text) => text.length >= 2 && text.length <= 30),
  );
}

/** What the sentence must say of a row and column before a number a slip away is theirs. A far table must be named in full. */
function findSlippedCell(
  block: Passage,
  sentence: Sentence,
  figure: FoundFigure,
  tables: readonly NearTable[],
  distance: 'near' | 'far',
): Finding | null {
  const words = tidy(sentence.text);
  const before = distance === 'near' ? tidy(block.text.slice(0, figure.end)) : '';
  const digits = countSignificantDigits(figure.value);
  const least = distance === 'near' && digits >= UNMISTAKABLE_DIGITS ? 2 : 3;
  let best: { finding: Finding; evidence: number } | null = null;
  for (const { table, labels, numbers } of tables) {
    const said = table.columns.map((column) => column.path.filter((head) => saysHead(words, head)).length);
    const named = labels.map((names, row) => weighNames(names, words, before, isSumming(table, row)));
    for (const { row, column, amount } of numbers) {
      if (named[row] === 0 || !isLike(amount.unit, figure.unit)) continue;
      // A total has no name of its own: all the words over its column must be said.
      const path = table.columns[column]!.path.length;
      if (isSumming(table, row) && !labels[row]!.some((name) => words.includes(name)) && (said[column]! < path || path < 2)) continue;
      const evidence = named[row]! + said[column]!;
      if (evidence < least || (best && best.evidence >= evidence)) continue;
      const slip = findSlip(amount, figure);
      if (slip) best = { evidence, finding: report(block, figure, table, { row, column }, slip, distance === 'near') };
    }
  }
  return best?.finding ?? null;
}

/** 2 for a row the sentence names, 1 for one it names in part or named before it, 0 for none. */
function weighNames(names: readonly string[], words: string, before: string, summing: boolean): number {
  if (summing || names.some((name) => words.includes(name))) return 2;
  if (before === '') return 0;
  return names.some((name) => before.includes(name) || hasCommonPiece(name, words)) ? 1 : 0;
}

/** Characters a row's name and the sentence must share when the name is not said in full. */
const LEAST_PIECE = 4;

function hasCommonPiece(name: string, words: string): boolean {
  for (let start = 0; start + LEAST_PIECE <= name.length; start++) if (words.includes(name.slice(start, start + LEAST_PIECE))) return true;
  return false;
}

function isSumming(table: DataTable, row: number): boolean {
  return table.rows[row]!.role === 'total' || table.rows[row]!.role === 'subtotal';
}

/** Digits that make one near cell a slip away the one that is meant, even without a word of its row; then it is a doubt, not an error. */
const TELLING_DIGITS = 6;

function findUnnamedCell(block: ProseBlock, figure: FoundFigure, near: readonly NearTable[]): Finding | null {
  if (countSignificantDigits(figure.value) < TELLING_DIGITS) return null;
  const found: Finding[] = [];
  const values = new Set<bigint>();
  for (const { table, numbers } of near) {
    for (const { row, column, amount } of numbers) {
      const slip = isLike(amount.unit, figure.unit) ? findSlip(amount, figure) : null;
      if (!slip || values.has(amount.value)) continue;
      values.add(amount.value);
      found.push(report(block, figure, table, { row, column }, slip, false));
    }
  }
  return found.length === 1 ? found[0]! : null;
}

/** Figures of one sentence that stand in one line of a table, before an odd one out is looked for in the rest of that line. */
const LEAST_NEIGHBOURS = 2;

/**
 * The odd one out of a list: its neighbours in the sentence stand in one row or column of a near table, and another cell of that line is a slip away.
 * Here the line, not the label, says which cell is meant.
 */
function findSlippedTerm(block: ProseBlock, sentence: Sentence, figure: FoundFigure, near: readonly NearTable[]): Finding | null {
  const neighbours = sentence.figures.filter(
    (other) => other !== figure && isLike(other.unit, figure.unit) && countSignificantDigits(other.value) >= LEAST_DIGITS,
  );
  if (neighbours.length < LEAST_NEIGHBOURS) return null;
  for (const { table, numbers } of near) {
    const like = numbers.filter(({ amount }) => isLike(amount.unit, figure.unit));
    const held = neighbours.map((other) => like.filter(({ amount }) => printsAs(amount, other)));
    if (held.filter((cells) => cells.length > 0).length < LEAST_NEIGHBOURS) continue;
    for (const side of ['row', 'column'] as const) {
      const lines = new Map<number, Set<TableNumber>>();
      for (const cells of held) for (const cell of cells) lines.set(cell[side], (lines.get(cell[side]) ?? new Set()).add(cell));
      for (const [at, taken] of lines) {
        if (taken.size < LEAST_NEIGHBOURS) continue;
        for (const cell of like) {
          const slip = cell[side] !== at || taken.has(cell) ? null : findSlip(cell.amount, figure);
          if (slip) return report(block, figure, table, cell, slip, true);
        }
      }
    }
  }
  return null;
}

/** The number prints the amount, or a usual slip of it. */
export function isOneSlipAway(amount: Amount, figure: FoundFigure): boolean {
  return isLike(amount.unit, figure.unit) && (printsAs(amount, figure) || findSlip(amount, figure) !== null);
}

function printsAs(amount: Amount, figure: FoundFigure): boolean {
  const converted = convertAmount(amount, figure.unit);
  const stated = readAmount(figure)!;
  const half = (stated.printed.high - stated.printed.low) / 2n;
  return converted !== null && magnitude(magnitude(converted.value) - magnitude(stated.value)) <= half;
}

/** What should be printed, and the slip that explains what is. */
type Slip = { expected: string; likely: Message };

/** What the cell would print in the figure's unit and decimals, and the slip between them. Signs are left to the words beside the figure. */
function findSlip(amount: Amount, figure: FoundFigure): Slip | null {
  const converted = convertAmount(amount, figure.unit);
  const stated = readAmount(figure)!;
  const likely =
    converted && nameSlip(magnitude(stated.value), magnitude(converted.value), (stated.printed.high - stated.printed.low) / 2n);
  return likely ? { expected: fromFixedPoint(magnitude(converted.value), figure.decimals), likely } : null;
}

function report(
  block: Passage,
  figure: FoundFigure,
  table: DataTable,
  { row, column }: Position,
  { expected, likely }: Slip,
  sure: boolean,
): Finding {
  const cell = table.rows[row]!.cells[column]!;
  const unit = cell.unit === '%' || cell.text.includes(cell.unit ?? '') ? '' : ` ${cell.unit}`;
  return {
    rule: 'text-table',
    severity: sure ? 'error' : 'warning',
    message: message(sure ? 'finding.text-table' : 'finding.text-table-doubt', {
      text: figure.text,
      cell: describeCell(table, row, column),
      value: `${cell.text}${unit}`,
      expected: printAmount(expected, figure.unit),
      slip: likely,
    }),
    expected,
    stated: figure.text,
    places: [
      placeOfWrongNumber(block, figure, figure.signByWords ? `-${expected}` : expected),
      placeOfCell(table, row, column, block.questionId),
    ],
  };
}

function isLike(a: string, b: string): boolean {
  return areComparable(a, b) || (isRate(a) && isRate(b));
}

/** The sentence names a column by its words or by its year. */
function saysHead(words: string, head: string): boolean {
  const text = tidy(head);
  if (text.length < 2) return false;
  if (words.includes(text)) return true;
  const year = /(?:19|20)\d\d/.exec(text)?.[0];
  if (year) return words.includes(year);
  return /变动|增减|增长|比例|幅度/.test(text) && /下降|增长|减少|增加|上升|下滑|提高|变动|占比|比例/.test(words);
}

function tidy(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
