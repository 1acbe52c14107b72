import { setImmediate } from 'node:timers/promises';
import { type JobId, newId } from '../../../shared/domain/ids';
import type { Events } from '../../../shared/ipc/contract';
import type { JobResult } from '../../../shared/ipc/results';
import { AppError, type ErrorValue } from '../../../shared/ipc/errors';
import { message } from '../../../shared/domain/message';

/** What long work may do while it runs. */
export type JobContext = {
  /** Says how far the work is; `total` null when that is not known. */
  progress(step: string, done: number, total: number | null): void;
  /** Lets other calls in, then throws `cancelled` when the user wants the work stopped. Called outside transactions. */
  pause(): Promise<void>;
  /** Aborted as soon as the user wants the work stopped: for waiting on what is done elsewhere. */
  signal: AbortSignal;
};

export type JobRunner = {
  /** Starts long work and returns its id at once; its end arrives as job:done or job:failed. */
  start<Kind extends keyof JobResult>(kind: Kind, work: (job: JobContext) => Promise<JobResult[Kind]>): { jobId: JobId };
  /** Asks running work to stop; work that has ended is left as it is. */
  cancel(jobId: JobId): void;
  /** Resolves with the result of work still running or just ended; rejects as it failed. For the terminal, which waits. */
  finish(jobId: JobId): Promise<JobResult[keyof JobResult]>;
  /** Stops all work and waits until it has. */
  cancelAll(): Promise<void>;
};

type Running = { stopping: AbortController; result: Promise<JobResult[keyof JobResult]> };

/** Runs long work one after another, so that two imports never mix. */
export function startJobRunner(
  emit: <Name extends 'job:progress' | 'job:done' | 'job:failed'>(name: Name, payload: Events[Name]) => void,
  explain: (error: unknown) => ErrorValue,
): JobRunner {
  const jobs = new Map<JobId, Running>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    start: (kind, work) => {
      const jobId = newId<'job'>();
      const stopping = new AbortController();
      const context: JobContext = {
        progress: (step, done, total) => emit('job:progress', { jobId, step, done, total }),
        pause: async () => {
          await setImmediate();
          if (stopping.signal.aborted) throw new AppError('cancelled');
        },
        signal: stopping.signal,
      };
      const run = async () => {
        await context.pause();
        return work(context);
      };
      const result = last.then(run, run);
      last = result;
      jobs.set(jobId, { stopping, result });
      result.then(
        (value) => emit('job:done', { jobId, kind, result: value }),
        (error: unknown) => emit('job:failed', { jobId, error: explain(error) }),
      );
      return { jobId };
    },
    cancel: (jobId) => jobs.get(jobId)?.stopping.abort(),
    finish: (jobId) => {
      const job = jobs.get(jobId);
      if (!job) throw new AppError('not-found', { what: message('what.job'), id: jobId });
      return job.result;
    },
    cancelAll: async () => {
      for (const job of jobs.values()) job.stopping.abort();
      await Promise.allSettled([...jobs.values()].map((job) => job.result));
      jobs.clear();
    },
  };
}
