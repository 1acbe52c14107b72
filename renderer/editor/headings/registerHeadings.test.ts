import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $isHeadingNode } from '@lexical/rich-text';
import { type LexicalEditor, UNDO_COMMAND } from 'lexical';
import { expect, it } from 'vitest';
import { paragraph, statement } from '../testing/buildReply';
import { change, openHeadlessReply, readReply } from '../testing/headlessReply';
import { $findBlock, $selectText } from '../testing/selectText';
import { type HeadingOffer, registerHeadings } from './registerHeadings';

function open(text = ''): { editor: LexicalEditor; offers: HeadingOffer[] } {
  const editor = openHeadlessReply([statement(paragraph('p1', text), paragraph('p2', '正文'))]);
  const offers: HeadingOffer[] = [];
  registerHistory(editor, createEmptyHistoryState(), 0);
  registerHeadings(editor, (offer) => offers.push(offer));
  change(editor, () => void $selectText(['p2', 0]));
  return { editor, offers };
}

const type = async (editor: LexicalEditor, text: string) => {
  for (const letter of text) change(editor, () => $selectText(['p1', $findBlock('p1' as never).getTextContentSize()]).insertText(letter));
  // What a label turns into is decided after the update that typed it.
  await Promise.resolve();
};
const first = (editor: LexicalEditor) => readReply(editor)[0]!.blocks[0]!;

it('一、 and （一） typed at the start make a heading that keeps the block id; one undo makes it body text again', async () => {
  const { editor } = open();
  await type(editor, '一、');
  expect(first(editor)).toMatchObject({ type: 'heading', level: 2, blockId: 'p1' });
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  await Promise.resolve();
  expect(first(editor)).toMatchObject({ type: 'paragraph', blockId: 'p1', inlines: [{ text: '一、' }] });
  const other = open();
  await type(other.editor, '（二）');
  expect(first(other.editor)).toMatchObject({ type: 'heading', level: 3 });
});

it('1、 makes an offer only, since body text is numbered so too, and typing on withdraws it', async () => {
  const { editor, offers } = open();
  await type(editor, '1、');
  expect(first(editor)).toMatchObject({ type: 'paragraph' });
  expect(offers.at(-1)).toMatchObject({ level: 4 });
  await type(editor, '获');
  expect(offers.at(-1)).toBeNull();
});

it('a label that is left after deleting what followed it turns nothing', async () => {
  const { editor } = open('一、公司');
  change(editor, () => $selectText(['p1', 2], ['p1', 4]).removeText());
  await Promise.resolve();
  expect(editor.read(() => $isHeadingNode($findBlock('p1' as never)))).toBe(false);
});
