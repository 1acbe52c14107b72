import type { LexicalEditor } from 'lexical';
import { $getNodeByKey } from 'lexical';
import { useLayoutEffect, useRef } from 'react';
import type { CellRef } from '../../../shared/domain/dataTable';
import { $isFigureNode } from '../../editor/figure/FigureNode';
import { useWords } from '../../ui/language';
import { Floating } from './Floating';
import { FigureCard } from './figure/FigureCard';
import type { OpenCard } from './figure/useFigureCard';
import type { ReplySession } from './replySession';

type FigureCardFloatProps = {
  editor: LexicalEditor;
  session: ReplySession;
  card: OpenCard;
  onHold: (held: boolean) => void;
  onClose: () => void;
  onCorrect: (cell: CellRef) => void;
  onPick: (card: OpenCard, keepsCell: boolean) => void;
  onUnlink: (card: OpenCard) => void;
};

const MARGIN_PX = 8;

/** A figure's card beside the figure: it does not take the focus when the pointer opened it, and holds it when the keyboard did. */
export function FigureCardFloat({ editor, session, card, onHold, onClose, onCorrect, onPick, onUnlink }: FigureCardFloatProps) {
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const found = editor.read(() => {
    const node = $getNodeByKey(card.nodeKey);
    return $isFigureNode(node) ? { figureId: node.getFigureId(), shown: node.getShown() } : null;
  });
  useLayoutEffect(() => {
    const element = frame.current;
    const figure = editor.getElementByKey(card.nodeKey);
    if (!element || !figure) return;
    const place = () => placeBeside(element, figure.getBoundingClientRect());
    place();
    const watch = new ResizeObserver(place);
    watch.observe(element);
    return () => watch.disconnect();
  }, [editor, card]);
  if (!found) return null;
  const content = (
    <FigureCard
      figure={session.getFigure(found.figureId)}
      shown={found.shown}
      onCorrect={(cell) => (onClose(), onCorrect(cell))}
      onReplace={() => (onClose(), onPick(card, false))}
      onFormat={() => (onClose(), onPick(card, true))}
      onUnlink={() => (onClose(), onUnlink(card))}
    />
  );
  if (card.byKey) {
    const spot = editor.getElementByKey(card.nodeKey)?.getBoundingClientRect();
    return spot ? (
      <Floating
        spot={{ left: spot.left, top: spot.top, width: spot.width, height: spot.height }}
        label={say('reply.figure.card')}
        onClose={() => (onClose(), editor.focus())}
      >
        {content}
      </Floating>
    ) : null;
  }
  return (
    <div
      ref={frame}
      className="figure-card-float"
      role="dialog"
      aria-label={say('reply.figure.card')}
      onMouseEnter={() => onHold(true)}
      onMouseLeave={() => onHold(false)}
    >
      {content}
    </div>
  );
}

function placeBeside(element: HTMLElement, figure: DOMRect): void {
  const { width, height } = element.getBoundingClientRect();
  const below = figure.bottom + 4;
  const top = below + height + MARGIN_PX > innerHeight ? Math.max(MARGIN_PX, figure.top - height - 4) : below;
  const left = Math.max(MARGIN_PX, Math.min(figure.left, innerWidth - width - MARGIN_PX));
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}
