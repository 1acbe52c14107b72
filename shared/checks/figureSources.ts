import type { Finding } from '../domain/finding';
import { type Message, message } from '../domain/message';
import { isTextBlock, type Reply } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import type { FigureProblem } from '../figures/figureProblem';
import { computeFigure } from './evaluateFigure';

/**
 * Linked numbers of a reply that can no longer be computed and keep the words last shown: their cell is gone (its row left a ranking, its table was
 * removed), or holds no number any more.
 */
export function checkFigureSources(reply: Reply, snapshot: ProjectSnapshot): Finding[] {
  return reply.sections.flatMap(({ blocks }) =>
    blocks.filter(isTextBlock).flatMap(({ blockId, inlines }) =>
      inlines.flatMap((inline): Finding[] => {
        const figure = inline.type === 'figure' ? snapshot.figures.get(inline.figureId) : undefined;
        const result = figure && computeFigure(snapshot, figure);
        if (inline.type !== 'figure' || !result || !('problem' in result)) return [];
        const place = { questionId: reply.questionId, blockId, text: inline.text };
        const said = explain(inline.text, result.problem, snapshot);
        return [{ rule: 'figure-source', severity: 'warning', message: said, expected: null, stated: inline.text, places: [place] }];
      }),
    ),
  );
}

function explain(text: string, problem: FigureProblem, { tables }: ProjectSnapshot): Message {
  if (problem.kind === 'cellMissing') {
    const table = tables.get(problem.cell.tableId);
    if (!table) return message('finding.figure-table-gone', { text });
    const headings = table.columns.flatMap(({ path }) => path.at(-1) ?? []);
    return message('finding.figure-cell-gone', { text, table: table.caption ?? headings.join('、') });
  }
  return message('finding.figure-without-value', { text });
}
