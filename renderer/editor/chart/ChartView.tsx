import type { NodeKey } from 'lexical';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ChartData, plotChart } from '../../../shared/document/chart/chartData';
import type { Chart } from '../../../shared/domain/reply';
import { useQuery } from '../../ipc/useQuery';
import { useWords } from '../../ui/language';
import { useBlockSelection } from '../blockSelection';
import { useEditorHost } from '../editorHost';
import './chart.css';

/** A chart as it will print, with its source line, drawn from the table's cells as they are now; opened by Enter or a double click. */
export function ChartView({ nodeKey, chart }: { nodeKey: NodeKey; chart: Chart }) {
  const { say, sayError } = useWords();
  const { openChart } = useEditorHost();
  const { value: table, error } = useQuery('table:get', { tableId: chart.tableId });
  const data = useMemo(() => (table ? plotChart(chart, table) : null), [table, chart]);
  const open = useCallback(() => openChart(nodeKey, chart), [openChart, nodeKey, chart]);
  useBlockSelection(nodeKey, open);
  if (error) return <p className="reply-table-problem">{sayError(error)}</p>;
  if (!data) return <p className="reply-table-problem faint">{say('reply.tableLoading')}</p>;
  return (
    <figure className="chart-frame">
      <ChartDrawing data={data} label={chart.alt === '' ? (chart.title === '' ? say('chart.name') : chart.title) : chart.alt} />
      {chart.source === '' ? null : <figcaption className="chart-source">{chart.source}</figcaption>}
    </figure>
  );
}

/** The drawing alone. A chart of nothing says so. */
export function ChartDrawing({ data, label }: { data: ChartData; label: string }) {
  const { say } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const isEmpty = data.series.every((series) => series.values.every((value) => value === null));
  useEffect(() => {
    if (isEmpty) return;
    let stop = () => {};
    let isCurrent = true;
    const draw = async () => {
      const { drawChart } = await import('./drawChart');
      if (isCurrent && place.current) stop = drawChart(place.current, data);
    };
    draw().catch(() => isCurrent && setFailed(true));
    return () => {
      isCurrent = false;
      stop();
    };
  }, [data, isEmpty]);
  if (isEmpty) return <p className="reply-table-problem faint">{say('chart.empty')}</p>;
  if (failed) return <p className="reply-table-problem">{say('chart.notDrawn')}</p>;
  return <div ref={place} className="chart-drawing" role="img" aria-label={label} />;
}
