import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';

/** A remark being written beside its place; Ctrl+Enter adds it. */
export function CommentBox({ quote, onSave, onCancel }: { quote: string; onSave: (text: string) => void; onCancel: () => void }) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isEmpty) return;
    event.preventDefault();
    onSave(text.trim());
  };
  return (
    <div className="comment-box" onKeyDown={onKey}>
      {quote === '' ? null : <blockquote className="comment-quote clip">{quote}</blockquote>}
      <TextInput label={say('revision.commentText')} value={text} onChange={setText} long autoFocus />
      <div className="comment-actions">
        <span className="small faint">{say('revision.commentKeys')}</span>
        <Button onPress={onCancel}>{say('review.cancel')}</Button>
        <Button kind="primary" isDisabled={isEmpty} onPress={() => onSave(text.trim())}>
          {say('revision.commentSave')}
        </Button>
      </div>
    </div>
  );
}
