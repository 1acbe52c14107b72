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

function $createInlineNode(inline: Inline): LexicalNode {
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
  if ($isLineBreakNode(node)) {
    inlines.push({ type: 'break' });
    return;
  }
  if ($isFootnoteNode(node)) {
    inlines.push({ type: 'footnote', note: node.getNote() });
    return;
  }
  assert($isTextNode(node), `a block holds text, figures, references, footnotes and breaks, not ${node.getType()}`);
  const text = node.getTextContent();
  const style = toTextStyle(node.getFormat());
  if ($isFigureNode(node) && text === node.getShown()) {
    const figure: Inline = { type: 'figure', figureId: node.getFigureId(), text };
    inlines.push(node.getFormat() === 0 ? figure : { ...figure, style });
    return;
  }
  const target = $isReferenceNode(node) && text === node.getShown() ? node.getTarget() : null;
  if (target !== null) {
    const reference: Inline = { type: 'reference', target, text };
    inlines.push(node.getFormat() === 0 ? reference : { ...reference, style });
    return;
  }
  const last = inlines.at(-1);
  if (last?.type === 'text' && toFormatBits(last) === toFormatBits(style)) last.text += text;
  else if (text !== '') inlines.push({ type: 'text', text, ...style });
}
