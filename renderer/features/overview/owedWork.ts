import type { ItemId, QuestionId } from '../../../shared/domain/ids';
import type { ItemStatus, Question, VerifierRole } from '../../../shared/domain/letter';
import type { Link } from '../../../shared/domain/link';

/** Who a piece of work waits for: a named owner, the company when nobody is named, or a verifier. */
export type Debtor = { kind: 'owner'; name: string } | { kind: 'company' } | { kind: 'verifier'; role: VerifierRole };

/** One thing still owed for a question or item. */
export type OwedWork = {
  debtor: Debtor;
  questionId: QuestionId;
  itemId: ItemId | null;
  status: ItemStatus;
  text: string;
};

/** Everything not final, one entry per item (or question without items) and debtor, in the order of the letter. */
export function listOwedWork(questions: readonly Question[]): OwedWork[] {
  const owed: OwedWork[] = [];
  for (const question of questions) {
    const units = question.items.length > 0 ? question.items : [null];
    for (const item of units) {
      const { status, owner } = item ?? question;
      if (status === 'final') continue;
      const itemId = item?.itemId ?? null;
      const text = item?.text ?? question.title ?? question.text.split('\n')[0] ?? '';
      for (const debtor of findDebtors(question, itemId, status, owner)) {
        owed.push({ debtor, questionId: question.questionId, itemId, status, text });
      }
    }
  }
  return owed;
}

/** Items (and questions without items) no table is linked to, in the order of the letter. A link to the whole question is evidence for each item. */
export function listWithoutEvidence(
  questions: readonly Question[],
  links: readonly Link[],
): { questionId: QuestionId; itemId: ItemId | null }[] {
  return questions.flatMap(({ questionId, items }) => {
    const own = links.filter((link) => link.questionId === questionId);
    if (own.some((link) => link.itemId === null)) return [];
    const units = items.length > 0 ? items.map(({ itemId }) => itemId) : [null];
    return units.filter((itemId) => !own.some((link) => link.itemId === itemId)).map((itemId) => ({ questionId, itemId }));
  });
}

function findDebtors(question: Question, itemId: ItemId | null, status: ItemStatus, owner: string | null): Debtor[] {
  if (status === 'awaitingVerifier') {
    const roles = question.verifications
      .filter((verification) => verification.itemIds.length === 0 || itemId === null || verification.itemIds.includes(itemId))
      .map((verification) => verification.role);
    if (roles.length > 0) return [...new Set(roles)].map((role) => ({ kind: 'verifier', role }));
  }
  return [owner ? { kind: 'owner', name: owner } : { kind: 'company' }];
}

/** Owed work by debtor, the one who owes most first. */
export function groupByDebtor(owed: readonly OwedWork[]): { debtor: Debtor; works: OwedWork[] }[] {
  const groups = new Map<string, { debtor: Debtor; works: OwedWork[] }>();
  for (const work of owed) {
    const { debtor } = work;
    const key = debtor.kind === 'owner' ? `owner ${debtor.name}` : debtor.kind === 'verifier' ? debtor.role : 'company';
    const group = groups.get(key);
    if (group) group.works.push(work);
    else groups.set(key, { debtor, works: [work] });
  }
  return [...groups.values()].toSorted((one, other) => other.works.length - one.works.length);
}
