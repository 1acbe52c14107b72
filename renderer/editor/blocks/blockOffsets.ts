import { $createRangeSelection, $isTextNode, $setSelection, type ElementNode, type PointType, type RangeSelection } from 'lexical';

/** Puts a point at a character of a block's text; breaks count one character. At a seam the text before it is chosen, or with `after` the one behind. */
export function $setPoint(point: PointType, block: ElementNode, offset: number, after: boolean): void {
  let rest = offset;
  for (const [index, child] of block.getChildren().entries()) {
    const size = child.getTextContentSize();
    if ($isTextNode(child) && (rest < size || (rest === size && (!after || child.getNextSibling() === null)))) {
      point.set(child.getKey(), rest, 'text');
      return;
    }
    if (!$isTextNode(child) && rest === 0) {
      point.set(block.getKey(), index, 'element');
      return;
    }
    rest -= size;
  }
  point.set(block.getKey(), block.getChildrenSize(), 'element');
}

/** Selects the characters [start, end) of a block's text; start and end may be the same. */
export function $selectInBlock(block: ElementNode, start: number, end: number): RangeSelection {
  const selection = $createRangeSelection();
  $setPoint(selection.anchor, block, start, end > start);
  $setPoint(selection.focus, block, end, false);
  $setSelection(selection);
  return selection;
}
