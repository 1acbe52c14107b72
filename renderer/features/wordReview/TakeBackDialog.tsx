import { FileInput } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import type { JobId } from '../../../shared/domain/ids';
import type { ChosenFile } from '../../../shared/ipc/host';
import { call, getHost } from '../../ipc/client';
import { useJob } from '../../ipc/jobs';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { FileDrop } from '../../ui/FileDrop';
import { useWords } from '../../ui/language';
import { JobProgress } from '../../workspace/JobProgress';
import { useNavigator } from '../../workspace/navigation';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { TakenBack } from './TakenBack';
import './wordReview.css';

/** Takes a reviewed DOCX back: which file, chosen or dropped; then progress; then what came and what could not be placed. */
export function TakeBackDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const { go } = useNavigator();
  const [jobId, setJobId] = useState<JobId | null>(null);
  const job = useJob(jobId, 'wordReview:takeBack');

  const start = async (file: ChosenFile | undefined) => {
    if (!file) return;
    await flushReply();
    setJobId((await call('wordReview:takeBack', { file: file.token })).jobId);
  };
  const choose = () => run(async () => start((await getHost().pickFiles('reviewed'))[0]));
  const drop = (files: File[]) => run(async () => start((await getHost().registerDroppedFiles(files.slice(0, 1)))[0]));
  const showReview = () => {
    onClose();
    go({ type: 'openTab', tab: 'review' });
  };

  if (job?.status === 'done') {
    return (
      <AppDialog
        title={say('wordReview.title')}
        onClose={onClose}
        foot={
          <>
            <Button onPress={() => setJobId(null)}>{say('wordReview.another')}</Button>
            <Button onPress={onClose}>{say('shell.close')}</Button>
            <Button kind="primary" autoFocus onPress={showReview}>
              {say('wordReview.open')}
            </Button>
          </>
        }
      >
        <TakenBack result={job.result} />
      </AppDialog>
    );
  }
  if (job) {
    return (
      <JobProgress title={say('wordReview.title')} jobId={jobId} job={job} onClose={onClose}>
        {() => null}
      </JobProgress>
    );
  }
  return (
    <AppDialog title={say('wordReview.title')} onClose={onClose} foot={<Button onPress={onClose}>{say('shell.cancel')}</Button>}>
      {/* The window behind takes dropped files as evidence. */}
      <div onDrop={(event: DragEvent) => event.stopPropagation()}>
        <FileDrop className="take-back-drop" onFiles={drop}>
          {(over) => (
            <>
              <FileInput size={28} strokeWidth={1.25} aria-hidden />
              <p>{say(over ? 'wordReview.dropNow' : 'wordReview.drop')}</p>
              <Button kind="primary" autoFocus onPress={choose}>
                {say('wordReview.choose')}
              </Button>
            </>
          )}
        </FileDrop>
      </div>
      <p className="faint small">{say('wordReview.explain')}</p>
    </AppDialog>
  );
}
