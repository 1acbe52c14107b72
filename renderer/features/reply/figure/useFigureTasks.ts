import type { LexicalEditor, NodeKey } from 'lexical';
import { $getNodeByKey, HISTORY_MERGE_TAG, HISTORY_PUSH_TAG } from 'lexical';
import { useMemo } from 'react';
import type { CellRef } from '../../../../shared/domain/dataTable';
import type { FigureFormat, Formula } from '../../../../shared/domain/figure';
import type { FigureId, QuestionId } from '../../../../shared/domain/ids';
import { isRevising } from '../../../workspace/revisionMode';
import { useRun } from '../../../workspace/useRun';
import { $insertFigureNode } from '../../../editor/blocks/insertNodes';
import { $isFigureNode } from '../../../editor/figure/FigureNode';
import { $listCopies, $unlinkFigure } from '../../../editor/figure/registerFigures';
import { $getTextMarks } from '../../../editor/review/reviewState';
import { call } from '../../../ipc/client';
import { useWords } from '../../../ui/language';
import { showDone } from '../../../ui/toasts';
import type { ReplySession } from '../replySession';
import { describeCell } from './describeCell';
import { createFormat } from './figureFormats';

/** What can be done with figures of the open reply; a failure is shown as a sentence. */
export type FigureTasks = {
  /** Makes a figure and puts it in the place of the selection. */
  insert: (formula: Formula, format: FigureFormat) => void;
  /** Makes a figure of a cell as it is printed there. */
  insertCell: (cell: CellRef) => void;
  change: (figureId: FigureId, formula: Formula, format: FigureFormat) => void;
  /** Gives figures pasted from another question, and copies of figures of this one, a row of their own. */
  adopt: () => void;
  /** Turns one figure into plain text; one undo links it again. */
  unlink: (nodeKey: NodeKey) => void;
};

/** The figure tasks of one editor. */
export function useFigureTasks(editor: LexicalEditor, session: ReplySession, questionId: QuestionId): FigureTasks {
  const run = useRun();
  const { say } = useWords();
  return useMemo<FigureTasks>(() => {
    const insert = async (formula: Formula, format: FigureFormat) => {
      const figure = await call('figure:create', { questionId, formula, format, asOf: null, reason: null });
      session.putFigure(figure);
      editor.update(() => $insertFigureNode(figure.figureId, figure.shown), { tag: HISTORY_PUSH_TAG });
      editor.focus();
    };
    return {
      insert: (formula, format) => run(() => insert(formula, format)),
      insertCell: (cell) =>
        run(async () => {
          const found = describeCell(await call('table:get', { tableId: cell.tableId }), cell);
          if (found) await insert({ op: 'cell', cell }, createFormat('cell', { text: found.printed, unit: found.unit }));
        }),
      change: (figureId, formula, format) =>
        run(async () => {
          const old = session.getFigure(figureId);
          session.putFigure(
            await call('figure:update', { figureId, formula, format, asOf: old?.asOf ?? null, reason: old?.reason ?? null }),
          );
          editor.focus();
        }),
      adopt: () =>
        run(async () => {
          const foreign = editor.read(() =>
            $listCopies((figureId) => session.getFigure(figureId) !== undefined)
              // In revision mode the reply's own figures stay as they are.
              .filter((node) => !isRevising() || $getTextMarks(node).ins !== null)
              .map((node) => node.getKey()),
          );
          if (foreign.length === 0) return;
          const rows = new Map((await call('figure:list', { questionId: null })).map((row) => [row.figureId, row]));
          for (const nodeKey of foreign) {
            const row = editor.read(() => {
              const node = $getNodeByKey(nodeKey);
              return $isFigureNode(node) ? rows.get(node.getFigureId()) : undefined;
            });
            if (!row) continue;
            const { formula, format, asOf, reason } = row;
            const figure = await call('figure:create', { questionId, formula, format, asOf, reason });
            editor.update(
              () => {
                const node = $getNodeByKey(nodeKey);
                if ($isFigureNode(node)) node.setFigureId(figure.figureId);
              },
              { tag: HISTORY_MERGE_TAG, discrete: true },
            );
            session.putFigure(figure);
          }
        }),
      unlink: (nodeKey) => {
        editor.update(
          () => {
            const node = $getNodeByKey(nodeKey);
            if (!$isFigureNode(node)) return;
            const text = node.getTextContent();
            $unlinkFigure(node);
            showDone(say('reply.figure.unlinked', { text }));
          },
          { tag: HISTORY_PUSH_TAG },
        );
        editor.focus();
      },
    };
  }, [editor, session, questionId, run, say]);
}
