import type { ReadPart, ReadPicture, ReadTable } from '../../domain/dataTable';
import type { ItemId, QuestionId } from '../../domain/ids';
import type { Question, VerifierRole } from '../../domain/letter';
import type { Message } from '../../domain/message';
import type { Place, Warning } from '../../domain/place';
import type { ReadChart } from '../../domain/readChart';
import type { ReadRun } from '../../domain/readRun';
import type { HeadingLevel, SectionRole } from '../../domain/reply';

/** What `splitDraft` needs to know of a question of the letter. */
export type AskedQuestion = Pick<Question, 'questionId' | 'no' | 'label' | 'title' | 'partHeading' | 'text' | 'items' | 'verifications'>;

/** A paragraph as the draft has it, with its place in the file. */
export type DraftParagraph = { text: string; place: Place } & Marked;

/** What stands in a paragraph besides its text, and the bookmarks cross references lead to it by. */
type Marked = { runs?: ReadRun[]; bookmarks?: string[] };

/** A block of a drafted reply. `table` is an index into `DraftSplit.tables`; the caller stores the table and puts its id there. */
export type DraftBlock =
  | ({ type: 'heading'; level: HeadingLevel; text: string; place: Place } & Marked)
  | ({ type: 'paragraph'; text: string; place: Place; list?: { kind: 'bullet' | 'number'; depth: number } } & Marked)
  | { type: 'table'; table: number; bookmarks?: string[] }
  | { type: 'picture'; picture: ReadPicture; place: Place }
  | { type: 'chart'; chart: ReadChart; source: string; place: Place; bookmarks?: string[] };

export type DraftSection = { role: SectionRole; verifier: VerifierRole | null; itemIds: ItemId[]; blocks: DraftBlock[] };

/** A paragraph of the letter as the draft repeats it. `exact` is false where it differs in more than white space and width. */
export type RestatedParagraph = DraftParagraph & { exact: boolean };

/** What the draft says to one question: the question as it repeats it below the heading of its part, the label (回复：), and the reply in sections. */
export type DraftReply = {
  questionId: QuestionId;
  no: string;
  heading: DraftParagraph[];
  restated: RestatedParagraph[];
  replyLabel: DraftParagraph | null;
  sections: DraftSection[];
};

/** What stands before the first question; each piece null when the draft does not have it. */
export type DraftHead = {
  codeLines: DraftParagraph[];
  titleLines: DraftParagraph[];
  guarantee: DraftParagraph | null;
  preamble: DraftParagraph[];
  details: { code: string | null; shortName: string | null; announcementNo: string | null; company: string | null; title: string | null };
};

/** What stands after the last reply. `signedOn` is an ISO date. */
export type DraftTail = {
  closing: DraftParagraph | null;
  signature: DraftParagraph[];
  date: DraftParagraph | null;
  signedOn: string | null;
};

/**
 * An existing reply cut along the letter. Every paragraph, table and picture of the input stands in it exactly once: in head, replies, tail
 * or `unplaced` (with a warning each).
 */
export type DraftSplit = {
  head: DraftHead;
  replies: DraftReply[];
  tail: DraftTail;
  tables: ReadTable[];
  unplaced: DraftBlock[];
  warnings: Omit<Warning, 'file'>[];
};

/** Takes what the parts of a draft are cut into while it is split: its tables, and what fits nowhere with the reason. */
export type DraftSink = {
  addTable(part: Extract<ReadPart, { type: 'table' }>): DraftBlock;
  leaveUnplaced(part: ReadPart, code: string, why: Message): void;
};
