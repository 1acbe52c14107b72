import { useState } from 'react';
import type { JobId } from '../../../shared/domain/ids';
import type { Question } from '../../../shared/domain/letter';
import type { Warning } from '../../../shared/domain/place';
import type { ProjectOverview } from '../../../shared/domain/project';
import type { LetterId, QuestionId, VersionId } from '../../../shared/domain/ids';
import { isCompared, isOpinionVariant, isPublished, listVariants, type Variant } from '../../../shared/domain/variant';
import type { WordKey } from '../../../shared/catalogue/catalogue';
import type { ExportResult } from '../../../shared/ipc/results';
import { PartField } from '../../workspace/PartField';
import { JobProgress } from '../../workspace/JobProgress';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { WarningList } from '../../workspace/WarningList';
import { call, getHost } from '../../ipc/client';
import { useJob } from '../../ipc/jobs';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { AgainstField, KeepVersion } from './AgainstField';
import { CheckFinished, FinalVerdict } from './CheckFinished';
import { DeferralFields } from './DeferralFields';
import { OpenMatters } from './OpenMatters';
import { PdfButton } from './PdfButton';
import { ANYBODY, ReviewerFields } from './ReviewerFields';
import { WithheldNote } from './WithheldNote';
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
  const [variant, setVariant] = useState<Variant>('announcement');
  const [against, setAgainst] = useState<VersionId | null>(null);
  const [letterId, setLetterId] = useState<LetterId | null>(null);
  const [questionIds, setQuestionIds] = useState<QuestionId[]>([]);
  const [reviewer, setReviewer] = useState(ANYBODY);
  const [noticeNo, setNoticeNo] = useState('');
  const [noticeOn, setNoticeOn] = useState('');
  const [target, setTarget] = useState<Target | null>(null);
  const [jobId, setJobId] = useState<JobId | null>(null);
  const job = useJob(jobId, 'export:document');
  const isNotice = variant === 'receipt' || variant === 'deferral';
  const notice = isNotice ? { announcementNo: noticeNo.trim(), announcedOn: noticeOn || null } : undefined;
  const letter = letters?.find((one) => one.letterId === letterId) ?? letters?.at(-1);

  const start = () =>
    run(async () => {
      const company = project.details.shortName || project.details.company;
      const words = { company, letter: project.letterName, variant: say(`variant.${variant}`) };
      const name = say(getFileNameWord(variant), words).replace(/[\\/:*?"<>|]/g, '');
      const chosen = await getHost().pickSaveTarget('announcement', `${name}.docx`);
      if (!chosen) return;
      setTarget(chosen);
      await flushReply();
      const started = await call('export:document', {
        variant,
        target: chosen.token,
        against,
        final: isPublished(variant),
        letterId: letter?.letterId,
        questionIds,
        notice,
        ...(variant === 'review' && { recipient: reviewer.recipient.trim(), isInsider: reviewer.isInsider }),
      });
      setJobId(started.jobId);
    });

  const isNameless = variant === 'review' && reviewer.isInsider && reviewer.recipient.trim() === '';
  if (job) {
    return (
      <JobProgress title={say('export.title')} jobId={jobId} job={job} onClose={onClose} onBack={() => setJobId(null)}>
        {(result) => <Exported result={result} target={target} variant={variant} questions={letter?.questions ?? []} />}
      </JobProgress>
    );
  }
  return (
    <AppDialog
      title={say('export.title')}
      onClose={onClose}
      foot={
        <>
          <PdfButton project={project} variant={variant} notice={notice} />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" autoFocus isDisabled={isNameless} onPress={start}>
            {say('export.start')}
          </Button>
        </>
      }
    >
      {letters && letters.length > 1 && letter ? (
        <ChoiceField
          label={say('export.letter')}
          value={letter.letterId}
          choices={letters.map((one) => ({
            value: one.letterId,
            label: [one.header.kind ?? one.fileName, one.header.letterNo].filter(Boolean).join(' '),
          }))}
          onChange={(chosen) => {
            setLetterId(chosen);
            setQuestionIds([]);
          }}
        />
      ) : null}
      <ChoiceField
        label={say('export.variant')}
        value={variant}
        choices={(letter ? listVariants(letter) : [variant]).map((value) => ({ value, label: say(`variant.${value}`) }))}
        onChange={setVariant}
      />
      <p className="faint">{say(`variantNote.${variant}`)}</p>
      {isNotice ? (
        <div className="notice-head">
          <TextInput label={say('export.noticeNo')} value={noticeNo} onChange={setNoticeNo} />
          <TextInput label={say('export.noticeOn')} type="date" value={noticeOn} onChange={setNoticeOn} />
        </div>
      ) : null}
      {letter && !isNotice ? <PartField questions={letter.questions} value={questionIds} onChange={setQuestionIds} /> : null}
      {isCompared(variant) ? <AgainstField value={against} onChange={setAgainst} /> : null}
      {variant === 'review' ? <ReviewerFields value={reviewer} onChange={setReviewer} /> : <WithheldNote variant={variant} />}
      {variant === 'deferral' && letter ? <DeferralFields letterId={letter.letterId} /> : null}
      <p className="faint small">{say('preview.pdfNote')}</p>
      {isPublished(variant) ? <CheckFinished variant={variant} questions={letter?.questions ?? []} /> : null}
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

type ExportedProps = { result: ExportResult; target: Target | null; variant: Variant; questions: readonly Question[] };

function Exported({ result, target, variant, questions }: ExportedProps) {
  const { say } = useWords();
  const run = useRun();
  // All of one file, whose name stands above.
  const ofFile = (warnings: Warning[]) => warnings.map((warning) => ({ ...warning, file: '' }));
  const { problems, shared } = result;
  // A firm's own blanks stand in nobody's way, yet must be told.
  const isReported = (warning: Warning) => warning.code === 'blank-left' && problems !== null && !isOpinionVariant(variant);
  const unfinished = ofFile(result.warnings.filter((warning) => !isReported(warning)));
  return (
    <>
      <p>
        <strong>{say('export.done', { name: result.fileName })}</strong>
      </p>
      <p className="faint">{say('export.doneNote', { tables: result.tables, figures: result.figures })}</p>
      {shared?.differences.length === 0 ? (
        <p className="text-done">{say('export.shared', { paragraphs: shared.paragraphs, tables: shared.tables })}</p>
      ) : null}
      {problems ? <FinalVerdict problems={ofFile(problems)} variant={variant} questions={questions} /> : null}
      <div className="export-after">
        {target ? <Button onPress={() => run(() => getHost().revealFile(target.token))}>{say('export.reveal')}</Button> : null}
        {variant === 'approval' ? <KeepVersion /> : null}
      </div>
      {unfinished.length > 0 ? <WarningList warnings={unfinished} title={say('export.unfinished', { count: unfinished.length })} /> : null}
    </>
  );
}
