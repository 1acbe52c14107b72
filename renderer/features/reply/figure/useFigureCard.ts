import type { LexicalEditor, NodeKey } from 'lexical';
import { $getNearestNodeFromDOMNode, COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { $findFigureAtSelection } from '../../../editor/figure/figureAt';
import { $isFigureNode } from '../../../editor/figure/FigureNode';

/** The figure whose card is open; `byKey` when the keyboard opened it, so that it takes the focus. */
export type OpenCard = { nodeKey: NodeKey; byKey: boolean };

const OPEN_AFTER_MS = 350;
const CLOSE_AFTER_MS = 250;

/** Opens a figure's card when the pointer rests on it, or by Alt+Enter at the caret. `hold` keeps it open while the pointer is on the card. */
export function useFigureCard(editor: LexicalEditor): { card: OpenCard | null; close: () => void; hold: (held: boolean) => void } {
  const [card, setCard] = useState<OpenCard | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = useCallback((ms: number, next: OpenCard | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCard((now) => (next === null && now?.byKey ? now : next)), ms);
  }, []);
  useEffect(() => {
    const onOver = (event: MouseEvent) => {
      const element = event.target instanceof Element ? event.target.closest('.reply-figure') : null;
      if (!element || event.buttons !== 0) {
        later(CLOSE_AFTER_MS, null);
        return;
      }
      const nodeKey = editor.read(() => {
        const node = $getNearestNodeFromDOMNode(element);
        return $isFigureNode(node) ? node.getKey() : null;
      });
      if (nodeKey) later(OPEN_AFTER_MS, { nodeKey, byKey: false });
    };
    const onLeave = () => later(CLOSE_AFTER_MS, null);
    const stopRoot = editor.registerRootListener((root, oldRoot) => {
      oldRoot?.removeEventListener('mouseover', onOver);
      oldRoot?.removeEventListener('mouseleave', onLeave);
      root?.addEventListener('mouseover', onOver);
      root?.addEventListener('mouseleave', onLeave);
    });
    const stopKey = editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const figure = event?.altKey ? $findFigureAtSelection() : null;
        if (!figure) return false;
        event?.preventDefault();
        setCard({ nodeKey: figure.getKey(), byKey: true });
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
    return () => {
      stopRoot();
      stopKey();
      clearTimeout(timer.current);
    };
  }, [editor, later]);
  return {
    card,
    close: () => {
      clearTimeout(timer.current);
      setCard(null);
    },
    hold: (held) => (held ? clearTimeout(timer.current) : later(CLOSE_AFTER_MS, null)),
  };
}
