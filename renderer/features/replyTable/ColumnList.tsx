import { Plus, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { DataTable } from '../../../shared/domain/dataTable';
import type { ColId } from '../../../shared/domain/ids';
import { addTypedColumn, changeColumn, moveColumn, removeColumn, typeColumn } from '../../../shared/tables/reply/editColumns';
import { findStubColumn, proposeColumn } from '../../../shared/tables/reply/proposeDefinition';
import type { ReplyColumn, ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { getColumnFormat } from '../../../shared/tables/reply/typedNumbers';
import { Button, IconButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { AddColumn } from './AddColumn';
import type { Edit } from './Builder';
import { ColumnDetails } from './ColumnDetails';
import { LineInput } from './LineInput';
import { MoveButtons } from './MoveButtons';
import { TakeBox } from './TakeBox';
import { TypedCells } from './TypedCells';

type ColumnListProps = { definition: ReplyTableDefinition; sources: readonly DataTable[]; edit: Edit };

/** The columns in order, those of the sources that are left out below them, and the making of computed ones. */
export function ColumnList({ definition, sources, edit }: ColumnListProps) {
  const { say } = useWords();
  const left = sources.flatMap((table) => listLeftColumns(table, definition).map((col) => ({ table, col })));
  return (
    <section className="builder-section" aria-labelledby="builder-columns">
      <h3 id="builder-columns">{say('replyTable.columns')}</h3>
      <ul className="builder-lines">
        <li className="builder-line">
          <span aria-hidden />
          <LineInput
            label={say('replyTable.stubTitle')}
            value={definition.stub.path.at(-1) ?? ''}
            onChange={(title) => edit((now) => ({ ...now, stub: { ...now.stub, path: [...now.stub.path.slice(0, -1), title] } }))}
          />
        </li>
        {definition.columns.map((column) => (
          <ColumnLine key={column.colId} column={column} definition={definition} edit={edit} />
        ))}
        {left.map(({ table, col }) => {
          const { colId, path } = table.columns[col]!;
          const name = path.join(' / ') || say('replyTable.unnamed');
          return (
            <li key={`${table.tableId} ${colId}`} className="builder-line left-out">
              <TakeBox
                name={name}
                taken={false}
                onChange={() => edit((now) => ({ ...now, columns: [...now.columns, proposeColumn(table, col)] }))}
              />
              <span className="clip faint">{name}</span>
            </li>
          );
        })}
      </ul>
      <Button icon={Plus} onPress={() => edit((now) => addTypedColumn(now, say('replyTable.unnamed')))}>
        {say('replyTable.addTyped')}
      </Button>
      <AddColumn definition={definition} edit={edit} />
    </section>
  );
}

function listLeftColumns(table: DataTable, { columns }: ReplyTableDefinition): number[] {
  const taken = new Set(
    columns.flatMap(({ content }) => (content.kind === 'source' && content.tableId === table.tableId ? [content.colId] : [])),
  );
  const stub = findStubColumn(table);
  return table.columns.flatMap(({ colId }, col) => (col === stub || taken.has(colId) ? [] : [col]));
}

function ColumnLine({ column, definition, edit }: { column: ReplyColumn; definition: ReplyTableDefinition; edit: Edit }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const { colId, path } = column;
  const name = path.join(' / ') || say('replyTable.unnamed');
  const change = (changed: Partial<ReplyColumn>) => edit((now) => changeColumn(now, colId, changed));
  return (
    <li className="builder-entry">
      <div className="builder-line">
        <TakeBox name={name} taken onChange={() => edit((now) => removeColumn(now, colId))} />
        <LineInput
          label={`${say('replyTable.title')} ${name}`}
          value={path.at(-1) ?? ''}
          onChange={(title) => change({ path: [...path.slice(0, -1), title] })}
        />
        <span className="builder-note small faint clip">{describe(column, say)}</span>
        <IconButton
          icon={SlidersHorizontal}
          label={say('replyTable.details', { name })}
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        />
        <MoveButtons name={name} onMove={(step) => edit((now) => moveColumn(now, colId as ColId, step))} />
      </div>
      {column.content.kind === 'typed' ? (
        <TypedCells column={column} definition={definition} onType={(lines) => edit((now) => typeColumn(now, colId, lines))} />
      ) : null}
      {open ? <ColumnDetails column={column} isNumeric={getColumnFormat(column, definition.unit) !== null} onChange={change} /> : null}
    </li>
  );
}

function describe({ format, content, hidden }: ReplyColumn, say: ReturnType<typeof useWords>['say']): string {
  return [
    content.kind === 'source' ? '' : say(`replyTable.kind.${content.kind}`),
    format?.unit ?? '',
    hidden ? say('replyTable.hidden') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
