import { Check } from 'lucide-react';
import { describePlace } from '../../../../shared/domain/place';
import type { FigureCandidate } from '../../../../shared/ipc/contract';

/** One number that was found: value and unit, then row and column, then table, file and place. */
export function CandidateLine({ candidate, isPicked }: { candidate: FigureCandidate; isPicked: boolean }) {
  const { text, unit, rowPath, columnPath, caption, fileName, place } = candidate;
  const printed = unit === null || text.endsWith(unit) ? text : `${text} ${unit}`;
  return (
    <>
      <span className="candidate-value">
        {isPicked ? <Check size={14} aria-hidden /> : null}
        {printed}
      </span>
      <span className="candidate-path">{[rowPath.join(' '), columnPath.join(' ')].filter((part) => part !== '').join(' · ')}</span>
      <span className="candidate-source faint small">
        {[caption, fileName, describePlace(place)].filter((part) => part !== null && part !== '').join(' · ')}
      </span>
    </>
  );
}
