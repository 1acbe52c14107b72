import { useMemo, useState } from 'react';
import { plotChart } from '../../../shared/document/chart/chartData';
import { listChartDoubts } from '../../../shared/document/chart/chartDoubts';
import { proposeChart } from '../../../shared/document/chart/proposeChart';
import type { DataTable } from '../../../shared/domain/dataTable';
import type { QuestionId, TableId } from '../../../shared/domain/ids';
import type { Chart } from '../../../shared/domain/reply';
import { ChartDrawing } from '../../editor/chart/ChartView';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { ChartFields } from './ChartFields';
import { TablePicker } from '../../workspace/TablePicker';
import './chartDialog.css';

type ChartDialogProps = {
  questionId: QuestionId;
  /** The chart to change; null makes one. */
  chart: Chart | null;
  onSave: (chart: Chart) => void;
  onClose: () => void;
};

/** Makes a chart of a table, or changes one: first the table, then what of it is drawn and how, with the drawing beside it. */
export function ChartDialog({ questionId, chart, onSave, onClose }: ChartDialogProps) {
  const { say } = useWords();
  const [tableId, setTableId] = useState<TableId | null>(chart?.tableId ?? null);
  const title = say(chart === null ? 'chart.insert' : 'chart.change');
  if (tableId === null) {
    return (
      <AppDialog title={title} onClose={onClose} wide>
        <TablePicker questionId={questionId} onChoose={setTableId} />
      </AppDialog>
    );
  }
  const stored = chart?.tableId === tableId ? chart : null;
  return (
    <OpenTable
      key={tableId}
      title={title}
      tableId={tableId}
      stored={stored}
      onSave={onSave}
      onBack={() => setTableId(null)}
      onClose={onClose}
    />
  );
}

type OpenTableProps = {
  title: string;
  tableId: TableId;
  stored: Chart | null;
  onSave: (chart: Chart) => void;
  onBack: () => void;
  onClose: () => void;
};

function OpenTable({ title, tableId, stored, onSave, onBack, onClose }: OpenTableProps) {
  const { say, sayError } = useWords();
  const { value: table, error } = useQuery('table:get', { tableId });
  if (!table) {
    return (
      <AppDialog title={title} onClose={onClose} full>
        {error ? <Notice kind="error">{sayError(error)}</Notice> : <p className="faint">{say('shell.loading')}</p>}
      </AppDialog>
    );
  }
  return (
    <ChartBuilder title={title} table={table} first={stored ?? proposeChart(table)} onSave={onSave} onBack={onBack} onClose={onClose} />
  );
}

type BuilderProps = Omit<OpenTableProps, 'tableId' | 'stored'> & { table: DataTable; first: Chart };

function ChartBuilder({ title, table, first, onSave, onBack, onClose }: BuilderProps) {
  const { say } = useWords();
  const [chart, setChart] = useState(first);
  const data = useMemo(() => plotChart(chart, table), [chart, table]);
  const doubts = useMemo(() => listChartDoubts(chart, table, data), [chart, table, data]);
  return (
    <AppDialog
      title={title}
      onClose={onClose}
      full
      foot={
        <>
          <Button onPress={onBack}>{say('chart.back')}</Button>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={chart.rowIds.length === 0 || chart.colIds.length === 0} onPress={() => onSave(chart)}>
            {say('chart.save')}
          </Button>
        </>
      }
    >
      <div className="chart-builder">
        <ChartFields table={table} chart={chart} onChange={setChart} />
        <section className="chart-preview" aria-label={say('chart.preview')}>
          <div className="chart-paper">
            <ChartDrawing data={data} label={chart.alt === '' ? say('chart.preview') : chart.alt} />
            {chart.source === '' ? null : <p className="chart-source">{chart.source}</p>}
          </div>
          {doubts.map((doubt) => (
            <Notice key={doubt.kind} kind="doubt">
              {say(`chart.doubt.${doubt.kind}`, doubt)}
            </Notice>
          ))}
        </section>
      </div>
    </AppDialog>
  );
}
