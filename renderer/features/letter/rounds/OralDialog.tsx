import { useState } from 'react';
import { call } from '../../../ipc/client';
import { AppDialog } from '../../../ui/AppDialog';
import { Button } from '../../../ui/Button';
import { todayInShanghai } from '../../../ui/clock';
import { TextInput } from '../../../ui/fields';
import { useWords } from '../../../ui/language';
import { useNavigator } from '../../../workspace/navigation';
import { useRun, useShowUndoable } from '../../../workspace/useRun';
import { getLetterName } from '../../../../shared/letter/getLetterName';

/** Writes down what a regulator said: when, who, and the words; it becomes a letter with questions of its own. */
export function OralDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const { go } = useNavigator();
  const [spokenOn, setSpokenOn] = useState(() => todayInShanghai(new Date()));
  const [spokenBy, setSpokenBy] = useState('');
  const [words, setWords] = useState('');
  const isWhole = spokenOn !== '' && spokenBy.trim() !== '' && words.trim() !== '';
  const save = () =>
    run(async () => {
      const added = await call('letter:addOral', { spokenOn, spokenBy, words });
      onClose();
      go({ type: 'openLetter', letterId: added.letterId });
      showUndoable(say('rounds.added', { letter: getLetterName(added), questions: added.questions.length }));
    });
  return (
    <AppDialog
      title={say('rounds.addOral')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={!isWhole} onPress={save}>
            {say('desk.save')}
          </Button>
        </>
      }
    >
      <div className="desk-form">
        <TextInput label={say('rounds.spokenOn')} value={spokenOn} onChange={setSpokenOn} type="date" />
        <TextInput label={say('rounds.spokenBy')} value={spokenBy} onChange={setSpokenBy} autoFocus />
        <TextInput label={say('rounds.spoken')} value={words} onChange={setWords} long />
      </div>
    </AppDialog>
  );
}
