import { printFormulas } from '../../shared/document/formulas';
import type { DataTable } from '../../shared/domain/dataTable';
import { getElement, getElements, getText, type XmlElement } from '../../electron/core/export/finalCheck/xmlTree';

/** The cells that start in each row of a table, as a reader of the file finds them. */
export type ReadGrid = { text: string; colSpan: number; rowSpan: number }[][];

/** The grid of a w:tbl. Text is that of the cell's own paragraphs, one line each; nested tables leave none. */
export function readGrid(table: XmlElement): ReadGrid {
  const rows = getElements(table, 'w:tr').map((row) => {
    let col = 0;
    return getElements(row, 'w:tc').map((cell) => {
      const properties = getElement(cell, 'w:tcPr');
      const colSpan = Number((properties && getElement(properties, 'w:gridSpan')?.attributes['w:val']) ?? 1);
      const merge = properties && getElement(properties, 'w:vMerge')?.attributes['w:val'];
      const placed = { col, merge, colSpan, text: getElements(cell, 'w:p').map(getText).join('\n') };
      col += colSpan;
      return placed;
    });
  });
  return rows.map((row, r) =>
    row
      .filter((cell) => cell.merge !== 'continue')
      .map(({ text, colSpan, col, merge }) => {
        let rowSpan = 1;
        const goesOn = () => rows[r + rowSpan]?.some((below) => below.col === col && below.merge === 'continue') ?? false;
        if (merge === 'restart') while (goesOn()) rowSpan++;
        return { text, colSpan, rowSpan };
      }),
  );
}

/** The grid a stored table should come back with, its formulas set, `print` being what else the export does to text. */
export function expectGrid(table: DataTable, print: (text: string) => string): ReadGrid {
  return table.rows.map(({ cells }) =>
    cells
      .filter((cell) => !cell.covered)
      .map(({ text, colSpan, rowSpan }) => ({
        text: text
          .split('\n')
          .filter((line) => line !== '\uFFFC')
          .map((line) => printFormulas(print(line)))
          .join('\n'),
        colSpan,
        rowSpan,
      })),
  );
}
