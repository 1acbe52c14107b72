import { z } from 'zod';
import type { ChangedFigure } from '../domain/figure';
import type { ItemId, JobId, LinkId, QuestionId, TableId } from '../domain/ids';
import type { JobResult } from './results';
import { letterCalls } from './calls/letterCalls';
import { evidenceCalls } from './calls/evidenceCalls';
import { replyCalls } from './calls/replyCalls';
import { reviewCalls } from './calls/reviewCalls';
import { documentCalls } from './calls/documentCalls';

/** The one contract between the window (or browser, or terminal) and core: every call with the parser of its parameters and its result type. */
export const contract = {
  ...letterCalls,
  ...evidenceCalls,
  ...replyCalls,
  ...reviewCalls,
  ...documentCalls,
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
