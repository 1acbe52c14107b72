import { useState } from 'react';
import { GridList, GridListItem, type Selection } from 'react-aria-components';
import type { Letter } from '../../../../shared/domain/letter';
import type { LinkTarget } from '../../../../shared/catalogue/nameTarget';
import { AppDialog } from '../../../ui/AppDialog';
import { Button } from '../../../ui/Button';
import { TextInput } from '../../../ui/fields';
import { useWords } from '../../../ui/language';
import { useNameTarget } from '../../../workspace/useLinkTable';

type AssignDialogProps = {
  letter: Letter;
  chosen: LinkTarget | null;
  onSave: (targets: LinkTarget[], owner: string | null) => void;
  onClose: () => void;
};

/** Every item (and question without items) of a letter in one list: choose several, name who answers for them. */
export function AssignDialog({ letter, chosen, onSave, onClose }: AssignDialogProps) {
  const { say } = useWords();
  const rows = listUnits(letter, useNameTarget());
  const first = rows.find(({ target }) => target.questionId === chosen?.questionId && target.itemId === chosen.itemId);
  const [keys, setKeys] = useState<Selection>(new Set(first ? [first.id] : []));
  const [owner, setOwner] = useState('');
  const targets = rows.filter(({ id }) => keys === 'all' || keys.has(id)).map(({ target }) => target);
  const owners = [...new Set(rows.flatMap((row) => row.owner ?? []))];
  return (
    <AppDialog
      title={say('desk.assign')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={targets.length === 0} onPress={() => onSave(targets, owner.trim() || null)}>
            {say('desk.save')}
          </Button>
        </>
      }
    >
      <TextInput label={say('desk.owner')} value={owner} onChange={setOwner} note={say('desk.ownerNote')} />
      {owners.length > 0 ? (
        <p className="desk-owners">
          {owners.map((name) => (
            <Button key={name} kind="quiet" onPress={() => setOwner(name)}>
              {name}
            </Button>
          ))}
        </p>
      ) : null}
      <p className="field-label">
        {say('desk.assignTo')} {targets.length}
      </p>
      <GridList
        className="desk-units scroll"
        aria-label={say('desk.assignTo')}
        items={rows}
        selectionMode="multiple"
        selectedKeys={keys}
        onSelectionChange={setKeys}
        autoFocus
      >
        {(row) => (
          <GridListItem id={row.id} textValue={`${row.name} ${row.text}`} className="desk-unit">
            {({ isSelected }) => (
              <>
                <span aria-hidden className="desk-tick">
                  {isSelected ? '✓' : ''}
                </span>
                <span>{row.name}</span>
                <span className="clip faint">{row.text}</span>
                <span className="small">{row.owner}</span>
              </>
            )}
          </GridListItem>
        )}
      </GridList>
    </AppDialog>
  );
}

type Unit = { id: string; target: LinkTarget; name: string; text: string; owner: string | null };

function listUnits({ questions }: Letter, nameTarget: (target: LinkTarget) => string): Unit[] {
  return questions.flatMap(({ questionId, text, owner, items }): Unit[] => {
    const units = items.length === 0 ? [{ itemId: null, text, owner }] : items;
    return units.map((unit) => {
      const target = { questionId, itemId: unit.itemId };
      return { id: unit.itemId ?? questionId, target, name: nameTarget(target), text: unit.text, owner: unit.owner };
    });
  });
}
