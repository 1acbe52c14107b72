import { registerRichText } from '@lexical/rich-text';
import * as fc from 'fast-check';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  $setSelection,
} from 'lexical';
import { expect, it } from 'vitest';
import type { QuestionId } from '../../../shared/domain/ids';
import { $insertBlocks } from '../blocks/insertNodes';
import { registerTyping } from '../blocks/registerTyping';
import { $turnSelectionInto } from '../blocks/turnInto';
import { $createBlockNode } from '../mapping/blocks';
import { $insertPastedBlocks } from '../paste/insertPasted';
import { anySections } from '../testing/arbitraries';
import { paragraph } from '../testing/buildReply';
import { change, openHeadlessReply, readReply } from '../testing/headlessReply';
import { $readMarkedSections } from './markedNodes';
import { markSections } from './markSections';
import { readMarks } from './readMarks';
import { registerRecording } from './registerRecording';
import { ReviewLedger } from './ReviewLedger';
import { $selectAtoms } from './atomPoints';

const anyDeed = fc.record({
  section: fc.nat({ max: 3 }),
  from: fc.nat({ max: 60 }),
  length: fc.nat({ max: 20 }),
  deed: fc.constantFrom('type', 'type', 'remove', 'remove', 'enter', 'bold', 'heading', 'list', 'paste', 'table'),
});

it('whatever the editor does in revision mode, the reply stays, and what is stored shows what is on screen', () => {
  fc.assert(
    fc.property(anySections, fc.array(anyDeed, { minLength: 1, maxLength: 10 }), (sections, deeds) => {
      const editor = openHeadlessReply(sections);
      const ledger = new ReviewLedger('李律师');
      registerRichText(editor);
      registerTyping(editor);
      registerRecording(editor, { ledger, isRevising: () => true });
      for (const [index, { section, from, length, deed }] of deeds.entries()) {
        change(editor, () => {
          const blocks = $getRoot().getChildren().filter($isElementNode);
          const at = blocks[section % blocks.length]!;
          $selectAtoms(at.getChildren(), from, from + length);
          const selection = $getSelection();
          if (!$isRangeSelection(selection)) return;
          if (['type', 'remove', 'enter', 'paste'].includes(deed) && !selection.isCollapsed()) {
            const range = selection.clone();
            $setSelection(null);
            range.removeText();
            $setSelection(range);
          }
          const now = $getSelection();
          if (deed === 'type') now?.insertText('甲乙');
          else if (deed === 'bold') editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold');
          else if (deed === 'heading') $turnSelectionInto('heading3');
          else if (deed === 'list') $turnSelectionInto('bullet');
          else if (deed === 'paste')
            $insertPastedBlocks([paragraph(`a${index}`, '丙'), paragraph(`b${index}`, '丁')].map($createBlockNode));
          else if (deed === 'table')
            $insertBlocks([$createBlockNode({ type: 'table', blockId: `t${index}` as never, tableId: 'x' as never })]);
          else if (deed === 'enter') editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
        });
        expect(readReply(editor)).toEqual(sections);
      }
      const marked = editor.read($readMarkedSections);
      const { changes } = readMarks(marked, 'q1' as QuestionId, ledger);
      const placed = changes.map((one) => {
        const { blockId, from, to, inside } = one.anchor;
        if (inside !== undefined) return { change: one, place: { kind: 'inside' as const, changeId: inside, from, to } };
        return {
          change: one,
          place: blockId === null ? { kind: 'question' as const } : { kind: 'text' as const, blockId, from, to, changed: false },
        };
      });
      const text = (all: typeof marked) =>
        all.map(({ blocks }) =>
          blocks.map(({ inlines }) => inlines.map(({ inline }) => ('text' in inline ? inline.text : inline.type)).join('')),
        );
      expect(text(markSections(sections, placed))).toEqual(text(marked));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
