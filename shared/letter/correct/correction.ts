import type { FigureId, ItemId, QuestionId, VerificationId, AskId } from '../../domain/ids';
import type { Ask, Question, VerifierRole } from '../../domain/letter';
import type { Link } from '../../domain/link';
import type { MessageKey } from '../../domain/message';
import type { Reply } from '../../domain/reply';

/** One correction by hand of how a letter was cut up. `at` is an offset in the question's text, or in an ask's object; `no` is Arabic digits. */
export type Correction =
  | { type: 'splitQuestion'; questionId: QuestionId; at: number }
  | { type: 'mergeQuestions'; questionId: QuestionId }
  | { type: 'splitItem'; questionId: QuestionId; at: number }
  | { type: 'mergeItems'; questionId: QuestionId; itemId: ItemId }
  | { type: 'renumber'; questionId: QuestionId; itemId: ItemId | null; no: string }
  | { type: 'setTitle'; questionId: QuestionId; title: string | null }
  | { type: 'setPartHeading'; questionId: QuestionId; partHeading: string | null }
  | { type: 'setText'; questionId: QuestionId; itemId: ItemId | null; text: string }
  | { type: 'setVerification'; questionId: QuestionId; verificationId: VerificationId | null; role: VerifierRole; itemIds: ItemId[] }
  | { type: 'removeVerification'; questionId: QuestionId; verificationId: VerificationId }
  | { type: 'addAsk'; questionId: QuestionId; itemId: ItemId | null; verb: string; object: string }
  | { type: 'setAsk'; questionId: QuestionId; askId: AskId; verb: string; object: string }
  | { type: 'splitAsk'; questionId: QuestionId; askId: AskId; at: number }
  | { type: 'mergeAsks'; questionId: QuestionId; askId: AskId }
  | { type: 'removeAsk'; questionId: QuestionId; askId: AskId };

/** A letter's questions in order, with all that hangs on them and follows when they are cut otherwise. Asks stand in their questions' order. */
export type LetterStructure = {
  questions: readonly Question[];
  asks: readonly Ask[];
  links: readonly Link[];
  /** One for each question; one without sections is still to be begun. */
  replies: readonly Reply[];
  figures: readonly { figureId: FigureId; questionId: QuestionId }[];
};

/** The structure as corrected; or why nothing was changed. */
export type Corrected = { structure: LetterStructure } | { refused: MessageKey };
