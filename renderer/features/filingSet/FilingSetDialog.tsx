import { useRef, useState } from 'react';
import { type FilingPlan, PATTERN_FIELDS } from '../../../shared/domain/filingSet';
import type { JobId } from '../../../shared/domain/ids';
import type { ProjectOverview } from '../../../shared/domain/project';
import { JobProgress } from '../../workspace/JobProgress';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { call, getHost } from '../../ipc/client';
import { useJob } from '../../ipc/jobs';
import { useQuery } from '../../ipc/useQuery';
import { todayInShanghai } from '../../ui/clock';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { ProgressLine } from '../../ui/ProgressLine';
import { printCategories, readCategories } from './categories';
import { MadeSet } from './MadeSet';
import { PaperList } from './PaperList';
import { type PrintedSet, type PrintProgress, printSet } from './printSet';
import './filingSet.css';

type FilingSetDialogProps = { project: ProjectOverview; onClose: () => void };

/** Makes the folder that is filed: papers to go with it, names and classes, then progress, then its list. */
export function FilingSetDialog({ project, onClose }: FilingSetDialogProps) {
  const { say } = useWords();
  const { value: set } = useQuery('filingSet:get', {});
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [failures, setFailures] = useState<PrintedSet['failures']>([]);
  const [printing, setPrinting] = useState<PrintProgress | null>(null);
  const isCancelled = useRef(false);
  const job = useJob(jobId, 'filingSet:make');
  const run = useRun();
  const make = (target: string, filedOn: string) =>
    run(async () => {
      isCancelled.current = false;
      try {
        const printed = await printSet(target, () => isCancelled.current, setPrinting);
        if (printed === null) return;
        setFailures(printed.failures);
        setJobId((await call('filingSet:make', { target, filedOn, prints: printed.prints })).jobId);
      } finally {
        setPrinting(null);
      }
    });
  if (job) {
    return (
      <JobProgress title={say('filingSet.title')} jobId={jobId} job={job} onClose={onClose} wide>
        {(result) => <MadeSet result={result} failures={failures} />}
      </JobProgress>
    );
  }
  if (printing) {
    const cancel = () => void (isCancelled.current = true);
    return (
      <AppDialog title={say('filingSet.title')} onClose={cancel} foot={<Button onPress={cancel}>{say('job.cancel')}</Button>}>
        <ProgressLine step={say('filingSet.printing', { title: printing.title })} done={printing.done} total={printing.total} />
      </AppDialog>
    );
  }
  return set ? <FilingSetForm project={project} plan={set.plan} onMake={make} onClose={onClose} /> : null;
}

type FormProps = { project: ProjectOverview; plan: FilingPlan; onMake: (target: string, filedOn: string) => void; onClose: () => void };

function FilingSetForm({ project, plan, onMake, onClose }: FormProps) {
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
      onMake(target.token, filedOn);
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
