import { $getSelection, $isRangeSelection, $isTextNode } from 'lexical';
import { $isFigureNode, type FigureNode } from './FigureNode';

/** The figure the caret stands in or right beside, or the one that is selected; null for none. */
export function $findFigureAtSelection(): FigureNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const selected = selection.getNodes().filter($isFigureNode);
  if (selected.length === 1) return selected[0]!;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node)) return null;
  const before = node.getPreviousSibling();
  const after = node.getNextSibling();
  if (anchor.offset === 0 && $isFigureNode(before)) return before;
  return anchor.offset === node.getTextContentSize() && $isFigureNode(after) ? after : null;
}
