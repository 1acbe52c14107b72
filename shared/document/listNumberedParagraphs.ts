import type { BlockId, QuestionId } from '../domain/ids';
import type { ProjectSnapshot } from '../domain/snapshot';
import { assembleAnnouncement } from './assembleAnnouncement';
import { getFilingText } from './filingBlock';
import { numberParagraphs } from './numberParagraphs';

/** A paragraph of the copy that is signed on paper, by the number in its margin; without a block where it is no part of a reply. */
export type NumberedParagraph = { number: number; text: string; questionId: QuestionId | null; blockId: BlockId | null };

/** Every numbered paragraph of 签批稿, in order. */
export function listNumberedParagraphs(snapshot: ProjectSnapshot): NumberedParagraph[] {
  const homes = new Map<string, QuestionId>();
  for (const { questionId, sections } of snapshot.replies) {
    for (const block of sections.flatMap((section) => section.blocks)) homes.set(block.blockId, questionId);
  }
  let number = 0;
  return numberParagraphs(assembleAnnouncement(snapshot).blocks).flatMap((block) => {
    if (block.type === 'marginNumber') number = block.number;
    if ((block.type !== 'paragraph' && block.type !== 'listItem') || number === 0) return [];
    const questionId = homes.get(block.anchor ?? '') ?? null;
    const paragraph = { number, text: getFilingText(block.inlines), questionId, blockId: questionId && (block.anchor as BlockId) };
    number = 0;
    return [paragraph];
  });
}
