import { $isElementNode, type LexicalNode, type RangeSelection } from 'lexical';

/** Whether a selection begins at the very start of a block it stands in. */
export function isAtStart(selection: RangeSelection, block: LexicalNode): boolean {
  const { anchor } = selection;
  if (anchor.offset !== 0) return false;
  for (let node: LexicalNode | null = anchor.getNode(); node !== null && !node.is(block); node = node.getParent()) {
    if (node.getPreviousSibling() !== null) return false;
  }
  return true;
}

/** Whether a selection begins at the very end of a block it stands in. */
export function isAtEnd(selection: RangeSelection, block: LexicalNode): boolean {
  const { anchor } = selection;
  const node = anchor.getNode();
  const size = anchor.type === 'element' && $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  if (anchor.offset !== size) return false;
  for (let at: LexicalNode | null = node; at !== null && !at.is(block); at = at.getParent()) {
    if (at.getNextSibling() !== null) return false;
  }
  return true;
}
