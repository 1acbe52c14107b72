import type { CellRef } from '../../../shared/domain/dataTable';
import type { TableId } from '../../../shared/domain/ids';
import { say } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/ipc/errors';
import { textOption, UsageError, wordAt, type Command } from '../command';
import { toFindingsJson } from '../findingJson';
import type { Terminal } from '../terminal';
import { message } from '../../../shared/domain/message';

/** The cell at a 0-based grid position; throws AppError `not-found` naming the position. */
async function findCell(terminal: Terminal, tableId: TableId, rowText: string, colText: string): Promise<CellRef> {
  const table = await terminal.call('table:get', { tableId });
  const rowId = /^\d+$/.test(rowText) ? table.rows[Number(rowText)]?.rowId : undefined;
  const colId = /^\d+$/.test(colText) ? table.columns[Number(colText)]?.colId : undefined;
  if (!rowId || !colId) throw new AppError('not-found', { what: message('what.cell'), id: `${tableId} ${rowText},${colText}` });
  return { tableId, rowId, colId };
}

/** `set-cell PROJECT TABLE ROW COL TEXT --kind misread|restated --why TEXT`: corrects a cell; every figure follows. */
export const setCellCommand: Command = {
  usage: 'PROJECT TABLE ROW COL TEXT --kind misread|restated --why TEXT [--json]',
  words: [5, 5],
  options: { kind: { type: 'string' }, why: { type: 'string' } },
  run: async (given, terminal) => {
    const kind = textOption(given, 'kind');
    const why = textOption(given, 'why');
    if ((kind !== 'misread' && kind !== 'restated') || why === null) {
      throw new UsageError(say(given.language, 'cli.usage', { usage: `huihan set-cell ${setCellCommand.usage}` }));
    }
    await terminal.open(wordAt(given, 0), 'write');
    const cell = await findCell(terminal, wordAt(given, 1) as TableId, wordAt(given, 2), wordAt(given, 3));
    const { changedFigures, findings } = await terminal.call('cell:correct', { cell, text: wordAt(given, 4), kind, why });
    const letters = await terminal.call('letter:list', {});
    const numbers = new Map(letters.flatMap((letter) => letter.questions).map((question) => [question.questionId, question.no]));
    const figures = changedFigures.map(({ figureId, questionId, before, after }) => ({
      id: figureId,
      question: numbers.get(questionId) ?? null,
      before,
      after,
    }));
    return {
      json: { changedFigures: figures, findings: await toFindingsJson(given.language, findings, terminal) },
      text: [
        say(given.language, 'cli.corrected', { figures: figures.length, findings: findings.length }),
        ...figures.map(({ question, before, after }) => `${question ?? ''}  ${before} → ${after}`),
      ].join('\n'),
    };
  },
};
