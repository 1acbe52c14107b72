import type { OpinionBlock } from '../../domain/opinion';

/** Where a firm's document ends for its reader. */
const END = /^[（(【]?\s*(?:此页|本页)?以下?无正文/;
/** A line of a signature block: firm, signers, place or date, never a sentence. */
const SIGNATURE = /事务所|注册会计师|律师|代表人|主办人|评估师|负责人|签字|签名|盖章|中国\s*[·・]|年\s*\d*\s*月|〇|^\s*【/;
const LONGEST_SIGNATURE = 60;

/** A firm's last section without the signature block under it, and without lines nobody has filled in. */
export function dropSignature(blocks: readonly OpinionBlock[]): OpinionBlock[] {
  const end = blocks.findIndex((block) => block.type !== 'table' && END.test(block.text.trim()));
  const kept = end < 0 ? [...blocks] : blocks.slice(0, end);
  while (kept.length > 0 && isSignature(kept.at(-1)!)) kept.pop();
  return kept.every(({ type }) => type === 'heading') ? [] : kept;
}

function isSignature(block: OpinionBlock): boolean {
  if (block.type !== 'paragraph') return false;
  const line = block.text.trim();
  return line.length <= LONGEST_SIGNATURE && !/[。；]/.test(line) && SIGNATURE.test(line);
}
