import {
  $getEditor,
  $getNodeByKey,
  $hasUpdateTag,
  $isElementNode,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { type BlockId, newId } from '../../../shared/domain/ids';
import { SectionNode } from '../section/SectionNode';
import { $getBlockId, $setBlockId } from './blockId';
import { LOAD_TAG } from './updateTags';

/**
 * Keeps every block's id unique and with its text: after a split or a join the id goes where the text went, a copy gets a fresh id, a new block
 * gets one. Returns the function that stops it.
 */
export function registerBlockIds(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(SectionNode, $keepBlockIds);
}

function $keepBlockIds(section: SectionNode): void {
  const blocks = section.getChildren();
  if (!$hasUpdateTag(LOAD_TAG)) $followText(blocks, $getEditor().getEditorState());
  const owners = $findOwners(section);
  for (const block of blocks) {
    const blockId = $getBlockId(block);
    if (blockId === '' || owners.get(blockId) !== block.getKey()) $setBlockId(block, newId<'block'>());
  }
}

/** Gives a block the id its first text had before, when no block that still holds such text bears it. */
function $followText(blocks: readonly LexicalNode[], before: EditorState): void {
  const origins = new Map<NodeKey, BlockId | ''>();
  const held = new Set<string>();
  for (const block of blocks) {
    const blockId = $getBlockId(block);
    const leaves = $getLeaves(block);
    const homes = before.read(() => leaves.map((leaf) => $findHome(leaf.getKey())));
    if (homes.includes(blockId)) held.add(blockId);
    origins.set(block.getKey(), homes.find((home) => home !== '') ?? '');
  }
  for (const block of blocks) {
    const origin = origins.get(block.getKey());
    if (!origin || origin === $getBlockId(block) || held.has(origin)) continue;
    // The block that bore the id holds none of its text any more, so it gives the id up.
    for (const other of blocks) if ($getBlockId(other) === origin) $setBlockId(other, newId<'block'>());
    $setBlockId(block, origin);
    held.add(origin);
  }
}

function $findHome(leaf: NodeKey): BlockId | '' {
  let node: LexicalNode | null = $getNodeByKey(leaf);
  for (; node !== null; node = node.getParent()) {
    const blockId = $getBlockId(node);
    if (blockId !== '') return blockId;
  }
  return '';
}

function $getLeaves(block: LexicalNode): LexicalNode[] {
  return $isElementNode(block) ? block.getChildren() : [];
}

/** Which node bears each id: among equals the oldest, since node keys only grow and a copy is always younger. */
function $findOwners(changed: SectionNode): Map<BlockId, NodeKey> {
  const owners = new Map<BlockId, NodeKey>();
  for (const section of changed.getParentOrThrow().getChildren()) {
    if (!$isElementNode(section)) continue;
    for (const block of section.getChildren()) {
      const blockId = $getBlockId(block);
      if (blockId === '') continue;
      const owner = owners.get(blockId);
      if (owner === undefined || Number(block.getKey()) < Number(owner)) owners.set(blockId, block.getKey());
    }
  }
  return owners;
}
