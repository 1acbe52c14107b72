import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { FigureId } from '../../../shared/domain/ids';
import { $createFigureNode } from '../figure/FigureNode';
import { STORED_FORMATS } from '../mapping/textStyle';
import { $isSectionNode } from '../section/SectionNode';
import { $findBlockOf, $getSelectedBlocks } from './turnInto';

/** Puts a figure in the place of the selection, or at the end of the first section when there is none; the caret stands behind it. */
export function $insertFigureNode(figureId: FigureId, words: string): void {
  const selection = $ensureRangeSelection();
  const node = $createFigureNode(figureId, words).setFormat(selection.format & STORED_FORMATS);
  selection.insertNodes([node]);
  node.selectEnd();
}

function $ensureRangeSelection(): RangeSelection {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && $findBlockOf(selection.anchor.getNode()) !== null) return selection;
  const section = $getRoot().getChildren().find($isSectionNode);
  const last = section?.getLastChild();
  if ($isElementNode(last)) return last.selectEnd();
  const paragraph = $createParagraphNode();
  section?.append(paragraph);
  return paragraph.select();
}

/** Puts blocks after the block at the caret, in the place of an empty paragraph; the caret goes on in the text behind them. */
export function $insertBlocks(blocks: readonly LexicalNode[]): void {
  const at = $getSelectedBlocks().at(-1) ?? $findBlockOf($ensureRangeSelection().anchor.getNode());
  const last = blocks.at(-1);
  if (!at || !last) return;
  let previous = at;
  for (const block of blocks) {
    previous.insertAfter(block);
    previous = block;
  }
  if ($isParagraphNode(at) && at.isEmpty()) at.remove();
  const next = last.getNextSibling();
  if ($isElementNode(next)) next.selectStart();
  else if ($isDecoratorNode(last)) {
    const paragraph = $createParagraphNode();
    last.insertAfter(paragraph);
    paragraph.select();
  } else last.selectEnd();
}
