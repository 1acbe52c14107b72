import { Plus, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { DataTable } from '../../../shared/domain/dataTable';
import { findTakenRow, moveRow, removeRow, toggleRow } from '../../../shared/tables/reply/editRows';
import { getRowLabel, listBodyRows, makeBlankRow } from '../../../shared/tables/reply/proposeDefinition';
import type { ReplyRow, ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { Button, IconButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { AddRow } from './AddRow';
import type { Edit } from './Builder';
import { LineInput } from './LineInput';
import { MoveButtons } from './MoveButtons';
import { RowDetails } from './RowDetails';
import { TakeBox } from './TakeBox';
import { TopRows } from './TopRows';

/** Source rows listed for choosing; of a longer table the first ones. */
const MOST_LISTED = 300;

type RowListProps = { definition: ReplyTableDefinition; sources: readonly DataTable[]; edit: Edit };

/** The rows in order, the first source's rows that are left out below them, added rows and the largest ones. */
export function RowList({ definition, sources, edit }: RowListProps) {
  const { say } = useWords();
  const [source] = sources;
  const rows = source ? listBodyRows(source) : [];
  const left = source ? rows.slice(0, MOST_LISTED).filter((row) => !isTaken(definition, source, row.rowId)) : [];
  return (
    <section className="builder-section" aria-labelledby="builder-rows">
      <h3 id="builder-rows">{say('replyTable.rows')}</h3>
      <ul className="builder-lines">
        {definition.rows.map((row) => (
          <RowLine key={row.rowId} row={row} sources={sources} edit={edit} />
        ))}
        {source
          ? left.map((row) => {
              const name = getRowLabel(source, row) || say('replyTable.unnamed');
              return (
                <li key={row.rowId} className="builder-line left-out">
                  <TakeBox name={name} taken={false} onChange={() => edit((now) => toggleRow(now, source, row.rowId))} />
                  <span className="clip faint">{name}</span>
                </li>
              );
            })
          : null}
      </ul>
      {rows.length > MOST_LISTED ? <p className="small faint">{say('replyTable.moreRows', { count: MOST_LISTED })}</p> : null}
      <Button icon={Plus} onPress={() => edit((now) => ({ ...now, rows: [...now.rows, makeBlankRow()] }))}>
        {say('replyTable.addBlank')}
      </Button>
      <AddRow definition={definition} edit={edit} />
      <TopRows definition={definition} edit={edit} />
    </section>
  );
}

function isTaken(definition: ReplyTableDefinition, { tableId }: DataTable, rowId: DataTable['rows'][number]['rowId']): boolean {
  return findTakenRow(definition, tableId, rowId) !== null;
}

function RowLine({ row, sources, edit }: { row: ReplyRow; sources: readonly DataTable[]; edit: Edit }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const { rowId, label, content, format } = row;
  const name = label || say('replyTable.unnamed');
  const change = (changed: Partial<ReplyRow>) =>
    edit((now) => ({ ...now, rows: now.rows.map((one) => (one.rowId === rowId ? { ...one, ...changed } : one)) }));
  const notes = [content.kind === 'source' ? '' : say(`replyTable.row.${content.kind}`), format?.unit ?? ''];
  return (
    <li className="builder-entry">
      <div className="builder-line">
        <TakeBox name={name} taken onChange={() => edit((now) => removeRow(now, rowId))} />
        <LineInput label={`${say('replyTable.label')} ${name}`} value={label} onChange={(text) => change({ label: text })} />
        <span className="builder-note small faint clip">{notes.filter(Boolean).join(' · ')}</span>
        <IconButton
          icon={SlidersHorizontal}
          label={say('replyTable.details', { name })}
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        />
        <MoveButtons name={name} onMove={(step) => edit((now) => moveRow(now, rowId, step))} />
      </div>
      {open ? <RowDetails row={row} found={listUnits(row, sources)} onChange={(own) => change({ format: own })} /> : null}
    </li>
  );
}

/** Units of the numbers in the source rows a row takes over. */
function listUnits({ content }: ReplyRow, sources: readonly DataTable[]): string[] {
  if (content.kind !== 'source') return [];
  const rows = content.from.flatMap(({ tableId, rowId }) => {
    const table = sources.find((one) => one.tableId === tableId);
    return table?.rows.find((one) => one.rowId === rowId) ?? [];
  });
  return [...new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.value === null ? [] : (cell.unit ?? '')))))];
}
