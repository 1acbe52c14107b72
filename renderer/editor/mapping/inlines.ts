import { $createLineBreakNode, $createTextNode, $isLineBreakNode, $isTextNode, type ElementNode, type LexicalNode } from 'lexical';
import type { Inline } from '../../../shared/domain/reply';
import { assert, assertNever } from '../../../shared/util/assert';
import { $createReferenceNode, $isReferenceNode } from '../crossReference/ReferenceNode';
import { $createFigureNode, $isFigureNode } from '../figure/FigureNode';
import { $createFootnoteNode, $isFootnoteNode } from '../footnote/FootnoteNode';
import { toFormatBits, toTextStyle } from './textStyle';

/** Editor nodes for stored inlines. */
export function $createInlineNodes(inlines: readonly Inline[]): LexicalNode[] {
  return inlines.map($createInlineNode);
}

/** The editor node for a stored inline. */
export function $createInlineNode(inline: Inline): LexicalNode {
  switch (inline.type) {
    case 'text':
      return $createTextNode(inline.text).setFormat(toFormatBits(inline));
    case 'figure':
      return $createFigureNode(inline.figureId, inline.text).setFormat(toFormatBits(inline.style ?? {}));
    case 'reference':
      return $createReferenceNode(inline.target, inline.text).setFormat(toFormatBits(inline.style ?? {}));
    case 'footnote':
      return $createFootnoteNode(inline.note);
    case 'break':
      return $createLineBreakNode();
    default:
      return assertNever(inline, 'an inline has a node');
  }
}

/** Stored inlines of a block, in their normal form: no empty text, no two texts of one style side by side. */
export function $readInlines(block: ElementNode): Inline[] {
  const inlines: Inline[] = [];
  for (const node of block.getChildren()) $addInline(inlines, node);
  return inlines;
}

function $addInline(inlines: Inline[], node: LexicalNode): void {
  const inline = $readInline(node);
  const last = inlines.at(-1);
  if (inline.type === 'text' && last?.type === 'text' && toFormatBits(last) === toFormatBits(inline)) last.text += inline.text;
  else if (inline.type !== 'text' || inline.text !== '') inlines.push(inline);
}

/** The stored form of one node of a block's text; a text may be empty. */
export function $readInline(node: LexicalNode): Inline {
  if ($isLineBreakNode(node)) return { type: 'break' };
  if ($isFootnoteNode(node)) return { type: 'footnote', note: node.getNote() };
  assert($isTextNode(node), `a block holds text, figures, references, footnotes and breaks, not ${node.getType()}`);
  const text = node.getTextContent();
  const style = toTextStyle(node.getFormat());
  const bare = node.getFormat() === 0;
  if ($isFigureNode(node) && text === node.getShown()) {
    const figure: Inline = { type: 'figure', figureId: node.getFigureId(), text };
    return bare ? figure : { ...figure, style };
  }
  const target = $isReferenceNode(node) && text === node.getShown() ? node.getTarget() : null;
  if (target !== null) return bare ? { type: 'reference', target, text } : { type: 'reference', target, text, style };
  return { type: 'text', text, ...style };
}
