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
import type { FigureId } from '../../../shared/domain/ids';
import { convertWhole } from '../blocks/convertWhole';

const figureIdState = createState('figureId', { parse: (value) => (typeof value === 'string' ? value : '') as FigureId });
const shownState = createState('shown', { parse: (value) => (typeof value === 'string' ? value : '') });

/**
 * A figure in the text: ordinary text that knows its figure and the words last shown for it. It is text and neither a token nor a decorator, so
 * that caret, selection and input methods beside it work as in any text; once its text is not what was shown, it stops being a figure.
 */
export class FigureNode extends TextNode {
  override $config() {
    return this.config('figure', {
      extends: TextNode,
      stateConfigs: [
        { flat: true, stateConfig: figureIdState },
        { flat: true, stateConfig: shownState },
      ],
      importDOM: importFigure,
    });
  }

  getFigureId(): FigureId {
    return $getState(this, figureIdState);
  }

  getShown(): string {
    return $getState(this, shownState);
  }

  /** Writes new words for the same figure. */
  show(words: string): this {
    $setState(this, shownState, words);
    return this.setTextContent(words);
  }

  /** Points the node at another figure, as after pasting a copy. */
  setFigureId(figureId: FigureId): this {
    return $setState(this, figureIdState, figureId);
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const element = super.createDOM(config, editor);
    element.classList.add('reply-figure');
    element.dataset.figureId = this.getFigureId();
    return element;
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('span');
    element.dataset.figureId = this.getFigureId();
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

const importFigure: DOMConversionMap = {
  span: ({ dataset: { figureId, format }, textContent }) =>
    figureId === undefined
      ? null
      : convertWhole(() => $createFigureNode(figureIdState.parse(figureId), textContent ?? '').setFormat(Number(format ?? 0) || 0)),
};

/** A figure showing these words. */
export function $createFigureNode(figureId: FigureId, words: string): FigureNode {
  const node = $setState($setState($create(FigureNode), figureIdState, figureId), shownState, words);
  return node.setTextContent(words);
}

export function $isFigureNode(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode;
}

/** Takes a figure's marks off plain text that was split from one. */
export function $forgetFigure(node: TextNode): void {
  if ($getState(node, figureIdState) !== '') $setState(node, figureIdState, '' as FigureId);
  if ($getState(node, shownState) !== '') $setState(node, shownState, '');
}
