import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import type { HeadingLevel } from '../../../shared/domain/reply';
import { $createListBlockNode, $isListBlockNode } from '../listBlock/ListBlockNode';
import { toHeadingLevel, toHeadingTag } from '../mapping/blocks';
import { $isSectionNode } from '../section/SectionNode';
import { $getBlockId, $setBlockId } from './blockId';

/** What a block of text can be turned into. */
export const BLOCK_KINDS = ['paragraph', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6', 'bullet', 'number'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** The kind that stands for a heading level. */
export function toBlockKind(level: HeadingLevel): BlockKind {
  return `heading${level}`;
}

/** What a block is now; null for tables and pictures. */
export function $getBlockKind(block: LexicalNode): BlockKind | null {
  if ($isHeadingNode(block)) return toBlockKind(toHeadingLevel(block.getTag()));
  if ($isListBlockNode(block)) return block.getKind();
  return $isParagraphNode(block) ? 'paragraph' : null;
}

/** The block a node stands in, or the node itself when it is one; null for sections and the root. */
export function $findBlockOf(node: LexicalNode): LexicalNode | null {
  let block: LexicalNode | null = node;
  while (block !== null && !$isSectionNode(block.getParent())) block = block.getParent();
  return block;
}

/** The blocks a selection touches, in reading order. */
export function $getSelectedBlocks(): LexicalNode[] {
  const selection = $getSelection();
  if (selection === null) return [];
  const blocks = new Set<LexicalNode>();
  for (const node of selection.getNodes()) {
    const block = $findBlockOf(node);
    if (block) blocks.add(block);
  }
  return [...blocks];
}

/** Turns a block of text into another kind: its id, its text and the selection in it stay. */
export function $turnInto(block: LexicalNode, kind: BlockKind): void {
  if (!$isElementNode(block) || $getBlockKind(block) === null || $getBlockKind(block) === kind) return;
  const next = $createBlock(kind);
  const blockId = $getBlockId(block);
  if (blockId !== '') $setBlockId(next, blockId);
  next.append(...block.getChildren());
  const selection = $getSelection();
  if ($isRangeSelection(selection)) {
    for (const point of [selection.anchor, selection.focus]) {
      if (point.key === block.getKey()) point.set(next.getKey(), Math.min(point.offset, next.getChildrenSize()), 'element');
    }
  }
  block.replace(next);
}

/** Turns every selected block of text into one kind. */
export function $turnSelectionInto(kind: BlockKind): void {
  for (const block of $getSelectedBlocks()) $turnInto(block, kind);
}

function $createBlock(kind: BlockKind): ElementNode {
  switch (kind) {
    case 'paragraph':
      return $createParagraphNode();
    case 'bullet':
    case 'number':
      return $createListBlockNode(kind, 0);
    default:
      return $createHeadingNode(toHeadingTag(Number(kind.slice(-1)) as HeadingLevel));
  }
}
