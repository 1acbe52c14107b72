import { Label, ProgressBar } from 'react-aria-components';

/** Progress of long work: the step's name, the count, and a bar that moves when the total is not known. */
export function ProgressLine({ step, done, total }: { step: string; done: number; total: number | null }) {
  const known = total !== null && total > 0;
  return (
    <ProgressBar
      className="field"
      value={done}
      maxValue={known ? total : 1}
      isIndeterminate={!known}
      valueLabel={known ? `${done} / ${total}` : undefined}
    >
      {({ percentage, valueText }) => (
        <>
          <div className="progress-words">
            <Label>{step}</Label>
            <span className="number faint small">{known ? valueText : done > 0 ? done : ''}</span>
          </div>
          <div className={known ? 'bar' : 'bar unknown'}>
            <div style={known ? { width: `${percentage}%` } : undefined} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
