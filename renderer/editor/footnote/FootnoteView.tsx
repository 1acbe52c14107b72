import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, HISTORY_PUSH_TAG, type NodeKey } from 'lexical';
import { useState } from 'react';
import { Button as PlainButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { $isFootnoteNode } from './FootnoteNode';
import './footnote.css';

/** The raised mark of a footnote; pressing it opens its note. A note just made opens by itself. */
export function FootnoteView({ nodeKey, note }: { nodeKey: NodeKey; note: string }) {
  const { say } = useWords();
  const [editor] = useLexicalComposerContext();
  const [isOpen, setIsOpen] = useState(note === '');
  const [words, setWords] = useState(note);

  const show = () => {
    setWords(note);
    setIsOpen(true);
  };
  const change = (apply: 'keep' | 'remove') => {
    setIsOpen(false);
    editor.update(
      () => {
        const node = $getNodeByKey(nodeKey);
        if (!$isFootnoteNode(node)) return;
        node.selectNext(0, 0);
        if (apply === 'keep' && words.trim() !== '') node.setNote(words.trim());
        else node.remove();
      },
      { tag: HISTORY_PUSH_TAG },
    );
    editor.focus();
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(open) => (open ? show() : change('keep'))}>
      <PlainButton className="footnote-mark" aria-label={say('footnote.of', { note })} />
      <Popover className="popover footnote-float" placement="bottom start">
        <Dialog className="floating" aria-label={say('footnote.title')}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              change('keep');
            }}
          >
            <TextInput label={say('footnote.note')} value={words} onChange={setWords} autoFocus />
            <div className="footnote-foot">
              <Button onPress={() => change('remove')}>{say('footnote.remove')}</Button>
              <Button kind="primary" type="submit">
                {say('footnote.keep')}
              </Button>
            </div>
          </form>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
