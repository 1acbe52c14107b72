import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMConversionMap,
  type DOMExportOutput,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { JSX } from 'react';
import type { TableId } from '../../../shared/domain/ids';
import { convertWhole } from '../blocks/convertWhole';
import { lazyView } from '../blocks/lazyView';

const TableReferenceView = lazyView(async () => (await import('./TableReferenceView')).TableReferenceView);

const tableIdState = createState('tableId', { parse: (value) => (typeof value === 'string' ? value : '') as TableId });

/** A place in the text where a data table stands. The node stores the table's id only; what it holds is shown live. */
export class TableReferenceNode extends DecoratorNode<JSX.Element> {
  override $config() {
    return this.config('table-reference', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: tableIdState }],
      importDOM: importTableReference,
    });
  }

  getTableId(): TableId {
    return $getState(this, tableIdState);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'reply-table';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  /** The table as it is shown now, so that it can be pasted into Word; in a headless editor only its id. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = document.createElement('figure');
    element.dataset.tableId = this.getTableId();
    const shown = editor._headless ? null : editor.getElementByKey(this.getKey())?.querySelector('table');
    if (shown) element.append(shown.cloneNode(true));
    return { element };
  }

  /** Empty: the words of a table belong to the table, and are found there. */
  override getTextContent(): string {
    return '';
  }

  override isInline(): false {
    return false;
  }

  override decorate(): JSX.Element {
    return <TableReferenceView nodeKey={this.getKey()} tableId={this.getTableId()} />;
  }
}

const importTableReference: DOMConversionMap = {
  figure: ({ dataset: { tableId } }) =>
    tableId === undefined ? null : convertWhole(() => $createTableReferenceNode(tableIdState.parse(tableId))),
};

/** A reference to a stored table. */
export function $createTableReferenceNode(tableId: TableId): TableReferenceNode {
  return $setState($create(TableReferenceNode), tableIdState, tableId);
}

export function $isTableReferenceNode(node: LexicalNode | null | undefined): node is TableReferenceNode {
  return node instanceof TableReferenceNode;
}
