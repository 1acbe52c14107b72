import type { QuestionId } from './ids';
import type { VerifierRole } from './letter';
import type { SectionRole } from './reply';

/** Where a firm's own document differs from what ours says: the question as restated, the company's statement, a number in either. */
export type OpinionDifferenceKind = 'question' | 'statement' | 'figure';

/** One difference. `question` is the question's number; empty text means that only the other side has it. `reason` is there once somebody accepted it. */
export type OpinionDifference = { kind: OpinionDifferenceKind; question: string; ours: string; theirs: string; reason: string | null };

/** What a firm's document says of its own: a verifier's section for the reply, paragraph by paragraph. `tables` counts those left out. */
export type OpinionSuggestion = {
  questionId: QuestionId;
  question: string;
  role: Exclude<SectionRole, 'statement'>;
  paragraphs: { heading: boolean; text: string }[];
  tables: number;
  /** Whether the reply already says so. */
  adopted: boolean;
};

/** A firm's document beside ours. */
export type OpinionComparison = {
  verifier: VerifierRole;
  fileName: string;
  differences: OpinionDifference[];
  suggestions: OpinionSuggestion[];
};
