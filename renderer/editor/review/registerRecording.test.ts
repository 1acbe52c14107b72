import { $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND, INSERT_PARAGRAPH_COMMAND, type LexicalEditor } from 'lexical';
import { registerRichText } from '@lexical/rich-text';
import { expect, it } from 'vitest';
import type { QuestionId } from '../../../shared/domain/ids';
import type { ReviewChange } from '../../../shared/domain/review';
import { registerTyping } from '../blocks/registerTyping';
import { $turnSelectionInto } from '../blocks/turnInto';
import { figure, paragraph, statement } from '../testing/buildReply';
import { change, openHeadlessReply, readReply } from '../testing/headlessReply';
import { $selectText } from '../testing/selectText';
import { $readMarkedSections } from './markedNodes';
import { readMarks } from './readMarks';
import { registerRecording } from './registerRecording';
import { ReviewLedger } from './ReviewLedger';

const sections = [
  statement(paragraph('p1', '公司收入', figure('f1', '100万元'), '下降。'), paragraph('p2', '第二段'), paragraph('p3', '第三段')),
];

function revise() {
  const editor = openHeadlessReply(sections);
  const ledger = new ReviewLedger('李律师');
  registerRichText(editor);
  registerTyping(editor);
  registerRecording(editor, { ledger, isRevising: () => true });
  return { editor, ledger };
}

/** Kind, place and words of every change: "delete p1 2-4 收入". */
function list(editor: LexicalEditor, ledger: ReviewLedger): string[] {
  const { changes } = editor.read(() => readMarks($readMarkedSections(), 'q1' as QuestionId, ledger));
  expect(readReply(editor)).toEqual(sections);
  return changes.map(say).sort();
}

function say({ payload, anchor }: ReviewChange): string {
  const words =
    payload.kind === 'insert'
      ? payload.inlines.map((one) => ('text' in one ? one.text : one.type)).join('')
      : payload.kind === 'insertBlock' && 'inlines' in payload.block
        ? payload.block.inlines.map((one) => ('text' in one ? one.text : one.type)).join('')
        : payload.kind === 'overrideFigure'
          ? `${payload.shown}→${payload.proposed}`
          : payload.kind === 'setBlock'
            ? payload.block.type
            : anchor.quote;
  return `${payload.kind} ${anchor.blockId ?? 'head'} ${anchor.from}-${anchor.to} ${words}`.trimEnd();
}

const type = (editor: LexicalEditor, text: string) =>
  change(editor, () => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText(text);
  });
it('typing becomes one insertion, and taking it back leaves nothing', () => {
  const { editor, ledger } = revise();
  change(editor, () => void $selectText(['p1', 4]));
  for (const letter of '合计为') type(editor, letter);
  expect(list(editor, ledger)).toEqual(['insert p1 4-4 合计为']);
  change(editor, () => $selectText(['p1', 4], ['p1', 7]).removeText());
  expect(list(editor, ledger)).toEqual([]);
});

it('a selection typed over is deleted, and what is typed stands behind it', () => {
  const { editor, ledger } = revise();
  change(editor, () => void $selectText(['p2', 0], ['p2', 2]));
  type(editor, '另');
  type(editor, '一');
  expect(list(editor, ledger)).toEqual(['delete p2 0-2 第二', 'insert p2 2-2 另一']);
});

it('a cut paragraph is one split, and cutting at its end a new paragraph', () => {
  const { editor, ledger } = revise();
  change(editor, () => void $selectText(['p2', 2]));
  change(editor, () => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
  expect(list(editor, ledger)).toEqual(['splitBlock p2 2-2']);
  change(editor, () => void $selectText(['p3', 3]));
  change(editor, () => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
  type(editor, '新段');
  expect(list(editor, ledger)).toEqual(['insertBlock p3 0-0 新段', 'splitBlock p2 2-2']);
});

it('a selection over several paragraphs deletes words, marks and whole paragraphs', () => {
  const { editor, ledger } = revise();
  change(editor, () => $selectText(['p1', 9], ['p3', 1]).removeText());
  expect(list(editor, ledger)).toEqual(['delete p1 9-12 下降。', 'delete p3 0-1 第', 'deleteBlock p2 0-3 第二段', 'joinBlock p1 12-12']);
});

it('bold and a heading are changes of style and kind, and taking them back leaves nothing', () => {
  const { editor, ledger } = revise();
  change(editor, () => void $selectText(['p2', 0], ['p2', 2]));
  change(editor, () => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'));
  change(editor, () => $turnSelectionInto('heading3'));
  expect(list(editor, ledger)).toEqual(['format p2 0-2 第二', 'setBlock p2 0-3 heading']);
  change(editor, () => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'));
  change(editor, () => $turnSelectionInto('paragraph'));
  expect(list(editor, ledger)).toEqual([]);
});

it('a figure written over stays and carries the new words as a request', () => {
  const { editor, ledger } = revise();
  change(editor, () => void $selectText(['p1', 6]));
  type(editor, '9');
  expect(list(editor, ledger)).toEqual(['overrideFigure p1 4-9 100万元→1090万元']);
});
