import type { CellUse } from '../../shared/ipc/results';
import type { Words } from '../ui/language';
import type { LinkTarget } from '../../shared/catalogue/nameTarget';

/** Where a cell is used, in words: a figure, table or chart of a question, or a cell of a reply table. */
export function sayCellUse(use: CellUse, say: Words['say'], nameTarget: (target: LinkTarget) => string): string {
  if (use.kind === 'replyTable') {
    return say('replyTable.use', { table: use.caption ?? say('evidence.untitled'), row: use.row, column: use.column, shown: use.shown });
  }
  const target = nameTarget({ questionId: use.questionId, itemId: null });
  return use.kind === 'figure'
    ? say('cell.usedFigure', { target, shown: use.shown })
    : say(use.kind === 'chart' ? 'cell.usedChart' : 'cell.usedTable', { target });
}
