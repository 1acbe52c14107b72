import { type KeyboardEvent, useState } from 'react';
import { identifyFinding } from '../../../shared/checks/identifyFinding';
import type { Finding } from '../../../shared/domain/finding';
import { Button, LinkButton } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { ProgressLine } from '../../ui/ProgressLine';
import { useNavigator } from '../../workspace/navigation';
import { AcceptDialog } from './AcceptDialog';
import { AcceptedRow } from './AcceptedRow';
import { useChecks } from './CheckRun';
import { ComputedFigureDialog, type ComputedSlip } from './ComputedFigureDialog';
import { FindingRow } from './FindingRow';
import { useFindingTasks } from './useFindingTasks';
import './findings.css';

/** So many findings are looked at first; more are shown when asked for. */
const FIRST_SHOWN = 10;
const SHOWN_MORE = 50;

/** What the checks found, worst first; each finding shows both sides, leads to them, and can be set right or accepted. */
export function FindingsPane() {
  const { say } = useWords();
  const { go } = useNavigator();
  const { print } = useFindingTasks();
  const { findings, accepted, progress, stale, run, cancel } = useChecks();
  if (progress) {
    return (
      <div className="findings-progress">
        <ProgressLine step={progress.step || say('findings.running')} done={progress.done} total={progress.total} />
        <Button onPress={cancel}>{say('job.cancel')}</Button>
      </div>
    );
  }
  if (findings === null) {
    return (
      <EmptyState
        title={say('findings.never')}
        action={
          <Button kind="primary" onPress={run}>
            {say('findings.run')}
          </Button>
        }
      >
        {say('findings.neverNote', { keys: 'F7' })}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="findings-tools">
        <Button onPress={run}>{say('findings.runAgain')}</Button>
        <LinkButton onPress={print}>{say('findings.print')}</LinkButton>
        <LinkButton onPress={() => go({ type: 'openNumbers' })}>{say('numbers.title')}</LinkButton>
      </div>
      <p className="findings-keys small faint">
        {say('findings.keys', { next: 'F8', previous: 'Shift+F8' })} · {say('findings.rowKeys')}
      </p>
      {stale ? <Notice kind="info">{say('findings.stale')}</Notice> : null}
      {findings.length === 0 ? <EmptyState title={say('findings.clean')}>{say('findings.cleanNote')}</EmptyState> : null}
      <div className="findings scroll">
        {findings.length > 0 ? <OpenFindings /> : null}
        {accepted.length > 0 ? (
          <details className="findings-accepted" open={findings.length === 0}>
            <summary className="small">{say('findings.acceptedCount', { count: accepted.length })}</summary>
            <ul aria-label={say('findings.accepted')}>
              {accepted.map(({ finding, acceptance }) => (
                <AcceptedRow key={acceptance.key} finding={finding} acceptance={acceptance} />
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </>
  );
}

function OpenFindings() {
  const { say } = useWords();
  const { findings, selected, step } = useChecks();
  const tasks = useFindingTasks();
  const fix = (finding: Finding) => tasks.fix(finding, setComputed);
  const [shown, setShown] = useState(FIRST_SHOWN);
  const [computed, setComputed] = useState<ComputedSlip | null>(null);
  const [accepting, setAccepting] = useState<string | null>(null);
  const all = findings ?? [];
  const at = all.findIndex((finding) => identifyFinding(finding) === selected);
  const asked = all.find((finding) => identifyFinding(finding) === accepting);
  // The finding gone to by F8 is always in sight.
  const count = Math.max(shown, at + 1);

  function onKey(event: KeyboardEvent) {
    const finding = all[at];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key === 'n') step(1);
    else if (key === 'a' && finding) setAccepting(identifyFinding(finding));
    else if (key === 'enter' && finding && event.target === event.currentTarget.querySelector('[aria-current]')) fix(finding);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <ol aria-label={say('findings.list')} onKeyDownCapture={onKey}>
        {all.slice(0, count).map((finding) => (
          <FindingRow
            key={identifyFinding(finding)}
            finding={finding}
            onFix={() => fix(finding)}
            onAccept={() => setAccepting(identifyFinding(finding))}
          />
        ))}
      </ol>
      {all.length > count ? (
        <div className="findings-more">
          <LinkButton onPress={() => setShown(count + SHOWN_MORE)}>{say('findings.more', { count: all.length - count })}</LinkButton>
        </div>
      ) : null}
      {asked ? <AcceptDialog finding={asked} onAccept={tasks.accept} onClose={() => setAccepting(null)} /> : null}
      {computed ? <ComputedFigureDialog slip={computed} onClose={() => setComputed(null)} /> : null}
    </>
  );
}
