import type { OpinionSuggestion } from '../../domain/opinion';

type Paragraph = OpinionSuggestion['paragraphs'][number];

/** Where a firm's document ends for its reader. */
const END = /^[（(【]?\s*(?:此页|本页)?以下?无正文/;
/** A line of a signature block: firm, signers, place or date, never a sentence. */
const SIGNATURE = /事务所|注册会计师|律师|代表人|主办人|评估师|负责人|签字|签名|盖章|中国\s*[·・]|年\s*\d*\s*月|〇|^\s*【/;
const LONGEST_SIGNATURE = 60;

/** A firm's last section without the signature block under it, and without lines nobody has filled in. */
export function dropSignature(paragraphs: readonly Paragraph[]): Paragraph[] {
  const end = paragraphs.findIndex(({ text }) => END.test(text.trim()));
  const kept = end < 0 ? [...paragraphs] : paragraphs.slice(0, end);
  while (kept.length > 0 && isSignature(kept.at(-1)!)) kept.pop();
  return kept.every(({ heading }) => heading) ? [] : kept;
}

function isSignature({ text, heading }: Paragraph): boolean {
  const line = text.trim();
  return !heading && line.length <= LONGEST_SIGNATURE && !/[。；]/.test(line) && SIGNATURE.test(line);
}
