import type { BlockId, QuestionId } from './ids';

/** Which number of a block's text: what is printed, and how many equal ones of the block stand before it. Another number there is not it. */
export type NumberInText = { blockId: BlockId; text: string; occurrence: number };

/** A number of a reply that needs no source, with the reason somebody gave. */
export type Exemption = NumberInText & { questionId: QuestionId; reason: string; actor: string /** ISO. */; at: string };

/** The exemption of a number, if it has one. */
export function findExemption(exemptions: readonly Exemption[], { blockId, text, occurrence }: NumberInText): Exemption | null {
  return exemptions.find((one) => one.blockId === blockId && one.text === text && one.occurrence === occurrence) ?? null;
}
