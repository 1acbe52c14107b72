import { $getRoot, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import { $createInlineNode, $readInline } from '../mapping/inlines';
import { $createBlockNode, $readBlock } from '../mapping/blocks';
import { $isSectionNode } from '../section/SectionNode';
import {
  hasSameMarks,
  isSameStyle,
  joinMarked,
  getStyle,
  type MarkedBlock,
  type MarkedInline,
  type MarkedSection,
  toShell,
} from './markedReply';
import { $getBlockMarks, $getTextMarks, $setBlockMarks, $setTextMarks } from './reviewState';

/** The reply in the editor with the open changes marked upon it. */
export function $readMarkedSections(): MarkedSection[] {
  return $getRoot()
    .getChildren()
    .filter($isSectionNode)
    .map((section) => ({ head: section.getHead(), blocks: section.getChildren().map($readMarkedBlock) }));
}

/** A block node with its marks. */
export function $readMarkedBlock(node: LexicalNode): MarkedBlock {
  const inlines = $isElementNode(node) ? joinMarked(node.getChildren().map($readMarkedInline)) : [];
  return { shell: toShell($readBlock(node)), ...$getBlockMarks(node), inlines };
}

/** A node of a block's text with its marks. */
export function $readMarkedInline(node: LexicalNode): MarkedInline {
  return { inline: $readInline(node), ...$getTextMarks(node) };
}

/** A new node for a block with its marks. */
export function $createMarkedBlock(block: MarkedBlock): LexicalNode {
  const node = $setBlockMarks($createBlockNode(block.shell), block);
  return $isElementNode(node) ? node.append(...block.inlines.map($createMarkedInline)) : node;
}

function $createMarkedInline(marked: MarkedInline): LexicalNode {
  return $setTextMarks($createInlineNode(marked.inline), marked);
}

/** Makes a block node hold this text; nodes at its beginning and end that hold it already stay. */
export function $writeMarkedInlines(node: ElementNode, inlines: readonly MarkedInline[]): void {
  const children = node.getChildren();
  const now = children.map($readMarkedInline);
  let start = 0;
  while (start < now.length && start < inlines.length && isSameMarked(now[start]!, inlines[start]!)) start++;
  let tail = 0;
  const rest = Math.min(now.length, inlines.length) - start;
  while (tail < rest && isSameMarked(now[now.length - 1 - tail]!, inlines[inlines.length - 1 - tail]!)) tail++;
  if (start + tail === now.length && start + tail === inlines.length) return;
  node.splice(start, now.length - start - tail, inlines.slice(start, inlines.length - tail).map($createMarkedInline));
}

function isSameMarked(a: MarkedInline, b: MarkedInline): boolean {
  if (!hasSameMarks(a, b) || a.inline.type !== b.inline.type) return false;
  if (a.inline.type !== 'text' || b.inline.type !== 'text') return JSON.stringify(a.inline) === JSON.stringify(b.inline);
  return a.inline.text === b.inline.text && isSameStyle(getStyle(a.inline), getStyle(b.inline));
}
