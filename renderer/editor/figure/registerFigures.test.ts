import { $selectAll } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { FigureId } from '../../../shared/domain/ids';
import { figure, outline, paragraph, statement } from '../testing/buildReply';
import { change, openHeadlessReply, readReply } from '../testing/headlessReply';
import { $selectText } from '../testing/selectText';
import { $isFigureNode } from './FigureNode';
import { $listCopies, $listFigures } from './registerFigures';

const open = () => openHeadlessReply([statement(paragraph('p1', '收入为', figure('f1', '6,715.63万元'), '，增长'))]);
const text = (editor: ReturnType<typeof open>) => outline(readReply(editor)).join('|');

describe('a figure', () => {
  it('stays linked when text is typed right before and right after it', () => {
    const editor = open();
    change(editor, () => $selectText(['p1', 13]).insertText('左右'));
    change(editor, () => $selectText(['p1', 3]).insertText('约'));
    expect(text(editor)).toBe('p1 收入为约[6,715.63万元]左右，增长');
  });

  it('becomes plain text when something is typed inside it, and the caret stays behind what was typed', () => {
    const editor = open();
    change(editor, () => $selectText(['p1', 5]).insertText('9'));
    expect(text(editor)).toBe('p1 收入为6,9715.63万元，增长');
    expect(editor.read(() => $listFigures())).toEqual([]);
  });

  it('becomes plain text when a character of it is deleted', () => {
    const editor = open();
    change(editor, () => $selectText(['p1', 12], ['p1', 13]).removeText());
    expect(text(editor)).toBe('p1 收入为6,715.63万，增长');
  });

  it('gives way to what is typed over it', () => {
    const editor = open();
    change(editor, () => $selectText(['p1', 3], ['p1', 13]).insertText('待定'));
    expect(text(editor)).toBe('p1 收入为待定，增长');
  });

  it('keeps the words an input method wrote into its node beside it', () => {
    const editor = open();
    change(editor, () => void $listFigures()[0]!.setTextContent('6,715.63万元毛利'));
    expect(text(editor)).toBe('p1 收入为[6,715.63万元]毛利，增长');
    change(editor, () => void $listFigures()[0]!.setTextContent('约为6,715.63万元'));
    expect(text(editor)).toBe('p1 收入为约为[6,715.63万元]毛利，增长');
  });

  it('cut in two by Enter leaves two pieces of plain text that remember nothing of it', () => {
    const editor = open();
    change(editor, () => void $selectText(['p1', 6]).insertParagraph());
    expect(outline(readReply(editor))).toEqual(['p1 收入为6,7', 'new 15.63万元，增长']);
    expect(JSON.stringify(editor.getEditorState().toJSON())).not.toContain('f1');
  });

  it('takes a style whole and stays linked, and is plain when only a part is bold', () => {
    const editor = open();
    change(editor, () => $selectText(['p1', 0], ['p1', 16]).formatText('bold'));
    expect(readReply(editor)[0]!.blocks[0]).toMatchObject({
      inlines: [{ bold: true }, { type: 'figure', figureId: 'f1' as FigureId, style: { bold: true } }, { bold: true }],
    });
    const other = open();
    change(other, () => $selectText(['p1', 3], ['p1', 6]).formatText('bold'));
    expect(other.read(() => $listFigures())).toEqual([]);
  });

  it('drops formats and inline styles a reply cannot store', () => {
    const editor = open();
    change(editor, () => {
      $selectAll().formatText('strikethrough');
      for (const node of $selectAll().getNodes())
        if ('setStyle' in node && !$isFigureNode(node)) (node as never as { setStyle(s: string): void }).setStyle('color:red');
    });
    expect(JSON.stringify(editor.getEditorState().toJSON())).not.toContain('color');
    expect(text(editor)).toBe('p1 收入为[6,715.63万元]，增长');
  });
});

it('needs a row of its own when it is a copy, or comes from elsewhere', () => {
  const editor = openHeadlessReply([
    statement(paragraph('p1', '收入为', figure('f1', '1.00万元'), '，即', figure('f1', '1.00万元'), '，另有', figure('f9', '2.00万元'))),
  ]);
  const copies = editor.read(() => $listCopies((figureId) => figureId === 'f1').map((node) => node.getShown()));
  expect(copies).toEqual(['1.00万元', '2.00万元']);
});
