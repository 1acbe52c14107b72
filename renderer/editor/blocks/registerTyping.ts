import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  IS_APPLE,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
} from 'lexical';
import { $isListBlockNode } from '../listBlock/ListBlockNode';
import { $isSectionNode } from '../section/SectionNode';
import { isAtEnd, isAtStart } from './caretEdges';
import { registerRangeRemoval } from './registerRangeRemoval';
import { $findBlockOf, $getSelectedBlocks } from './turnInto';

/**
 * Keys whose usual effect would cross a section or lose a block: Enter before a text puts an empty paragraph above it, Enter on a selected picture one
 * below, deleting at a section's border does nothing, and Tab changes the depth of list items.
 */
export function registerTyping(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerRangeRemoval(editor),
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      ({ inputType }) => {
        if (inputType === 'insertText' && !IS_APPLE) forgetLastKey(editor);
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $insertParagraph, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $stopAtSectionBorder, COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const items = $getSelectedBlocks().filter($isListBlockNode);
        if (items.length === 0) return false;
        event.preventDefault();
        for (const item of items) item.setDepth(item.getDepth() + (event.shiftKey ? -1 : 1));
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

/**
 * Characters that come without a key (dictation, the emoji panel) Lexical 0.52 takes for a text replacement of macOS which the last key accepted, and
 * moves the caret behind what that key put in: after Enter into the block below.
 */
function forgetLastKey(editor: LexicalEditor): void {
  editor._inputState.lastKeyCode = null;
}

function $insertParagraph(): boolean {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const block = selection.getNodes().map($findBlockOf).at(-1);
    if (!block) return false;
    const paragraph = $createParagraphNode();
    block.insertAfter(paragraph);
    paragraph.select();
    return true;
  }
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $findBlockOf(selection.anchor.getNode());
  if (!$isElementNode(block) || block.isEmpty() || !isAtStart(selection, block)) return false;
  block.insertBefore($isListBlockNode(block) ? block.insertNewAfter(selection, false) : $createParagraphNode());
  return true;
}

function $stopAtSectionBorder(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $findBlockOf(selection.anchor.getNode());
  if (!$isElementNode(block)) return false;
  if (isBackward)
    return $isSectionNode(block.getParent()) && block.getPreviousSibling() === null && isAtStart(selection, block) && $isPlain(block);
  return block.getNextSibling() === null && isAtEnd(selection, block);
}

/** A paragraph has nothing else to give up at a border; a list item or a heading turns into a paragraph first. */
function $isPlain(block: LexicalNode): boolean {
  return !$isListBlockNode(block);
}
