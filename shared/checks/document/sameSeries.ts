import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import type { QuestionId, TableId } from '../../domain/ids';
import { message } from '../../domain/message';
import type { MetricNames } from '../../figures/metricNames';
import { readPeriods } from '../../tables/inferPeriod';
import { type Amount, convertAmount, printAmount, toAmount } from '../amount';
import { fromFixedPoint, overlaps } from '../interval';
import { quoteWords } from '../listedWords';
import { nameSlip, sayAlso } from '../slips';
import { describeCell, placeOfCell, placeOfWrongCell } from '../tablePlace';
import { countSignificantDigits } from './significantDigits';

/** A number of a table under a key (a period, or a row's name) that other tables may have too. */
type Entry = { row: number; column: number; amount: Amount; digits: number };
/** Numbers of one metric in one table by key. `label` is what the table calls the metric. */
export type Series = { table: DataTable; kind: 'period' | 'name'; label: string; entries: Map<string, Entry> };
/** What two tables have in common: keys where they agree, and keys where they do not. */
export type Meeting = { equal: string[]; differing: string[] };

const TOTAL = /^(?:合计|总计|小计|其他|其它|总额)$|合计$|小计$/;
/** So many equal numbers tell that two series are one, whatever their labels. */
const LEAST_EQUAL = 3;
const LEAST_EQUAL_SAME_LABEL = 2;
/** A number of fewer digits is equal by chance. */
const TELLING_DIGITS = 4;

/**
 * The same metric in two tables with different values: series whose numbers agree after conversion for nearly every period or name are one metric,
 * learnt from the agreement itself, so that aliases need no list; two names somebody confirmed count as one, those somebody told apart are passed over.
 * Totals and 其他 are left out: they depend on what a table covers.
 */
export function compareTables(
  pairs: readonly (readonly [Series, Series])[],
  shownIn: ReadonlyMap<TableId, QuestionId>,
  names: MetricNames,
): Finding[] {
  const reported = new Set<string>();
  return pairs.flatMap(([a, b]) => {
    const verdict = names.judge(a.label, b.label);
    if (verdict === 'rejected') return [];
    const meeting = compareSeries(a, b);
    if (a.kind === 'name' && meeting.differing.length > 1 && sharesPiece(a.label, b.label))
      return noteNames(a, b, meeting, shownIn, reported);
    const sameName = a.label === b.label || verdict === 'confirmed';
    if (meeting.differing.length !== 1 || meeting.equal.length < (sameName ? LEAST_EQUAL_SAME_LABEL : LEAST_EQUAL)) return [];
    const finding = report(a, b, meeting.differing[0]!, shownIn, sameName);
    if (!finding) return [];
    const id = finding.places.map((place) => `${place.tableId} ${place.rowId} ${place.colId}`).join(' ');
    if (reported.has(id)) return [];
    reported.add(id);
    return [finding];
  });
}

/** Names that two columns of like heads both list, with other numbers for some: the heads may cover different things, so it is only noted. */
function noteNames(a: Series, b: Series, meeting: Meeting, shownIn: ReadonlyMap<TableId, QuestionId>, reported: Set<string>): Finding[] {
  const id = `${a.table.tableId} ${b.table.tableId} ${a.label} ${b.label}`;
  const shown = shownIn.has(a.table.tableId) && shownIn.has(b.table.tableId);
  if (!shown || a.label === b.label || meeting.equal.length < LEAST_EQUAL_SAME_LABEL || reported.has(id)) return [];
  reported.add(id);
  const place = (side: Series, key: string) => {
    const { row, column } = side.entries.get(key)!;
    return placeOfCell(side.table, row, column, shownIn.get(side.table.tableId));
  };
  return [
    {
      rule: 'same-metric',
      severity: 'note',
      message: message('finding.same-names', {
        first: a.label,
        second: b.label,
        equal: quoteWords(meeting.equal),
        differing: quoteWords(meeting.differing),
      }),
      expected: null,
      stated: null,
      places: meeting.differing.flatMap((key) => [place(a, key), place(b, key)]),
    },
  ];
}

/** Characters two heads must share to be of one kind: 回款, 余额. */
const LEAST_PIECE = 4;

function sharesPiece(a: string, b: string): boolean {
  for (let start = 0; start + LEAST_PIECE <= a.length; start++) if (b.includes(a.slice(start, start + LEAST_PIECE))) return true;
  return false;
}

function report(a: Series, b: Series, key: string, shownIn: ReadonlyMap<TableId, QuestionId>, sameName: boolean): Finding | null {
  const [first, second] = [a.entries.get(key)!, b.entries.get(key)!];
  const expected = convertAmount(first.amount, second.amount.unit)!;
  const decimals = Math.min(countDecimalsOf(second.amount), 17);
  const printed = fromFixedPoint(expected.value, decimals);
  const slip = nameSlip(second.amount.value, expected.value, (second.amount.printed.high - second.amount.printed.low) / 2n);
  // Tables that list the same names may cover different things (合并 and 母公司): there only a usual slip is an error. Periods tell more.
  if (a.kind === 'name' && (!slip || !sameName)) return null;
  const text = (side: Series, entry: Entry) => side.table.rows[entry.row]!.cells[entry.column]!.text;
  return {
    rule: 'same-metric',
    severity: 'error',
    message: message('finding.same-metric', {
      first: describeCell(a.table, first.row, first.column),
      value: `${text(a, first)} ${first.amount.unit}`,
      converted: printAmount(printed, second.amount.unit),
      second: describeCell(b.table, second.row, second.column),
      other: `${text(b, second)} ${second.amount.unit}`,
      slip: sayAlso(slip),
    }),
    expected: printed,
    stated: text(b, second),
    places: [
      placeOfWrongCell(b.table, second.row, second.column, shownIn.get(b.table.tableId), printed),
      placeOfCell(a.table, first.row, first.column, shownIn.get(a.table.tableId)),
    ],
  };
}

function countDecimalsOf(amount: Amount): number {
  const width = (amount.printed.high - amount.printed.low).toString().length - 1;
  return Math.max(0, 18 - width);
}

/** Where two series agree, and where they do not; numbers too short to tell agree in silence. */
export function compareSeries(a: Series, b: Series): Meeting {
  const meeting: Meeting = { equal: [], differing: [] };
  for (const [key, entry] of a.entries) {
    const other = b.entries.get(key);
    const converted = other && convertAmount(entry.amount, other.amount.unit);
    if (!other || !converted) continue;
    if (!overlaps(converted.printed, other.amount.printed)) meeting.differing.push(key);
    else if (Math.min(entry.digits, other.digits) >= TELLING_DIGITS) meeting.equal.push(key);
  }
  return meeting;
}

/** Under what a number of a series is found by other series: its key and first digits; two where rounding may carry. */
export function listSeriesKeys({ kind, entries }: Series): string[] {
  return [...entries].flatMap(([key, { amount, digits }]) => {
    if (digits < TELLING_DIGITS) return [];
    const base = convertAmount(amount, '元') ?? amount;
    const heads = new Set([leadingDigits(base.printed.low), leadingDigits(base.printed.high)]);
    return [...heads].map((head) => `${key} ${kind} ${base.unit} ${head}`);
  });
}

/** Sign, length and first four digits of a fixed-point number. */
function leadingDigits(value: bigint): string {
  const text = value.toString();
  const digits = value < 0n ? text.slice(1) : text;
  return `${value < 0n ? '-' : ''}${digits.length}:${digits.slice(0, 4)}`;
}

/** The series of a table long enough to be known again. */
export function listSeries(table: DataTable): Series[] {
  return [...listPeriodSeries(table), ...listNameSeries(table)].filter(({ entries }) => entries.size >= 3);
}

/** Rows whose columns are periods: one series for each row and each metric the columns name beside the period. */
function listPeriodSeries(table: DataTable): Series[] {
  const heads = table.columns.map((column) => readHead(column.path));
  if (heads.filter((head) => head.period !== null).length < 3) return [];
  const found = new Map<string, Series>();
  table.rows.forEach((row, index) => {
    if (index < table.headerRows || row.role === 'header' || row.role === 'band') return;
    const label = readLabel(row.cells);
    heads.forEach(({ period, metric }, column) => {
      const entry = period === null ? null : readEntry(table, index, column);
      if (!entry) return;
      const key = `${index} ${metric}`;
      const series = found.get(key) ?? { table, kind: 'period' as const, label: `${label} ${metric}`, entries: new Map<string, Entry>() };
      series.entries.set(period!, entry);
      found.set(key, series);
    });
  });
  return [...found.values()];
}

/** The column that names the rows, where another text column stands before it. */
const NAME_HEAD = /名称$|^姓名$/;

/** Columns as series over the names of the rows. Tables that name a row twice are left out for that name. */
function listNameSeries(table: DataTable): Series[] {
  const names = new Map<string, number | null>();
  const naming = table.columns.findIndex((column) => NAME_HEAD.test((column.path.at(-1) ?? '').replace(/\s+/g, '')));
  table.rows.forEach((row, index) => {
    if (index < table.headerRows || row.role !== 'body') return;
    const name = readLabel(naming < 0 ? row.cells : row.cells.slice(naming, naming + 1));
    if (name.length < 2 || TOTAL.test(name)) return;
    names.set(name, names.has(name) ? null : index);
  });
  return table.columns.flatMap((column, at) => {
    const entries = new Map<string, Entry>();
    for (const [name, row] of names) {
      const entry = row === null ? null : readEntry(table, row, at);
      if (entry) entries.set(name, entry);
    }
    return entries.size < 3 ? [] : [{ table, kind: 'name' as const, label: column.path.join('').replace(/\s+/g, ''), entries }];
  });
}

function readEntry(table: DataTable, row: number, column: number): Entry | null {
  const cell = table.rows[row]?.cells[column];
  if (!cell || cell.covered || cell.value === null || cell.unit === '%' || cell.unit === null) return null;
  return {
    row,
    column,
    amount: toAmount(cell.value, cell.unit),
    digits: countSignificantDigits(cell.value),
  };
}

function readLabel(cells: DataTable['rows'][number]['cells']): string {
  const text =
    cells.find((cell) => cell.value === null && !cell.covered && cell.text.trim() !== '' && !/^\d{1,3}$/.test(cell.text.trim()))?.text ??
    '';
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(?:其中:|[\d一二三四五六七八九十]{1,2}、)/, '');
}

/** The one period of a header path in plain form (2023, 2024Q1), and the rest of its words. */
function readHead(path: readonly string[]): { period: string | null; metric: string } {
  const text = path.join('').replace(/\s+/g, '');
  const periods = readPeriods(text);
  if (periods.length !== 1) return { period: null, metric: text };
  return { period: plainPeriod(periods[0]!), metric: text.replace(periods[0]!, '') };
}

/** A period in one form: 2023年度 is 2023, 2023年12月31日 is 2023末. */
export function plainPeriod(period: string): string {
  const quarter = /第?([一二三四1-4])季/.exec(period)?.[1];
  const year = period.slice(0, 4);
  if (quarter) return `${year}Q${'一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) + 1 : quarter}`;
  if (/^\d{4}年?(?:度)?$/.test(period)) return year;
  if (/^\d{4}年?(?:末|12月31日|12月末|年末)$/.test(period)) return `${year}末`;
  return period;
}
