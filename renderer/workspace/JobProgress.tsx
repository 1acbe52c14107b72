import type { ReactNode } from 'react';
import type { JobId } from '../../shared/domain/ids';
import type { JobResult } from '../../shared/ipc/results';
import { cancelJob, type JobState } from '../ipc/jobs';
import { AppDialog } from '../ui/AppDialog';
import { Button } from '../ui/Button';
import { useWords } from '../ui/language';
import { Notice } from '../ui/Notice';
import { ProgressLine } from '../ui/ProgressLine';
import { useRun } from './useRun';

type JobProgressProps<Kind extends keyof JobResult> = {
  title: string;
  jobId: JobId | null;
  job: JobState<Kind>;
  onClose: () => void;
  /** Leads back to what was asked for, offered where it failed or was cancelled. */
  onBack?: () => void;
  /** For a result that is a table. */
  wide?: boolean;
  /** Draws the result. */
  children: (result: JobResult[Kind]) => ReactNode;
};

/** A dialog of long work: step, count and 取消 while it runs; then its result or the reason it failed. */
export function JobProgress<Kind extends keyof JobResult>({
  title,
  jobId,
  job,
  onClose,
  onBack,
  wide = false,
  children,
}: JobProgressProps<Kind>) {
  const { say, sayError } = useWords();
  const run = useRun();
  const cancel = () => run(async () => void (jobId && (await cancelJob(jobId))));
  const running = job.status === 'running';
  return (
    <AppDialog
      title={title}
      wide={wide && !running}
      onClose={running ? cancel : onClose}
      foot={
        running ? (
          <Button onPress={cancel}>{say('job.cancel')}</Button>
        ) : (
          <>
            {job.status === 'failed' && onBack ? <Button onPress={onClose}>{say('shell.close')}</Button> : null}
            <Button kind="primary" autoFocus onPress={job.status === 'failed' && onBack ? onBack : onClose}>
              {say(job.status === 'done' ? 'import.done' : onBack ? 'job.back' : 'shell.close')}
            </Button>
          </>
        )
      }
    >
      {job.status === 'running' ? <ProgressLine step={job.step || say('import.starting')} done={job.done} total={job.total} /> : null}
      {job.status === 'failed' ? <Notice kind={job.error.code === 'cancelled' ? 'info' : 'error'}>{sayError(job.error)}</Notice> : null}
      {job.status === 'done' ? children(job.result) : null}
    </AppDialog>
  );
}
