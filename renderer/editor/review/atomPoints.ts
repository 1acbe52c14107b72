import {
  $createRangeSelection,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { $setPoint } from '../blocks/blockOffsets';
import { $readInline } from '../mapping/inlines';
import { getLength } from './markedReply';

/** The place of a point among the atoms of these blocks; null when it stands in none of them. */
export function $findAtom(blocks: readonly LexicalNode[], point: PointType): number | null {
  const block = blocks.find((node) => node.getKey() === point.key || node.isParentOf(point.getNode()));
  if (!block) return null;
  let atom = 0;
  for (const node of blocks) {
    if (node === block) break;
    atom += countAtoms(node) + 1;
  }
  if (!$isElementNode(block)) return atom;
  for (const [index, child] of block.getChildren().entries()) {
    if (point.key === child.getKey()) return atom + countWithin(child, point.offset);
    if (point.key === block.getKey() && index >= point.offset) return atom;
    atom += countOf(child);
  }
  return atom;
}

/** Selects from one atom of these blocks to another, going on in the style of the selection there was. */
export function $selectAtoms(blocks: readonly LexicalNode[], anchor: number, focus: number): void {
  const selection = $createRangeSelection();
  const former = $getSelection();
  if ($isRangeSelection(former)) selection.format = former.format;
  for (const [point, place] of [
    [selection.anchor, anchor],
    [selection.focus, focus],
  ] as const) {
    let rest = place;
    const block = blocks.find((node) => {
      const count = countAtoms(node);
      if (rest <= count) return true;
      rest -= count + 1;
      return false;
    });
    if (!block) return;
    if ($isElementNode(block)) $setPoint(point, block, toOffset(block.getChildren(), rest), false);
    else point.set(block.getParentOrThrow().getKey(), block.getIndexWithinParent(), 'element');
  }
  $setSelection(selection);
}

function countAtoms(block: LexicalNode): number {
  return $isElementNode(block) ? block.getChildren().reduce((sum, child) => sum + countOf(child), 0) : 0;
}

function countOf(child: LexicalNode): number {
  const inline = $readInline(child);
  return inline.type === 'text' ? countCharacters(inline.text) : 1;
}

function countWithin(child: LexicalNode, offset: number): number {
  const inline = $readInline(child);
  return inline.type === 'text' ? countCharacters(inline.text.slice(0, offset)) : offset > 0 ? 1 : 0;
}

function countCharacters(text: string): number {
  return Array.from(text).length;
}

/** Where an atom of a block begins, in UTF-16 units. */
function toOffset(children: readonly LexicalNode[], atoms: number): number {
  let rest = atoms;
  let offset = 0;
  for (const child of children) {
    const count = countOf(child);
    const inline = $readInline(child);
    if (rest < count && $isTextNode(child) && inline.type === 'text')
      return offset + Array.from(inline.text).slice(0, rest).join('').length;
    if (rest <= 0) return offset;
    offset += $isTextNode(child) ? child.getTextContentSize() : getLength(inline);
    rest -= count;
  }
  return offset;
}
