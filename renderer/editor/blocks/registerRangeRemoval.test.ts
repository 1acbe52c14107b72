import { registerRichText } from '@lexical/rich-text';
import { DELETE_CHARACTER_COMMAND } from 'lexical';
import { expect, it } from 'vitest';
import { figure, outline, paragraph, statement } from '../testing/buildReply';
import { change, openHeadlessReply, readReply } from '../testing/headlessReply';
import { $selectText } from '../testing/selectText';
import { registerRangeRemoval } from './registerRangeRemoval';

it('a range from an empty paragraph into a text before a figure is deleted, and the figure stays', () => {
  const editor = openHeadlessReply([statement(paragraph('p1'), paragraph('p2', '一二三四', figure('f1', '1元'), '尾'))]);
  registerRichText(editor);
  registerRangeRemoval(editor);
  change(editor, () => {
    $selectText(['p1', 0], ['p2', 3]);
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
  });
  expect(outline(readReply(editor)).map((line) => line.split(' ')[1])).toEqual(['四[1元]尾']);
});
