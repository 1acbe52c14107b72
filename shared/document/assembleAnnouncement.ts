import type { Letter } from '../domain/letter';
import type { ProjectSnapshot } from '../domain/snapshot';
import { assert } from '../util/assert';
import { assembleHead, assembleTail } from './announcementFrame';
import type { FilingBlock } from './filingBlock';
import { assembleQuestion, assembleReply, countLists } from './questionBlocks';
import { styleByNeighbours } from './styleByNeighbours';

/** 公告稿: the whole reply to the project's newest letter as it is announced (docs/HOUSE-FORMAT.md). Unknown and unwritten things are visible blanks. */
export function assembleAnnouncement(snapshot: ProjectSnapshot): FilingBlock[] {
  const letter = snapshot.letters.at(-1);
  assert(letter, 'a project has at least one letter');
  return styleByNeighbours([
    ...assembleHead(snapshot.details, letter),
    ...assembleQuestionsAndReplies(letter, snapshot),
    ...assembleTail(snapshot.details),
  ]);
}

function assembleQuestionsAndReplies(letter: Letter, snapshot: ProjectSnapshot): FilingBlock[] {
  const replies = new Map(snapshot.replies.map((reply) => [reply.questionId, reply]));
  let lists = 0;
  return letter.questions.flatMap((question) => {
    const reply = assembleReply(replies.get(question.questionId), snapshot, lists);
    lists += countLists(reply);
    return [...assembleQuestion(question), ...reply];
  });
}
