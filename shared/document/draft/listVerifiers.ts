import type { Question, VerifierRole } from '../../domain/letter';
import { VERIFIER_TERMS } from '../../letter/dictionary';

const ADVISERS: readonly VerifierRole[] = ['financialAdviser', 'otherAdviser'];

/** The verifiers a text names, in its order, each as the question calls its role: a letter says 独立财务顾问 and its reply 财务顾问, or the other way round. */
export function listVerifiers(text: string, question: Pick<Question, 'verifications'>): VerifierRole[] {
  const adviser = question.verifications.find(({ role }) => ADVISERS.includes(role))?.role;
  const named = VERIFIER_TERMS.flatMap(([term, role]) => {
    const at = text.indexOf(term);
    return at < 0 ? [] : [{ at, role: ADVISERS.includes(role) ? (adviser ?? role) : role }];
  }).toSorted((a, b) => a.at - b.at);
  return [...new Set(named.map(({ role }) => role))];
}
