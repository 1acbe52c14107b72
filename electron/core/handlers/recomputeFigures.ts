import type { ChangedFigure, Figure } from '../../../shared/domain/figure';
import { isTextBlock } from '../../../shared/domain/reply';
import type { Block } from '../../../shared/domain/reply';
import { printFigure } from '../../../shared/figures/formatFigure';
import type { ReadableDb } from '../db/handles';
import type { Recorder } from '../db/history/recordedWrite';
import { findCell } from '../db/queries/cells';
import { updateFigure } from '../db/queries/figures';
import { findBlock, listBlocksShowing } from '../db/queries/replies';

/** What a figure shows by the cells' present values; null when it cannot be computed (a cell is gone or holds words, units do not fit). */
function printPresentFigure(db: ReadableDb, figure: Pick<Figure, 'formula' | 'format'>): string | null {
  const printed = printFigure(figure, (ref) => findCell(db, ref));
  return 'problem' in printed ? null : printed.text;
}

/**
 * Brings figures and every block that shows them to the cells' present values. A figure that can no longer be computed keeps its last words, and the
 * checks report it. Returns what changed.
 */
export function recomputeFigures(db: ReadableDb, recorder: Recorder, figures: readonly Figure[]): ChangedFigure[] {
  const changes: ChangedFigure[] = [];
  for (const figure of figures) {
    const after = printPresentFigure(db, figure);
    if (after === null || after === figure.shown) continue;
    showFigure(db, recorder, { ...figure, shown: after });
    changes.push({ figureId: figure.figureId, questionId: figure.questionId, before: figure.shown, after });
  }
  return changes;
}

/** Stores a figure and writes its words into every block that shows it. */
export function showFigure(db: ReadableDb, recorder: Recorder, figure: Figure): void {
  updateFigure(recorder, figure);
  for (const blockId of listBlocksShowing(db, 'figure', figure.figureId)) {
    const found = findBlock(db, blockId);
    if (found) recorder.updateRow('block', { blockId }, { document: JSON.stringify(withFigureText(found.block, figure)) });
  }
}

function withFigureText(block: Block, { figureId, shown }: Figure): Block {
  if (!isTextBlock(block)) return block;
  const inlines = block.inlines.map((inline) =>
    inline.type === 'figure' && inline.figureId === figureId ? { ...inline, text: shown } : inline,
  );
  return { ...block, inlines };
}
