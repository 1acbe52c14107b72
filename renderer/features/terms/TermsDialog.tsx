import { Check, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TermEntry } from '../../../shared/domain/definedTerm';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button, IconButton, LinkButton } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useRun } from '../../workspace/useRun';
import { TermForm } from './TermForm';
import './terms.css';

/** Short names (以下简称) of the project: those written down and those the text defines, each with its first definition and its uses. */
export function TermsDialog({ onClose }: { onClose: () => void }) {
  const { say, sayError } = useWords();
  const run = useRun();
  const { value: entries, error } = useQuery('term:list', {});
  const [edited, setEdited] = useState<TermEntry | 'new' | null>(null);
  const found = entries?.filter(({ termId }) => termId === null) ?? [];

  const save = (term: string, fullName: string) =>
    run(async () => {
      if (edited !== 'new' && edited?.termId) await call('term:update', { termId: edited.termId, term, fullName });
      else await call('term:add', { term, fullName });
      setEdited(null);
    });
  const addAll = () =>
    run(async () => {
      for (const { term, fullName } of found) await call('term:add', { term, fullName });
    });
  const remove = (entry: TermEntry) =>
    run(async () => {
      if (entry.termId) await call('term:remove', { termId: entry.termId });
    });
  return (
    <AppDialog
      title={say('terms.title')}
      onClose={onClose}
      wide
      foot={
        <>
          {found.length > 0 ? <Button onPress={addAll}>{say('terms.addAll', { count: found.length })}</Button> : null}
          <Button kind="primary" onPress={onClose}>
            {say('shell.close')}
          </Button>
        </>
      }
    >
      {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
      <p className="faint small">{say('terms.note')}</p>
      {entries?.length === 0 ? <EmptyState title={say('terms.none')}>{say('terms.noneHint')}</EmptyState> : null}
      {entries && entries.length > 0 ? (
        <table className="terms">
          <thead>
            <tr>
              <th scope="col">{say('terms.term')}</th>
              <th scope="col">{say('terms.fullName')}</th>
              <th scope="col">{say('terms.place')}</th>
              <th scope="col" className="number">
                {say('terms.uses')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{say('terms.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <TermRow
                key={entry.termId ?? `found ${entry.term}`}
                entry={entry}
                onEdit={() => setEdited(entry)}
                onRemove={() => remove(entry)}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {edited === null ? (
        <div>
          <Button icon={Plus} onPress={() => setEdited('new')}>
            {say('terms.add')}
          </Button>
        </div>
      ) : (
        <TermForm
          key={edited === 'new' ? 'new' : edited.term}
          first={edited === 'new' ? { term: '', fullName: '' } : edited}
          onSave={save}
          onCancel={() => setEdited(null)}
        />
      )}
    </AppDialog>
  );
}

function TermRow({ entry, onEdit, onRemove }: { entry: TermEntry; onEdit: () => void; onRemove: () => void }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const nameTarget = useNameTarget();
  const { term, fullName, place, uses, termId } = entry;
  const open = () => {
    if (place?.questionId) go({ type: 'openQuestion', questionId: place.questionId, blockId: place.blockId });
    else go({ type: 'openDetails' });
  };
  return (
    <tr>
      <th scope="row">{term}</th>
      <td>{fullName}</td>
      <td>
        {place === null ? (
          <span className="text-doubt">{say('terms.notDefined')}</span>
        ) : (
          <LinkButton hint={place.text} onPress={open}>
            {place.questionId === null ? say('terms.inPreamble') : nameTarget({ questionId: place.questionId, itemId: null })}
          </LinkButton>
        )}
      </td>
      <td className="number">{uses === 0 ? <span className="text-doubt">{say('terms.unused')}</span> : uses}</td>
      <td className="term-actions">
        <IconButton
          icon={termId === null ? Check : Pencil}
          label={say(termId === null ? 'terms.enter' : 'terms.edit', { term })}
          onPress={onEdit}
        />
        {termId === null ? null : <IconButton icon={Trash2} label={say('terms.remove', { term })} onPress={onRemove} />}
      </td>
    </tr>
  );
}
