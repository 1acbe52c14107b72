import { Check, CircleAlert, CircleHelp, Info, Pencil } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { identifyFinding } from '../../../shared/checks/identifyFinding';
import type { Finding, FindingSeverity } from '../../../shared/domain/finding';
import { Button, LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { useChecks } from './CheckRun';
import { findCorrection, isOfDraftsQuestion } from './findingOrder';
import { groupDigits } from './groupDigits';
import { PlaceRow } from './PlaceRow';

const ICONS = { error: CircleAlert, warning: CircleHelp, note: Info } as const;
const TONES: Readonly<Record<FindingSeverity, string>> = { error: 'text-error', warning: 'text-doubt', note: 'faint' };

/** Places of a finding that are always seen: both sides of a contradiction. What a sum is made of is folded away. */
const PLACES_SHOWN = 2;

/** One finding: what it says, both sides with their places, and what can be done. The one gone to takes the focus, so that its keys work. */
export function FindingRow({ finding, onFix, onAccept }: { finding: Finding; onFix: () => void; onAccept: () => void }) {
  const { say, sayMessage } = useWords();
  const { selected, select } = useChecks();
  const row = useRef<HTMLLIElement>(null);
  const isSelected = selected === identifyFinding(finding);
  useEffect(() => {
    if (!isSelected) return;
    row.current?.scrollIntoView({ block: 'nearest' });
    row.current?.focus({ preventScroll: true });
  }, [isSelected]);
  const Icon = ICONS[finding.severity];
  const nearPlaces = finding.places.slice(0, PLACES_SHOWN);
  const farPlaces = finding.places.slice(PLACES_SHOWN);
  const correction = findCorrection(finding)?.correction;
  return (
    <li ref={row} tabIndex={-1} className="finding" data-selected={isSelected || undefined} aria-current={isSelected || undefined}>
      <div className={`finding-kind small ${TONES[finding.severity]}`}>
        <Icon size={14} aria-hidden />
        {say(`findings.${finding.severity}`)}
      </div>
      <LinkButton onPress={() => select(finding)}>
        <span className="finding-message">{sayMessage(finding.message)}</span>
      </LinkButton>
      {finding.stated !== null || finding.expected !== null ? (
        <dl className="finding-sides">
          {finding.stated !== null ? <Side label={say('findings.stated')} text={correction?.before ?? finding.stated} /> : null}
          {finding.expected !== null ? <Side label={say('findings.expected')} text={correction?.text ?? finding.expected} /> : null}
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
      <div className="finding-tasks">
        {correction ? (
          <Button kind="quiet" icon={Pencil} onPress={onFix}>
            {say('findings.fix', { text: correction.text })}
          </Button>
        ) : null}
        {isOfDraftsQuestion(finding) ? (
          <Button kind="quiet" icon={Pencil} onPress={onFix}>
            {say('findings.followLetter')}
          </Button>
        ) : null}
        <Button kind="quiet" icon={Check} onPress={onAccept}>
          {say('findings.accept')}
        </Button>
      </div>
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
