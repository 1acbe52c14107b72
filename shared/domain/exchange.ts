import type { ExchangeId, FileHash, QuestionId, VersionId } from './ids';

/** What goes out to others and comes back: a review copy, a DOCX for reviewers, an ordinary copy somebody edited, a department's task or data request. */
export type ExchangeKind = 'reviewCopy' | 'word' | 'copy' | 'task' | 'dataRequest' | 'packet';

/** One file that was sent or came back. `file` is its SHA-256; `answers` names the sent file a returned one belongs to. Times are ISO with zone. */
export type Exchange = {
  exchangeId: ExchangeId;
  direction: 'sent' | 'returned';
  kind: ExchangeKind;
  /** To whom it went, or from whom it came. */
  party: string;
  at: string;
  fileName: string;
  file: FileHash;
  /** The version that was sent, or that a returned file was taken into. */
  versionId: VersionId | null;
  answers: ExchangeId | null;
  /** Empty: the whole project. */
  questionIds: QuestionId[];
};

/** What an open project is when it is a copy made for a reviewer: text is not edited in it, only remarks and suggestions are made. */
export type ReviewCopy = {
  reviewer: string;
  sender: string;
  exchangeId: ExchangeId;
  versionId: VersionId;
  sentAt: string;
  /** Empty: the whole project. */
  questionIds: QuestionId[];
};
