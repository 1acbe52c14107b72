import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
} from 'lexical';
import type { ChangeId } from '../../../shared/domain/ids';
import { $findBlockOf } from '../blocks/turnInto';
import { $isSectionNode } from '../section/SectionNode';
import { $getBlockMarks, $getTextMarks } from './reviewState';

/** Changes marked on a node of a block's text. */
export function $listTextChanges(node: LexicalNode): ChangeId[] {
  const { ins, del, format, comments } = $getTextMarks(node);
  return [...(ins === null ? [] : [ins]), ...del, ...format, ...comments];
}

/** Changes marked on a block itself. */
export function $listBlockChanges(node: LexicalNode): ChangeId[] {
  const { ins, del, set, split, join } = $getBlockMarks(node);
  return [...(ins === null ? [] : [ins]), ...del, ...set, ...(split === null ? [] : [split]), ...join];
}

/** The nodes each change is marked on, in reading order of their first. */
export function $listChangeNodes(): Map<ChangeId, LexicalNode[]> {
  const places = new Map<ChangeId, LexicalNode[]>();
  const put = (ids: readonly ChangeId[], node: LexicalNode) => {
    for (const id of ids) places.set(id, [...(places.get(id) ?? []), node]);
  };
  for (const section of $getRoot().getChildren().filter($isSectionNode)) {
    for (const block of section.getChildren()) {
      if ($isElementNode(block)) for (const child of block.getChildren()) put($listTextChanges(child), child);
      put($listBlockChanges(block), block);
    }
  }
  return places;
}

/** Changes at the caret or in the selection; those of the text come before those of its block. */
export function $findChangesAtSelection(): ChangeId[] {
  const selection = $getSelection();
  if (selection === null) return [];
  const nodes = selection.getNodes();
  const found = new Set(nodes.flatMap($listTextChanges));
  if ($isRangeSelection(selection) && selection.isCollapsed()) {
    const { anchor } = selection;
    const node = anchor.getNode();
    const beside = $isTextNode(node)
      ? anchor.offset === 0
        ? node.getPreviousSibling()
        : anchor.offset === node.getTextContentSize()
          ? node.getNextSibling()
          : null
      : null;
    if (beside) for (const id of $listTextChanges(beside)) found.add(id);
  }
  for (const node of nodes) {
    const block = $findBlockOf(node);
    if (block) for (const id of $listBlockChanges(block)) found.add(id);
  }
  return [...found];
}

/** Selects what a change is marked on; false when it is nowhere in the text. */
export function $selectChange(changeId: ChangeId): boolean {
  const nodes = $listChangeNodes().get(changeId);
  if (!nodes) return false;
  const [first, last] = [nodes[0]!, nodes.at(-1)!];
  const selection = $createRangeSelection();
  if ($isTextNode(first) && $isTextNode(last)) {
    selection.anchor.set(first.getKey(), 0, 'text');
    selection.focus.set(last.getKey(), last.getTextContentSize(), 'text');
  } else if ($isElementNode(first)) {
    first.selectEnd();
    return true;
  } else {
    const parent = first.getParentOrThrow();
    selection.anchor.set(parent.getKey(), first.getIndexWithinParent(), 'element');
    selection.focus.set(parent.getKey(), first.getIndexWithinParent() + 1, 'element');
  }
  $setSelection(selection);
  return true;
}

/** The change after, or before, those at the selection, in reading order; null when there is none at all. */
export function $findNeighbourChange(direction: 1 | -1): ChangeId | null {
  const places = $listChangeNodes();
  const order = [...places.keys()];
  if (order.length === 0) return null;
  const here = $findChangesAtSelection()
    .map((id) => order.indexOf(id))
    .filter((index) => index >= 0);
  if (here.length > 0) return order[(order.length + (direction === 1 ? Math.max(...here) : Math.min(...here)) + direction) % order.length]!;
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
  const after = node ? order.findIndex((id) => places.get(id)!.some((place) => node.isBefore(place))) : 0;
  const next = after < 0 ? order.length : after;
  return order[(order.length + (direction === 1 ? next : next - 1)) % order.length]!;
}
