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
import type { FileHash } from '../../../shared/domain/ids';
import type { Block } from '../../../shared/domain/reply';
import { lazyView } from '../blocks/lazyView';

const PictureView = lazyView(async () => (await import('./PictureView')).PictureView);

const parseText = (value: unknown): string => (typeof value === 'string' ? value : '');
const parsePixels = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) && value >= 1 ? value : 1);

const fileState = createState('file', { parse: (value) => parseText(value) as FileHash });
const mimeState = createState('mime', { parse: parseText });
const altState = createState('alt', { parse: parseText });
const widthState = createState('widthPx', { parse: parsePixels });
const heightState = createState('heightPx', { parse: parsePixels });

/** What a picture block stores, without its id. */
export type PictureContent = Omit<Extract<Block, { type: 'picture' }>, 'type' | 'blockId'>;

/** A picture on a line of its own. The bytes are stored with the project; the node holds their hash, the size in px and the alternative text. */
export class PictureNode extends DecoratorNode<JSX.Element> {
  override $config() {
    return this.config('picture', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: fileState },
        { flat: true, stateConfig: mimeState },
        { flat: true, stateConfig: altState },
        { flat: true, stateConfig: widthState },
        { flat: true, stateConfig: heightState },
      ],
      importDOM: importPicture,
    });
  }

  getContent(): PictureContent {
    return {
      file: $getState(this, fileState),
      mime: $getState(this, mimeState),
      alt: $getState(this, altState),
      widthPx: $getState(this, widthState),
      heightPx: $getState(this, heightState),
    };
  }

  setAlt(alt: string): this {
    return $setState(this, altState, alt);
  }

  setSize(widthPx: number, heightPx: number): this {
    return $setState($setState(this, widthState, widthPx), heightState, heightPx);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'reply-picture';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const { file, mime, alt, widthPx, heightPx } = this.getContent();
    const element = document.createElement('img');
    Object.assign(element.dataset, { file, mime, width: String(widthPx), height: String(heightPx) });
    element.alt = alt;
    return { element };
  }

  override getTextContent(): string {
    return $getState(this, altState);
  }

  override isInline(): false {
    return false;
  }

  override decorate(): JSX.Element {
    return <PictureView nodeKey={this.getKey()} content={this.getContent()} />;
  }
}

const importPicture: DOMConversionMap = {
  img: (element) =>
    element.dataset.file === undefined
      ? null
      : {
          priority: 1,
          conversion: () => ({
            node: $createPictureNode({
              file: fileState.parse(element.dataset.file),
              mime: parseText(element.dataset.mime),
              alt: element.getAttribute('alt') ?? '',
              widthPx: parsePixels(Number(element.dataset.width)),
              heightPx: parsePixels(Number(element.dataset.height)),
            }),
          }),
        },
};

/** A picture block; its bytes must be stored already. */
export function $createPictureNode(content: PictureContent): PictureNode {
  const node = $create(PictureNode);
  $setState(node, fileState, content.file);
  $setState(node, mimeState, content.mime);
  $setState(node, altState, content.alt);
  return node.setSize(content.widthPx, content.heightPx);
}

export function $isPictureNode(node: LexicalNode | null | undefined): node is PictureNode {
  return node instanceof PictureNode;
}
