import { useState } from 'react';
import type { JobId } from '../../../shared/domain/ids';
import type { ChosenFile } from '../../../shared/ipc/host';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { useJob } from '../../ipc/jobs';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { JobProgress } from '../../workspace/JobProgress';
import { WarningList } from '../../workspace/WarningList';

/** Takes an existing reply in: says what will happen, then what landed under which question. */
export function ImportDraftDialog({ file, onClose }: { file: ChosenFile; onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [asked, setAsked] = useState(false);
  const job = useJob(jobId, 'reply:importDraft');

  function start() {
    setAsked(true);
    run(async () => {
      try {
        await flushReply();
        const started = await call('reply:importDraft', { file: file.token });
        setJobId(started.jobId);
      } finally {
        setAsked(false);
      }
    });
  }

  if (job) {
    return (
      <JobProgress title={say('draft.title')} jobId={jobId} job={job} onClose={onClose}>
        {(result) => (
          <>
            <table className="changes">
              <caption>{say('import.result')}</caption>
              <tbody>
                {result.questions.map((question) => (
                  <tr key={question.no}>
                    <th scope="row">{say('matter.question', { no: question.no })}</th>
                    <td className="number">{say('draft.question', { paragraphs: question.paragraphs, tables: question.tables })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <WarningList warnings={result.warnings} />
          </>
        )}
      </JobProgress>
    );
  }
  return (
    <AppDialog
      title={say('draft.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" autoFocus isDisabled={asked} onPress={start}>
            {say(asked ? 'import.starting' : 'import.start')}
          </Button>
        </>
      }
    >
      <p className="clip">{file.name}</p>
      <p>{say('draft.note')}</p>
    </AppDialog>
  );
}
