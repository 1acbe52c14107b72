import { useState } from 'react';
import { Button, LinkButton } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';

/** A remark on the question as a whole. */
export function QuestionComment({ onAdd }: { onAdd: (text: string) => void }) {
  const { say } = useWords();
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <div className="review-question">
        <LinkButton onPress={() => setText('')}>{say('review.commentQuestion')}</LinkButton>
      </div>
    );
  }
  return (
    <div className="review-question">
      <TextInput label={say('review.commentQuestion')} value={text} onChange={setText} long autoFocus />
      <div className="review-actions">
        <Button
          kind="primary"
          isDisabled={text.trim() === ''}
          onPress={() => {
            setText(null);
            onAdd(text.trim());
          }}
        >
          {say('revision.commentSave')}
        </Button>
        <Button kind="quiet" onPress={() => setText(null)}>
          {say('review.cancel')}
        </Button>
      </div>
    </div>
  );
}
