import {
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  COMPOSITION_END_TAG,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type ParagraphNode,
  PASTE_TAG,
} from 'lexical';
import type { HeadingLevel } from '../../../shared/domain/reply';
import { splitLabel } from '../../../shared/document/draft/headings';
import { FIGURE_TAG, LOAD_TAG } from '../blocks/updateTags';
import { $findBlockOf, $turnInto, $turnSelectionInto, toBlockKind } from '../blocks/turnInto';

/** Levels whose labels (一、（一）) open nothing but headings; the labels of deeper levels number body text as well. */
const TURNED_AT_ONCE: readonly HeadingLevel[] = [2, 3];

/** A label just typed that may open a heading; null when there is none at the caret. */
export type HeadingOffer = { level: HeadingLevel; blockKey: string } | null;

/**
 * Headings by keyboard: Ctrl+Alt+2…6 set the level, Ctrl+Alt+0 makes body text. A label typed at the start of a paragraph turns it into a heading
 * (one undo takes that back) or, where body text is numbered so too, makes an offer.
 */
export function registerHeadings(editor: LexicalEditor, onOffer: (offer: HeadingOffer) => void): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const digit = /^(?:Digit|Numpad)([02-6])$/.exec(event.code)?.[1];
        if (digit === undefined || !event.altKey || !(event.ctrlKey || event.metaKey)) return false;
        event.preventDefault();
        $turnSelectionInto(digit === '0' ? 'paragraph' : toBlockKind(Number(digit) as HeadingLevel));
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerUpdateListener(({ tags, dirtyLeaves, editorState, prevEditorState }) => {
      if (tags.has(LOAD_TAG) || tags.has(FIGURE_TAG) || tags.has(PASTE_TAG) || tags.has(HISTORIC_TAG)) return;
      // The words of an input method were written before its composition ends.
      const isComposed = tags.has(COMPOSITION_END_TAG);
      if ((dirtyLeaves.size === 0 && !isComposed) || editor.isComposing()) return;
      const typed = editorState.read($findTypedLabel);
      if (!typed) {
        onOffer(null);
        return;
      }
      const before = prevEditorState.read(() => ($isAttached(typed.block) ? typed.block.getTextContent() : ''));
      // A label that stood there already was left by a deletion, not typed.
      if (before.startsWith(typed.text) && !isComposed) return;
      if (!TURNED_AT_ONCE.includes(typed.level)) {
        onOffer({ level: typed.level, blockKey: typed.block.getKey() });
        return;
      }
      editor.update(() => $turnInto(typed.block.getLatest(), toBlockKind(typed.level)), { tag: HISTORY_PUSH_TAG });
    }),
  );
}

function $findTypedLabel(): { level: HeadingLevel; block: ParagraphNode; text: string } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const block = $findBlockOf(selection.anchor.getNode());
  if (!$isParagraphNode(block)) return null;
  const text = block.getTextContent();
  const { level, rest } = splitLabel(text);
  return level !== null && rest === '' ? { level, block, text } : null;
}

function $isAttached(block: ParagraphNode): boolean {
  return block.isAttached();
}
