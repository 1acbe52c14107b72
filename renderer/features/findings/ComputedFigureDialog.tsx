import type { CellRef } from '../../../shared/domain/dataTable';
import type { Figure } from '../../../shared/domain/figure';
import { listFormulaCells } from '../../../shared/figures/listFormulaCells';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';

/** A wrong number that is computed from cells: the figure, and what should stand in its place. */
export type ComputedSlip = { figure: Figure; text: string; replaceByText: () => void };

/** Asks how a computed figure is set right: by correcting one of its cells, or by plain text that follows no cell any more. */
export function ComputedFigureDialog({ slip: { figure, text, replaceByText }, onClose }: { slip: ComputedSlip; onClose: () => void }) {
  const { say } = useWords();
  const { op } = figure.formula;
  return (
    <AppDialog
      title={say('findings.computedTitle', { text: figure.shown })}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button
            onPress={() => {
              replaceByText();
              onClose();
            }}
          >
            {say('findings.asText', { text })}
          </Button>
        </>
      }
    >
      <p className="faint">
        {say('findings.computedNote', { op: op === 'cell' || op === 'constant' ? '' : say(`reply.figure.op.${op}`) })}
      </p>
      <ul className="computed-cells" aria-label={say('findings.computedCells')}>
        {listFormulaCells(figure.formula).map((cell) => (
          <CellRow key={`${cell.rowId} ${cell.colId}`} cell={cell} onClose={onClose} />
        ))}
      </ul>
      <p className="small faint">{say('findings.asTextNote')}</p>
    </AppDialog>
  );
}

function CellRow({ cell, onClose }: { cell: CellRef; onClose: () => void }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const { value: described } = useQuery('cell:describe', { cell });
  if (!described) return null;
  const { text, unit, rowPath, columnPath, caption, fileName } = described;
  return (
    <li>
      <span className="computed-cell">
        <span>{[...rowPath, ...columnPath].join(' · ')}</span>
        <span className="small faint clip">{[caption, fileName].filter((part) => part !== null && part !== '').join(' · ')}</span>
      </span>
      <span className="number">{unit === null || text.endsWith(unit) ? text : `${text} ${unit}`}</span>
      <Button
        onPress={() => {
          onClose();
          const { tableId, rowId, colId } = cell;
          go({ type: 'openTable', tableId, cell: { rowId, colId }, correction: text });
        }}
      >
        {say('findings.correctCell')}
      </Button>
    </li>
  );
}
