import type { errorWords } from '../catalogue/errors';
import type { Message } from '../domain/message';

type Sentences = (typeof errorWords)['zh-CN'];
type CodeOf<Key> = Key extends `error.${infer Code}` ? Code : never;

/** Every failure a user can act on. The code chooses the sentence in the catalogue; a new code is a new sentence there. */
export type ErrorCode = CodeOf<keyof Sentences>;

type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The values a code's sentence names in braces: file, place, limit… */
type DataOf<Code extends ErrorCode> = ErrorData & Readonly<Record<NamesIn<Sentences[`error.${Code}`]>, string | number | Message>>;

/** Values that fill an error's sentence: text as printed, numbers, and messages said together with it. Plain data, so that it survives every wire. */
export type ErrorData = Readonly<Record<string, string | number | Message>>;

/** An error as it crosses a process boundary. */
export type ErrorValue = { code: ErrorCode; data: ErrorData };

/** A failure the user can act on, thrown in core, turned into data once in rpc and into a sentence once on screen. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;
  constructor(
    code: Code,
    ...[data, options]: [NamesIn<Sentences[`error.${Code}`]>] extends [never]
      ? [data?: ErrorData, options?: { cause?: unknown }]
      : [data: DataOf<Code>, options?: { cause?: unknown }]
  ) {
    super(`${code} ${JSON.stringify(data ?? {})}`, options);
    this.name = 'AppError';
    this.code = code;
    this.data = data ?? {};
  }

  /** The error a process boundary carried as data. */
  static fromValue({ code, data }: ErrorValue): AppError {
    const error = new AppError('internal', { reason: code });
    return Object.assign(error, { code, data, message: `${code} ${JSON.stringify(data)}` });
  }
}
