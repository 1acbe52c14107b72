import { useState } from 'react';
import { AppDialog } from '../../../ui/AppDialog';
import { Button } from '../../../ui/Button';
import { TextInput } from '../../../ui/fields';
import { useWords } from '../../../ui/language';

type WordsDialogProps = {
  title: string;
  label: string;
  value: string;
  long?: boolean;
  /** Whether what was typed may be set. */
  accepts: (typed: string) => boolean;
  onSave: (typed: string) => void;
  onClose: () => void;
};

/** One line or block of words to set: a number, a title, a text. Enter sets it. */
export function WordsDialog({ title, label, value, long = false, accepts, onSave, onClose }: WordsDialogProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState(value);
  const save = () => accepts(typed.trim()) && onSave(typed.trim());
  return (
    <AppDialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={!accepts(typed.trim())} onPress={save}>
            {say('desk.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput label={label} value={typed} onChange={setTyped} long={long} autoFocus />
      </form>
    </AppDialog>
  );
}
