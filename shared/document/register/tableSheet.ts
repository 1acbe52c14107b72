import { sayPlace } from '../../catalogue/sayPlace';
import type { DataTable } from '../../domain/dataTable';
import type { ColId, RowId, TableId } from '../../domain/ids';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { listFormulaCells } from '../../figures/listFormulaCells';
import { readRowPaths } from '../../figures/rowPath';
import { buildFormulas } from '../../tables/reply/buildFormulas';
import type { ReplyTableDefinition } from '../../tables/reply/replyTableDefinition';
import { type CellHome, createHomes, nameSection, nameVerifiers } from './describeHome';
import { PASTED, TABLE_COLUMNS, TABLE_SHEET } from './registerWords';
import type { Sheet } from './sheet';

/** Cells a total is made from that are named one by one. */
const MOST_NAMED = 6;

/**
 * Every number of the tables the replies show, with where it comes from: a table of a source from its own file, a reply table's number from the cells
 * it is computed from.
 */
export function makeTableSheet(snapshot: ProjectSnapshot, definitions: ReadonlyMap<TableId, ReplyTableDefinition>): Sheet {
  const questions = new Map(snapshot.letters.flatMap((letter) => letter.questions.map((question) => [question.questionId, question])));
  const getHome = createHomes(snapshot);
  const rows: string[][] = [];
  for (const { questionId, sections } of snapshot.replies) {
    const question = questions.get(questionId);
    for (const section of sections) {
      for (const block of section.blocks) {
        const table = block.type === 'table' ? snapshot.tables.get(block.tableId) : undefined;
        if (!table) continue;
        const getRowPath = readRowPaths(table.rows.map((row) => row.cells));
        const listOrigins = readOrigins(table, definitions.get(table.tableId), snapshot, getHome);
        for (const [row, col] of listNumbers(table)) {
          const cell = table.rows[row]!.cells[col]!;
          rows.push([
            String(rows.length + 1),
            question?.no ?? '',
            nameSection(section),
            table.caption ?? '',
            getRowPath(row, col).join(' / '),
            table.columns[col]!.path.join(' / '),
            cell.text,
            cell.unit ?? '',
            ...listOrigins(table.rows[row]!.rowId, table.columns[col]!.colId),
            nameVerifiers(question),
          ]);
        }
      }
    }
  }
  return { name: TABLE_SHEET, columns: TABLE_COLUMNS, rows };
}

function listNumbers({ rows, headerRows }: DataTable): [row: number, col: number][] {
  return rows.flatMap(({ cells }, row) =>
    row < headerRows ? [] : cells.flatMap((cell, col): [number, number][] => (cell.covered || cell.value === null ? [] : [[row, col]])),
  );
}

/** Source table, cells, file and place of each number of a table. */
function readOrigins(
  table: DataTable,
  definition: ReplyTableDefinition | undefined,
  { sources }: ProjectSnapshot,
  getHome: ReturnType<typeof createHomes>,
): (rowId: RowId, colId: ColId) => [string, string, string, string] {
  if (!definition) {
    const source = sources.find(({ sourceId }) => sourceId === table.sourceId);
    const own: [string, string, string, string] = source
      ? [table.caption ?? '', '', source.fileName, sayPlace('zh-CN', table.place)]
      : ['', '', PASTED, ''];
    return () => own;
  }
  const find = buildFormulas(definition);
  return (rowId, colId) => {
    const formula = find(rowId, colId);
    const homes = formula ? listFormulaCells(formula).flatMap((cell) => getHome(cell) ?? []) : [];
    const named = homes.slice(0, MOST_NAMED).map(({ row, column, text }) => `${[row, column].filter(Boolean).join(' / ')}：${text}`);
    const cells = [...named, ...(homes.length > MOST_NAMED ? [`…（${homes.length}）`] : [])].join('\n');
    return [distinct(homes, 'table'), cells, distinct(homes, 'file'), distinct(homes, 'place')];
  };
}

function distinct(homes: readonly CellHome[], field: 'table' | 'file' | 'place'): string {
  return [...new Set(homes.map((home) => home[field]))].filter(Boolean).join('\n');
}
