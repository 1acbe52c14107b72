import * as fc from 'fast-check';
import {
  $caretRangeFromSelection,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $removeTextFromCaretRange,
  $setSelection,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { $createBlockNode, $readBlock } from '../mapping/blocks';
import { figure, outline, paragraph, statement } from '../testing/buildReply';
import { change, openHeadlessReply, readReply } from '../testing/headlessReply';
import { $findBlock, $selectText } from '../testing/selectText';
import type { Block } from '../../../shared/domain/reply';

const open = (...blocks: Block[]) => openHeadlessReply([statement(...blocks)]);

/**
 * Deletes a range with no selection standing in it: Lexical's development build (0.52) asserts on the offsets of a selection it is about to replace
 * when other nodes follow the text that is cut; its production build clamps them.
 */
function $deleteText(from: [string, number], to: [string, number]): void {
  const range = $caretRangeFromSelection($selectText(from, to));
  $setSelection(null);
  $removeTextFromCaretRange(range);
}

describe('block ids', () => {
  it('stay with the first half when a paragraph is split inside', () => {
    const editor = open(paragraph('p1', '甲乙丙丁'));
    change(editor, () => void $selectText(['p1', 2]).insertParagraph());
    expect(outline(readReply(editor))).toEqual(['p1 甲乙', 'new 丙丁']);
  });

  it('stay with the text when a paragraph is split at its start', () => {
    const editor = open(paragraph('p1', '甲乙'), paragraph('p2', '丙'));
    change(editor, () => void $selectText(['p1', 0]).insertParagraph());
    expect(outline(readReply(editor))).toEqual(['new ', 'p1 甲乙', 'p2 丙']);
  });

  it('stay with the first half when the split falls beside a figure', () => {
    const editor = open(paragraph('p1', '收入', figure('f1', '1.00万元'), '增长'));
    change(editor, () => void $selectText(['p1', 2]).insertParagraph());
    expect(outline(readReply(editor))).toEqual(['p1 收入', 'new [1.00万元]增长']);
  });

  it('are those of the text that is left when a selection over two paragraphs is deleted', () => {
    const editor = open(paragraph('p1', '甲乙'), paragraph('p2', '丙丁'), paragraph('p3', '戊'));
    change(editor, () => $selectText(['p1', 0], ['p2', 1]).removeText());
    expect(outline(readReply(editor))).toEqual(['p2 丁', 'p3 戊']);
  });

  it('of the first paragraph stay when the second is joined to it', () => {
    const editor = open(paragraph('p1', '甲'), paragraph('p2', '乙'));
    change(editor, () => $selectText(['p1', 1], ['p2', 0]).removeText());
    expect(outline(readReply(editor))).toEqual(['p1 甲乙']);
  });

  it('of an empty paragraph give way to those of the text joined to it', () => {
    const editor = open(paragraph('p1'), paragraph('p2', '乙'));
    change(editor, () => $selectText(['p1', 0], ['p2', 0]).removeText());
    expect(outline(readReply(editor))).toEqual(['p2 乙']);
  });

  it('are fresh for a copy, also when the copy stands first', () => {
    const editor = open(paragraph('p1', '甲'));
    change(editor, () => {
      const original = $findBlock('p1' as never);
      original.insertBefore($createBlockNode($readBlock(original)));
    });
    expect(outline(readReply(editor))).toEqual(['new 甲', 'p1 甲']);
  });

  it('are kept when a block is cut and pasted elsewhere', () => {
    const editor = open(paragraph('p1', '甲'), paragraph('p2', '乙'));
    let cut: Block | undefined;
    change(editor, () => {
      const node = $findBlock('p1' as never);
      cut = $readBlock(node);
      node.remove();
    });
    change(editor, () => void $findBlock('p2' as never).insertAfter($createBlockNode(cut!)));
    expect(outline(readReply(editor))).toEqual(['p2 乙', 'p1 甲']);
  });

  it('are there and unique after any run of splits, joins, copies, deletions and typing', () => {
    const step = fc.record({
      kind: fc.constantFrom('split', 'delete', 'copy', 'type', 'new', 'move'),
      a: fc.nat(1000),
      b: fc.nat(1000),
      offset: fc.nat(6),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const editor = openHeadlessReply([
          statement(paragraph('p1', '甲乙丙'), paragraph('p2', '收入', figure('f1', '1.00'), '元')),
          statement(paragraph('p3', '丁'), { type: 'table', blockId: 't1' as never, tableId: 'x' as never }, paragraph('p4', '')),
        ]);
        for (const { kind, a, b, offset } of steps) {
          change(editor, () => {
            const blocks = $getRoot()
              .getChildren()
              .flatMap((section) => ($isElementNode(section) ? section.getChildren() : []));
            const first = blocks[a % blocks.length]!;
            const second = blocks[b % blocks.length]!;
            if (kind === 'copy') second.insertAfter($createBlockNode($readBlock(first)));
            else if (kind === 'move' && !first.is(second)) second.insertAfter(first);
            else if (kind === 'new') second.insertBefore($createParagraphNode().append($createTextNode('新')));
            else if ($isElementNode(first) && $isElementNode(second)) {
              const size = first.getTextContentSize();
              const at: [string, number] = [$readBlock(first).blockId, Math.min(offset, size)];
              if (kind === 'split') $selectText(at).insertParagraph();
              else if (kind === 'type') $selectText(at).insertText('字');
              else $deleteText(at, [$readBlock(second).blockId, 0]);
            }
          });
        }
        const ids = readReply(editor).flatMap((section) => section.blocks.map((block) => block.blockId));
        expect(ids.every((id) => /^[0-9a-z]{1,40}$/.test(id))).toBe(true);
        expect(new Set(ids).size).toBe(ids.length);
        expect(readReply(editor)).toHaveLength(2);
      }),
    );
  });
});
