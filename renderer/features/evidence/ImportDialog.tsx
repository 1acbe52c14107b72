import { useState } from 'react';
import type { JobId } from '../../../shared/domain/ids';
import type { ImportResult } from '../../../shared/ipc/contract';
import type { ChosenFile } from '../../../shared/ipc/host';
import { useNavigator } from '../../workspace/navigation';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { useJob } from '../../ipc/jobs';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { RadioField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { JobProgress } from '../../workspace/JobProgress';
import { WarningList } from '../../workspace/WarningList';

/** Takes files in as evidence (or hands one over as a draft): choice, progress, and what came in with what could not be read. */
export function ImportDialog({ files, onClose }: { files: ChosenFile[]; onClose: () => void }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const [kind, setKind] = useState<'evidence' | 'draft'>('evidence');
  const [disclosure, setDisclosure] = useState<'disclosed' | 'internal'>('internal');
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [asked, setAsked] = useState(false);
  const job = useJob(jobId, 'source:import');
  const [first] = files;

  function start() {
    if (kind === 'draft' && first) {
      go({ type: 'openDialog', dialog: { name: 'importDraft', file: first } });
      return;
    }
    setAsked(true);
    run(async () => {
      try {
        const started = await call('source:import', { files: files.map((file) => file.token), disclosed: disclosure === 'disclosed' });
        setJobId(started.jobId);
      } finally {
        setAsked(false);
      }
    });
  }

  if (job) {
    return (
      <JobProgress title={say('import.title')} jobId={jobId} job={job} onClose={onClose}>
        {(result) => <Imported result={result} />}
      </JobProgress>
    );
  }
  return (
    <AppDialog
      title={say('import.title')}
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
      <ul className="import-files">
        {files.map((file) => (
          <li key={file.token} className="clip">
            {file.name}
          </li>
        ))}
      </ul>
      {files.length === 1 && first && /\.(txt|docx)$/i.test(first.name) ? (
        <RadioField
          label={say('import.asWhat')}
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'evidence', label: say('import.asEvidence'), note: say('import.asEvidenceNote') },
            { value: 'draft', label: say('import.asDraft'), note: say('import.asDraftNote') },
          ]}
        />
      ) : null}
      {kind === 'evidence' ? (
        <RadioField
          label={say('import.disclosure')}
          value={disclosure}
          onChange={setDisclosure}
          choices={[
            { value: 'internal', label: say('evidence.internal'), note: say('import.internalNote') },
            { value: 'disclosed', label: say('evidence.disclosed'), note: say('import.disclosedNote') },
          ]}
        />
      ) : null}
    </AppDialog>
  );
}

function Imported({ result }: { result: ImportResult }) {
  const { say } = useWords();
  return (
    <>
      <table className="changes">
        <caption>{say('import.result')}</caption>
        <tbody>
          {result.sources.map((source) => (
            <tr key={source.sourceId}>
              <th scope="row">{source.fileName}</th>
              <td className="number">{say('import.sourceResult', { tables: source.tableCount })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <WarningList warnings={result.warnings} />
    </>
  );
}
