import { useCallback, useSyncExternalStore } from 'react';
import type { JobResult } from '../../shared/ipc/results';
import type { JobId } from '../../shared/domain/ids';
import { AppError, type ErrorValue } from '../../shared/ipc/errors';
import { call, onEvent } from './client';

/** Long work as a screen sees it. `total` is null while it is not known. */
export type JobState<Kind extends keyof JobResult = keyof JobResult> =
  | { status: 'running'; step: string; done: number; total: number | null }
  | { status: 'done'; result: JobResult[Kind] }
  | { status: 'failed'; error: ErrorValue };

const STARTING: JobState = { status: 'running', step: '', done: 0, total: null };

const states = new Map<JobId, JobState>();
const listeners = new Set<() => void>();

function settle(jobId: JobId, state: JobState): void {
  states.set(jobId, state);
  for (const listener of listeners) listener();
}

/** Follows all jobs from the start, since an event may overtake the answer that names its job; returns the unsubscribe. */
export function followJobs(): () => void {
  const stops = [
    onEvent('job:progress', ({ jobId, step, done, total }) => settle(jobId, { status: 'running', step, done, total })),
    onEvent('job:done', ({ jobId, result }) => settle(jobId, { status: 'done', result })),
    onEvent('job:failed', ({ jobId, error }) => settle(jobId, { status: 'failed', error })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The state of one job; null when there is none. */
export function useJob<Kind extends keyof JobResult>(jobId: JobId | null, _kind: Kind): JobState<Kind> | null {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  return useSyncExternalStore(subscribe, () => (jobId === null ? null : (states.get(jobId) ?? STARTING))) as JobState<Kind> | null;
}

/** The result of a job once it is done, which is then forgotten; rejects with the reason it failed, also when it was cancelled. */
export function finishJob<Kind extends keyof JobResult>(jobId: JobId, _kind: Kind): Promise<JobResult[Kind]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const state = states.get(jobId) as JobState<Kind> | undefined;
      if (!state || state.status === 'running') return;
      listeners.delete(look);
      if (state.status === 'done') resolve(state.result);
      else reject(AppError.fromValue(state.error));
      states.delete(jobId);
    };
    listeners.add(look);
    look();
  });
}

/** Marks every running job as failed: core died and its work with it. */
export function failRunningJobs(error: ErrorValue): void {
  for (const [jobId, state] of states) if (state.status === 'running') settle(jobId, { status: 'failed', error });
}

/** Asks core to stop a job; its end arrives as a failure with code `cancelled`. */
export async function cancelJob(jobId: JobId): Promise<void> {
  await call('job:cancel', { jobId });
}
