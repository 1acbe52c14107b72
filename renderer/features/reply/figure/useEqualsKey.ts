import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_LOW, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect, useEffectEvent } from 'react';

/** Typing = at the caret opens what computes a figure; the sign itself is not written. What an input method composes is left alone. */
export function useEqualsKey(editor: LexicalEditor, onEquals: () => void): void {
  const open = useEffectEvent(onEquals);
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.key !== '=' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
          const selection = $getSelection();
          if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
          event.preventDefault();
          open();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );
}

/** Writes the sign after all, where nothing was computed. */
export function insertEquals(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText('=');
  });
}
