import { newId } from '../../domain/ids';
import type { Question } from '../../domain/letter';
import { assert } from '../../util/assert';
import { correctAsks } from './correctAsks';
import { mergeItems, replaceQuestion, splitItem } from './correctItems';
import type { Corrected, Correction, LetterStructure } from './correction';
import { locateItems } from './itemPlaces';
import { mergeQuestions } from './mergeQuestions';
import { splitQuestion } from './splitQuestion';

/**
 * Applies one correction by hand to a letter's questions and to all that hangs on them. Ids stay with what they name; nothing is lost: whatever hung
 * on a part that is gone hangs on its heir. The question named must be one of the letter's.
 */
export function correctLetter(structure: LetterStructure, correction: Correction): Corrected {
  const question = structure.questions.find(({ questionId }) => questionId === correction.questionId);
  assert(question, 'a correction is of a question of the letter');
  switch (correction.type) {
    case 'splitQuestion':
      return splitQuestion(structure, question, correction.at);
    case 'mergeQuestions':
      return mergeQuestions(structure, question);
    case 'splitItem':
      return splitItem(structure, question, correction.at);
    case 'mergeItems':
      return mergeItems(structure, question, correction.itemId);
    case 'renumber':
      return renumber(structure, question, correction);
    case 'setTitle':
      return { structure: replaceQuestion(structure, { ...question, title: correction.title }) };
    case 'setPartHeading':
      return { structure: replaceQuestion(structure, { ...question, partHeading: correction.partHeading }) };
    case 'setText':
      return setText(structure, question, correction);
    case 'setVerification':
    case 'removeVerification':
      return { structure: replaceQuestion(structure, { ...question, verifications: correctVerifications(question, correction) }) };
    default:
      return correctAsks(structure, correction);
  }
}

function renumber(structure: LetterStructure, question: Question, { itemId, no }: Extract<Correction, { type: 'renumber' }>): Corrected {
  const siblings = itemId === null ? structure.questions : question.items;
  const self = itemId === null ? question : question.items.find((item) => item.itemId === itemId);
  if (siblings.some((one) => one !== self && one.no === no)) return { refused: 'reason.numberTaken' };
  if (itemId !== null) {
    const items = question.items.map((item) => (item.itemId === itemId ? { ...item, no } : item));
    return { structure: replaceQuestion(structure, { ...question, items }) };
  }
  // Closing questions name those they reach by number.
  const follow = (reach: readonly string[]) => reach.map((named) => (named === question.no ? no : named));
  const questions = structure.questions.map((one) => ({
    ...one,
    ...(one === question ? { no } : {}),
    verifications: one.verifications.map((verification) => ({ ...verification, reach: follow(verification.reach) })),
  }));
  return { structure: { ...structure, questions } };
}

/** Changes the words of a question without items, or of one item inside its question. */
function setText(structure: LetterStructure, question: Question, { itemId, text }: Extract<Correction, { type: 'setText' }>): Corrected {
  if (itemId === null) {
    if (question.items.length > 0) return { refused: 'reason.textOfItems' };
    return { structure: replaceQuestion(structure, { ...question, text }) };
  }
  const place = locateItems(question).find(({ item }) => item.itemId === itemId);
  if (!place) return { refused: 'reason.textNotFound' };
  const items = question.items.map((item) => (item.itemId === itemId ? { ...item, text } : item));
  const whole = question.text.slice(0, place.textStart) + text + question.text.slice(place.end);
  return { structure: replaceQuestion(structure, { ...question, items, text: whole }) };
}

type VerificationCorrection = Extract<Correction, { type: 'setVerification' | 'removeVerification' }>;

function correctVerifications({ verifications }: Question, correction: VerificationCorrection): Question['verifications'] {
  if (correction.type === 'removeVerification')
    return verifications.filter(({ verificationId }) => verificationId !== correction.verificationId);
  const { verificationId, role, itemIds } = correction;
  if (verificationId === null) return [...verifications, { verificationId: newId(), role, itemIds, reach: [], text: '' }];
  return verifications.map((one) => (one.verificationId === verificationId ? { ...one, role, itemIds } : one));
}
