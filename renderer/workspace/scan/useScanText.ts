import { useEffect, useState } from 'react';
import type { JobId } from '../../../shared/domain/ids';
import type { ChosenFile } from '../../../shared/ipc/host';
import { call, onEvent } from '../../ipc/client';
import { cancelJob, finishJob, useJob } from '../../ipc/jobs';
import { useRun } from '../useRun';

/** A page's words in hand; `confidence` is the recogniser's, null for what was typed. */
type PageText = { text: string; confirmed: boolean; confidence: number | null };

const EMPTY: PageText = { text: '', confirmed: false, confidence: null };

/** The words of a scan's pages while they are recognised, typed and checked. What somebody typed or checked is never overwritten. */
export function useScanText(file: ChosenFile, pages: number) {
  const run = useRun();
  const [texts, setTexts] = useState<PageText[]>(() => Array.from({ length: pages }, () => EMPTY));
  const [jobId, setJobId] = useState<JobId | null>(null);
  const job = useJob(jobId, 'scan:recognise');
  const change = (page: number, part: Partial<PageText>) =>
    setTexts((before) => before.map((one, at) => (at === page - 1 ? { ...one, ...part } : one)));

  useEffect(
    () =>
      onEvent('scan:recognised', ({ file: token, page, text, confidence }) => {
        if (token !== file.token) return;
        setTexts((before) =>
          before.map((one, at) =>
            at === page - 1 && (one.text === '' || one.confidence !== null) && !one.confirmed
              ? { text, confidence, confirmed: false }
              : one,
          ),
        );
      }),
    [file.token],
  );

  const recognise = () =>
    run(async () => {
      const started = await call('scan:recognise', { file: file.token });
      setJobId(started.jobId);
      try {
        await finishJob(started.jobId, 'scan:recognise');
      } finally {
        setJobId(null);
      }
    });
  const stop = () => run(async () => void (jobId && (await cancelJob(jobId))));

  return {
    texts,
    job: jobId === null ? null : job,
    recognise,
    stop,
    setText: (page: number, text: string) => change(page, { text, confidence: null }),
    setConfirmed: (page: number, confirmed: boolean) => change(page, { confirmed }),
  };
}
