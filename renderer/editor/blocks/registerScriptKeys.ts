import { COMMAND_PRIORITY_LOW, FORMAT_TEXT_COMMAND, KEY_DOWN_COMMAND, type LexicalEditor, type TextFormatType } from 'lexical';

const FORMATS: Readonly<Record<string, TextFormatType>> = { Minus: 'subscript', Equal: 'superscript' };

/** Lowers and raises text by Ctrl+Alt+- and Ctrl+Alt+=; without Alt these keys zoom the page. */
export function registerScriptKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      const format = FORMATS[event.code];
      if (format === undefined || !event.altKey || event.shiftKey || event.isComposing || event.ctrlKey === event.metaKey) return false;
      event.preventDefault();
      return editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
    },
    COMMAND_PRIORITY_LOW,
  );
}
