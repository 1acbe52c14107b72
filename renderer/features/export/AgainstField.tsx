import { useState } from 'react';
import type { VersionId } from '../../../shared/domain/ids';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { Button } from '../../ui/Button';
import { formatDayAndTime } from '../../ui/clock';
import { ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';

type AgainstFieldProps = { value: VersionId | null; onChange: (versionId: VersionId | null) => void };

const LATEST = 'latest';

/** The version a document that marks changes is compared with; by itself the one last saved or filed. */
export function AgainstField({ value, onChange }: AgainstFieldProps) {
  const { say } = useWords();
  const { value: versions } = useQuery('version:list', {});
  if (!versions) return null;
  const named = versions.some(({ automatic }) => !automatic);
  const choices = versions.map(({ versionId, name, at }) => ({ value: versionId as string, label: `${name} · ${formatDayAndTime(at)}` }));
  return (
    <>
      <ChoiceField
        label={say('export.against')}
        value={value ?? LATEST}
        choices={[{ value: LATEST, label: say('export.latestVersion') }, ...choices]}
        onChange={(chosen) => onChange(chosen === LATEST ? null : (chosen as VersionId))}
      />
      {value === null && !named ? <p className="faint">{say('export.noVersions')}</p> : null}
    </>
  );
}

/** Keeps the project as it was printed, so that the next copy for signature shows what changed since. */
export function KeepVersion() {
  const { say } = useWords();
  const run = useRun();
  const [kept, setKept] = useState<string | null>(null);
  const keep = () =>
    run(async () => {
      const { name } = await call('version:create', { name: say('export.printedVersion'), why: '' });
      setKept(name);
    });
  return kept === null ? (
    <Button onPress={keep}>{say('export.keepVersion')}</Button>
  ) : (
    <span className="text-done">{say('export.versionKept', { name: kept })}</span>
  );
}
