import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../shared/domain/finding';
import type { JobId } from '../../../shared/domain/ids';
import { call, onEvent, toErrorValue } from '../../ipc/client';
import { cancelJob, finishJob, useJob } from '../../ipc/jobs';
import { useWords } from '../../ui/language';
import { showError } from '../../ui/toasts';
import { flushReply } from '../../workspace/replyBridge';

export type CheckProgress = { step: string; done: number; total: number | null };

/** The findings of the last run, and the runs: a whole one when asked for, then one of what changed after every change. */
export type CheckJob = {
  findings: Finding[] | null;
  progress: CheckProgress | null;
  stale: boolean;
  run: () => void;
  cancel: () => void;
};

/** Nouns the checks read. */
const CHECKED: ReadonlySet<string> = new Set(['project', 'letter', 'source', 'table', 'reply', 'figure', 'term']);

/** Runs the checks of the open project and keeps their findings. */
export function useCheckJob(): CheckJob {
  const { sayError } = useWords();
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [stale, setStale] = useState(false);
  const [asked, setAsked] = useState<{ jobId: JobId | null } | null>(null);
  const job = useJob(asked?.jobId ?? null, 'check:run');
  const refresher = useRef({ running: false, again: false });
  const checked = findings !== null;

  useEffect(() => {
    if (!checked) return;
    async function refresh() {
      const state = refresher.current;
      state.again = state.running;
      if (state.running) return;
      state.running = true;
      try {
        const { jobId } = await call('check:run', { changedOnly: true });
        setFindings(await finishJob(jobId, 'check:run'));
        setStale(false);
      } catch {
        // The findings on screen are of another state of the project, which the pane says.
        setStale(true);
      } finally {
        state.running = false;
        if (state.again) void refresh();
      }
    }
    return onEvent('project:changed', ({ nouns }) => {
      if (nouns.some((noun) => CHECKED.has(noun))) void refresh();
    });
  }, [checked]);

  async function runAll() {
    setAsked({ jobId: null });
    try {
      await flushReply();
      const { jobId } = await call('check:run', {});
      setAsked({ jobId });
      setFindings(await finishJob(jobId, 'check:run'));
      setStale(false);
    } catch (error) {
      const value = toErrorValue(error);
      if (value.code !== 'cancelled') showError(sayError(value));
    } finally {
      setAsked(null);
    }
  }

  return {
    findings,
    progress: asked === null ? null : job?.status === 'running' ? job : { step: '', done: 0, total: null },
    stale: stale && checked,
    run: () => void runAll(),
    cancel: () => void (asked?.jobId && cancelJob(asked.jobId)),
  };
}
