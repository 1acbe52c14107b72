import type { ReviewCopy } from './exchange';
import type { ItemId, OperationId, ProjectId, QuestionId, VersionId } from './ids';

/** What every document of the matter prints: settings of the project a user can change. */
export type ProjectDetails = {
  company: string;
  shortName: string;
  /** 证券代码; several are separated by 、. */
  code: string;
  /** Printed as a visible blank when empty. */
  announcementNo: string;
  exchange: 'szse' | 'sse' | 'bse';
  /** Title line 2: 关于…的公告. */
  title: string;
  /** The paragraph before question 1; empty means it is composed from the letter. */
  preamble: string;
  closing: boolean;
  /** ISO date at the end; empty means none is printed. */
  signedOn: string;
  /** Lines of the signature block as printed; empty means company + 董事会. */
  signature: string;
};

/** An open project for the title bar, status bar and overview. Times are ISO with zone. */
export type ProjectOverview = {
  projectId: ProjectId;
  fileName: string;
  details: ProjectDetails;
  letterName: string;
  letterNo: string | null;
  dueOn: string | null;
  tradingDaysLeft: number | null;
  savedAt: string | null;
  /** Changes not yet published to the .huihan file. */
  unpublished: boolean;
  /** True when changes of a session that ended badly were brought back on opening. */
  recovered: boolean;
  readOnly: boolean;
  /** Where changes of an earlier session were put that could not be brought back, because the file was changed elsewhere meanwhile. */
  setAside?: string;
  /** Who reviews in this file, when it is a copy made for a reviewer. */
  reviewCopy: ReviewCopy | null;
  questions: QuestionCoverage[];
};

/** What a question still lacks. */
export type QuestionCoverage = {
  questionId: QuestionId;
  no: string;
  /** Whether the letter that is being answered now, the newest, asks it. */
  isCurrent: boolean;
  /** Characters of paragraphs and list items, blanks and headings left out: 0 for a reply nobody has written. */
  characters: number;
  figures: number;
  tables: number;
  links: number;
  itemsWithoutEvidence: ItemId[];
  itemsFinal: number;
  items: number;
};

/** One change a user made, as the log shows it. */
export type OperationSummary = { operationId: OperationId; at: string; actor: string; label: string; kind: string; undone: boolean };

export type VersionSummary = { versionId: VersionId; name: string; why: string; actor: string; at: string; automatic: boolean };
