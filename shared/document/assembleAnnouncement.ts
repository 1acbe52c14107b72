import type { ProjectSnapshot } from '../domain/snapshot';
import { assembleHead, assembleTail } from './announcementFrame';
import type { FilingBlock } from './filingBlock';
import { type FilingDocument, getLetter } from './filingDocument';
import { assembleQuestion, assembleReply, countLists } from './questionBlocks';
import { styleByNeighbours } from './styleByNeighbours';

/** 公告稿: the whole reply to the project's newest letter as it is announced (docs/HOUSE-FORMAT.md). Unknown and unwritten things are visible blanks. */
export function assembleAnnouncement(snapshot: ProjectSnapshot): FilingDocument {
  const letter = getLetter(snapshot);
  const replies = new Map(snapshot.replies.map((reply) => [reply.questionId, reply]));
  const body: FilingBlock[] = [];
  for (const question of letter.questions) {
    body.push(...assembleQuestion(question), ...assembleReply(replies.get(question.questionId), snapshot, countLists(body)));
  }
  return {
    title: snapshot.details.title,
    blocks: styleByNeighbours([...assembleHead(snapshot.details, letter), ...body, ...assembleTail(snapshot.details)]),
    shown: letter.questions.map(({ questionId }) => ({ questionId, itemIds: [], sections: replies.get(questionId)?.sections ?? [] })),
  };
}
