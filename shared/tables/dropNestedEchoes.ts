import { isBlank, squash } from './cellText';
import type { RawCell } from './rawTable';

/**
 * A converter prints a table nested in a cell once in the cell and again as cells and rows behind it. Drops those echoes, in place of columns and rows
 * the table does not have. Only an exact repetition of the nested table's cells goes.
 */
export function dropNestedEchoes(rows: readonly (readonly RawCell[])[]): { rows: RawCell[][]; droppedRows: number[] } {
  const kept: RawCell[][] = [];
  const droppedRows: number[] = [];
  let echo: string[][] = [];
  rows.forEach((row, r) => {
    const nestedAt = row.findIndex((cell) => cell.nested && cell.nested.length > 0);
    if (nestedAt >= 0) {
      const tables = row[nestedAt]!.nested!;
      echo = tables.flatMap((table) => table.cells.map((cells) => wordsOf(cells)));
      const flat = echo.flat();
      const behind = wordsOf(row.slice(nestedAt + 1));
      const isEcho = behind.length > 0 && behind.length <= flat.length && behind.every((text, i) => text === flat[i]);
      kept.push(row.map((cell, c) => (isEcho && c > nestedAt ? { ...cell, text: '' } : cell)));
      return;
    }
    const words = wordsOf(row);
    if (echo.length > 0 && words.length > 0 && words.length === echo[0]!.length && words.every((text, i) => text === echo[0]![i])) {
      echo = echo.slice(1);
      droppedRows.push(r);
      return;
    }
    echo = [];
    kept.push([...row]);
  });
  return { rows: kept, droppedRows };
}

function wordsOf(cells: readonly RawCell[]): string[] {
  return cells.filter((cell) => !isBlank(cell.text)).map((cell) => squash(cell.text));
}
