import { useState } from 'react';
import { AppDialog } from '../ui/AppDialog';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/fields';
import { useWords } from '../ui/language';

/** A letter from the clipboard: its text is pasted whole. */
export function PasteLetterDialog({ onRead, onClose }: { onRead: (text: string) => void; onClose: () => void }) {
  const { say } = useWords();
  const [text, setText] = useState('');
  return (
    <AppDialog
      title={say('start.pasteTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={text.trim() === ''} onPress={() => onRead(text)}>
            {say('start.read')}
          </Button>
        </>
      }
    >
      <div className="paste-letter">
        <TextInput label={say('start.pasteHint')} value={text} onChange={setText} long autoFocus />
      </div>
    </AppDialog>
  );
}
