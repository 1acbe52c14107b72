import { $getSelection, $isElementNode, $isRangeSelection, type LexicalNode, type PointType } from 'lexical';
import type { BlockId } from '../../../shared/domain/ids';
import { $getBlockId } from './blockId';

/** A stretch of one block's text, counted as `getInlineText` counts, and what stands there. */
export type TextSpan = { blockId: BlockId; from: number; to: number; quote: string };

/** The selected words when they lie within one block; null for no selection and for one across blocks. */
export function $readSpan(): TextSpan | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const [first, last] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  const block = $findBlock(first.getNode());
  if (block === null || $findBlock(last.getNode()) !== block) return null;
  const blockId = $getBlockId(block);
  const [from, to] = [$countBefore(first, block), $countBefore(last, block)];
  const quote = block.getTextContent().slice(from, to);
  return blockId === '' || quote.trim() === '' ? null : { blockId, from, to, quote };
}

function $findBlock(node: LexicalNode): LexicalNode | null {
  for (let one: LexicalNode | null = node; one !== null; one = one.getParent()) if ($getBlockId(one) !== '') return one;
  return null;
}

/** Characters of a block's text before a point. */
function $countBefore(point: PointType, block: LexicalNode): number {
  let node: LexicalNode = point.getNode();
  let count = 0;
  if (point.type === 'text') count = point.offset;
  else if ($isElementNode(node))
    count = node
      .getChildren()
      .slice(0, point.offset)
      .reduce((sum, child) => sum + child.getTextContentSize(), 0);
  while (node !== block) {
    for (const sibling of node.getPreviousSiblings()) count += sibling.getTextContentSize();
    node = node.getParentOrThrow();
  }
  return count;
}
