import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';

/**
 * Removes a range that begins in an empty paragraph, or behind a break or note, while nothing is selected: Lexical 0.52 reads the selection midway and
 * throws when the range ends inside a text with a figure behind it.
 */
export function registerRangeRemoval(editor: LexicalEditor): () => void {
  const removing = [DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND] as const;
  return mergeRegister(
    ...removing.map((command) => editor.registerCommand(command, () => $removeRange(true), COMMAND_PRIORITY_CRITICAL)),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, () => $removeRange(false) && false, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => $removeRange(false) && false, COMMAND_PRIORITY_CRITICAL),
  );
}

/** Removes a range of any kind, or only one that is not from text to text; whether there was one. */
function $removeRange(any: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  if (!any && selection.anchor.type === 'text' && selection.focus.type === 'text') return false;
  const range = selection.clone();
  $setSelection(null);
  range.removeText();
  $setSelection(range);
  return true;
}
