import { useState } from 'react';
import type { MergeResult } from '../../../shared/ipc/results';
import { useNavigator } from '../../workspace/navigation';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { withPassword } from '../../workspace/withPassword';
import { call, getHost } from '../../ipc/client';
import { cancelJob, finishJob, useJob } from '../../ipc/jobs';
import type { JobId } from '../../../shared/domain/ids';
import { Button, LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { ProgressLine } from '../../ui/ProgressLine';
import { ConflictList } from './ConflictList';
import { CopyForm } from './CopyForm';
import { ExchangeList } from './ExchangeList';

/** Review copies out, returned files in, what needs a choice, and what is still out. */
export function ReviewExchange({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const { go } = useNavigator();
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [merged, setMerged] = useState<MergeResult | null>(null);
  const choose = () =>
    run(async () => {
      const [file] = await getHost().pickFiles('project');
      if (!file) return;
      await flushReply();
      setMerged(null);
      try {
        setMerged(
          await withPassword(async (password) => {
            const started = await call('exchange:merge', { file: file.token, password });
            setJobId(started.jobId);
            return finishJob(started.jobId, 'exchange:merge');
          }),
        );
      } finally {
        setJobId(null);
      }
    });
  const leave = () => {
    onClose();
    go({ type: 'openTab', tab: 'review' });
  };
  return (
    <div className="exchange-columns">
      <CopyForm />
      <section aria-labelledby="exchange-back">
        <h3 id="exchange-back">{say('exchange.out')}</h3>
        <p className="faint small">{say('exchange.mergeNote')}</p>
        <div>
          <Button isDisabled={jobId !== null} onPress={choose}>
            {say('exchange.merge')}
          </Button>
        </div>
        {jobId ? <Running jobId={jobId} /> : null}
        {merged ? (
          <Notice kind="info">
            {say('exchange.merged', merged)}{' '}
            {merged.changes > 0 ? <LinkButton onPress={leave}>{say('exchange.toReview')}</LinkButton> : null}
          </Notice>
        ) : null}
        <ExchangeList kinds={['reviewCopy', 'word', 'copy']} />
      </section>
      <ConflictList />
    </div>
  );
}

function Running({ jobId }: { jobId: JobId }) {
  const { say } = useWords();
  const run = useRun();
  const job = useJob(jobId, 'exchange:merge');
  if (job?.status !== 'running') return null;
  return (
    <div className="exchange-running">
      <ProgressLine step={job.step || say('import.starting')} done={job.done} total={job.total} />
      <Button onPress={() => run(() => cancelJob(jobId))}>{say('job.cancel')}</Button>
    </div>
  );
}
