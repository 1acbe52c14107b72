/**
 * Every failure a user can act on. The code chooses the sentence (catalogue, zh-CN and en); `data` fills it in: file, place, limit…
 * Add a code here together with its sentence in both catalogues.
 */
export const ERROR_CODES = [
  // Files as received
  'file-not-found',
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'not-what-it-says',
  'unsupported-format',
  'encrypted-file',
  'archive-truncated',
  'archive-bomb',
  'xml-forbidden',
  'document-broken',
  // Letters and drafts
  'not-a-letter',
  'no-questions',
  // Projects
  'project-exists',
  'project-locked',
  'project-newer',
  'project-damaged',
  'project-foreign',
  'project-not-open',
  'project-read-only',
  // Writing
  'disk-full',
  'write-refused',
  // Values
  'not-found',
  'revision-conflict',
  'invalid-params',
  'not-a-number',
  'unit-mismatch',
  'nothing-to-undo',
  'undo-conflict',
  // Process
  'cancelled',
  'core-stopped',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values that fill an error's sentence; only text and numbers, so that it survives every wire. */
export type ErrorData = Readonly<Record<string, string | number>>;

/** A failure the user can act on, thrown in core, turned into data once in rpc and into a sentence once on screen. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;
  constructor(code: ErrorCode, data: ErrorData = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.name = 'AppError';
    this.code = code;
    this.data = data;
  }
}

/** An error as it crosses a process boundary. */
export type ErrorValue = { code: ErrorCode; data: ErrorData };
