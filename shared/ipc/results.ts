import type { SharedText } from '../domain/sharedText';
import type { CellRef, ChangedCell, DescribedCell, Source } from '../domain/dataTable';
import type { ReturnedDifference, TermName } from '../document/task/readDataRequest';
import type { Exchange } from '../domain/exchange';
import type { ChangedFigure } from '../domain/figure';
import type { Finding } from '../domain/finding';
import type { ChangeId, QuestionId, SourceId, TableId } from '../domain/ids';
import type { LetterCleaning, LetterPage, ParsedLetter } from '../domain/letter';
import type { Message } from '../domain/message';
import type { Place, Warning } from '../domain/place';
import type { FilingSetResult } from '../domain/filingSet';
import type { OpinionComparison } from '../domain/opinion';
import type { TakenCounts } from '../review/word/takeBack';

/** Where a search hit stands; `rank` orders hits, best first. */
export type SearchHit = {
  kind: 'letter' | 'reply' | 'table' | 'cell' | 'note' | 'source';
  id: string;
  snippet: string;
  /** Where in its file; null for letters and replies. */
  place: Place | null;
  /** Of a letter or reply: the question's number. */
  questionNo?: string;
  /** Of a table, cell or note: the table's caption. */
  caption?: string | null;
  questionId?: QuestionId;
  tableId?: TableId;
  rowId?: string;
  colId?: string;
  /** Of what stands in a file; a table made here has none. */
  sourceId?: SourceId;
  /** Of a cell: the texts of its table row, blanks left out. */
  row?: string[];
};

export type FigureCandidate = DescribedCell & { score: number };

/** Numbers of the replies after linking: newly linked, with several homes to choose from, and without any. */
export type FigureTally = { linked: number; candidates: number; open: number };

/** Where a cell is shown or computed with: in a reply, or in a cell of a reply table named by its row and column. */
export type CellUse =
  | { kind: 'figure' | 'table' | 'chart'; questionId: QuestionId; questionNo: string; shown: string }
  | { kind: 'replyTable'; cell: CellRef; caption: string | null; row: string; column: string; shown: string };

/** Recent project files as the start screen lists them; `token` opens one. */
export type RecentProject = { token: string; fileName: string; folder: string; openedAt: string };

/** What followed from correcting a cell: cells of reply tables first, then figures. */
export type CorrectionResult = { changedCells: ChangedCell[]; changedFigures: ChangedFigure[]; findings: Finding[] };
/** What came in: new sources, newer versions of others with how many changes wait, and what could not be read. */
export type ImportResult = {
  sources: Source[];
  updates: { newSourceId: SourceId; fileName: string; newFileName: string; changes: number }[];
  warnings: Warning[];
};
/** What followed from taking over changes of a newer version. */
export type AcceptedResult = { accepted: number; changedCells: ChangedCell[]; changedFigures: ChangedFigure[] };
/** Papers to print: who owes what by when, the log of changes, the list for one verifier, what the checks found. */
export const PRINTOUT_KINDS = ['owed', 'changeLog', 'packet', 'findings'] as const;
export type PrintoutKind = (typeof PRINTOUT_KINDS)[number];

/** Papers that were written for departments. */
export type SentTasks = { folder: string; files: { name: string; party: string }[] };

/**
 * A page of a returned 取数表: its item (null when no request of this project is in the file), what its head says, what was left empty, and what changed
 * since it came back last or, in its head, since it was sent.
 */
export type ReturnedRequest = {
  fileName: string;
  item: string | null;
  party: string;
  terms: Record<TermName, string>;
  empty: string[];
  differences: ReturnedDifference[];
  sourceId: SourceId | null;
};

/** What merging a returned file came to: changes that are new here, and of all it brought those in conflict and those without a place. */
export type MergeResult = { changes: number; conflicts: number; unplaced: number };

/** What a reviewed DOCX said, by kind; `added` is what of it is new here, `lost` what has no place, with its text; `sent` the copy it was held against. */
export type WordReviewResult = TakenCounts & {
  added: number;
  sent: { fileName: string; at: string } | null;
  lost: { author: string; at: string; quote: string; text: string }[];
};

/** What deciding came to: changes carried out or set, and those that could not be, which stay open, each with why and what to do. */
export type DecideResult = { decided: ChangeId[]; notApplied: { changeId: ChangeId; why: Message }[]; changedFigures: ChangedFigure[] };

export type DraftResult = { questions: { no: string; paragraphs: number; tables: number }[]; warnings: Warning[] };
/** `problems`: what stands in the way of signature, where that was asked; empty when the file may go. */
export type ExportResult = {
  fileName: string;
  tables: number;
  figures: number;
  warnings: Warning[];
  problems: Warning[] | null;
  /** What a verifier's document shares with the announcement; null for other documents. */
  shared: SharedText | null;
};

/** A register as written: its sheets with their rows, header rows left out. */
export type RegisterResult = { fileName: string; sheets: { name: string; rows: number }[] };

/** Names of long work; its result arrives with `job:done`. */
export type JobResult = {
  'task:send': SentTasks;
  'task:takeBack': ReturnedRequest[];
  'printout:export': { fileName: string };
  'exchange:copy': Exchange & { warnings: Warning[] };
  'exchange:merge': MergeResult;
  'wordReview:takeBack': WordReviewResult;
  'filingSet:make': FilingSetResult;
  'opinion:compare': OpinionComparison & { warnings: Warning[] };
  'source:import': ImportResult;
  'reply:importDraft': DraftResult;
  'register:export': RegisterResult;
  'check:run': Finding[];
  'export:document': ExportResult;
  'scan:recognise': RecognisedPages;
};

/** What recognition made of each page; `confidence` from 0 to 100 is its own, `isDrawn` as `scan:page` says. */
export type RecognisedPages = { pages: { text: string; confidence: number; isDrawn: boolean }[] };

/** A stored letter as read. `pages` is empty for a letter that came as text. */
export type LetterAsRead = { text: string; cleaned: LetterCleaning[]; pages: LetterPage[] };

/** A letter before it is stored. `scanPages` counts pages that are pictures alone: their text is to be recognised or typed. */
export type LetterPreview = ParsedLetter & { fileName: string; text: string; scanPages: number; warnings: Warning[] };
