import type { DataTable } from '../domain/dataTable';
import type { Formula } from '../domain/figure';
import type { FigureId } from '../domain/ids';
import type { ProjectSnapshot } from '../domain/snapshot';
import { accountFigures, type FigureAccount } from '../figures/accountFigures';
import { buildTextTable } from './buildTextTable';
import { FIGURE_STATES, FORMULA_NAMES, SOURCE_LIST_COLUMNS } from './filingWords';
import { type CellHome, createHomes } from './register/describeHome';

/** 数据出处表: every number of the replies in reading order with its file, place, row and column; null when there is none. */
export function listFigureSources(snapshot: ProjectSnapshot): DataTable | null {
  const accounts = accountFigures(snapshot, null);
  if (accounts.length === 0) return null;
  const numbers = new Map(snapshot.letters.flatMap((letter) => letter.questions.map(({ questionId, no }) => [questionId, no])));
  const saySource = createSourceSayer(snapshot);
  const rows = accounts.map((account, index) => [
    String(index + 1),
    numbers.get(account.questionId) ?? '',
    account.text,
    ...saySource(account),
  ]);
  return buildTextTable([[...SOURCE_LIST_COLUMNS], ...rows]);
}

/** Reads a snapshot for saying where its numbers come from: file and place, then how the number is found there. A number without cells says what it is instead. */
export function createSourceSayer(snapshot: ProjectSnapshot): (account: FigureAccount) => [string, string] {
  const getHome = createHomes(snapshot);
  return (account) => {
    if (account.state !== 'linked' && account.state !== 'computed') return [FIGURE_STATES[account.state], account.reason ?? ''];
    const homes = account.cells.flatMap((cell) => getHome(cell) ?? []);
    const formula = snapshot.figures.get(account.id as FigureId)?.formula;
    const files = new Set(homes.map(({ file, place }) => [file, place].filter(Boolean).join(' ')));
    const how = formula === undefined ? '' : nameFormula(formula);
    return [[...files].join('\n'), [...(how === '' ? [] : [`${how}：`]), ...homes.map(sayCell)].join('\n')];
  };
}

function nameFormula(formula: Formula): string {
  return formula.op === 'cell' || formula.op === 'constant' ? '' : FORMULA_NAMES[formula.op];
}

function sayCell({ row, column, text }: CellHome): string {
  return `${[row, column].filter(Boolean).join(' / ')}：${text}`;
}
