import type { OpinionBlock } from '../../domain/opinion';

/** Where a firm's document ends for its reader. */
const END = /^[（(【]?\s*(?:此页|本页)?(?:以下)?无正文/;
/** A line of a signature block: firm, signers, place or date, never a sentence. */
const SIGNATURE = /事务所|注册会计师|律师|代表人|主办人|评估师|负责人|签字|签名|盖章|中国\s*[·・]|年\s*\d*\s*月|〇|^\s*【/;
/** Words of an opinion, which a signature block has none of: 本所律师认为：. */
const OPINION = /[，,]|认为|核查|程序|意见/;
const LONGEST_SIGNATURE = 60;

/** A firm's section without the signature block under it, and without headings that only lead to what follows it. */
export function dropSignature(blocks: readonly OpinionBlock[]): OpinionBlock[] {
  const end = blocks.findIndex((block) => block.type !== 'table' && END.test(block.text.trim()));
  const kept = end < 0 ? [...blocks] : blocks.slice(0, end);
  // Names may stand alone under 主办人：.
  const said = kept.findLastIndex((block) => !isLine(block)) + 1;
  const signed = kept.findIndex((block, index) => index >= said && isSignature(block));
  if (signed >= 0) kept.splice(signed);
  while (kept.at(-1)?.type === 'heading') kept.pop();
  return kept;
}

/** A line that is no sentence. */
function isLine(block: OpinionBlock): boolean {
  return block.type === 'paragraph' && block.text.trim().length <= LONGEST_SIGNATURE && !/[。；]/.test(block.text);
}

function isSignature(block: OpinionBlock): boolean {
  return isLine(block) && block.type === 'paragraph' && SIGNATURE.test(block.text.trim()) && !OPINION.test(block.text);
}
