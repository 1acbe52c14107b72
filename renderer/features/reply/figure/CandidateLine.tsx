import { Check } from 'lucide-react';
import { sayPlace } from '../../../../shared/catalogue/sayPlace';
import type { FigureCandidate } from '../../../../shared/ipc/results';
import { useWords } from '../../../ui/language';

/** One number that was found: value and unit, then row and column, then table, file and place. */
export function CandidateLine({ candidate, isPicked }: { candidate: FigureCandidate; isPicked: boolean }) {
  const { language } = useWords();
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
        {[caption, fileName, sayPlace(language, place)].filter((part) => part !== null && part !== '').join(' · ')}
      </span>
    </>
  );
}
