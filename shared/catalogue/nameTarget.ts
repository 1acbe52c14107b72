import type { ItemId, QuestionId } from '../domain/ids';
import type { Letter } from '../domain/letter';
import type { WordKey } from './catalogue';

/** A question or an item of it, as links and lists name it. */
export type LinkTarget = { questionId: QuestionId; itemId: ItemId | null };

type Say = (key: WordKey, data: Readonly<Record<string, string | number>>) => string;

/** Names a question or item: 问题 2, 问题 2（3）, and 第 2 轮 问题 1 where a matter of several letters has more than one question 1. */
export function nameTarget(letters: readonly Letter[], { questionId, itemId }: LinkTarget, say: Say): string {
  const round = letters.findIndex((letter) => letter.questions.some((question) => question.questionId === questionId));
  const question = letters[round]?.questions.find((candidate) => candidate.questionId === questionId);
  const no = question?.no ?? '';
  const item = question?.items.find((candidate) => candidate.itemId === itemId);
  const target = item ? say('matter.item', { no, item: item.no }) : say('matter.question', { no });
  return letters.length > 1 && question ? say('matter.ofRound', { round: round + 1, target }) : target;
}
