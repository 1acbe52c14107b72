import {
  $create,
  $createParagraphNode,
  $getState,
  $setState,
  createState,
  type DOMConversionMap,
  type DOMExportOutput,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import type { Block } from '../../../shared/domain/reply';
import { $getBlockId, $setBlockId } from '../blocks/blockId';

export type ListKind = Extract<Block, { type: 'listItem' }>['kind'];

/** Deepest level a list item may have; the first level is 0. */
export const MAX_LIST_DEPTH = 8;

const kindState = createState('kind', { parse: (value): ListKind => (value === 'number' ? 'number' : 'bullet') });
const depthState = createState('depth', {
  parse: (value): number => (typeof value === 'number' && Number.isInteger(value) ? clampDepth(value) : 0),
});

/** One list item. Items are blocks in a row with a depth, as Word keeps them; their marks are drawn by counters. */
export class ListBlockNode extends ElementNode {
  override $config() {
    return this.config('list-block', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: kindState },
        { flat: true, stateConfig: depthState },
      ],
      importDOM: importListBlock,
    });
  }

  getKind(): ListKind {
    return $getState(this, kindState);
  }

  getDepth(): number {
    return $getState(this, depthState);
  }

  setDepth(depth: number): this {
    return $setState(this, depthState, clampDepth(depth));
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = document.createElement('div');
    element.className = 'reply-list-item';
    element.setAttribute('role', 'listitem');
    this.#describe(element);
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    if (previous.getKind() !== this.getKind() || previous.getDepth() !== this.getDepth()) this.#describe(element);
    return false;
  }

  #describe(element: HTMLElement): void {
    element.dataset.kind = this.getKind();
    element.dataset.depth = String(this.getDepth());
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('li');
    element.dataset.kind = this.getKind();
    element.dataset.depth = String(this.getDepth());
    return { element };
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ListBlockNode | ParagraphNode {
    const next = this.isEmpty() ? $createParagraphNode() : $createListBlockNode(this.getKind(), this.getDepth());
    this.insertAfter(next, restoreSelection);
    // Enter on an empty item leaves the list, as everywhere.
    if (this.isEmpty()) this.remove();
    return next;
  }

  override collapseAtStart(): true {
    const paragraph = $createParagraphNode();
    const blockId = $getBlockId(this);
    if (blockId !== '') $setBlockId(paragraph, blockId);
    this.replace(paragraph, true);
    return true;
  }
}

const importListBlock: DOMConversionMap = {
  li: (element) =>
    element.dataset.depth === undefined
      ? null
      : {
          priority: 1,
          conversion: () => ({ node: $createListBlockNode(kindState.parse(element.dataset.kind), Number(element.dataset.depth)) }),
        },
};

/** An empty list item. */
export function $createListBlockNode(kind: ListKind, depth: number): ListBlockNode {
  return $setState($setState($create(ListBlockNode), kindState, kind), depthState, clampDepth(depth));
}

export function $isListBlockNode(node: LexicalNode | null | undefined): node is ListBlockNode {
  return node instanceof ListBlockNode;
}

function clampDepth(depth: number): number {
  return Number.isInteger(depth) ? Math.min(Math.max(depth, 0), MAX_LIST_DEPTH) : 0;
}
