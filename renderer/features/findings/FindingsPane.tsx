import { CircleAlert, CircleHelp, Info } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { identifyFinding } from '../../../shared/checks/identifyFinding';
import type { Finding, FindingPlace, FindingSeverity } from '../../../shared/domain/finding';
import { useNavigator } from '../../workspace/navigation';
import { Button, LinkButton } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { ProgressLine } from '../../ui/ProgressLine';
import { useChecks } from './CheckRun';
import { groupDigits } from './groupDigits';
import './findings.css';

const ICONS = { error: CircleAlert, warning: CircleHelp, note: Info } as const;
const TONES: Readonly<Record<FindingSeverity, string>> = { error: 'text-error', warning: 'text-doubt', note: 'faint' };

/** Places of a finding that are always seen: both sides of a contradiction. What a sum is made of is folded away. */
const PLACES_SHOWN = 2;

/** What the checks found, worst first; each finding shows both sides and leads to them. */
export function FindingsPane() {
  const { say } = useWords();
  const { findings, progress, stale, run, cancel } = useChecks();
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
        <span className="small faint">{say('findings.keys', { next: 'F8', previous: 'Shift+F8' })}</span>
      </div>
      {stale ? <Notice kind="info">{say('findings.stale')}</Notice> : null}
      {findings.length === 0 ? (
        <EmptyState title={say('findings.clean')}>{say('findings.cleanNote')}</EmptyState>
      ) : (
        <ol className="findings scroll" aria-label={say('findings.list')}>
          {findings.map((finding) => (
            <FindingRow key={identifyFinding(finding)} finding={finding} />
          ))}
        </ol>
      )}
    </>
  );
}

function FindingRow({ finding }: { finding: Finding }) {
  const { say, sayMessage } = useWords();
  const { selected, select } = useChecks();
  const row = useRef<HTMLLIElement>(null);
  const isSelected = selected === identifyFinding(finding);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const Icon = ICONS[finding.severity];
  const nearPlaces = finding.places.slice(0, PLACES_SHOWN);
  const farPlaces = finding.places.slice(PLACES_SHOWN);
  return (
    <li ref={row} className="finding" data-selected={isSelected || undefined} aria-current={isSelected || undefined}>
      <div className={`finding-kind small ${TONES[finding.severity]}`}>
        <Icon size={14} aria-hidden />
        {say(`findings.${finding.severity}`)}
      </div>
      <LinkButton onPress={() => select(finding)}>
        <span className="finding-message">{sayMessage(finding.message)}</span>
      </LinkButton>
      {finding.expected !== null ? (
        <dl className="finding-sides">
          {finding.stated !== null ? <Side label={say('findings.stated')} text={finding.stated} /> : null}
          <Side label={say('findings.expected')} text={finding.expected} />
        </dl>
      ) : null}
      <ul className="finding-places small">
        {nearPlaces.map((place, at) => (
          <PlaceRow key={at} place={place} />
        ))}
      </ul>
      {farPlaces.length > 0 ? (
        <details className="small">
          <summary>{say('findings.morePlaces', { count: farPlaces.length })}</summary>
          <ul className="finding-places">
            {farPlaces.map((place, at) => (
              <PlaceRow key={at} place={place} />
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

function Side({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt className="small faint">{label}</dt>
      <dd className="number">{groupDigits(text)}</dd>
    </div>
  );
}

function PlaceRow({ place }: { place: FindingPlace }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const { questionId, blockId, tableId, rowId, colId } = place;
  return (
    <li>
      <span className="clip" title={place.text}>
        {place.text}
      </span>
      {questionId ? (
        <LinkButton onPress={() => go({ type: 'openQuestion', questionId, blockId: blockId ?? null })}>
          {say('findings.goReply')}
        </LinkButton>
      ) : null}
      {tableId ? (
        <LinkButton onPress={() => go({ type: 'openTable', tableId, cell: rowId && colId ? { rowId, colId } : null })}>
          {say('findings.goTable')}
        </LinkButton>
      ) : null}
    </li>
  );
}
