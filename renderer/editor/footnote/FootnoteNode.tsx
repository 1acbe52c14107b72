import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMConversionMap,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';
import type { JSX } from 'react';
import { FOOTNOTE_MARK } from '../../../shared/domain/reply';
import { convertWhole } from '../blocks/convertWhole';
import { lazyView } from '../blocks/lazyView';

const FootnoteView = lazyView(async () => (await import('./FootnoteView')).FootnoteView);

const noteState = createState('note', { parse: (value) => (typeof value === 'string' ? value : '') });

/** A footnote: a raised number in the text that holds its note. Numbers count through the reply as shown; a filed document counts its own. */
export class FootnoteNode extends DecoratorNode<JSX.Element> {
  override $config() {
    return this.config('footnote', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: noteState }],
      importDOM: importFootnote,
    });
  }

  getNote(): string {
    return $getState(this, noteState);
  }

  setNote(note: string): this {
    return $setState(this, noteState, note);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'reply-footnote';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('sup');
    element.dataset.note = this.getNote();
    return { element };
  }

  /** One character, as the stored text counts it. */
  override getTextContent(): string {
    return FOOTNOTE_MARK;
  }

  override isInline(): true {
    return true;
  }

  override decorate(): JSX.Element {
    return <FootnoteView nodeKey={this.getKey()} note={this.getNote()} />;
  }
}

const importFootnote: DOMConversionMap = {
  sup: ({ dataset: { note } }) => (note === undefined ? null : convertWhole(() => $createFootnoteNode(note))),
};

/** A footnote with this note. */
export function $createFootnoteNode(note: string): FootnoteNode {
  return $create(FootnoteNode).setNote(note);
}

export function $isFootnoteNode(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode;
}
