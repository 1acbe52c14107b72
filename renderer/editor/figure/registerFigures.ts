import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_END_COMMAND,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  mergeRegister,
  SKIP_DOM_SELECTION_TAG,
  type TextNode,
  TextNode as PlainTextNode,
} from 'lexical';
import type { FigureId } from '../../../shared/domain/ids';
import { FIGURE_TAG } from '../blocks/updateTags';
import { STORED_FORMATS } from '../mapping/textStyle';
import { $forgetReference, $isReferenceNode, ReferenceNode } from '../crossReference/ReferenceNode';
import { $forgetFigure, $isFigureNode, FigureNode } from './FigureNode';

/** Text that stands for something and knows the words last shown for it. */
type ShownNode = FigureNode | ReferenceNode;

/**
 * Keeps figures and references honest: text typed at an edge stands beside it, an edited one becomes plain text, and text split from one is plain.
 * Nothing is changed while an input method composes in the node.
 */
export function registerFigures(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(FigureNode, (figure) => {
      if (editor.isComposing() && editor._compositionKey === figure.getKey()) return;
      $settleShown(figure);
    }),
    editor.registerNodeTransform(ReferenceNode, (reference) => {
      if (editor.isComposing() && editor._compositionKey === reference.getKey()) return;
      $settleShown(reference);
    }),
    editor.registerNodeTransform(PlainTextNode, $cleanText),
    editor.registerCommand(
      COMPOSITION_END_COMMAND,
      () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.anchor.getNode().markDirty();
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

function $cleanText(node: TextNode): void {
  if ($isFigureNode(node) || $isReferenceNode(node)) return;
  $forgetFigure(node);
  $forgetReference(node);
  if (node.getStyle() !== '') node.setStyle('');
  if (node.getFormat() & ~STORED_FORMATS) node.setFormat(node.getFormat() & STORED_FORMATS);
}

function $settleShown(figure: ShownNode): void {
  const text = figure.getTextContent();
  const shown = figure.getShown();
  if (text === shown) return;
  if (shown !== '' && text.startsWith(shown)) figure.splitText(shown.length);
  else if (shown !== '' && text.endsWith(shown)) $splitBefore(figure, text.length - shown.length);
  else $unlinkFigure(figure);
}

/** Makes a figure or reference plain text, with the caret where it was. */
export function $unlinkFigure(figure: ShownNode): TextNode {
  const plain = $createTextNode(figure.getTextContent()).setFormat(figure.getFormat());
  $takeSelection(figure, plain, 0);
  figure.replace(plain);
  return plain;
}

function $splitBefore(figure: ShownNode, length: number): void {
  const before = $createTextNode(figure.getTextContent().slice(0, length)).setFormat(figure.getFormat());
  figure.insertBefore(before);
  const selection = $getSelection();
  if ($isRangeSelection(selection)) {
    for (const point of [selection.anchor, selection.focus]) {
      if (point.key !== figure.getKey()) continue;
      if (point.offset <= length) point.set(before.getKey(), point.offset, 'text');
      else point.set(figure.getKey(), point.offset - length, 'text');
    }
  }
  figure.setTextContent(figure.getShown());
}

function $takeSelection(from: TextNode, to: TextNode, shift: number): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    if (point.key === from.getKey()) point.set(to.getKey(), point.offset + shift, 'text');
  }
}

/** Every figure node of the reply, in reading order. */
export function $listFigures(): FigureNode[] {
  return $getRoot()
    .getChildren()
    .flatMap((section) => ($isElementNode(section) ? section.getChildren() : []))
    .flatMap((block) => ($isElementNode(block) ? block.getChildren() : []))
    .filter($isFigureNode);
}

/** Figure nodes that need a row of their own: those `isOwn` does not know, and every one after the first that shows the same figure. */
export function $listCopies(isOwn: (figureId: FigureId) => boolean): FigureNode[] {
  const seen = new Set<FigureId>();
  return $listFigures().filter((node) => {
    const figureId = node.getFigureId();
    const isCopy = seen.has(figureId) || !isOwn(figureId);
    seen.add(figureId);
    return isCopy;
  });
}

/** Writes the words figures show now into an open editor, leaving caret and history as they are. Returns how many nodes changed. */
export function showFigures(editor: LexicalEditor, words: ReadonlyMap<FigureId, string>): number {
  let changed = 0;
  const stale = editor.read(() => $listFigures().filter((figure) => isStale(figure, words)).length);
  if (stale === 0) return 0;
  const root = editor.getRootElement();
  const hasFocus = root !== null && root.contains(document.activeElement);
  editor.update(
    () => {
      for (const figure of $listFigures()) {
        if (!isStale(figure, words)) continue;
        figure.show(words.get(figure.getFigureId())!);
        changed++;
      }
    },
    { discrete: true, tag: [FIGURE_TAG, HISTORY_MERGE_TAG, ...(hasFocus ? [] : [SKIP_DOM_SELECTION_TAG])] },
  );
  return changed;
}

function isStale(figure: FigureNode, words: ReadonlyMap<FigureId, string>): boolean {
  const now = words.get(figure.getFigureId());
  return now !== undefined && now !== figure.getShown();
}
