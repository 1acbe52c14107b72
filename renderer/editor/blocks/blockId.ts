import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import { type BlockId, newId } from '../../../shared/domain/ids';

const ID = /^[0-9a-z]{1,40}$/;

/** The stable id of a block as node state; empty until the id keeper gives one. A copied node starts without. */
export const blockIdState = createState('blockId', {
  parse: (value): BlockId | '' => (typeof value === 'string' && ID.test(value) ? (value as BlockId) : ''),
  resetOnCopyNode: true,
});

/** The block's id, or '' while it has none. */
export function $getBlockId(node: LexicalNode): BlockId | '' {
  return $getState(node, blockIdState);
}

/** Names a block; returns the same node for chaining. */
export function $setBlockId<Node extends LexicalNode>(node: Node, blockId: BlockId): Node {
  return $setState(node, blockIdState, blockId);
}

/** The block's id, given now when it has none yet. */
export function $ensureBlockId(node: LexicalNode): BlockId {
  const known = $getBlockId(node);
  if (known !== '') return known;
  const fresh = newId<'block'>();
  $setBlockId(node, fresh);
  return fresh;
}
