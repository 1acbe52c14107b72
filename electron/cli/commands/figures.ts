import { wordAt, type Command } from '../command';
import type { Formula } from '../../../shared/domain/figure';
import type { CellRef } from '../../../shared/domain/dataTable';

/** Cells a formula reads, in the order it names them. */
function listCells(formula: Formula): CellRef[] {
  if (formula.op === 'cell') return [formula.cell];
  return formula.op === 'constant' ? [] : formula.args.flatMap(listCells);
}

/** `figures PROJECT`: the linked and computed figures of the replies. */
export const figuresCommand: Command = {
  usage: 'PROJECT [--json]',
  words: [1, 1],
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'read');
    const figures = await terminal.call('figure:list', { questionId: null });
    const letters = await terminal.call('letter:list', {});
    const numbers = new Map(letters.flatMap((letter) => letter.questions).map((question) => [question.questionId, question.no]));
    const grids = new Map<string, { rows: string[]; columns: string[] }>();
    for (const { tableId } of figures.flatMap(({ formula }) => listCells(formula))) {
      if (grids.has(tableId)) continue;
      const table = await terminal.call('table:get', { tableId });
      grids.set(tableId, { rows: table.rows.map(({ rowId }) => rowId), columns: table.columns.map(({ colId }) => colId) });
    }
    const json = figures.map((figure) => ({
      id: figure.figureId,
      question: numbers.get(figure.questionId) ?? null,
      text: figure.shown,
      unit: figure.format.unit,
      state: figure.formula.op === 'cell' ? 'linked' : 'computed',
      ...(figure.reason === null ? {} : { reason: figure.reason }),
      cells: listCells(figure.formula).map(({ tableId, rowId, colId }) => ({
        table: tableId,
        row: grids.get(tableId)?.rows.indexOf(rowId) ?? -1,
        col: grids.get(tableId)?.columns.indexOf(colId) ?? -1,
      })),
    }));
    return { json, text: json.map(({ question, state, text }) => `${question ?? ''}  ${state}  ${text}`).join('\n') };
  },
};
