import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { printTarget } from '../../../shared/document/reference/listPlaces';
import type { OfferedPlace } from '../../../shared/document/reference/refreshReferences';
import { surroundReference } from '../../../shared/document/reference/sayReference';
import type { BlockId } from '../../../shared/domain/ids';
import type { ReferenceTarget } from '../../../shared/domain/reply';
import { $getBlockId } from '../blocks/blockId';
import { $findBlockOf } from '../blocks/turnInto';
import { FIGURE_TAG } from '../blocks/updateTags';
import { STORED_FORMATS } from '../mapping/textStyle';
import { $createReferenceNode, $isReferenceNode, type ReferenceNode } from './ReferenceNode';

/** Puts a reference at the caret, in the words that lead to it where the text before has none: 详见问题 3, 如上表所示. */
export function insertReference(editor: LexicalEditor, { target, kind, words }: OfferedPlace): void {
  editor.update(
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      const format = selection.format & STORED_FORMATS;
      const { lead, tail } = surroundReference(kind, $readTextBefore());
      const node = $createReferenceNode(target, words).setFormat(format);
      const around = (text: string) => (text === '' ? [] : [$createTextNode(text).setFormat(format)]);
      const behind = around(tail);
      selection.insertNodes([...around(lead), node, ...behind]);
      (behind[0] ?? node).selectEnd();
    },
    { tag: HISTORY_PUSH_TAG },
  );
  editor.focus();
}

/** The block the caret stands in; null without one. */
export function $getCaretBlockId(): BlockId | null {
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? $findBlockOf(selection.anchor.getNode()) : null;
  const blockId = block && $getBlockId(block);
  return blockId === null || blockId === '' ? null : blockId;
}

/** The text of the block up to the caret. */
function $readTextBefore(): string {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return '';
  const [start] = selection.isBackward() ? [selection.focus] : [selection.anchor];
  const node = start.getNode();
  if ($isElementNode(node))
    return node
      .getChildren()
      .slice(0, start.offset)
      .map((child) => child.getTextContent())
      .join('');
  const before = node.getPreviousSiblings().map((sibling) => sibling.getTextContent());
  return before.join('') + node.getTextContent().slice(0, start.offset);
}

/** A reference of a reply with the words it has now. */
export type CurrentReference = { blockId: BlockId; target: ReferenceTarget; text: string };

/** Writes the present words of references into an open editor, leaving caret and history as they are. */
export function showReferences(editor: LexicalEditor, current: readonly CurrentReference[]): void {
  const words = new Map(current.map(({ blockId, target, text }) => [`${blockId} ${printTarget(target)}`, text]));
  const hasStale = editor.read(() => $listStale(words).length > 0);
  if (!hasStale) return;
  const root = editor.getRootElement();
  const hasFocus = root !== null && root.contains(document.activeElement);
  editor.update(() => $listStale(words).forEach(({ node, text }) => node.show(text)), {
    discrete: true,
    tag: [FIGURE_TAG, HISTORY_MERGE_TAG, ...(hasFocus ? [] : [SKIP_DOM_SELECTION_TAG])],
  });
}

function $listStale(words: ReadonlyMap<string, string>): { node: ReferenceNode; text: string }[] {
  const blocks = $getRoot()
    .getChildren()
    .flatMap((section) => ($isElementNode(section) ? section.getChildren() : []));
  return blocks.flatMap((block) => {
    const references = $isElementNode(block) ? block.getChildren().filter($isReferenceNode) : [];
    return references.flatMap((node) => {
      const target = node.getTarget();
      const text = target === null ? undefined : words.get(`${$getBlockId(block)} ${printTarget(target)}`);
      return text === undefined || text === node.getShown() ? [] : [{ node, text }];
    });
  });
}
