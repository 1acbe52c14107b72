import { listNumberedParagraphs } from '../../../shared/document/listNumberedParagraphs';
import { message } from '../../../shared/domain/message';
import { isTextBlock } from '../../../shared/domain/reply';
import { AppError } from '../../../shared/ipc/errors';
import type { ParsedParams } from '../../../shared/ipc/contract';
import { proposeText } from '../../../shared/review/word/proposeText';
import { createWords } from '../../../shared/review/word/wordReviewWords';
import { newId } from '../../../shared/domain/ids';
import { insertChange } from '../db/queries/review';
import { readSnapshot } from '../db/queries/snapshot';
import { hashId } from '../export/hashId';
import type { WriteContext } from '../rpc/handlerKinds';
import { timestamp } from '../timestamp';

/**
 * Enters what somebody wrote on the signing copy beside a paragraph, in that person's name. Throws not-found for a number that is not there; where a
 * paragraph is no part of a reply, only a remark can be entered, and it names no place.
 */
export function addPaperRemark(
  { db, session, recorder, describe }: WriteContext,
  { number, author, kind, text }: ParsedParams<'wordReview:addPaperRemark'>,
): void {
  const snapshot = readSnapshot(db);
  const paragraph = listNumberedParagraphs(snapshot).find((one) => one.number === number);
  if (!paragraph) throw new AppError('not-found', { what: message('what.paragraph'), id: String(number) });
  const { questionId, blockId } = paragraph;
  const block = snapshot.replies
    .flatMap((reply) => reply.sections.flatMap((section) => section.blocks))
    .find((one) => one.blockId === blockId);
  const at = timestamp();
  const exchange = `paper ${newId()}`;
  if (kind !== 'comment' && (questionId === null || !block || !isTextBlock(block))) {
    throw new AppError('not-found', { what: message('what.reply'), id: String(number) });
  }
  const changes = proposeText({
    exchange,
    author,
    at,
    kind,
    text,
    place: questionId !== null && block && isTextBlock(block) ? { questionId, block } : { paragraph: paragraph.text },
    words: createWords(session.settings.language),
    makeId: hashId,
  });
  for (const change of changes) insertChange(db, recorder, change);
  describe({ number });
}
