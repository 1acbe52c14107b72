import { CircleAlert, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import type { JobId } from '../../../shared/domain/ids';
import type { ProjectDetails, ProjectOverview } from '../../../shared/domain/project';
import type { ExportResult } from '../../../shared/ipc/contract';
import { JobProgress } from '../../workspace/JobProgress';
import { useNavigator } from '../../workspace/navigation';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { WarningList } from '../../workspace/WarningList';
import { call, getHost } from '../../ipc/client';
import { useJob } from '../../ipc/jobs';
import { AppDialog } from '../../ui/AppDialog';
import { Button, LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { listOpenMatters, type OpenMatter } from './openMatters';
import './export.css';

type Target = { token: string; name: string };

type ExportDialogProps = {
  project: ProjectOverview;
  /** Errors the last checks found; null when none were run since the last change. */
  errors: number | null;
  onRunChecks: () => void;
  onClose: () => void;
};

/** Makes a document that is filed: what is still open first, then progress, then the result. */
export function ExportDialog({ project, errors, onRunChecks, onClose }: ExportDialogProps) {
  const { say } = useWords();
  const run = useRun();
  const [target, setTarget] = useState<Target | null>(null);
  const [jobId, setJobId] = useState<JobId | null>(null);
  const job = useJob(jobId, 'export:document');

  const start = () =>
    run(async () => {
      const company = project.details.shortName || project.details.company;
      const name = say('export.fileName', { company, letter: project.letterName }).replace(/[\\/:*?"<>|]/g, '');
      const chosen = await getHost().pickSaveTarget('announcement', `${name}.docx`);
      if (!chosen) return;
      setTarget(chosen);
      await flushReply();
      const started = await call('export:document', { variant: 'announcement', target: chosen.token });
      setJobId(started.jobId);
    });

  if (job) {
    return (
      <JobProgress title={say('export.title')} jobId={jobId} job={job} onClose={onClose}>
        {(result) => <Exported result={result} target={target} />}
      </JobProgress>
    );
  }
  return (
    <AppDialog
      title={say('export.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" autoFocus onPress={start}>
            {say('export.start')}
          </Button>
        </>
      }
    >
      <div>
        <p>
          <strong>{say('export.announcement')}</strong>
        </p>
        <p className="faint">{say('export.announcementNote')}</p>
      </div>
      <OpenMatters project={project} errors={errors} onRunChecks={onRunChecks} />
    </AppDialog>
  );
}

function OpenMatters({ project, errors, onRunChecks }: Omit<ExportDialogProps, 'onClose'>) {
  const { say } = useWords();
  const matters = listOpenMatters(project, errors);
  return (
    <section aria-labelledby="export-open">
      <h3 id="export-open" className="field-label">
        {say('export.open')}
      </h3>
      {matters.length === 0 ? <p className="text-done">{say('export.openNone')}</p> : null}
      <ul className="open-matters">
        {matters.map((matter) => (
          <MatterRow key={keyOf(matter)} matter={matter} onRunChecks={onRunChecks} />
        ))}
      </ul>
    </section>
  );
}

function keyOf(matter: OpenMatter): string {
  if (matter.kind === 'blank') return matter.field;
  return matter.kind === 'unanswered' ? matter.questionId : matter.kind;
}

/** Names of the printed fields, as the details form calls them. */
const FIELD_WORDS = {
  company: 'details.company',
  shortName: 'details.shortName',
  code: 'details.code',
  announcementNo: 'details.announcementNo',
  title: 'details.documentTitle',
  signedOn: 'details.signedOn',
  exchange: 'details.exchange',
  preamble: 'details.preamble',
  closing: 'details.closing',
  signature: 'details.signature',
} as const satisfies Record<keyof ProjectDetails, string>;

function MatterRow({ matter, onRunChecks }: { matter: OpenMatter; onRunChecks: () => void }) {
  const { say } = useWords();
  const { go } = useNavigator();
  switch (matter.kind) {
    case 'blank':
      return (
        <li>
          <CircleDashed size={14} aria-hidden />
          {say('export.blank', { field: say(FIELD_WORDS[matter.field]) })}
          <LinkButton onPress={() => go({ type: 'openDetails' })}>{say('export.go')}</LinkButton>
        </li>
      );
    case 'unanswered':
      return (
        <li>
          <CircleAlert size={14} aria-hidden className="text-doubt" />
          {say('export.unanswered', { question: say('matter.question', { no: matter.no }) })}
          <LinkButton onPress={() => go({ type: 'openQuestion', questionId: matter.questionId })}>{say('export.go')}</LinkButton>
        </li>
      );
    case 'notFinal':
      return (
        <li>
          <CircleDashed size={14} aria-hidden />
          {say('export.notFinal', { count: matter.count })}
          <LinkButton onPress={() => go({ type: 'openOverview' })}>{say('export.go')}</LinkButton>
        </li>
      );
    case 'errors':
      return (
        <li>
          <CircleAlert size={14} aria-hidden className="text-error" />
          {say('export.errors', { count: matter.count })}
          <LinkButton
            onPress={() => {
              go({ type: 'closeDialog' });
              go({ type: 'openTab', tab: 'findings' });
            }}
          >
            {say('export.go')}
          </LinkButton>
        </li>
      );
    case 'notChecked':
      return (
        <li>
          <CircleDashed size={14} aria-hidden />
          {say('export.notChecked')}
          <LinkButton onPress={onRunChecks}>{say('shell.check')}</LinkButton>
        </li>
      );
  }
}

function Exported({ result, target }: { result: ExportResult; target: Target | null }) {
  const { say } = useWords();
  const run = useRun();
  return (
    <>
      <p>
        <strong>{say('export.done', { name: result.fileName })}</strong>
      </p>
      <p className="faint">{say('export.doneNote', { tables: result.tables, figures: result.figures })}</p>
      {target ? (
        <div>
          <Button onPress={() => run(() => getHost().revealFile(target.token))}>{say('export.reveal')}</Button>
        </div>
      ) : null}
      {result.warnings.length > 0 ? <WarningList warnings={result.warnings} /> : null}
    </>
  );
}
