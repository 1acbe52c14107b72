import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { HISTORY_PUSH_TAG } from 'lexical';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { $findMatches, $replaceMatches, $selectMatch, type Match } from '../../editor/find/findMatches';
import { showMatches } from '../../editor/find/showMatches';
import { Button, IconButton } from '../../ui/Button';
import { FirstInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';

type FindBarProps = { withReplace: boolean; initial: string; onClose: () => void };

/** Finding and replacing in this reply: matches are marked in the text, Enter goes to the next, Shift+Enter to the one before. */
export function FindBar({ withReplace, initial, onClose }: FindBarProps) {
  const { say } = useWords();
  const [editor] = useLexicalComposerContext();
  const [what, setWhat] = useState(initial);
  const [other, setOther] = useState('');
  const [at, setAt] = useState(0);
  const [editorState, setEditorState] = useState(editor.getEditorState());
  useEffect(() => editor.registerUpdateListener(({ editorState: next }) => setEditorState(next)), [editor]);
  const matches = useMemo(() => editorState.read(() => $findMatches(what)), [editorState, what]);
  const current = matches.length === 0 ? 0 : at % matches.length;
  useEffect(() => showMatches(editor, matches, current), [editor, matches, current]);

  const goTo = (step: number) => {
    if (matches.length === 0) return;
    const next = (current + step + matches.length) % matches.length;
    setAt(next);
    scrollToMatch(editor.getElementByKey(matches[next]!.blockKey));
  };
  const replace = (chosen: readonly Match[]) => {
    if (chosen.length === 0) return;
    editor.update(() => $replaceMatches(chosen, other), { tag: HISTORY_PUSH_TAG });
    showDone(say('reply.find.replaced', { count: chosen.length }));
  };
  const close = () => {
    editor.update(() => {
      const match = matches[current];
      if (match) $selectMatch(match);
    });
    onClose();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) goTo(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const brokenFigures = matches.filter((match) => match.breaksFigure).length;
  return (
    <div className="find-bar" role="search" aria-label={say('reply.find.title')} onKeyDown={onKey}>
      <TextField value={what} onChange={(text) => (setWhat(text), setAt(0))} aria-label={say('reply.find.what')}>
        <FirstInput placeholder={say('reply.find.what')} onFocus={(event) => event.target.select()} />
      </TextField>
      <output className="find-count faint">
        {what === ''
          ? ''
          : matches.length === 0
            ? say('reply.find.none')
            : say('reply.find.matches', { now: current + 1, all: matches.length })}
      </output>
      <IconButton
        icon={ArrowUp}
        label={say('reply.find.previous')}
        keys="Shift+Enter"
        isDisabled={matches.length === 0}
        onPress={() => goTo(-1)}
      />
      <IconButton icon={ArrowDown} label={say('reply.find.next')} keys="Enter" isDisabled={matches.length === 0} onPress={() => goTo(1)} />
      {withReplace ? (
        <>
          <TextField value={other} onChange={setOther} aria-label={say('reply.find.with')}>
            <Input className="input" placeholder={say('reply.find.with')} />
          </TextField>
          <Button isDisabled={matches.length === 0} onPress={() => replace(matches.slice(current, current + 1))}>
            {say('reply.find.replace')}
          </Button>
          <Button isDisabled={matches.length === 0} onPress={() => replace(matches)}>
            {say('reply.find.replaceAll')}
          </Button>
        </>
      ) : null}
      <span className="toolbar-rest" />
      <IconButton icon={X} label={say('reply.find.close')} keys="Esc" onPress={close} />
      {withReplace && brokenFigures > 0 ? (
        <p className="find-warning small text-doubt">{say('reply.find.breaksFigures', { count: brokenFigures })}</p>
      ) : null}
    </div>
  );
}

function scrollToMatch(block: HTMLElement | null): void {
  block?.scrollIntoView({ block: 'center' });
}
