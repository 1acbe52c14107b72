import { useState } from 'react';
import type { SourceId } from '../../../shared/domain/ids';
import type { AcceptedChange, SourceUpdate, TableUpdate } from '../../../shared/domain/sourceUpdate';
import { flushReply } from '../../workspace/replyBridge';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { useNavigator } from '../../workspace/navigation';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button, LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { BeforeAfterHeads } from './BeforeAfterHeads';
import { Notice } from '../../ui/Notice';

type Accept = (changes: AcceptedChange[] | null) => void;

/** Changes of one table drawn at once; the others come with a press. */
const DRAWN = 100;

/** 待确认的更新: what newer versions of files change, with the replies each change reaches; accepted one by one, by table, or all. */
export function SourceUpdatesDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const { value: updates } = useQuery('sourceUpdate:list', {});
  return (
    <AppDialog title={say('update.title')} onClose={onClose} full>
      {!updates ? <p className="faint">{say('shell.loading')}</p> : null}
      {updates?.length === 0 ? <p className="faint">{say('update.none')}</p> : null}
      {updates?.map((update) => (
        <UpdateOfSource key={update.newSourceId} update={update} />
      ))}
    </AppDialog>
  );
}

function UpdateOfSource({ update }: { update: SourceUpdate }) {
  const { say } = useWords();
  const accept = useAccept(update.newSourceId);
  const discard = useDiscard(update);
  return (
    <section className="source-update">
      <header className="update-head">
        <div>
          <h3>{say('update.head', { from: update.fileName, to: update.newFileName })}</h3>
          <p className="small faint">{say('update.note')}</p>
        </div>
        <Button onPress={discard}>{say('update.discard')}</Button>
        <Button kind="primary" onPress={() => accept(null)}>
          {say('update.acceptAll')}
        </Button>
      </header>
      {update.tables.map((table) => (
        <UpdateOfTable key={table.tableId} table={table} used={update.used} accept={accept} />
      ))}
      <ul className="update-notes">
        {update.newTables.map(({ tableId, caption, rowCount, columnCount }) => (
          <li key={tableId}>
            {say('update.newTable', { name: caption ?? say('evidence.untitled'), rows: rowCount, columns: columnCount })}{' '}
            <Button onPress={() => accept([{ kind: 'newTable', tableId }])}>{say('update.accept')}</Button>
          </li>
        ))}
        {update.missingTables.map(({ tableId, caption }) => (
          <li key={tableId} className="faint">
            {say('update.missingTable', { name: caption ?? say('evidence.untitled') })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function UpdateOfTable({ table, used, accept }: { table: TableUpdate; used: SourceUpdate['used']; accept: Accept }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const [all, setAll] = useState(false);
  const lines = listLines(table, used);
  const drawn = all ? lines : lines.slice(0, DRAWN);
  return (
    <div className="table-update">
      <table className="changes">
        <caption>
          <span className="update-caption">
            <LinkButton onPress={() => go({ type: 'openTable', tableId: table.tableId })}>
              {table.caption ?? say('evidence.untitled')}
            </LinkButton>
            <Button onPress={() => accept([{ kind: 'table', tableId: table.tableId }])}>{say('update.acceptTable')}</Button>
          </span>
          <TableNotes table={table} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('update.place')}</th>
            <BeforeAfterHeads />
            <th scope="col">{say('update.used')}</th>
            <th scope="col" aria-label={say('update.accept')} />
          </tr>
        </thead>
        <tbody>
          {drawn.map(({ key, kind, place, before, after, questions, change }) => (
            <tr key={key}>
              <th scope="row">
                {kind === 'cell' ? null : <span className="chip">{say(kind === 'added' ? 'update.rowAdded' : 'update.rowRemoved')}</span>}{' '}
                {place}
              </th>
              <td className="number">{before === '' ? '' : <s>{before}</s>}</td>
              <td className="number">{after}</td>
              <td>{questions.length === 0 ? '' : say('update.usedIn', { numbers: questions.join('、') })}</td>
              <td className="number">
                <Button onPress={() => accept([change])} aria-label={`${say('update.accept')} ${place}`}>
                  {say('update.accept')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > drawn.length ? (
        <LinkButton onPress={() => setAll(true)}>{say('update.more', { count: lines.length - drawn.length })}</LinkButton>
      ) : null}
    </div>
  );
}

type Line = {
  key: string;
  kind: 'cell' | 'added' | 'removed';
  place: string;
  before: string;
  after: string;
  questions: string[];
  change: AcceptedChange;
};

/** Changes a reply uses come first. */
function listLines({ tableId, cells, rowsAdded, rowsRemoved }: TableUpdate, used: SourceUpdate['used']): Line[] {
  const lines = cells.map(({ cell, row, column, before, after }): Line => {
    const key = `${cell.rowId} ${cell.colId}`;
    const place = [row, column].filter(Boolean).join(' · ');
    return { key, kind: 'cell', place, before, after, questions: used[key] ?? [], change: { kind: 'cell', cell } };
  });
  const rows = [
    ...rowsAdded.map((row) => ({ row, kind: 'added' as const })),
    ...rowsRemoved.map((row) => ({ row, kind: 'removed' as const })),
  ];
  const rowLines = rows.map(({ row: { rowId, texts }, kind }): Line => {
    const texted = texts.slice(1).join(' | ');
    const change = { kind: 'row' as const, tableId, rowId };
    const [before, after] = kind === 'added' ? ['', texted] : [texted, ''];
    return { key: rowId, kind, place: texts[0] ?? '', before, after, questions: [], change };
  });
  return [...lines.filter((line) => line.questions.length > 0), ...lines.filter((line) => line.questions.length === 0), ...rowLines];
}

function TableNotes({ table: { unit, columnsAdded, columnsRemoved } }: { table: TableUpdate }) {
  const { say } = useWords();
  const none = say('evidence.noUnit');
  return (
    <>
      {unit ? <Notice kind="doubt">{say('update.unit', { before: unit.before ?? none, after: unit.after ?? none })}</Notice> : null}
      {columnsAdded.length > 0 ? <p>{say('update.columnsAdded', { columns: columnsAdded.join('、') })}</p> : null}
      {columnsRemoved.length > 0 ? <p>{say('update.columnsRemoved', { columns: columnsRemoved.join('、') })}</p> : null}
    </>
  );
}

function useAccept(newSourceId: SourceId): Accept {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  return (changes) =>
    run(async () => {
      await flushReply();
      const { accepted, changedFigures } = await call('sourceUpdate:accept', { newSourceId, changes });
      showUndoable(say('update.done', { count: accepted, figures: changedFigures.length }));
    });
}

function useDiscard({ newSourceId, newFileName }: SourceUpdate): () => void {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  return () =>
    run(async () => {
      await call('sourceUpdate:discard', { newSourceId });
      showUndoable(say('update.discarded', { name: newFileName }));
    });
}
