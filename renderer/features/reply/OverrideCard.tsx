import type { LexicalEditor } from 'lexical';
import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { ReviewPayload } from '../../../shared/domain/review';
import { useWords } from '../../ui/language';
import { useCaretChanges } from '../../workspace/reviewCaret';
import { CellFacts, listCells } from './figure/FigureCard';
import type { ReplySession } from './replySession';

/** A figure that was written over, while the caret stands in it: its cell and source, what it says and what is proposed. It takes no focus. */
export function OverrideCard({ editor, session }: { editor: LexicalEditor; session: ReplySession }) {
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const changeId = useCaretChanges().find((id) => session.ledger.get(id)?.isOverride);
  const subscribe = useCallback((listener: () => void) => editor.registerUpdateListener(listener), [editor]);
  const print = useSyncExternalStore(subscribe, () =>
    changeId === undefined ? '' : JSON.stringify(session.findPayload(changeId) ?? null),
  );
  const payload = print === '' ? null : (JSON.parse(print) as ReviewPayload | null);
  const override = payload?.kind === 'overrideFigure' ? payload : null;
  useLayoutEffect(() => {
    const caret = document.getSelection();
    const rect = caret && caret.rangeCount > 0 ? caret.getRangeAt(0).getBoundingClientRect() : null;
    if (!frame.current || !rect) return;
    const { width, height } = frame.current.getBoundingClientRect();
    const below = rect.bottom + 6;
    frame.current.style.left = `${Math.max(8, Math.min(rect.left, innerWidth - width - 8))}px`;
    frame.current.style.top = `${below + height + 8 > innerHeight ? Math.max(8, rect.top - height - 6) : below}px`;
  });
  if (!override) return null;
  const figure = session.getFigure(override.figureId);
  const cells = figure ? listCells(figure.formula) : [];
  return (
    <div ref={frame} className="figure-card-float override-card" role="status">
      <div className="figure-card">
        <h3>{say('revision.overrideTitle')}</h3>
        <dl className="override-values">
          <dt>{say('revision.overrideShown')}</dt>
          <dd>{override.shown}</dd>
          <dt>{say('revision.overrideProposed')}</dt>
          <dd>{override.proposed}</dd>
        </dl>
        {cells.length === 0 ? <p className="text-doubt">{say('revision.overrideNoSource')}</p> : null}
        {cells.map((cell) => (
          <CellFacts key={`${cell.tableId} ${cell.rowId} ${cell.colId}`} cell={cell} />
        ))}
        <p className="small faint">{say('revision.overrideNote')}</p>
      </div>
    </div>
  );
}
