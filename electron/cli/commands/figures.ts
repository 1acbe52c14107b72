import type { CellRef } from '../../../shared/domain/dataTable';
import { wordAt, type Command } from '../command';

/** `figures PROJECT`: every number of the replies and where it comes from; `--auto` first links those with one home. */
export const figuresCommand: Command = {
  usage: 'PROJECT [--auto] [--json]',
  words: [1, 1],
  options: { auto: { type: 'boolean' } },
  run: async (given, terminal) => {
    const auto = given.options['auto'] === true;
    await terminal.open(wordAt(given, 0), auto ? 'write' : 'read');
    if (auto) await terminal.call('figure:linkAll', { questionId: null });
    const accounts = await terminal.call('figure:account', { questionId: null });
    const letters = await terminal.call('letter:list', {});
    const numbers = new Map(letters.flatMap((letter) => letter.questions).map((question) => [question.questionId, question.no]));
    const grids = new Map<string, { rows: string[]; columns: string[] }>();
    for (const { tableId } of accounts.flatMap((account) => [...account.cells, ...account.alternatives])) {
      if (grids.has(tableId)) continue;
      const table = await terminal.call('table:get', { tableId });
      grids.set(tableId, { rows: table.rows.map(({ rowId }) => rowId), columns: table.columns.map(({ colId }) => colId) });
    }
    const toJson = ({ tableId, rowId, colId }: CellRef) => ({
      table: tableId,
      row: grids.get(tableId)?.rows.indexOf(rowId) ?? -1,
      col: grids.get(tableId)?.columns.indexOf(colId) ?? -1,
    });
    const json = accounts.map(({ id, questionId, sectionId, blockId, start, text, value, unit, state, reason, cells, alternatives }) => ({
      id,
      question: numbers.get(questionId) ?? null,
      section: sectionId,
      block: blockId,
      start,
      text,
      value,
      unit,
      state,
      ...(reason === null ? {} : { reason }),
      cells: cells.map(toJson),
      alternatives: alternatives.map(toJson),
    }));
    return { json, text: json.map(({ question, state, text }) => `${question ?? ''}  ${state}  ${text}`).join('\n') };
  },
};
