import type { ProjectSnapshot } from '../domain/snapshot';
import { assembleHead, assembleTail } from './announcementFrame';
import type { FilingBlock } from './filingBlock';
import { type FilingDocument, getLetter } from './filingDocument';
import { headPart } from './headPart';
import { assembleQuestion, assembleReply, countLists } from './questionBlocks';
import { styleByNeighbours } from './styleByNeighbours';

/** An announcement in its parts: what stands before question 1, questions and replies, what stands at the end. */
export type AnnouncementParts = { head: FilingBlock[]; body: FilingBlock[]; tail: FilingBlock[]; shown: FilingDocument['shown'] };

/** The parts of the announcement of the project's newest letter (docs/HOUSE-FORMAT.md). Unknown and unwritten things are visible blanks. */
export function assembleAnnouncementParts(snapshot: ProjectSnapshot, copy: string | null = null): AnnouncementParts {
  const letter = getLetter(snapshot);
  const replies = new Map(snapshot.replies.map((reply) => [reply.questionId, reply]));
  const body: FilingBlock[] = [];
  for (const question of letter.questions) {
    body.push(
      ...headPart(question),
      ...assembleQuestion(question),
      ...assembleReply(replies.get(question.questionId), snapshot, countLists(body)),
    );
  }
  return {
    head: assembleHead(snapshot.details, letter, copy),
    body: styleByNeighbours(body),
    tail: assembleTail(snapshot.details),
    shown: letter.questions.map(({ questionId }) => ({ questionId, itemIds: [], sections: replies.get(questionId)?.sections ?? [] })),
  };
}

/** 公告稿: the whole reply to the project's newest letter as it is announced. */
export function assembleAnnouncement(snapshot: ProjectSnapshot): FilingDocument {
  const { head, body, tail, shown } = assembleAnnouncementParts(snapshot);
  return { title: snapshot.details.title, blocks: [...head, ...body, ...tail], shown };
}
