import type { ItemId, QuestionId } from '../../domain/ids';
import { type Ask, type ItemStatus, type Letter, VERIFIER_ROLES, type VerifierRole } from '../../domain/letter';
import type { WorkDue } from '../../domain/signOff';
import { findDemandedFields } from '../../letter/demandedFields';
import { listScopes } from '../opinionScope';
import { TASK_WORDS } from './taskWords';

/** One item (or question without items) as a piece of work: who has it, by when, what is asked and which fields of data. */
export type Work = {
  questionId: QuestionId;
  itemId: ItemId | null;
  /** 问题1（2）, with the round where there are several letters: 第2轮问题1（2）. */
  name: string;
  text: string;
  /** What it asks first, without what it is asked on: 说明…的原因. */
  gist: string;
  owner: string | null;
  status: ItemStatus;
  dueOn: string | null;
  fields: string[];
  /** Who must verify it. */
  verifiers: VerifierRole[];
};

/** Every piece of work in the letters' order. */
export function listWork(letters: readonly Letter[], asks: readonly Ask[], dues: readonly WorkDue[]): Work[] {
  const demanded = findDemandedFields(asks);
  const scopes = letters.flatMap((letter) =>
    VERIFIER_ROLES.flatMap((role) => listScopes(letter, role).map((scope) => ({ ...scope, role }))),
  );
  const inRound = (round: number, name: string) => (letters.length > 1 ? TASK_WORDS.ofRound(round + 1, name) : name);
  return letters.flatMap(({ questions }, round) =>
    questions.flatMap((question) =>
      (question.items.length > 0 ? question.items : [null]).map((item): Work => {
        const itemId = item?.itemId ?? null;
        const own = asks.filter((ask) => ask.questionId === question.questionId && (item === null || ask.itemId === itemId));
        const due = dues.find((one) => one.questionId === question.questionId && one.itemId === itemId);
        return {
          questionId: question.questionId,
          itemId,
          name: inRound(round, item ? TASK_WORDS.ofItem(question.no, item.label) : TASK_WORDS.question(question.no)),
          text: item?.text ?? question.text,
          gist: sayGist(own) ?? item?.text ?? question.text,
          owner: item?.owner ?? question.owner,
          status: (item ?? question).status,
          dueOn: due?.dueOn ?? null,
          fields: [...new Set(own.flatMap((ask) => demanded.get(ask) ?? []))],
          verifiers: scopes
            .filter((scope) => scope.question.questionId === question.questionId)
            .filter(({ itemIds }) => itemIds.length === 0 || itemId === null || itemIds.includes(itemId))
            .map(({ role }) => role),
        };
      }),
    ),
  );
}

/** The first thing asked; what it is to be seen together with (结合…) only where nothing else is. */
function sayGist(asks: readonly Ask[]): string | null {
  const ask = asks.find(({ verb }) => verb !== TASK_WORDS.together) ?? asks[0];
  return ask ? `${ask.verb}${ask.object}` : null;
}
