import {
  $create,
  $getState,
  $setState,
  createState,
  type DOMConversionMap,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
  TextNode,
} from 'lexical';
import { getAnchor, type ReferenceTarget } from '../../../shared/domain/reply';
import { referenceTarget } from '../../../shared/ipc/schemas';
import { convertWhole } from '../blocks/convertWhole';

/** Null on plain text; what is stored wrongly is plain text too. */
const targetState = createState('target', {
  parse: (value): ReferenceTarget | null => {
    const read = referenceTarget.safeParse(value);
    return read.success ? read.data : null;
  },
  isEqual: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});
const wordsState = createState('words', { parse: (value) => (typeof value === 'string' ? value : '') });

/**
 * A cross reference in the text: ordinary text that knows what it leads to and the words last shown for it. Like a figure it is neither token nor
 * decorator, so that input methods work beside it; once its text is not what was shown, it is plain text.
 */
export class ReferenceNode extends TextNode {
  override $config() {
    return this.config('reference', {
      extends: TextNode,
      stateConfigs: [
        { flat: true, stateConfig: targetState },
        { flat: true, stateConfig: wordsState },
      ],
      importDOM: importReference,
    });
  }

  getTarget(): ReferenceTarget | null {
    return $getState(this, targetState);
  }

  getShown(): string {
    return $getState(this, wordsState);
  }

  /** Writes new words for the same target. */
  show(words: string): this {
    $setState(this, wordsState, words);
    return this.setTextContent(words);
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const element = super.createDOM(config, editor);
    element.classList.add('reply-reference');
    const target = this.getTarget();
    if (target) element.dataset.reference = getAnchor(target);
    return element;
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('span');
    element.dataset.target = JSON.stringify(this.getTarget());
    element.dataset.format = String(this.getFormat());
    element.textContent = this.getTextContent();
    return { element };
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }
}

const importReference: DOMConversionMap = {
  span: (element) => {
    const target = readTarget(element.dataset.target);
    if (target === null) return null;
    const format = Number(element.dataset.format ?? 0) || 0;
    return convertWhole(() => $createReferenceNode(target, element.textContent ?? '').setFormat(format));
  },
};

function readTarget(json: string | undefined): ReferenceTarget | null {
  if (json === undefined) return null;
  try {
    return targetState.parse(JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A reference to a place, showing these words. */
export function $createReferenceNode(target: ReferenceTarget, words: string): ReferenceNode {
  const node = $setState($setState($create(ReferenceNode), targetState, target), wordsState, words);
  return node.setTextContent(words);
}

export function $isReferenceNode(node: LexicalNode | null | undefined): node is ReferenceNode {
  return node instanceof ReferenceNode;
}

/** Takes a reference's marks off plain text that was split from one. */
export function $forgetReference(node: TextNode): void {
  if ($getState(node, targetState) !== null) $setState(node, targetState, null);
  if ($getState(node, wordsState) !== '') $setState(node, wordsState, '');
}
