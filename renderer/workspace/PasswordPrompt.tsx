import { useState, useSyncExternalStore } from 'react';
import { AppDialog } from '../ui/AppDialog';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/fields';
import { useWords } from '../ui/language';
import { Notice } from '../ui/Notice';
import { followPasswordQuestion, getPasswordQuestion, type PasswordQuestion } from './passwordPrompt';

/** Asks for a password whenever a file needs one. */
export function PasswordPrompt() {
  const question = useSyncExternalStore(followPasswordQuestion, getPasswordQuestion);
  return question ? <Prompt question={question} /> : null;
}

function Prompt({ question: { file, wrong, answer } }: { question: PasswordQuestion }) {
  const { say } = useWords();
  const [password, setPassword] = useState('');
  return (
    <AppDialog
      title={say('password.title')}
      onClose={() => answer(null)}
      foot={
        <>
          <Button onPress={() => answer(null)}>{say('shell.cancel')}</Button>
          <Button kind="primary" type="submit" form="password-form" isDisabled={password === ''}>
            {say('password.open')}
          </Button>
        </>
      }
    >
      <form
        id="password-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '') answer(password);
        }}
      >
        <p>{say('password.ask', { file })}</p>
        {wrong ? <Notice kind="error">{say('password.wrong')}</Notice> : null}
        <TextInput autoFocus type="password" label={say('password.field')} value={password} onChange={setPassword} />
      </form>
    </AppDialog>
  );
}
