import { EyeOff, PencilLine, Quote } from 'lucide-react';
import type { CellRef } from '../../../shared/domain/dataTable';
import { type RedactionMark, useNavigator } from '../../workspace/navigation';
import { sayCellUse } from '../../workspace/sayCellUse';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useQuery } from '../../ipc/useQuery';
import { Button, LinkButton } from '../../ui/Button';
import { formatDayAndTime } from '../../ui/clock';
import { useWords } from '../../ui/language';
import { CellOrigin } from './CellOrigin';
import { describeCell } from './cellPath';
import { CellWithheld } from './CellWithheld';
import type { GridPosition } from './gridCursor';
import type { GridTable } from './gridTable';
import { useReplyInserts } from './useReplyInserts';

type CellBarProps = { table: GridTable; at: GridPosition | null; onCorrect: (at: GridPosition) => void };

/** The selected cell: what it is, what it is worth, where it is used, and what can be done with it. */
export function CellBar({ table, at, onCorrect }: CellBarProps) {
  const { say } = useWords();
  const { go } = useNavigator();
  const reply = useReplyInserts();
  const { value: definition } = useQuery('replyTable:get', { tableId: table.tableId });
  const cell = at ? table.getRow(at.row)?.cells[at.col] : undefined;
  const ref = at ? refOf(table, at) : null;
  if (!at || !cell || !ref) return <p className="cell-bar faint small">{say('cell.none')}</p>;
  return (
    <section className="cell-bar" aria-label={say('cell.name')}>
      <p className="clip small faint">{describeCell(table, at)}</p>
      <div className="cell-main">
        <p className="cell-value">
          {cell.value === null ? (
            <span className="faint">{say('cell.notNumber')}</span>
          ) : (
            <>
              <strong>{cell.text}</strong> {cell.unit ?? ''}
            </>
          )}
        </p>
        <Button icon={Quote} isDisabled={!reply || cell.value === null} onPress={() => reply?.insertFigure(ref)}>
          {say('cell.insert')}
        </Button>
        <Button
          icon={EyeOff}
          onPress={() => go({ type: 'openDialog', dialog: { name: 'redaction', mark: markCell(table, at, ref), redaction: null } })}
        >
          {say('redaction.cell')}
        </Button>
        {definition ? null : (
          <Button icon={PencilLine} onPress={() => onCorrect(at)}>
            {say('cell.correct')}
          </Button>
        )}
      </div>
      {cell.nested?.map((tableId, index) => (
        <LinkButton key={tableId} onPress={() => go({ type: 'openTable', tableId })}>
          {say('table.nested', { no: index + 1 })}
        </LinkButton>
      ))}
      {definition ? <CellOrigin definition={definition} cell={ref} /> : null}
      {at.row < table.headerRows ? null : <CellWithheld cell={ref} />}
      <CellUses cell={ref} />
      {cell.original === undefined ? null : <CellHistory cell={ref} />}
    </section>
  );
}

/** A cell as it can be withheld: alone, or with its whole column. */
function markCell(table: GridTable, at: GridPosition, cell: CellRef): RedactionMark {
  const text = table.getRow(at.row)?.cells[at.col]?.text ?? '';
  const title = table.columns[at.col]?.path.join(' / ') ?? '';
  const { tableId, colId } = cell;
  return { quote: text, targets: { cell: { kind: 'cell', cell, text }, column: { kind: 'column', tableId, colId, title } } };
}

/** The stable reference of a grid position; null outside the table. */
export function refOf(table: GridTable, at: GridPosition): CellRef | null {
  const row = table.getRow(at.row);
  const column = table.columns[at.col];
  return row && column ? { tableId: table.tableId, rowId: row.rowId, colId: column.colId } : null;
}

function CellUses({ cell }: { cell: CellRef }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const nameTarget = useNameTarget();
  const { value: uses } = useQuery('cell:whereUsed', { cell });
  if (!uses || uses.length === 0) return <p className="small faint">{say('cell.unused')}</p>;
  return (
    <ul className="cell-uses small">
      {uses.map((use, index) => {
        const open = () =>
          use.kind === 'replyTable'
            ? go({ type: 'openTable', tableId: use.cell.tableId, cell: use.cell })
            : go({ type: 'openQuestion', questionId: use.questionId });
        return (
          <li key={index}>
            <span className="faint">{say('cell.used')} </span>
            <LinkButton onPress={open}>{sayCellUse(use, say, nameTarget)}</LinkButton>
          </li>
        );
      })}
    </ul>
  );
}

function CellHistory({ cell }: { cell: CellRef }) {
  const { say } = useWords();
  const { value: history } = useQuery('cell:history', { cell });
  return (
    <ul className="cell-uses small" aria-label={say('cell.history')}>
      {history?.map((correction) => (
        <li key={correction.at}>
          {say(correction.kind === 'misread' ? 'correct.misread' : 'correct.restated')} {correction.oldText} → {correction.newText}{' '}
          <span className="faint">
            {correction.why} · {correction.actor} {formatDayAndTime(correction.at)}
          </span>
        </li>
      ))}
    </ul>
  );
}
