import { History, Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { VersionSummary } from '../../../shared/domain/project';
import { useNavigator } from '../../workspace/navigation';
import { flushReply } from '../../workspace/replyBridge';
import { useHistory, useRun, useShowUndoable } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button, LinkButton } from '../../ui/Button';
import { formatDayAndTime } from '../../ui/clock';
import { useWords } from '../../ui/language';
import { CompareDialog } from './CompareDialog';
import './versions.css';

const SHOWN_OPERATIONS = 200;

/** Saved versions with the way back to each, and under them every change that was made. */
export function VersionsPane() {
  const { say } = useWords();
  const { go } = useNavigator();
  const { value: versions } = useQuery('version:list', {});
  const [restoring, setRestoring] = useState<VersionSummary | null>(null);
  const [comparing, setComparing] = useState<VersionSummary | null>(null);
  return (
    <div className="versions scroll">
      <div className="versions-tools">
        <Button icon={History} onPress={() => go({ type: 'openDialog', dialog: { name: 'saveVersion' } })}>
          {say('versions.save')}
        </Button>
      </div>
      {versions?.length === 0 ? (
        <div className="versions-none">
          <p>{say('versions.none')}</p>
          <p className="faint small">{say('versions.noneNote')}</p>
        </div>
      ) : null}
      <ol className="timeline" aria-label={say('versions.list')}>
        {versions?.map((version) => (
          <li key={version.versionId}>
            <p>
              <strong>{version.name}</strong> {version.automatic ? <span className="chip">{say('versions.automatic')}</span> : null}
            </p>
            {version.why ? <p className="small">{version.why}</p> : null}
            <p className="small faint">
              {formatDayAndTime(version.at)} · {version.actor}
            </p>
            <LinkButton onPress={() => setComparing(version)}>
              <span className="small">{say('versions.compare')}</span>
            </LinkButton>{' '}
            <LinkButton onPress={() => setRestoring(version)}>
              <span className="small">{say('versions.restore')}</span>
            </LinkButton>
          </li>
        ))}
      </ol>
      <Operations />
      {comparing && versions ? <CompareDialog version={comparing} versions={versions} onClose={() => setComparing(null)} /> : null}
      {restoring ? <RestoreVersion version={restoring} onClose={() => setRestoring(null)} /> : null}
    </div>
  );
}

function RestoreVersion({ version, onClose }: { version: VersionSummary; onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const restore = () =>
    run(async () => {
      onClose();
      await flushReply();
      await call('version:restore', { versionId: version.versionId });
      showUndoable(say('versions.restored', { name: version.name }));
    });
  return (
    <AppDialog
      title={say('versions.restoreAsk', { name: version.name })}
      onClose={onClose}
      alert
      foot={
        <>
          <Button autoFocus onPress={onClose}>
            {say('shell.cancel')}
          </Button>
          <Button kind="danger" onPress={restore}>
            {say('versions.restoreNow')}
          </Button>
        </>
      }
    >
      <p>{say('versions.restoreNote', { at: formatDayAndTime(version.at) })}</p>
    </AppDialog>
  );
}

function Operations() {
  const { say } = useWords();
  const { undo, redo } = useHistory();
  const { value: operations } = useQuery('history:list', { limit: SHOWN_OPERATIONS });
  const canUndo = operations?.some((operation) => !operation.undone) ?? false;
  const canRedo = operations?.some((operation) => operation.undone) ?? false;
  return (
    <section className="operations" aria-labelledby="operations-title">
      <div className="operations-head">
        <h3 id="operations-title">{say('history.title')}</h3>
        <Button kind="quiet" icon={Undo2} isDisabled={!canUndo} onPress={undo}>
          {say('history.undoLast')}
        </Button>
        <Button kind="quiet" icon={Redo2} isDisabled={!canRedo} onPress={redo}>
          {say('history.redo')}
        </Button>
      </div>
      {operations?.length === 0 ? <p className="faint">{say('history.none')}</p> : null}
      <ol>
        {operations?.map((operation) => (
          <li key={operation.operationId} className={operation.undone ? 'faint' : undefined}>
            <span>{operation.undone ? <s>{operation.label}</s> : operation.label}</span>
            <span className="small faint">
              {operation.undone ? `${say('history.undone')} · ` : ''}
              {formatDayAndTime(operation.at)} · {operation.actor}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
