import { useState } from 'react';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';

type TermFormProps = {
  first: { term: string; fullName: string };
  onSave: (term: string, fullName: string) => void;
  onCancel: () => void;
};

/** A short name and what it stands for. */
export function TermForm({ first, onSave, onCancel }: TermFormProps) {
  const { say } = useWords();
  const [term, setTerm] = useState(first.term);
  const [fullName, setFullName] = useState(first.fullName);
  const isWhole = term.trim() !== '' && fullName.trim() !== '';
  return (
    <form
      className="term-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onSave(term.trim(), fullName.trim());
      }}
    >
      <TextInput label={say('terms.term')} value={term} onChange={setTerm} autoFocus />
      <TextInput label={say('terms.fullName')} value={fullName} onChange={setFullName} />
      <Button onPress={onCancel}>{say('shell.cancel')}</Button>
      <Button kind="primary" type="submit" isDisabled={!isWhole}>
        {say('terms.save')}
      </Button>
    </form>
  );
}
