// Longer than other files on purpose: the one map of calls is read, searched and reviewed in one place.
import { z } from 'zod';
import type { Acceptance } from '../domain/acceptance';
import type {
  CellCorrection,
  CellRef,
  ChangedCell,
  DataTable,
  DescribedCell,
  OpenTable,
  Source,
  TableRow,
  TableSummary,
} from '../domain/dataTable';
import type { DefinedTerm, TermEntry } from '../domain/definedTerm';
import type { ReturnedDifference } from '../document/task/readDataRequest';
import type { Deferral } from '../domain/deferral';
import type { Exchange } from '../domain/exchange';
import type { ChangedFigure, Figure } from '../domain/figure';
import type { Filing } from '../domain/filing';
import type { FigureAccount } from '../figures/accountFigures';
import type { DatedClaim } from '../figures/datedClaims';
import type { Finding } from '../domain/finding';
import type { ChangeId, FileHash, ItemId, JobId, LinkId, QuestionId, SourceId, TableId } from '../domain/ids';
import { ASK_STATES, type Letter, type LetterCleaning, type LetterPage, type ParsedLetter } from '../domain/letter';
import type { Link } from '../domain/link';
import type { Place, Warning } from '../domain/place';
import type { OperationSummary, ProjectOverview, VersionSummary } from '../domain/project';
import { type FilingPaper, type FilingPlan, type FilingSetResult, PAPER_KINDS } from '../domain/filingSet';
import type { OpinionComparison } from '../domain/opinion';
import type { Redaction } from '../domain/redaction';
import type { ReferenceTarget, Reply } from '../domain/reply';
import type { BlockId } from '../domain/ids';
import type { OfferedPlace } from '../document/reference/refreshReferences';
import { PARAGRAPH_STYLES } from '../document/filingBlock';
import type { PrintPage } from '../document/page/printPage';
import type { StyleMapping } from '../document/template/documentTemplate';
import type { PagePart } from '../document/page/writePage';
import type { ReviewChange, ReviewedChange } from '../domain/review';
import { SIGN_OFF_ROLES, type SignOff, type WorkDue } from '../domain/signOff';
import type { VersionDifference } from '../domain/versionDifference';
import { VARIANTS } from '../domain/variant';
import { DISCLOSURE_DECISIONS, type IntendedCorrection, type SourceFile, type SourceUpdate } from '../domain/sourceUpdate';
import type { AnsweredAsk } from '../letter/answerAsks';
import type { NumberedParagraph } from '../document/listNumberedParagraphs';
import type { TakenCounts } from '../review/word/takeBack';
import type { QuotedReply } from '../letter/quotedReplies';
import type { ReplyTableDefinition } from '../tables/reply/replyTableDefinition';
import { correction } from './correctionSchema';
import { letterHeaderChange, letterInput, letterOrFile } from './letterSchema';
import { redactionContent } from './redactionSchema';
import { replyTableDefinition } from './replyTableSchema';
import { localSuggestions, overrideChoice, reviewAnchor, reviewPayload, verdict } from './reviewSchema';
import { acceptedChange } from './sourceUpdateSchema';
import {
  cellRef,
  figureFormat,
  fileHash,
  fileToken,
  formula,
  isoDate,
  idOf,
  itemStatus,
  pastedSource,
  pastedTable,
  projectDetails,
  replySections,
  shortText,
  text,
  verifierRole,
} from './schemas';

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
  sourceId?: SourceId;
  /** Of a cell: the texts of its table row, blanks left out. */
  row?: string[];
};

export type FigureCandidate = DescribedCell & { score: number };

/** Numbers of the replies after linking: newly linked, with several homes to choose from, and without any. */
export type FigureTally = { linked: number; candidates: number; open: number };

/** Where a cell is shown or computed with: in a reply, or in a cell of a reply table named by its row and column. */
export type CellUse =
  | { kind: 'figure' | 'table'; questionId: QuestionId; questionNo: string; shown: string }
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

/** A returned 取数表: its item (null when no request of this project is in it), what was left empty, and what changed since it came back last. */
export type ReturnedRequest = {
  fileName: string;
  item: string | null;
  party: string;
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

/** What deciding came to: changes carried out or set, and those whose place is gone or was taken by another, which stay open. */
export type DecideResult = { decided: ChangeId[]; notApplied: ChangeId[]; changedFigures: ChangedFigure[] };

export type DraftResult = { questions: { no: string; paragraphs: number; tables: number }[]; warnings: Warning[] };
/** `problems`: what stands in the way of signature, where that was asked; empty when the file may go. */
export type ExportResult = { fileName: string; tables: number; figures: number; warnings: Warning[]; problems: Warning[] | null };

/** A register as written: its sheets with their rows, header rows left out. */
export type RegisterResult = { fileName: string; sheets: { name: string; rows: number }[] };

/** Names of long work; its result arrives with `job:done`. */
export type JobResult = {
  'task:send': SentTasks;
  'task:takeBack': ReturnedRequest[];
  'printout:export': { fileName: string };
  'exchange:copy': Exchange;
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

/** What recognition made of each page; `confidence` from 0 to 100 is its own. */
export type RecognisedPages = { pages: { text: string; confidence: number }[] };

/** A stored letter as read. `pages` is empty for a letter that came as text. */
export type LetterAsRead = { text: string; cleaned: LetterCleaning[]; pages: LetterPage[] };

/** A letter before it is stored. `scanPages` counts pages that are pictures alone: their text is to be recognised or typed. */
export type LetterPreview = ParsedLetter & { fileName: string; text: string; scanPages: number; warnings: Warning[] };

const none = z.object({}).strict();
const styleMapping = z.partialRecord(z.enum(PARAGRAPH_STYLES), z.string().max(300).nullable());
const definedTerm = z.object({ term: shortText.trim().min(1), fullName: shortText.trim().min(1) });
const questionId = idOf<'question'>();
const tableId = idOf<'table'>();

/** Declares one call: its parameter parser, and by type alone its result. */
function call<Result>() {
  return <Params extends z.ZodType>(params: Params) => ({ params, result: undefined as unknown as Result });
}

/** The one contract between the window (or browser, or terminal) and core: every call with the parser of its parameters and its result type. */
export const contract = {
  // Project
  'project:new': call<ProjectOverview>()(z.object({ letter: letterOrFile, target: fileToken.nullable() })),
  'project:open': call<ProjectOverview>()(
    z.object({ file: fileToken, readOnly: z.boolean().optional(), password: shortText.min(1).optional() }),
  ),
  'project:openSample': call<ProjectOverview>()(none),
  'project:close': call<null>()(none),
  'project:save': call<{ savedAt: string }>()(none),
  'project:saveAs': call<ProjectOverview>()(z.object({ target: fileToken })),
  'project:get': call<ProjectOverview | null>()(none),
  'project:setDetails': call<ProjectOverview>()(projectDetails),
  // Letter
  'letter:preview': call<LetterPreview>()(letterInput),
  'letter:list': call<Letter[]>()(none),
  /** A letter as read, for reading it beside its questions: the text, what reading cleaned, and the pages of a scan. */
  'letter:text': call<LetterAsRead>()(z.object({ letterId: idOf<'letter'>() })),
  /** Where later letters quote replies to earlier ones. */
  'letter:quotes': call<QuotedReply[]>()(none),
  /** Corrects how a letter was cut up; what hangs on questions and items follows. */
  'letter:correct': call<null>()(z.object({ correction })),
  /** Adds a letter of a further round with replies to write. */
  'letter:add': call<Letter>()(z.object({ letter: letterOrFile })),
  /** Writes down what the regulator said: when, who, and the words. */
  'letter:addOral': call<Letter>()(z.object({ spokenOn: isoDate, spokenBy: shortText.trim().min(1), words: text.trim().min(1) })),
  'letter:setHeader': call<null>()(z.object({ letterId: idOf<'letter'>(), header: letterHeaderChange })),
  'letter:confirmPage': call<null>()(z.object({ letterId: idOf<'letter'>(), page: z.int().min(1), confirmed: z.boolean() })),
  /** Gives several items (or questions without items) an owner at once, or takes it away. */
  'item:assign': call<null>()(
    z.object({
      targets: z
        .array(z.object({ questionId, itemId: idOf<'item'>().nullable() }))
        .min(1)
        .max(2_000),
      owner: shortText.nullable(),
    }),
  ),
  /** One page of a scan as a picture: of a file before it is a letter, or of a stored letter. */
  'scan:page': call<{ bytes: Uint8Array; mime: string; pages: number }>()(
    z
      .object({ file: fileToken.nullable(), letterId: idOf<'letter'>().nullable(), page: z.int().min(1) })
      .refine(({ file, letterId }) => (file === null) !== (letterId === null), { path: ['file'] }),
  ),
  /** Recognises the pages of a scan on this computer; each is told by `scan:recognised` as soon as it is read. */
  'scan:recognise': call<{ jobId: JobId }>()(z.object({ file: fileToken })),
  'item:setStatus': call<null>()(z.object({ questionId, itemId: idOf<'item'>().nullable(), status: itemStatus })),
  'item:setOwner': call<null>()(z.object({ questionId, itemId: idOf<'item'>().nullable(), owner: shortText.nullable() })),
  /** The ask ledger, in the letters' order. */
  'ask:list': call<AnsweredAsk[]>()(none),
  /** Decides an ask; open without a reason gives it back to what the reply shows. An exemption needs its reason. */
  'ask:setState': call<null>()(
    z
      .object({ askId: idOf<'ask'>(), state: z.enum(ASK_STATES), reason: shortText.nullable() })
      .refine(({ state, reason }) => state !== 'exempted' || (reason ?? '').trim() !== '', { path: ['reason'] }),
  ),
  'deferral:list': call<Deferral[]>()(none),
  'deferral:add': call<Deferral>()(
    z.object({
      letterId: idOf<'letter'>(),
      announcedOn: isoDate.nullable(),
      dueOn: isoDate.nullable(),
      reason: shortText,
      apology: z.boolean(),
    }),
  ),
  'deferral:remove': call<null>()(z.object({ deferralId: idOf<'deferral'>() })),
  'filing:list': call<Filing[]>()(none),
  /** Freezes what was filed: a version of now and the files as they are; no questions named means all of the letter's. */
  'filing:record': call<Filing>()(
    z.object({
      letterId: idOf<'letter'>(),
      questionIds: z.array(questionId).max(200),
      files: z.array(fileToken).max(100),
      filedOn: isoDate,
      note: shortText,
    }),
  ),
  // Evidence
  /** Imports files; one named in `updates` by its token is a newer version of that source, whose changes wait to be accepted. */
  'source:import': call<{ jobId: JobId }>()(
    z.object({
      files: z.array(fileToken).min(1).max(200),
      disclosed: z.boolean(),
      updates: z.record(fileToken, idOf<'source'>()).optional(),
    }),
  ),
  /** Stores tables from the clipboard as a source of its own. */
  'source:paste': call<Source>()(pastedSource),
  'source:list': call<Source[]>()(none),
  'source:remove': call<null>()(z.object({ sourceId: idOf<'source'>() })),
  /** Newer versions of files with all that still differs from what was accepted (待确认的更新). */
  'sourceUpdate:list': call<SourceUpdate[]>()(none),
  /** Takes changes over as 数据调整: those named, or all for null. */
  'sourceUpdate:accept': call<AcceptedResult>()(
    z.object({ newSourceId: idOf<'source'>(), changes: z.array(acceptedChange).min(1).max(20_000).nullable() }),
  ),
  /** Forgets a newer version; what was accepted of it stays. */
  'sourceUpdate:discard': call<null>()(z.object({ newSourceId: idOf<'source'>() })),
  'sourceUpdate:files': call<SourceFile[]>()(z.object({ sourceId: idOf<'source'>() })),
  /** Writes a received file out again as it was received. */
  'sourceUpdate:saveFile': call<null>()(z.object({ sourceId: idOf<'source'>(), file: fileHash, target: fileToken })),
  /** Changed numbers of disclosed sources (拟更正事项) and what is decided about them. */
  'correction:list': call<IntendedCorrection[]>()(none),
  'correction:decide': call<null>()(z.object({ correctionId: shortText, decision: z.enum(DISCLOSURE_DECISIONS), note: shortText })),
  'table:list': call<TableSummary[]>()(z.object({ sourceId: idOf<'source'>().nullable() })),
  'table:get': call<DataTable>()(z.object({ tableId })),
  /** A table to be looked at: its head and first rows. The others come by `table:rows` as they are scrolled to. */
  'table:open': call<OpenTable>()(z.object({ tableId })),
  'table:rows': call<TableRow[]>()(z.object({ tableId, from: z.int().min(0), count: z.int().min(1).max(1_000) })),
  /** Position of a row among its table's rows, from 0; null when it is gone. */
  'table:findRow': call<number | null>()(z.object({ tableId, rowId: idOf<'row'>() })),
  /** The next cell (or the one before) that holds the text, in reading order from a cell on; null when there is none. */
  'table:findText': call<{ row: number; col: number } | null>()(
    z.object({ tableId, text: shortText.min(1), row: z.int(), col: z.int(), backwards: z.boolean() }),
  ),
  /** Confirms that what a table's reading was unsure of is right: the doubt at this position goes. */
  'table:settleDoubt': call<null>()(z.object({ tableId, index: z.int().min(0) })),
  /** Which question's reply shows which table. */
  'table:listShown': call<{ questionId: QuestionId; tableId: TableId }[]>()(none),
  'table:setHeaderRows': call<DataTable>()(z.object({ tableId, headerRows: z.int().min(0).max(20) })),
  'table:setUnit': call<DataTable & { changedFigures: ChangedFigure[] }>()(z.object({ tableId, unit: shortText.nullable() })),
  'table:setCaption': call<DataTable>()(z.object({ tableId, caption: shortText.nullable() })),
  /** Stores a pasted table, read with the paragraphs around it; `consumed` are those (of before, then after) that became its unit line or notes. */
  'table:fromPaste': call<{ table: DataTable; consumed: number[] }>()(pastedTable),
  /** What a reply table is made from; null for a table of a source and for a pasted one. */
  'replyTable:get': call<ReplyTableDefinition | null>()(z.object({ tableId })),
  /** Makes a reply table and links it to the question it was made for. */
  'replyTable:create': call<DataTable>()(z.object({ questionId: questionId.nullable(), definition: replyTableDefinition })),
  'replyTable:update': call<DataTable & { changedFigures: ChangedFigure[] }>()(z.object({ tableId, definition: replyTableDefinition })),
  'replyTable:remove': call<null>()(z.object({ tableId })),
  'cell:correct': call<CorrectionResult>()(z.object({ cell: cellRef, text, kind: z.enum(['misread', 'restated']), why: shortText })),
  'cell:describe': call<DescribedCell | null>()(z.object({ cell: cellRef })),
  'cell:history': call<CellCorrection[]>()(z.object({ cell: cellRef })),
  'cell:whereUsed': call<CellUse[]>()(z.object({ cell: cellRef })),
  // Links
  'link:list': call<Link[]>()(none),
  'link:add': call<Link>()(z.object({ questionId, itemId: idOf<'item'>().nullable(), tableId, reason: shortText })),
  'link:remove': call<null>()(z.object({ linkId: idOf<'link'>() })),
  // Replies and figures
  'reply:get': call<Reply & { figures: Figure[] }>()(z.object({ questionId })),
  'reply:save': call<{ revision: number; savedAt: string }>()(z.object({ questionId, baseRevision: z.int(), sections: replySections })),
  /**
   * Puts `after` where `before` stands in a block's text (characters from `start` on). Where a linked figure stands there nothing is changed and the
   * figure is returned: its cells are what must change.
   */
  'reply:replaceNumber': call<{ figure: Figure | null }>()(
    z.object({ questionId, blockId: idOf<'block'>(), start: z.int().min(0), before: shortText, after: shortText }),
  ),
  'reply:importDraft': call<{ jobId: JobId }>()(z.object({ file: fileToken })),
  /** What a cross reference from a block may lead to, with the words it would have there. */
  'reference:list': call<OfferedPlace[]>()(z.object({ questionId, blockId: idOf<'block'>().nullable() })),
  /** The cross references of one reply with the words they have now. */
  'reference:current': call<{ blockId: BlockId; target: ReferenceTarget; text: string }[]>()(z.object({ questionId })),
  /** Short names: those written down, and those the text defines. */
  'term:list': call<TermEntry[]>()(none),
  'term:add': call<DefinedTerm>()(definedTerm),
  'term:update': call<DefinedTerm>()(definedTerm.extend({ termId: idOf<'term'>() })),
  'term:remove': call<null>()(z.object({ termId: idOf<'term'>() })),
  'figure:create': call<Figure>()(
    z.object({ questionId, formula, format: figureFormat, asOf: shortText.nullable(), reason: shortText.nullable() }),
  ),
  'figure:update': call<Figure>()(
    z.object({ figureId: idOf<'figure'>(), formula, format: figureFormat, asOf: shortText.nullable(), reason: shortText.nullable() }),
  ),
  'figure:preview': call<{ text: string }>()(z.object({ formula, format: figureFormat })),
  'figure:list': call<Figure[]>()(z.object({ questionId: questionId.nullable() })),
  /** Every number of one reply's prose, or of all, with where it comes from. */
  'figure:account': call<FigureAccount[]>()(z.object({ questionId: questionId.nullable() })),
  /** Statements of the replies that carry a date, with their figures. */
  'figure:listDated': call<DatedClaim[]>()(none),
  /** Says that a number of a reply needs no source, and why; without a reason it needs one again. */
  'figure:exempt': call<null>()(
    z.object({ questionId, blockId: idOf<'block'>(), text: shortText, occurrence: z.int().min(0), reason: shortText.nullable() }),
  ),
  /** Links every number of one reply, or of all, that has exactly one home. */
  'figure:linkAll': call<FigureTally>()(z.object({ questionId: questionId.nullable() })),
  'figure:candidates': call<FigureCandidate[]>()(z.object({ text: shortText, questionId, limit: z.int().min(1).max(200) })),
  'picture:add': call<{ file: FileHash; mime: string }>()(z.object({ bytes: z.instanceof(Uint8Array), name: shortText })),
  'picture:get': call<{ bytes: Uint8Array; mime: string }>()(z.object({ file: fileHash })),
  // Review
  /** Changes of one question, or of all, each with its state, its place in the reply as it is now and what it conflicts with, in reading order. */
  'review:list': call<(ReviewedChange & { mine: boolean; sent: boolean })[]>()(z.object({ questionId: questionId.nullable() })),
  /** Adds a remark at a place, or a reply to one (then its anchor is that of the remark). Core fills in the quote and the block's text. */
  'review:comment': call<ReviewChange>()(z.object({ anchor: reviewAnchor, text: text.min(1), replyTo: idOf<'change'>().nullable() })),
  /** Adds one suggestion that is not part of a reply's text: of a cell, row or column, or an override of a figure. */
  'review:propose': call<ReviewChange>()(z.object({ anchor: reviewAnchor, payload: reviewPayload })),
  /**
   * Saves a reply's text and the local author's suggestions on it together. The list is all of them that stand in this reply's text: an unsent one
   * that is missing is removed, a sent one withdrawn.
   */
  'review:saveSuggestions': call<{ revision: number; savedAt: string }>()(
    z.object({ questionId, baseRevision: z.int(), sections: replySections, suggestions: localSuggestions }),
  ),
  /** Decides one change or several as one operation; accepting carries them out. `override` says what becomes of figures whose override is accepted. */
  'review:decide': call<DecideResult>()(
    z.object({
      changeIds: z.array(idOf<'change'>()).min(1).max(20_000),
      verdict,
      note: shortText,
      override: overrideChoice.optional(),
      correction: z.enum(['misread', 'restated']).optional(),
      /** Rejected in the same operation: the other sides of a conflict. */
      alsoReject: z.array(idOf<'change'>()).max(20_000).optional(),
    }),
  ),
  // What is withheld from the public
  'redaction:list': call<Redaction[]>()(none),
  'redaction:add': call<Redaction>()(redactionContent),
  'redaction:update': call<Redaction>()(z.object({ redactionId: idOf<'redaction'>(), content: redactionContent })),
  'redaction:remove': call<null>()(z.object({ redactionId: idOf<'redaction'>() })),
  // An intermediary's own document
  'opinion:compare': call<{ jobId: JobId }>()(z.object({ file: fileToken, verifier: verifierRole })),
  /** Accepts a difference with its reason; null opens it again. */
  'opinion:accept': call<null>()(
    z.object({
      verifier: verifierRole,
      difference: z.object({ kind: z.enum(['question', 'statement', 'figure']), question: shortText, ours: text, theirs: text }),
      reason: shortText.nullable(),
    }),
  ),
  /** Makes a verifier's section of a reply say what its own document says. */
  'opinion:adopt': call<null>()(
    z.object({
      questionId,
      verifier: verifierRole,
      role: z.enum(['procedures', 'conclusion']),
      paragraphs: z
        .array(z.object({ heading: z.boolean(), text }))
        .min(1)
        .max(2_000),
    }),
  ),
  // Reviewed Word documents and remarks on paper
  /** Takes a reviewed DOCX back. */
  'wordReview:takeBack': call<{ jobId: JobId }>()(z.object({ file: fileToken })),
  /** Paragraphs of the copy signed on paper, by the number in its margin. */
  'wordReview:listParagraphs': call<NumberedParagraph[]>()(none),
  /** Enters what somebody wrote on paper: a remark, the whole text a paragraph should have, or that it should go. */
  'wordReview:addPaperRemark': call<null>()(
    z.object({ number: z.int().min(1), author: shortText.min(1), kind: z.enum(['comment', 'replace', 'delete']), text: text.max(20_000) }),
  ),
  // Sign-offs, due dates, departments
  /** Sign-offs of one question or all; one whose `changes` are not empty has lapsed. */
  'signOff:list': call<SignOff[]>()(z.object({ questionId: questionId.nullable() })),
  'signOff:add': call<SignOff>()(z.object({ questionId, itemId: idOf<'item'>().nullable(), role: z.enum(SIGN_OFF_ROLES) })),
  'signOff:remove': call<null>()(z.object({ signOffId: idOf<'signOff'>() })),
  'due:list': call<WorkDue[]>()(none),
  'due:set': call<null>()(
    z.object({
      targets: z
        .array(z.object({ questionId, itemId: idOf<'item'>().nullable() }))
        .min(1)
        .max(2_000),
      dueOn: isoDate.nullable(),
    }),
  ),
  /** Writes 任务单 and 取数表 for every owner with open work, or those named, into a new folder. */
  'task:send': call<{ jobId: JobId }>()(
    z.object({
      owners: z.array(shortText).max(200),
      terms: z.object({
        basis: shortText,
        period: shortText,
        unit: shortText,
        dueOn: isoDate.nullable(),
        preparer: shortText,
        reviewer: shortText,
      }),
      target: fileToken,
    }),
  ),
  /** Takes returned 取数表 in, under whatever file names. */
  'task:takeBack': call<{ jobId: JobId }>()(z.object({ files: z.array(fileToken).min(1).max(200) })),
  /** Writes a paper to print; `role` names the verifier of a packet. */
  'printout:export': call<{ jobId: JobId }>()(z.object({ kind: z.enum(PRINTOUT_KINDS), role: verifierRole.optional(), target: fileToken })),
  // Exchange with others
  /** What went out and came back, newest first. */
  'exchange:list': call<Exchange[]>()(none),
  /** Makes a copy for a reviewer; no questions named means all of them. */
  'exchange:copy': call<{ jobId: JobId }>()(
    z.object({
      recipient: shortText.min(1),
      questionIds: z.array(questionId).max(500),
      withSources: z.boolean(),
      password: shortText.min(1).optional(),
      target: fileToken,
    }),
  ),
  /** Takes a returned copy in, a reviewer's or an ordinary one. */
  'exchange:merge': call<{ jobId: JobId }>()(z.object({ file: fileToken, password: shortText.min(1).optional() })),
  // The folder that is filed
  'filingSet:get': call<{ papers: FilingPaper[]; plan: FilingPlan }>()(none),
  'filingSet:addPaper': call<FilingPaper>()(
    z.object({ file: fileToken, kind: z.enum(PAPER_KINDS), verifier: verifierRole.nullable(), title: shortText }),
  ),
  'filingSet:removePaper': call<null>()(z.object({ paperId: idOf<'filingPaper'>() })),
  'filingSet:setPlan': call<null>()(z.object({ pattern: shortText, categories: z.record(shortText, shortText) })),
  /** Where the desktop program prints the announcement for the set, and which announcement that is. */
  'filingSet:pdfTarget': call<{ target: string; variant: 'announcement' | 'redacted' }>()(none),
  /** Writes the folder; `pdf` is what was printed for it. Frozen as a filing only when the announcement passes the last check. */
  'filingSet:make': call<{ jobId: JobId }>()(z.object({ target: fileToken, filedOn: isoDate, pdf: fileToken.nullable() })),
  // Search, checks, export
  /** `period` and `unit` narrow the hits to table cells under that period or in that unit. */
  'search:query': call<SearchHit[]>()(
    z.object({ query: shortText, limit: z.int().min(1).max(500), period: shortText.optional(), unit: shortText.optional() }),
  ),
  /** All checks, or once they have run only those a change reached since; the findings, worst first, arrive with `job:done`. */
  'check:run': call<{ jobId: JobId }>()(z.object({ changedOnly: z.boolean().optional() })),
  /** `against`: the version a document that marks changes is compared with; absent or null means the newest one somebody named. `final` looks the file over once more before it is signed. */
  /** Findings accepted with a reason; accepting one again gives it the new reason. */
  'acceptance:list': call<Acceptance[]>()(none),
  'acceptance:add': call<null>()(z.object({ key: text, rule: shortText, reason: shortText.refine((reason) => reason.trim() !== '') })),
  'acceptance:remove': call<null>()(z.object({ key: text })),
  /** Writes the registers of the matter as a workbook: where every number comes from, and the intended corrections. */
  'register:export': call<{ jobId: JobId }>()(z.object({ target: fileToken })),
  'export:document': call<{ jobId: JobId }>()(
    z.object({
      variant: z.enum(VARIANTS),
      target: fileToken,
      against: idOf<'version'>().nullable().optional(),
      final: z.boolean().optional(),
      letterId: idOf<'letter'>().optional(),
      questionIds: z.array(questionId).max(200).optional(),
    }),
  ),
  /** The company's own template documents are written in; null for the house format. */
  'template:get': call<{ fileName: string; mapping: StyleMapping } | null>()(none),
  /** The styles of a document that may become the template, and which of them its names suggest for ours; `edges` counts its headers and footers. */
  'template:read': call<{ fileName: string; styles: { styleId: string; name: string }[]; guesses: StyleMapping; edges: number }>()(
    z.object({ file: fileToken }),
  ),
  'template:set': call<null>()(z.object({ file: fileToken, mapping: styleMapping })),
  'template:clear': call<null>()(none),
  /** A document as its pages show it, for looking at while one writes. */
  'preview:pages': call<{ title: string; parts: PagePart[] }>()(z.object({ variant: z.enum(VARIANTS) })),
  /** A document as a page for the printer; refused like its file where it would show what is withheld. */
  'print:document': call<{ fileName: string; page: PrintPage; warnings: Warning[] }>()(
    z.object({ variant: z.enum(VARIANTS), target: fileToken, against: idOf<'version'>().nullable().optional() }),
  ),
  /** Writes what was printed into the file it was printed for. */
  'print:write': call<{ fileName: string }>()(z.object({ target: fileToken, bytes: z.instanceof(Uint8Array) })),
  // History and versions
  'history:list': call<OperationSummary[]>()(z.object({ limit: z.int().min(1).max(1000) })),
  'history:undo': call<{ label: string } | null>()(none),
  'history:redo': call<{ label: string } | null>()(none),
  'version:list': call<VersionSummary[]>()(none),
  'version:create': call<VersionSummary>()(z.object({ name: shortText, why: shortText })),
  /** Differences between two versions, null being the project as it is now; by question, figures apart from text. */
  'version:compare': call<VersionDifference[]>()(z.object({ from: idOf<'version'>().nullable(), to: idOf<'version'>().nullable() })),
  /** Brings one question's reply back to what a version holds; the figures and tables it shows stay as they are now. */
  'version:restoreQuestion': call<null>()(z.object({ versionId: idOf<'version'>(), questionId })),
  'version:restore': call<null>()(z.object({ versionId: idOf<'version'>() })),
  // Long work
  'job:cancel': call<null>()(z.object({ jobId: idOf<'job'>() })),
} as const;

export type Method = keyof typeof contract;
export type Params<M extends Method> = z.input<(typeof contract)[M]['params']>;
export type ParsedParams<M extends Method> = z.output<(typeof contract)[M]['params']>;
export type Result<M extends Method> = (typeof contract)[M]['result'];

/** What core tells the window without being asked. */
export type Events = {
  'job:progress': { jobId: JobId; step: string; done: number; total: number | null };
  'job:done': { jobId: JobId; kind: keyof JobResult; result: JobResult[keyof JobResult] };
  'job:failed': { jobId: JobId; error: import('./errors').ErrorValue };
  'scan:recognised': { file: string; page: number; text: string; confidence: number };
  /** Nouns whose rows changed, so that screens read them again; `questionIds` when only some replies did. */
  'project:changed': {
    nouns: (
      | 'review'
      | 'project'
      | 'letter'
      | 'source'
      | 'table'
      | 'link'
      | 'redaction'
      | 'term'
      | 'reply'
      | 'figure'
      | 'version'
      | 'filing'
      | 'acceptance'
      | 'history'
    )[];
    questionIds?: QuestionId[];
    tableIds?: TableId[];
    itemIds?: ItemId[];
    linkIds?: LinkId[];
  };
  /** Figures whose words changed: shown as a list, and written into open editors. */
  'figures:changed': { changes: ChangedFigure[] };
  'project:saved': { savedAt: string };
  /** Publishing in the background failed (full disk, folder gone): the changes are safe in the working copy. */
  'project:saveFailed': { error: import('./errors').ErrorValue };
};
export type EventName = keyof Events;

/** What travels: a request with an id, its answer, or an event. */
export type RequestMessage = { kind: 'request'; id: number; method: string; params: unknown };
export type AnswerMessage =
  | { kind: 'answer'; id: number; ok: true; value: unknown }
  | { kind: 'answer'; id: number; ok: false; error: import('./errors').ErrorValue };
export type EventMessage = { kind: 'event'; name: EventName; payload: unknown };
export type WireMessage = RequestMessage | AnswerMessage | EventMessage;
