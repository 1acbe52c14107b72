import { useState } from 'react';
import type { JobId, SourceId } from '../../../shared/domain/ids';
import type { ImportResult } from '../../../shared/ipc/results';
import type { ChosenFile } from '../../../shared/ipc/host';
import { useNavigator } from '../../workspace/navigation';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { findEarlierVersion } from '../../../shared/tables/update/fileNames';
import { useJob } from '../../ipc/jobs';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { ChoiceField, RadioField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { JobProgress } from '../../workspace/JobProgress';
import { WarningList } from '../../workspace/WarningList';

type ImportDialogProps = {
  files: ChosenFile[];
  /** The source these files are a newer version of, when that was said. */
  updates: SourceId | null;
  onClose: () => void;
};

const NEW = 'new';

/** Takes files in as evidence (or hands one over as a draft): choice, progress, and what came in with what could not be read. */
export function ImportDialog({ files, updates, onClose }: ImportDialogProps) {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const [kind, setKind] = useState<'evidence' | 'draft'>('evidence');
  const [disclosure, setDisclosure] = useState<'disclosed' | 'internal'>('internal');
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [asked, setAsked] = useState(false);
  const job = useJob(jobId, 'source:import');
  const { value: sources } = useQuery('source:list', {});
  const evidence = (sources ?? []).filter((source) => source.role === 'evidence');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const replaced = (file: ChosenFile) => chosen[file.token] ?? updates ?? findEarlierVersion(file.name, evidence)?.sourceId ?? NEW;
  const isUpdate = files.some((file) => replaced(file) !== NEW);
  const [first] = files;

  function start() {
    if (kind === 'draft' && first) {
      go({ type: 'openDialog', dialog: { name: 'importDraft', file: first } });
      return;
    }
    setAsked(true);
    run(async () => {
      try {
        const started = await call('source:import', {
          files: files.map((file) => file.token),
          disclosed: disclosure === 'disclosed',
          updates: Object.fromEntries(files.flatMap((file) => (replaced(file) === NEW ? [] : [[file.token, replaced(file)]]))),
        });
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
      {kind === 'evidence' && evidence.length > 0
        ? files.map((file) => (
            <ChoiceField
              key={file.token}
              label={say('import.fileKind', { name: file.name })}
              value={replaced(file)}
              choices={[
                { value: NEW, label: say('import.newSource') },
                ...evidence.map(({ sourceId, fileName }) => ({
                  value: sourceId as string,
                  label: say('import.updateOf', { name: fileName }),
                })),
              ]}
              onChange={(value) => setChosen({ ...chosen, [file.token]: value })}
            />
          ))
        : null}
      {kind === 'evidence' && isUpdate ? <p className="small faint">{say('import.updateNote')}</p> : null}
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
  const { go } = useNavigator();
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
          {result.updates.map((update) => (
            <tr key={update.newSourceId}>
              <th scope="row">{update.newFileName}</th>
              <td className="number">{say('import.updateResult', { changes: update.changes })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.updates.length > 0 ? (
        <div>
          <Button onPress={() => go({ type: 'openDialog', dialog: { name: 'sourceUpdates' } })}>{say('import.openUpdates')}</Button>
        </div>
      ) : null}
      <WarningList warnings={result.warnings} />
    </>
  );
}
