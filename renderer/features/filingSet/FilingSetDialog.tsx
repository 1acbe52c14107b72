import { useState } from 'react';
import { type FilingPlan, type FilingSetResult, PATTERN_FIELDS } from '../../../shared/domain/filingSet';
import type { JobId } from '../../../shared/domain/ids';
import type { ProjectOverview } from '../../../shared/domain/project';
import { JobProgress } from '../../workspace/JobProgress';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { WarningList } from '../../workspace/WarningList';
import { call, getHost } from '../../ipc/client';
import { useJob } from '../../ipc/jobs';
import { useQuery } from '../../ipc/useQuery';
import { todayInShanghai } from '../../ui/clock';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { printCategories, readCategories } from './categories';
import { PaperList } from './PaperList';
import './filingSet.css';

type FilingSetDialogProps = { project: ProjectOverview; onClose: () => void };

/** Makes the folder that is filed: papers to go with it, names and classes, then progress, then its list. */
export function FilingSetDialog({ project, onClose }: FilingSetDialogProps) {
  const { say } = useWords();
  const { value: set } = useQuery('filingSet:get', {});
  const [jobId, setJobId] = useState<JobId | null>(null);
  const job = useJob(jobId, 'filingSet:make');
  if (job) {
    return (
      <JobProgress title={say('filingSet.title')} jobId={jobId} job={job} onClose={onClose}>
        {(result) => <Made result={result} />}
      </JobProgress>
    );
  }
  return set ? <FilingSetForm project={project} plan={set.plan} onStarted={setJobId} onClose={onClose} /> : null;
}

type FormProps = { project: ProjectOverview; plan: FilingPlan; onStarted: (jobId: JobId) => void; onClose: () => void };

function FilingSetForm({ project, plan, onStarted, onClose }: FormProps) {
  const { say } = useWords();
  const run = useRun();
  const [pattern, setPattern] = useState(plan.pattern);
  const [categories, setCategories] = useState(printCategories(plan.categories));
  const [filedOn, setFiledOn] = useState(() => project.details.signedOn || todayInShanghai(new Date()));
  const make = () =>
    run(async () => {
      const company = project.details.shortName || project.details.company;
      const name = say('filingSet.folderName', { company, letter: project.letterName }).replace(/[\\/:*?"<>|]/g, '');
      const target = await getHost().pickSaveTarget('folder', name);
      if (!target) return;
      await flushReply();
      const changed = { pattern, categories: readCategories(categories) };
      if (JSON.stringify(changed) !== JSON.stringify(plan)) await call('filingSet:setPlan', changed);
      const pdf = await printAnnouncement();
      onStarted((await call('filingSet:make', { target: target.token, filedOn, pdf })).jobId);
    });
  return (
    <AppDialog
      wide
      title={say('filingSet.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" autoFocus isDisabled={filedOn === ''} onPress={make}>
            {say('filingSet.make')}
          </Button>
        </>
      }
    >
      <p className="faint">{say('filingSet.note')}</p>
      <PaperList />
      <TextInput
        label={say('filingSet.pattern')}
        value={pattern}
        onChange={setPattern}
        note={say('filingSet.patternNote', { fields: PATTERN_FIELDS.map((field) => `{${field}}`).join(' ') })}
      />
      <TextInput long label={say('filingSet.categories')} value={categories} onChange={setCategories} />
      <TextInput type="date" label={say('filingSet.filedOn')} value={filedOn} onChange={setFiledOn} />
    </AppDialog>
  );
}

/** The announcement printed by the desktop program; null in a browser, and where it cannot be printed the set is made without it. */
async function printAnnouncement(): Promise<string | null> {
  if (getHost().kind !== 'electron') return null;
  const { target, variant } = await call('filingSet:pdfTarget', {});
  return (await getHost().printPdf({ variant, target })).ok ? target : null;
}

function Made({ result: { folder, entries, problems, round } }: { result: FilingSetResult }) {
  const { say } = useWords();
  const listed = problems.map((problem) => ({ ...problem, file: '' }));
  return (
    <>
      <p>
        <strong>{say('filingSet.done', { name: folder })}</strong>
      </p>
      {round === null ? (
        <WarningList warnings={listed} title={say('filingSet.notFrozen', { count: listed.length })} />
      ) : (
        <Notice kind="info">{say('filingSet.frozen', { round })}</Notice>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A list longer than the dialog is scrolled with the keys. */}
      <div className="filing-frame" role="region" aria-label={say('filingSet.list')} tabIndex={0}>
        <table className="filing-list">
          <thead>
            <tr>
              <th>{say('filingSet.column.title')}</th>
              <th>{say('filingSet.column.file')}</th>
              <th>{say('filingSet.column.pages')}</th>
              <th>{say('filingSet.column.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ title, fileName, pages, sha256 }, index) => (
              <tr key={index}>
                <td>{title}</td>
                <td className={fileName === null ? 'text-doubt' : undefined}>{fileName ?? say('filingSet.missing')}</td>
                <td className="number">{pages ?? '—'}</td>
                <td className="mono small">{sha256 === null ? '' : `${sha256.slice(0, 12)}…`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
