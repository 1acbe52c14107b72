import type { AskId, ItemId, LetterId, QuestionId, VerificationId } from './ids';
import type { Message } from './message';

/** Who a letter may ask to verify. Names on screen come from the catalogue. */
export const VERIFIER_ROLES = [
  'auditor',
  'lawyer',
  'sponsor',
  'financialAdviser',
  'appraiser',
  'independentDirectors',
  'auditCommittee',
  'supervisors',
  'otherAdviser',
] as const;
export type VerifierRole = (typeof VERIFIER_ROLES)[number];

/** The head of a letter as read. Dates are ISO (Asia/Shanghai); null where the letter does not say. */
export type LetterHeader = {
  /** 年报问询函, 关注函, 审核问询函…: the letter's own kind, as it calls itself. */
  kind: string | null;
  regulator: string | null;
  department: string | null;
  company: string | null;
  code: string | null;
  shortName: string | null;
  announcementNo: string | null;
  /** Repaired (spaces out, brackets 〔〕 whole); `letterNoRaw` keeps what was printed. */
  letterNo: string | null;
  letterNoRaw: string | null;
  issuedOn: string | null;
  receivedOn: string | null;
  dueOn: string | null;
  /** The wording of the deadline as printed: 请你公司在 2024 年 5 月 30 日前…. */
  dueText: string | null;
  /** Whether the reply must be disclosed; null when the letter does not say. */
  disclose: boolean | null;
  /** Who gets a copy (抄送…), as printed. */
  copyTo: string[];
};

/** One atomic thing an item demands: a verb (说明, 披露…) and its object or demanded field. */
export type ParsedAsk = { verb: string; object: string };

/** A numbered sub-question. `no` is Arabic digits, `label` as printed, `text` without its label. */
export type ParsedItem = { no: string; label: string; text: string; asks: ParsedAsk[] };

/** Who must verify what. `items` holds item numbers, empty when it reaches the whole question; `reach` names other questions a closing question reaches. */
export type ParsedVerification = { role: VerifierRole; items: string[]; reach?: string[]; text: string };

/** A question as asked. `text` is all of it: introduction, items with their labels and verification request, paragraphs separated by \n. */
export type ParsedQuestion = {
  no: string;
  label: string;
  title: string | null;
  /** The heading over several questions (一、关于主营业务) that stands directly above it, as printed, a line for each level; null when none does. */
  partHeading: string | null;
  text: string;
  items: ParsedItem[];
  verifications: ParsedVerification[];
  /** Asks of a question without items, or of its introduction. */
  asks: ParsedAsk[];
};

/**
 * One thing that reading a letter changed: what stood there, with a little around it, and what stands now; `kept` is empty when it was left out.
 * `line` counts the lines of the text as read from 1, `page` those of a PDF.
 */
export type LetterCleaning = {
  kind: 'pageNumber' | 'pageHead' | 'lineJoin' | 'letterSpacing' | 'glyph' | 'letterNo' | 'partHeading';
  line: number | null;
  page: number | null;
  original: string;
  kept: string;
};

/** A letter as read from text: the result of `parseLetter`. `problems` are codes such as 'no-questions' or 'not-a-letter' with a message. */
export type ParsedLetter = {
  header: LetterHeader;
  questions: ParsedQuestion[];
  problems: { code: string; message: Message; line: number | null }[];
  /** What was cleaned away to read it, in reading order. */
  cleaned: LetterCleaning[];
};

export const ITEM_STATUSES = ['toWrite', 'awaitingDepartment', 'toReview', 'awaitingVerifier', 'final'] as const;
/** 待写, 待部门提供, 待复核, 待中介核查, 已定稿. */
export type ItemStatus = (typeof ITEM_STATUSES)[number];

export const ASK_STATES = ['open', 'answered', 'exempted', 'notApplicable'] as const;
export type AskState = (typeof ASK_STATES)[number];

/** A stored ask. `state` is what somebody decided; open without a reason is undecided, and the reply itself tells (`answerAsks`). */
export type Ask = ParsedAsk & {
  askId: AskId;
  questionId: QuestionId;
  itemId: ItemId | null;
  state: AskState;
  reason: string | null;
};
export type Item = { itemId: ItemId; no: string; label: string; text: string; status: ItemStatus; owner: string | null };
export type Verification = { verificationId: VerificationId; role: VerifierRole; itemIds: ItemId[]; reach: string[]; text: string };

/** A stored question. A question without items carries its own status and owner. */
export type Question = {
  questionId: QuestionId;
  no: string;
  label: string;
  title: string | null;
  /** As of a parsed question; null for all but the first question of a part. */
  partHeading: string | null;
  text: string;
  status: ItemStatus;
  owner: string | null;
  items: Item[];
  verifications: Verification[];
};

/** How far a question is: its item that is furthest behind, or its own status where it has no items. */
export function getQuestionStatus({ status, items }: Pick<Question, 'status' | 'items'>): ItemStatus {
  return items.length === 0 ? status : ITEM_STATUSES.find((one) => items.some((item) => item.status === one))!;
}

/** A page of a letter that came as a picture: its text as recognised or typed, and whether somebody has read it against the picture (else 待校对). */
export type LetterPage = { page: number; text: string; confirmed: boolean };

/** A letter of the matter, or oral feedback of the regulator written down: then `spokenBy` says who spoke, and the header's dates when. */
export type Letter = { letterId: LetterId; header: LetterHeader; fileName: string; spokenBy?: string; questions: Question[] };
