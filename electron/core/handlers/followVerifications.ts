import type { Question, VerifierRole } from '../../../shared/domain/letter';
import type { Section } from '../../../shared/domain/reply';
import type { LetterStructure } from '../../../shared/letter/correct/correction';
import { isWritten } from '../../../shared/letter/correct/mergeQuestions';
import type { WritableDb } from '../db/handles';
import type { Recorder } from '../db/history/recordedWrite';
import { getReply, saveSections } from '../db/queries/replies';
import { createSections } from './replyTemplate';

/**
 * Makes the replies follow who is asked to verify: a verifier asked anew gets sections to write in, one asked no longer loses those nobody has
 * written in. A reply that is new or untouched is laid out afresh.
 */
export function followVerifications(db: WritableDb, recorder: Recorder, before: LetterStructure, after: LetterStructure): void {
  for (const question of after.questions) {
    const former = before.questions.find(({ questionId }) => questionId === question.questionId);
    if (former && listRoles(former).join() === listRoles(question).join()) continue;
    const { sections } = getReply(db, question.questionId);
    const template = createSections(question);
    const isUntouched = !sections.some(isWritten);
    saveSections(db, recorder, question.questionId, isUntouched ? template : followRoles(sections, template, listRoles(question)));
  }
}

function followRoles(sections: readonly Section[], template: readonly Section[], roles: readonly VerifierRole[]): Section[] {
  const kept = sections.filter((section) => section.verifier === null || roles.includes(section.verifier) || isWritten(section));
  const added = template.filter(({ verifier }) => verifier !== null && !kept.some((section) => section.verifier === verifier));
  return [...kept, ...added];
}

function listRoles({ verifications }: Question): VerifierRole[] {
  return [...new Set(verifications.map(({ role }) => role))];
}
