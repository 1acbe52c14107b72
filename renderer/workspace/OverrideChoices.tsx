import { useState } from 'react';
import { OVERRIDE_CHOICES, type OverrideChoice } from '../../shared/domain/review';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/fields';
import { useWords } from '../ui/language';

/** What becomes of a figure that a reviewer wants to say something else; correcting its cell needs a reason. */
export function OverrideChoices({ onChoose }: { onChoose: (choice: OverrideChoice, note: string) => void }) {
  const { say } = useWords();
  const [note, setNote] = useState('');
  return (
    <div className="review-override" onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <TextInput label={say('review.override.why')} value={note} onChange={setNote} />
      <div className="review-actions">
        {OVERRIDE_CHOICES.map((choice) => (
          <Button key={choice} isDisabled={choice === 'correctCell' && note.trim() === ''} onPress={() => onChoose(choice, note.trim())}>
            {say(`review.override.${choice}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
