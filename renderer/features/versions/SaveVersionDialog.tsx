import { useState } from 'react';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';

/** Names the project as it is now, so that one can return to it. */
export function SaveVersionDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const [name, setName] = useState('');
  const [why, setWhy] = useState('');
  const save = () =>
    run(async () => {
      await flushReply();
      const version = await call('version:create', { name: name.trim(), why: why.trim() });
      showDone(say('versions.saved', { name: version.name }));
      onClose();
    });
  return (
    <AppDialog
      title={say('versions.saveTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={name.trim() === ''} onPress={save}>
            {say('versions.saveNow')}
          </Button>
        </>
      }
    >
      <TextInput label={say('versions.name')} value={name} onChange={setName} placeholder={say('versions.nameHint')} autoFocus />
      <TextInput label={say('versions.why')} value={why} onChange={setWhy} long />
    </AppDialog>
  );
}
