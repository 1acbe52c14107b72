import type { Cell, DataTable } from '../../../shared/domain/dataTable';
import type { ColId, RowId, SourceId, TableId } from '../../../shared/domain/ids';

/** A stored table from printed texts; a number's value is its text without separators. Repeated header texts in a row become one spanning cell. */
export function createTable(
  id: string,
  caption: string,
  unit: string | null,
  headerRows: number,
  texts: readonly string[][],
  notes: string[] = [],
): DataTable {
  const rows = texts.map((line, r) => ({
    rowId: `${id}r${r}` as RowId,
    role: r < headerRows ? ('header' as const) : line[0] === '合计' ? ('total' as const) : ('body' as const),
    cells: line.map((text, c) =>
      createCell(text, unit, r < headerRows, r < headerRows && c > 0 && line[c - 1] === text, countRepeats(line, c, r < headerRows)),
    ),
  }));
  return {
    tableId: id as TableId,
    kind: 'source',
    sourceId: 's1' as SourceId,
    position: 0,
    place: { line: 12, endLine: 12 + texts.length },
    caption,
    unit,
    period: null,
    headerRows,
    columns: texts[0]!.map((_, c) => ({
      colId: `${id}c${c}` as ColId,
      path: [...new Set(texts.slice(0, headerRows).map((line) => line[c]!))],
    })),
    rows,
    notes,
    doubts: [],
  };
}

function countRepeats(line: readonly string[], col: number, isHeader: boolean): number {
  if (!isHeader) return 1;
  let span = 1;
  while (line[col + span] === line[col]) span++;
  return span;
}

function createCell(text: string, unit: string | null, isHeader: boolean, covered: boolean, colSpan: number): Cell {
  const plain = text.replaceAll(',', '');
  const isPercent = /^-?\d+(\.\d+)?%$/.test(plain);
  const isNumber = !isHeader && /^-?\d+(\.\d+)?%?$/.test(plain);
  return {
    text: covered ? '' : text,
    rowSpan: 1,
    colSpan: covered ? 1 : colSpan,
    covered,
    value: isNumber ? plain.replace('%', '') : null,
    unit: isNumber ? (isPercent ? '%' : unit) : null,
    revision: 0,
  };
}

/** Tables of a company that does not exist. */
export const SAMPLE_TABLES: readonly DataTable[] = [
  createTable(
    't1',
    '近两年主营业务收入和成本整体情况',
    '万元',
    2,
    [
      ['业务类别', '2023年度', '2023年度', '2022年度', '2022年度', '变动比例'],
      ['业务类别', '销售收入', '销售成本', '销售收入', '销售成本', '变动比例'],
      ['供热设备', '26,715.63', '14,208.11', '38,022.40', '19,870.06', '-29.74%'],
      ['节能服务', '8,306.20', '5,110.75', '6,950.18', '4,402.93', '19.51%'],
      ['合计', '35,021.83', '19,318.86', '44,972.58', '24,272.99', '-22.13%'],
    ],
    ['注：变动比例按销售收入计算。'],
  ),
  createTable('t2', '前五名客户', '万元', 1, [
    ['序号', '客户名称', '销售金额', '占比'],
    ['1', '青峦热力有限公司', '6,715.63', '19.18%'],
    ['2', '北屿城投建设有限公司', '3,200.00', '9.14%'],
  ]),
];
