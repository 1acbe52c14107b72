import type { RawCell } from '../../../shared/tables/rawTable';

/** Most rows and columns a pasted table may have; what is beyond is no table anyone pastes into a reply. */
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 200;

/** The grid of an HTML table with its spans; rows and columns without any text at all are left out. Empty when nothing is left. */
export function readHtmlTable(table: Element): RawCell[][] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table).slice(0, MOST_ROWS);
  const grid: RawCell[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let col = 0;
    for (const cell of [...row.children].filter((child) => /^T[DH]$/i.test(child.nodeName))) {
      while (grid[r]![col] !== undefined) col++;
      if (col >= MOST_COLUMNS) break;
      const rowSpan = readSpan(cell, 'rowspan', rows.length - r);
      const colSpan = readSpan(cell, 'colspan', MOST_COLUMNS - col);
      placeCell(grid, r, col, { text: readCellText(cell), rowSpan, colSpan, covered: false });
      col += colSpan;
    }
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  for (const line of grid) for (let col = 0; col < width; col++) line[col] ??= { text: '', rowSpan: 1, colSpan: 1, covered: false };
  return grid.some((line) => line.some((cell) => cell.text !== '')) ? dropEmptyEnd(grid) : [];
}

function placeCell(grid: RawCell[][], row: number, col: number, cell: RawCell): void {
  for (let r = row; r < row + cell.rowSpan; r++) {
    for (let c = col; c < col + cell.colSpan; c++) {
      grid[r]![c] = r === row && c === col ? cell : { text: '', rowSpan: 1, colSpan: 1, covered: true };
    }
  }
}

function readSpan(cell: Element, name: 'rowspan' | 'colspan', most: number): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Number.isFinite(span) ? Math.max(1, Math.min(span, most)) : 1;
}

/** Lines of a cell, one for each paragraph or break in it. */
function readCellText(cell: Element): string {
  let text = '';
  const read = (node: Node): void => {
    if (node.nodeType === 3) text += (node.nodeValue ?? '').replaceAll(/\s+/g, ' ');
    const name = node.nodeName.toUpperCase();
    if (name === 'BR') text += '\n';
    if (name === 'STYLE' || name === 'SCRIPT') return;
    for (const child of node.childNodes) read(child);
    if (name === 'P' || name === 'DIV' || name === 'LI') text += '\n';
  };
  read(cell);
  return text
    .split('\n')
    .map((line) => line.replaceAll('\u00a0', ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Spreadsheets give empty rows and columns around what was meant. */
function dropEmptyEnd(grid: RawCell[][]): RawCell[][] {
  const isEmptyRow = (line: readonly RawCell[]) => line.every((cell) => cell.text === '' && !cell.covered);
  const rows = [...grid];
  while (isEmptyRow(rows.at(-1)!)) rows.pop();
  let width = rows[0]!.length;
  while (rows.every((line) => line[width - 1]!.text === '' && !line[width - 1]!.covered && line[width - 1]!.colSpan === 1)) width--;
  return rows.map((line) => line.slice(0, width));
}
