import type { FileHash, FilingId, LetterId, QuestionId, VersionId } from './ids';

/** A file as it was filed; its bytes are kept under the hash. */
export type FilingFile = { name: string; file: FileHash; size: number };

/**
 * 报送: what was filed in answer to a letter, frozen: the version it was made from and the SHA-256 of every file. Never changed and never undone.
 * `questionIds` are the questions it answers (分批回复), empty for all of them; `round` counts the filings of one letter from 1, what follows the first is 修订稿 or a further part.
 */
export type Filing = {
  filingId: FilingId;
  letterId: LetterId;
  round: number;
  versionId: VersionId;
  questionIds: QuestionId[];
  /** The day it was filed, ISO. */
  filedOn: string;
  note: string;
  actor: string;
  /** ISO with zone. */
  recordedAt: string;
  files: FilingFile[];
};
