import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type RangeSelection,
} from 'lexical';
import type { BlockId } from '../../../shared/domain/ids';
import { assert } from '../../../shared/util/assert';
import { $getBlockId } from '../blocks/blockId';

/** Selects from a character of one block to a character of another (or puts the caret there), offsets counted in the block's text. */
export function $selectText(from: [string, number], to: [string, number] = from): RangeSelection {
  const selection = $createRangeSelection();
  for (const [point, [blockId, offset]] of [
    [selection.anchor, from],
    [selection.focus, to],
  ] as const) {
    const block = $findBlock(blockId as BlockId);
    let rest = offset;
    const leaf = block.getChildren().find((child) => {
      if (rest <= child.getTextContentSize() && $isTextNode(child)) return true;
      rest -= child.getTextContentSize();
      return false;
    });
    if (leaf) point.set(leaf.getKey(), rest, 'text');
    else point.set(block.getKey(), block.getChildrenSize(), 'element');
  }
  $setSelection(selection);
  return selection;
}

/** The block with this id; it must hold text. */
export function $findBlock(blockId: BlockId): ElementNode {
  for (const section of $getRoot().getChildren()) {
    if (!$isElementNode(section)) continue;
    const found = section.getChildren().find((block) => $getBlockId(block) === blockId);
    if ($isElementNode(found)) return found;
  }
  return assert(false, `there is a block ${blockId}`) as never;
}
