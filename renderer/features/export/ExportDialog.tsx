import { useState } from 'react';
import type { JobId } from '../../../shared/domain/ids';
import type { ProjectOverview } from '../../../shared/domain/project';
import { isOpinionVariant, listVariants, type Variant } from '../../../shared/domain/variant';
import type { WordKey } from '../../../shared/catalogue/catalogue';
import type { ExportResult } from '../../../shared/ipc/contract';
import { JobProgress } from '../../workspace/JobProgress';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { WarningList } from '../../workspace/WarningList';
import { call, getHost } from '../../ipc/client';
import { useJob } from '../../ipc/jobs';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { DeferralFields } from './DeferralFields';
import { OpenMatters } from './OpenMatters';
import './export.css';

type Target = { token: string; name: string };

type ExportDialogProps = {
  project: ProjectOverview;
  /** Errors the last checks found; null when none were run since the last change. */
  errors: number | null;
  onRunChecks: () => void;
  onClose: () => void;
};

/** Makes a document that is filed: which one, what is still open for it, then progress, then the result. */
export function ExportDialog({ project, errors, onRunChecks, onClose }: ExportDialogProps) {
  const { say } = useWords();
  const run = useRun();
  const { value: letters } = useQuery('letter:list', {});
  const letter = letters?.at(-1);
  const [variant, setVariant] = useState<Variant>('announcement');
  const [target, setTarget] = useState<Target | null>(null);
  const [jobId, setJobId] = useState<JobId | null>(null);
  const job = useJob(jobId, 'export:document');

  const start = () =>
    run(async () => {
      const company = project.details.shortName || project.details.company;
      const words = { company, letter: project.letterName, variant: say(`variant.${variant}`) };
      const name = say(getFileNameWord(variant), words).replace(/[\\/:*?"<>|]/g, '');
      const chosen = await getHost().pickSaveTarget('announcement', `${name}.docx`);
      if (!chosen) return;
      setTarget(chosen);
      await flushReply();
      const started = await call('export:document', { variant, target: chosen.token });
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
      <ChoiceField
        label={say('export.variant')}
        value={variant}
        choices={(letter ? listVariants(letter) : [variant]).map((value) => ({ value, label: say(`variant.${value}`) }))}
        onChange={setVariant}
      />
      <p className="faint">{say(`variantNote.${variant}`)}</p>
      {variant === 'deferral' && letter ? <DeferralFields letterId={letter.letterId} /> : null}
      <OpenMatters project={project} variant={variant} errors={errors} onRunChecks={onRunChecks} />
    </AppDialog>
  );
}

/** The usual name of a document's file; the chooser lets one change it. */
function getFileNameWord(variant: Variant): WordKey {
  if (isOpinionVariant(variant)) return 'export.opinionFileName';
  const words = {
    announcement: 'export.fileName',
    redacted: 'export.redactedFileName',
    regulator: 'export.regulatorFileName',
    revision: 'export.revisionFileName',
    receipt: 'export.receiptFileName',
    deferral: 'export.deferralFileName',
    review: 'export.reviewFileName',
    approval: 'export.approvalFileName',
  } as const;
  return words[variant];
}

function Exported({ result, target }: { result: ExportResult; target: Target | null }) {
  const { say } = useWords();
  const run = useRun();
  // All of one file, whose name stands above.
  const unfinished = result.warnings.map((warning) => ({ ...warning, file: '' }));
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
      {unfinished.length > 0 ? <WarningList warnings={unfinished} title={say('export.unfinished', { count: unfinished.length })} /> : null}
    </>
  );
}
