import { $createHeadingNode, $isHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { $createParagraphNode, $isParagraphNode, type ElementNode, type LexicalNode } from 'lexical';
import type { Block, HeadingLevel } from '../../../shared/domain/reply';
import { assert, assertNever } from '../../../shared/util/assert';
import { $ensureBlockId, $setBlockId } from '../blocks/blockId';
import { $createChartNode, $isChartNode } from '../chart/ChartNode';
import { $createListBlockNode, $isListBlockNode } from '../listBlock/ListBlockNode';
import { $createPictureNode, $isPictureNode } from '../picture/PictureNode';
import { $createTableReferenceNode, $isTableReferenceNode } from '../tableReference/TableReferenceNode';
import { $createInlineNodes, $readInlines } from './inlines';

const LEVELS: Readonly<Record<string, HeadingLevel>> = { h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };

/** The editor's tag for a stored heading level. */
export function toHeadingTag(level: HeadingLevel): HeadingTagType {
  return `h${level}`;
}

/** The stored level of a heading tag; a title pasted as h1 is the highest level a reply has. */
export function toHeadingLevel(tag: HeadingTagType): HeadingLevel {
  return LEVELS[tag] ?? 2;
}

/** The editor node for a stored block, with its id. */
export function $createBlockNode(block: Block): LexicalNode {
  return $setBlockId($createNode(block), block.blockId);
}

function $createNode(block: Block): LexicalNode {
  switch (block.type) {
    case 'heading':
      return $fill($createHeadingNode(toHeadingTag(block.level)), block);
    case 'paragraph':
      return $fill($createParagraphNode().setFormat(block.align ?? ''), block);
    case 'listItem':
      return $fill($createListBlockNode(block.kind, block.depth), block);
    case 'table':
      return $createTableReferenceNode(block.tableId);
    case 'picture':
      return $createPictureNode(block);
    case 'chart': {
      const { type: _type, blockId: _id, ...chart } = block;
      return $createChartNode(chart);
    }
    default:
      return assertNever(block, 'a block has a node');
  }
}

function $fill(node: ElementNode, block: Extract<Block, { inlines: unknown }>): ElementNode {
  return node.append(...$createInlineNodes(block.inlines));
}

/** The stored form of a block node. Throws when the node is none a reply can hold. */
export function $readBlock(node: LexicalNode): Block {
  const blockId = $ensureBlockId(node);
  if ($isHeadingNode(node)) return { type: 'heading', blockId, level: toHeadingLevel(node.getTag()), inlines: $readInlines(node) };
  if ($isListBlockNode(node))
    return { type: 'listItem', blockId, kind: node.getKind(), depth: node.getDepth(), inlines: $readInlines(node) };
  if ($isTableReferenceNode(node)) return { type: 'table', blockId, tableId: node.getTableId() };
  if ($isPictureNode(node)) return { type: 'picture', blockId, ...node.getContent() };
  if ($isChartNode(node)) return { type: 'chart', blockId, ...node.getChart() };
  assert($isParagraphNode(node), `a section holds blocks, not ${node.getType()}`);
  const align = node.getFormatType();
  const paragraph: Block = { type: 'paragraph', blockId, inlines: $readInlines(node) };
  return align === 'left' || align === 'center' || align === 'right' ? { ...paragraph, align } : paragraph;
}
