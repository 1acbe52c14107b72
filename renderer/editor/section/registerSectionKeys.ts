import {
  $createNodeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
} from 'lexical';
import { isAtEnd, isAtStart } from '../blocks/caretEdges';
import { $findBlockOf } from '../blocks/turnInto';
import { $isSectionNode, type SectionNode } from './SectionNode';

type Direction = 'previous' | 'next';

/** Lets the caret go from section to section as from paragraph to paragraph: there is no place between them to stand in. */
export function registerSectionKeys(editor: LexicalEditor): () => void {
  const onArrow = (command: LexicalCommand<KeyboardEvent>, direction: Direction, isVertical: boolean) =>
    editor.registerCommand(
      command,
      (event) => {
        if (event.shiftKey || !$crossBorder(editor, direction, isVertical)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    );
  return mergeRegister(
    onArrow(KEY_ARROW_RIGHT_COMMAND, 'next', false),
    onArrow(KEY_ARROW_DOWN_COMMAND, 'next', true),
    onArrow(KEY_ARROW_LEFT_COMMAND, 'previous', false),
    onArrow(KEY_ARROW_UP_COMMAND, 'previous', true),
    editor.registerCommand(SELECTION_CHANGE_COMMAND, $leaveRoot, COMMAND_PRIORITY_LOW),
  );
}

/** Moves the caret into the neighbouring section when it stands at the border; at the ends of the reply it stays. */
function $crossBorder(editor: LexicalEditor, direction: Direction, isVertical: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $findBlockOf(selection.anchor.getNode());
  const section = block?.getParent();
  if (!$isElementNode(block) || !$isSectionNode(section)) return false;
  const isOuter = direction === 'next' ? block.getNextSibling() === null : block.getPreviousSibling() === null;
  if (!isOuter) return false;
  const isAtEdge = direction === 'next' ? isAtEnd(selection, block) : isAtStart(selection, block);
  if (!isAtEdge && !(isVertical && isOnOuterLine(editor.getElementByKey(block.getKey()), direction))) return false;
  const neighbour = direction === 'next' ? section.getNextSibling() : section.getPreviousSibling();
  if ($isSectionNode(neighbour)) $enter(neighbour, direction);
  else if (direction === 'next') block.selectEnd();
  else block.selectStart();
  return true;
}

/** Whether the caret is on the first or last line of its block on screen. */
function isOnOuterLine(element: HTMLElement | null, direction: Direction): boolean {
  const domSelection = document.getSelection();
  if (!element || !domSelection || domSelection.rangeCount === 0) return false;
  const caret = domSelection.getRangeAt(0).getBoundingClientRect();
  if (caret.height === 0) return true;
  const block = element.getBoundingClientRect();
  return direction === 'next' ? caret.bottom + caret.height > block.bottom : caret.top - caret.height < block.top;
}

function $enter(section: SectionNode, direction: Direction): void {
  const block: LexicalNode | null = direction === 'next' ? section.getFirstChild() : section.getLastChild();
  if ($isElementNode(block)) {
    if (direction === 'next') block.selectStart();
    else block.selectEnd();
  } else if (block) {
    const selection = $createNodeSelection();
    selection.add(block.getKey());
    $setSelection(selection);
  }
}

/** A caret that a click put between sections goes to the end of the one above. */
function $leaveRoot(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.key !== 'root') return false;
  const { offset } = selection.anchor;
  const section = $getRoot().getChildAtIndex(Math.max(0, offset - 1));
  if ($isSectionNode(section)) $enter(section, offset === 0 ? 'next' : 'previous');
  return false;
}
