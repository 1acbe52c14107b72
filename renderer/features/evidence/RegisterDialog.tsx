import { useEffect, useEffectEvent, useState } from 'react';
import type { JobId } from '../../../shared/domain/ids';
import type { ProjectOverview } from '../../../shared/domain/project';
import { JobProgress } from '../../workspace/JobProgress';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { call, getHost } from '../../ipc/client';
import { useJob } from '../../ipc/jobs';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/language';

/** Writes the 数据出处索引: asks where, then shows progress and what was written. */
export function RegisterDialog({ project, onClose }: { project: ProjectOverview; onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const [target, setTarget] = useState<string | null>(null);
  const [jobId, setJobId] = useState<JobId | null>(null);
  const job = useJob(jobId, 'register:export');
  const start = useEffectEvent(() =>
    run(async () => {
      const name = say('register.fileName', { company: project.details.shortName }).replace(/[\\/:*?"<>|]/g, '');
      const chosen = await getHost().pickSaveTarget('workbook', `${name}.xlsx`);
      if (!chosen) return onClose();
      setTarget(chosen.token);
      await flushReply();
      setJobId((await call('register:export', { target: chosen.token })).jobId);
    }),
  );
  useEffect(() => start(), []);
  if (!job) return null;
  return (
    <JobProgress title={say('register.title')} jobId={jobId} job={job} onClose={onClose}>
      {({ fileName, sheets }) => (
        <>
          <p>
            <strong>{say('register.done', { name: fileName })}</strong>
          </p>
          <ul>
            {sheets.map((sheet) => (
              <li key={sheet.name}>{say('register.sheet', sheet)}</li>
            ))}
          </ul>
          {target ? (
            <div>
              <Button onPress={() => run(() => getHost().revealFile(target))}>{say('export.reveal')}</Button>
            </div>
          ) : null}
        </>
      )}
    </JobProgress>
  );
}
