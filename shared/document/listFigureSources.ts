import type { CellRef, DataTable } from '../domain/dataTable';
import type { Formula } from '../domain/figure';
import type { FigureId } from '../domain/ids';
import { sayPlace } from '../catalogue/sayPlace';
import type { ProjectSnapshot } from '../domain/snapshot';
import { accountFigures, type FigureAccount } from '../figures/accountFigures';
import { getRowPath } from '../figures/rowPath';
import { buildTextTable } from './buildTextTable';
import { FIGURE_STATES, FORMULA_NAMES, SOURCE_LIST_COLUMNS } from './filingWords';

/** 数据出处表: every number of the replies in reading order with its file, place, row and column; null when there is none. */
export function listFigureSources(snapshot: ProjectSnapshot): DataTable | null {
  const accounts = accountFigures(snapshot, null);
  if (accounts.length === 0) return null;
  const numbers = new Map(snapshot.letters.flatMap((letter) => letter.questions.map(({ questionId, no }) => [questionId, no])));
  const rows = accounts.map((account, index) => [
    String(index + 1),
    numbers.get(account.questionId) ?? '',
    account.text,
    ...describeSource(account, snapshot),
  ]);
  return buildTextTable([[...SOURCE_LIST_COLUMNS], ...rows]);
}

/** File and place, then how the number is found there; a number without cells says what it is instead. */
export function describeSource(account: FigureAccount, snapshot: ProjectSnapshot): [string, string] {
  if (account.state !== 'linked' && account.state !== 'computed') return [FIGURE_STATES[account.state], account.reason ?? ''];
  const cells = account.cells.flatMap((cell) => describeCell(cell, snapshot) ?? []);
  const formula = snapshot.figures.get(account.id as FigureId)?.formula;
  const files = [...new Set(cells.map(({ file }) => file))];
  const how = formula === undefined ? '' : nameFormula(formula);
  return [files.join('\n'), [...(how === '' ? [] : [`${how}：`]), ...cells.map(({ where }) => where)].join('\n')];
}

function nameFormula(formula: Formula): string {
  return formula.op === 'cell' || formula.op === 'constant' ? '' : FORMULA_NAMES[formula.op];
}

function describeCell({ tableId, rowId, colId }: CellRef, { tables, sources }: ProjectSnapshot): { file: string; where: string } | null {
  const table = tables.get(tableId);
  const row = table?.rows.findIndex((one) => one.rowId === rowId) ?? -1;
  const col = table?.columns.findIndex((one) => one.colId === colId) ?? -1;
  const cell = table?.rows[row]?.cells[col];
  if (!table || !cell) return null;
  const fileName = sources.find((source) => source.sourceId === table.sourceId)?.fileName ?? '';
  const grid = table.rows.map((one) => one.cells);
  const path = [...getRowPath(grid, row, col), ...(table.columns[col]?.path ?? [])].join(' / ');
  return { file: [fileName, sayPlace('zh-CN', table.place)].filter(Boolean).join(' '), where: `${path}：${cell.text}` };
}
