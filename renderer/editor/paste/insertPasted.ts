import { $getSelection, $isDecoratorNode, $isElementNode, $isParagraphNode, $isRangeSelection, type LexicalNode } from 'lexical';
import { isAtEnd } from '../blocks/caretEdges';
import { $insertBlocks } from '../blocks/insertNodes';
import { $removeRange } from '../blocks/registerRangeRemoval';
import { $findBlockOf } from '../blocks/turnInto';

/**
 * Puts pasted blocks in the place of the selection. In the middle of a text the first and last of them join with it; at an empty paragraph they take
 * its place and keep what they are; a table stands between the halves of the text it is pasted into.
 */
export function $insertPastedBlocks(blocks: LexicalNode[]): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || blocks.length === 0) return;
  $removeRange(true);
  const at = $findBlockOf(selection.anchor.getNode());
  if (!$isElementNode(at) || ($isParagraphNode(at) && at.isEmpty())) {
    $insertBlocks(blocks);
  } else if ($isDecoratorNode(blocks[0])) {
    if (!isAtEnd(selection, at)) {
      selection.insertParagraph();
      at.selectEnd();
    }
    $insertBlocks(blocks);
  } else {
    selection.insertNodes(blocks);
  }
}
