import { copyToClipboard } from '@lexical/clipboard';
import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
} from 'lexical';

/**
 * Removes a range that begins in an empty paragraph, or behind a break or note, while nothing is selected: Lexical 0.52 reads the selection midway and
 * throws when the range ends inside a text with a figure behind it. So it is for keys, the menu, an input method and a cut.
 */
export function registerRangeRemoval(editor: LexicalEditor): () => void {
  const removing = [DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND] as const;
  return mergeRegister(
    ...removing.map((command) => editor.registerCommand(command, () => $removeRange(true), COMMAND_PRIORITY_CRITICAL)),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $removeRange(true), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, () => $removeRange(false) && false, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => $removeRange(false) && false, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CUT_COMMAND, (event) => $cut(editor, event), COMMAND_PRIORITY_LOW),
  );
}

/** Cuts a range as Lexical does, and removes it as above; what is no range is left to Lexical. */
function $cut(editor: LexicalEditor, event: Parameters<typeof copyToClipboard>[1] | KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed() || event instanceof KeyboardEvent) return false;
  void copyToClipboard(editor, event).then(() => editor.update(() => void $removeRange(true), { tag: CUT_TAG }));
  return true;
}

/** Removes a range of any kind, or only one that is not from text to text; whether there was one. */
export function $removeRange(any: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  if (!any && selection.anchor.type === 'text' && selection.focus.type === 'text') return false;
  const range = selection.clone();
  $setSelection(null);
  range.removeText();
  $setSelection(range);
  return true;
}
