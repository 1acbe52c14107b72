import type { StyleChange } from '../../domain/review';
import type { FilingInline } from '../filingBlock';

/** Who proposed or remarked something, and when (ISO time with zone). */
export type Authorship = { author: string; at: string };

/** A remark as it is written beside the text. `parent` is the place in the document's list of the remark it answers. */
export type FilingComment = Authorship & { text: string; parent: number | null; resolved: boolean };

/** What a copy for reviewers carries with a paragraph. Places count UTF-16 units of `getFilingText`. */
export type ReviewMarks = {
  /** Names the paragraph, in a content control and in a hidden bookmark; null for a paragraph that is only proposed. */
  tag: string | null;
  figures: { from: number; to: number; tag: string; tip: string }[];
  /** `comment` is a place in the document's list of remarks. */
  comments: { from: number; to: number; comment: number }[];
  insertions: { at: number; inlines: FilingInline[]; by: Authorship }[];
  /** Never overlapping each other or `formats`. */
  deletions: { from: number; to: number; by: Authorship }[];
  formats: { from: number; to: number; style: StyleChange; by: Authorship }[];
  splits: { at: number; by: Authorship }[];
  /** The end of the paragraph is proposed, or proposed to go. */
  mark: { change: 'ins' | 'del'; by: Authorship } | null;
};

/** What a copy for reviewers carries with a table; rows and grid columns count from 0. */
export type TableMarks = {
  tag: string;
  /** Name of each row. */
  rowTags: string[];
  comments: { row: number; col: number; comment: number }[];
  cells: { row: number; col: number; text: string; by: Authorship }[];
  deletedRows: { row: number; by: Authorship }[];
  /** Rows proposed behind row `after`, -1 for the head of the table. */
  insertedRows: { after: number; texts: string[]; by: Authorship }[];
};

/** Marks of a paragraph that carries its name and nothing else. */
export function createMarks(tag: string | null): ReviewMarks {
  return { tag, figures: [], comments: [], insertions: [], deletions: [], formats: [], splits: [], mark: null };
}
