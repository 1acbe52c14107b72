import { $getNodeByKey, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import type { Chart } from '../../../shared/domain/reply';
import { $insertBlocks } from '../blocks/insertNodes';
import { $createChartNode, $isChartNode } from './ChartNode';

/** Changes the chart with this node key, or puts a new one after the block at the caret. */
export function putChart(editor: LexicalEditor, chart: Chart, nodeKey: string | null): void {
  editor.update(
    () => {
      const node = nodeKey === null ? null : $getNodeByKey(nodeKey);
      if ($isChartNode(node)) node.setChart(chart);
      else $insertBlocks([$createChartNode(chart)]);
    },
    { tag: HISTORY_PUSH_TAG },
  );
  editor.focus();
}
