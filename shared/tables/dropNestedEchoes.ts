import { isBlank, squash } from './cellText';
import type { RawCell } from './rawTable';

/**
 * A converter prints a table nested in a cell once in the cell and again as cells and rows behind it. Drops those echoes, in place of columns and rows
 * the table does not have. Only an exact repetition of the nested table's cells goes; `echoed` are the rows something was dropped from.
 */
export function dropNestedEchoes(rows: readonly (readonly RawCell[])[]): { rows: RawCell[][]; echoed: number[] } {
  const kept: RawCell[][] = [];
  const echoed: number[] = [];
  let expected: string[][] = [];
  rows.forEach((row, r) => {
    const nestedAt = row.findIndex((cell) => cell.nested && cell.nested.length > 0);
    if (nestedAt >= 0) {
      expected = row[nestedAt]!.nested!.flatMap((table) => table.cells.map(wordsOf));
      const behind = wordsOf(row.slice(nestedAt + 1));
      const isEcho = behind.length > 0 && isSame(behind, expected.flat().slice(0, behind.length));
      if (isEcho) echoed.push(r);
      kept.push(row.map((cell, c) => (isEcho && c > nestedAt ? { ...cell, text: '' } : cell)));
      return;
    }
    const words = wordsOf(row);
    if (words.length > 0 && isSame(words, expected[0] ?? [])) {
      expected = expected.slice(1);
      echoed.push(r);
      return;
    }
    expected = [];
    kept.push([...row]);
  });
  return { rows: kept, echoed };
}

function wordsOf(cells: readonly RawCell[]): string[] {
  return cells.filter((cell) => !isBlank(cell.text)).map((cell) => squash(cell.text));
}

function isSame(words: readonly string[], others: readonly string[]): boolean {
  return words.length === others.length && words.every((text, i) => text === others[i]);
}
