import { useState } from 'react';
import type { OpenTable } from '../../../shared/domain/dataTable';
import type { ChangedFigure } from '../../../shared/domain/figure';
import { flushReply } from '../../workspace/replyBridge';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { ChangedFigures } from './ChangedFigures';

/** Sets a table's caption or unit right; a unit shows which figures followed. */
export function TableTextDialog({
  table,
  field,
  onClose,
}: {
  table: Pick<OpenTable, 'tableId' | 'caption' | 'unit'>;
  field: 'caption' | 'unit';
  onClose: () => void;
}) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const [text, setText] = useState(table[field] ?? '');
  const [changed, setChanged] = useState<ChangedFigure[] | null>(null);
  const next = text.trim() || null;

  const save = () =>
    run(async () => {
      if (field === 'caption') {
        await call('table:setCaption', { tableId: table.tableId, caption: next });
        showUndoable(say('table.captionSaved'));
        onClose();
        return;
      }
      await flushReply();
      const { changedFigures } = await call('table:setUnit', { tableId: table.tableId, unit: next });
      showUndoable(say('table.unitSaved', { unit: next ?? say('evidence.noUnit') }));
      if (changedFigures.length > 0) setChanged(changedFigures);
      else onClose();
    });

  if (changed) {
    return (
      <AppDialog
        title={say('table.unitSaved', { unit: next ?? say('evidence.noUnit') })}
        onClose={onClose}
        foot={
          <Button kind="primary" onPress={onClose}>
            {say('correct.finish')}
          </Button>
        }
      >
        <ChangedFigures changes={changed} />
      </AppDialog>
    );
  }
  return (
    <AppDialog
      title={say(field === 'caption' ? 'table.setCaption' : 'table.setUnit')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" onPress={save}>
            {say('table.save')}
          </Button>
        </>
      }
    >
      <TextInput
        label={say(field === 'caption' ? 'table.captionField' : 'table.unitField')}
        value={text}
        onChange={setText}
        note={field === 'unit' ? say('table.unitNote') : undefined}
        long={field === 'caption'}
        autoFocus
      />
    </AppDialog>
  );
}
