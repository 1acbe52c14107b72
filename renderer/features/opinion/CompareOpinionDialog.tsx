import { useState } from 'react';
import type { JobId } from '../../../shared/domain/ids';
import type { VerifierRole } from '../../../shared/domain/letter';
import { JobProgress } from '../../workspace/JobProgress';
import { flushReply } from '../../workspace/replyBridge';
import { useQuestions } from '../../workspace/useLinkTable';
import { useRun } from '../../workspace/useRun';
import { call, getHost } from '../../ipc/client';
import { useJob } from '../../ipc/jobs';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { OpinionResult } from './OpinionResult';
import './opinion.css';

/** Sets an intermediary's own document beside ours: whose and which file, then progress, then differences and suggestions. */
export function CompareOpinionDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const verifiers = [...new Set(useQuestions().flatMap(({ verifications }) => verifications.map(({ role }) => role)))];
  const [chosen, setChosen] = useState<VerifierRole | null>(null);
  const [jobId, setJobId] = useState<JobId | null>(null);
  const job = useJob(jobId, 'opinion:compare');
  const verifier = chosen ?? verifiers[0] ?? null;
  const choose = () =>
    run(async () => {
      const [file] = await getHost().pickFiles('opinion');
      if (!file || verifier === null) return;
      await flushReply();
      setJobId((await call('opinion:compare', { file: file.token, verifier })).jobId);
    });
  if (job?.status === 'done') {
    return (
      <AppDialog
        full
        title={`${say('opinion.title')} · ${job.result.fileName}`}
        onClose={onClose}
        foot={
          <>
            <Button onPress={() => setJobId(null)}>{say('opinion.again')}</Button>
            <Button kind="primary" autoFocus onPress={onClose}>
              {say('shell.close')}
            </Button>
          </>
        }
      >
        <OpinionResult comparison={job.result} />
      </AppDialog>
    );
  }
  if (job) {
    return (
      <JobProgress title={say('opinion.title')} jobId={jobId} job={job} onClose={onClose}>
        {() => null}
      </JobProgress>
    );
  }
  return (
    <AppDialog
      title={say('opinion.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" autoFocus isDisabled={verifier === null} onPress={choose}>
            {say('opinion.choose')}
          </Button>
        </>
      }
    >
      <p className="faint">{verifier === null ? say('opinion.noVerifier') : say('opinion.note')}</p>
      {verifier === null ? null : (
        <ChoiceField
          label={say('opinion.verifier')}
          value={verifier}
          choices={verifiers.map((value) => ({ value, label: say(`role.${value}`) }))}
          onChange={setChosen}
        />
      )}
    </AppDialog>
  );
}
