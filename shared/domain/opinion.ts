import type { QuestionId } from './ids';
import type { VerifierRole } from './letter';
import type { HeadingLevel, SectionRole } from './reply';

/** Where a firm's own document differs from what ours says: the question as restated, the company's statement, a number in either. */
export type OpinionDifferenceKind = 'question' | 'statement' | 'figure';

/** One difference. `question` is the question's number; empty text means that only the other side has it. `reason` is there once somebody accepted it. */
export type OpinionDifference = { kind: OpinionDifferenceKind; question: string; ours: string; theirs: string; reason: string | null };

/** A table of a firm's own section, as its file states it; every grid position of `cells` is present. */
export type OpinionTable = {
  caption: string | null;
  unit: string | null;
  headerRows: number;
  notes: string[];
  cells: { text: string; rowSpan: number; colSpan: number; covered: boolean }[][];
};

/** A block of a firm's own section. */
export type OpinionBlock =
  | { type: 'heading'; level: HeadingLevel; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'table'; table: OpinionTable };

/** What a firm's document says of its own: a verifier's section for the reply, block by block. `pictures` counts pictures and charts left out. */
export type OpinionSuggestion = {
  questionId: QuestionId;
  question: string;
  role: Exclude<SectionRole, 'statement'>;
  blocks: OpinionBlock[];
  pictures: number;
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
