import type { BlockId, QuestionId, TermId } from './ids';

/** A short name used through the documents of a project (以下简称“标的公司”), and what it stands for. */
export type DefinedTerm = { termId: TermId; term: string; fullName: string };

/** A short name as the page of terms shows it: written down (`termId`), found defined in the text (`place`), or both; `uses` counts it in the replies. */
export type TermEntry = {
  termId: TermId | null;
  term: string;
  fullName: string;
  /** Where it is defined first; question and block null for the preamble. */
  place: { questionId: QuestionId | null; questionNo: string | null; blockId: BlockId | null; text: string } | null;
  uses: number;
};
