import { registerRichText } from '@lexical/rich-text';
import { KEY_DOWN_COMMAND } from 'lexical';
import { expect, it } from 'vitest';
import { paragraph, statement } from '../testing/buildReply';
import { change, openHeadlessReply, readReply } from '../testing/headlessReply';
import { $selectText } from '../testing/selectText';
import { registerScriptKeys } from './registerScriptKeys';

it('lowers and raises what is selected by Ctrl+Alt+- and Ctrl+Alt+=, and leaves the keys without Alt to others', () => {
  const editor = openHeadlessReply([statement(paragraph('p1', 'A≥Am和3m3'))]);
  registerRichText(editor);
  registerScriptKeys(editor);
  const press = (code: string, from: number, held: Partial<KeyboardEvent> = { ctrlKey: true, altKey: true }) => {
    const event = {
      code,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      isComposing: false,
      ...held,
      preventDefault: () => {},
    };
    change(editor, () => {
      $selectText(['p1', from], ['p1', from + 1]);
      editor.dispatchCommand(KEY_DOWN_COMMAND, event as KeyboardEvent);
    });
  };
  press('Equal', 0, { ctrlKey: true });
  press('Minus', 0, { ctrlKey: true, altKey: true, isComposing: true });
  press('Minus', 0, { altKey: true });
  press('Equal', 6);
  press('Minus', 3);
  expect(readReply(editor)[0]!.blocks).toMatchObject([
    {
      inlines: [
        { type: 'text', text: 'A≥A' },
        { type: 'text', text: 'm', sub: true },
        { type: 'text', text: '和3' },
        { type: 'text', text: 'm', sup: true },
        { type: 'text', text: '3' },
      ],
    },
  ]);
});
