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
import type { TableId } from '../../../shared/domain/ids';
import type { Chart } from '../../../shared/domain/reply';
import { chart as chartSchema } from '../../../shared/ipc/schemas';
import { convertWhole } from '../blocks/convertWhole';
import { lazyView } from '../blocks/lazyView';

const ChartView = lazyView(async () => (await import('./ChartView')).ChartView);

const EMPTY: Chart = { tableId: '' as TableId, kind: 'column', along: 'rows', rowIds: [], colIds: [], title: '', alt: '', source: '' };

const chartState = createState('chart', {
  parse: (value): Chart => {
    const read = chartSchema.safeParse(value);
    return read.success ? read.data : EMPTY;
  },
  isEqual: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});

/** A chart on a line of its own. The node holds which rows and columns of which table are drawn and how; the numbers are read live. */
export class ChartNode extends DecoratorNode<JSX.Element> {
  override $config() {
    return this.config('chart', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: chartState }],
      importDOM: importChart,
    });
  }

  getChart(): Chart {
    return $getState(this, chartState);
  }

  setChart(chart: Chart): this {
    return $setState(this, chartState, chart);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'reply-chart';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('figure');
    element.dataset.chart = JSON.stringify(this.getChart());
    return { element };
  }

  override getTextContent(): string {
    return this.getChart().alt;
  }

  override isInline(): false {
    return false;
  }

  override decorate(): JSX.Element {
    return <ChartView nodeKey={this.getKey()} chart={this.getChart()} />;
  }
}

const importChart: DOMConversionMap = {
  figure: (element) => {
    const chart = readChart(element.dataset.chart);
    return chart === null ? null : convertWhole(() => $createChartNode(chart));
  },
};

function readChart(json: string | undefined): Chart | null {
  if (json === undefined) return null;
  try {
    const read = chartSchema.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A chart of a stored table. */
export function $createChartNode(chart: Chart): ChartNode {
  return $create(ChartNode).setChart(chart);
}

export function $isChartNode(node: LexicalNode | null | undefined): node is ChartNode {
  return node instanceof ChartNode;
}
