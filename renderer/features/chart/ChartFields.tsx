import { Checkbox } from 'react-aria-components';
import { nameColumn, nameRow } from '../../../shared/document/chart/chartData';
import { listChartColumns, listChartRows } from '../../../shared/document/chart/proposeChart';
import type { DataTable } from '../../../shared/domain/dataTable';
import { type Chart, CHART_KINDS } from '../../../shared/domain/reply';
import { LinkButton } from '../../ui/Button';
import { ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';

type ChartFieldsProps = { table: DataTable; chart: Chart; onChange: (chart: Chart) => void };

/** Kind, axis, rows, columns and words of a chart. */
export function ChartFields({ table, chart, onChange }: ChartFieldsProps) {
  const { say } = useWords();
  const rows = listChartRows(table);
  const columns = listChartColumns(table, rows);
  const set = (change: Partial<Chart>) => onChange({ ...chart, ...change });
  return (
    <div className="chart-fields scroll">
      {columns.length === 0 ? <Notice kind="doubt">{say('chart.noNumbers')}</Notice> : null}
      <ChoiceField
        label={say('chart.kind')}
        value={chart.kind}
        choices={CHART_KINDS.map((value) => ({ value, label: say(`chart.kind.${value}`) }))}
        onChange={(kind) => set({ kind })}
        autoFocus
      />
      <ChoiceField
        label={say('chart.along')}
        value={chart.along}
        choices={(['rows', 'columns'] as const).map((value) => ({ value, label: say(`chart.along.${value}`) }))}
        onChange={(along) => set({ along })}
      />
      <TakeList
        label={say('chart.columns')}
        lines={columns.map((column) => ({ id: column.colId, name: nameColumn(column) }))}
        taken={chart.colIds}
        onChange={(colIds) => set({ colIds })}
      />
      <TakeList
        label={say('chart.rows')}
        lines={rows.map((row) => ({ id: row.rowId, name: nameRow(row, table) }))}
        taken={chart.rowIds}
        onChange={(rowIds) => set({ rowIds })}
      />
      <TextInput label={say('chart.title')} value={chart.title} onChange={(title) => set({ title })} />
      <TextInput label={say('chart.alt')} value={chart.alt} onChange={(alt) => set({ alt })} />
      <TextInput
        label={say('chart.source')}
        placeholder={say('chart.sourceHint')}
        value={chart.source}
        onChange={(source) => set({ source })}
      />
    </div>
  );
}

type TakeListProps<Id extends string> = {
  label: string;
  lines: readonly { id: Id; name: string }[];
  taken: readonly Id[];
  onChange: (taken: Id[]) => void;
};

/** More lines than this are taken, or left, all at once. */
const MANY_LINES = 5;

/** Rows or columns with a box each, in the table's order. */
function TakeList<Id extends string>({ label, lines, taken, onChange }: TakeListProps<Id>) {
  const { say } = useWords();
  const isAll = lines.every(({ id }) => taken.includes(id));
  const toggle = (id: Id, isTaken: boolean) =>
    onChange(lines.map((line) => line.id).filter((one) => (one === id ? isTaken : taken.includes(one))));
  return (
    <fieldset className="chart-lines">
      <legend className="field-label">{label}</legend>
      {lines.length > MANY_LINES ? (
        <LinkButton onPress={() => onChange(isAll ? [] : lines.map(({ id }) => id))}>
          {say(isAll ? 'chart.takeNone' : 'chart.takeAll')}
        </LinkButton>
      ) : null}
      {lines.map(({ id, name }) => (
        <Checkbox key={id} className="check" isSelected={taken.includes(id)} onChange={(isTaken) => toggle(id, isTaken)}>
          <span className="clip">{name}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}
