import type { Source } from '../../domain/dataTable';
import type { BlockId, ColId, FigureId, FileHash, RowId, SourceId, TableId } from '../../domain/ids';
import type { ProjectSnapshot } from '../../domain/snapshot';
import type { Block } from '../../domain/reply';
import { buildSnapshot } from './buildSnapshot';
import { buildTable } from './buildTable';

const TABLE = {
  ...buildTable('t', {
    headerRows: 1,
    rows: [
      ['项目', '2024年度', '2023年度'],
      ['营业收入', '120.00', '100.00'],
    ],
  }),
  sourceId: 's' as SourceId,
  place: { line: 9, endLine: 13 },
};
const SOURCE: Source = {
  sourceId: 's' as SourceId,
  file: 'hash' as FileHash,
  fileName: '年报.txt',
  role: 'evidence',
  disclosed: true,
  importedAt: '',
  tableCount: 1,
};

const refer = (col: number) => ({
  op: 'cell' as const,
  cell: { tableId: 't' as TableId, rowId: TABLE.rows[1]!.rowId as RowId, colId: TABLE.columns[col]!.colId as ColId },
});

/** A reply that cites a cell, a rate computed of two cells, and a number without a source. `disclosed` says whether the source is. */
export function buildCitedSnapshot(disclosed: boolean): ProjectSnapshot {
  const figure = (id: string, text: string) => ({ type: 'figure' as const, figureId: id as FigureId, text });
  const block: Block = {
    type: 'paragraph',
    blockId: 'b' as BlockId,
    inlines: [
      { type: 'text', text: '营业收入为' },
      figure('f1', '120.00 万元'),
      { type: 'text', text: '，增长' },
      figure('f2', '20.00%'),
      { type: 'text', text: '，另有员工 346 人。' },
    ],
  };
  const snapshot = buildSnapshot({
    questions: [{ no: '1', text: '请说明。', sections: [{ blocks: [block] }] }],
    tables: [TABLE],
    figures: { f1: '120.00 万元', f2: '20.00%' },
    sources: [{ ...SOURCE, disclosed }],
  });
  const figures = new Map(snapshot.figures);
  figures.set('f1' as FigureId, { ...figures.get('f1' as FigureId)!, formula: refer(1) });
  figures.set('f2' as FigureId, { ...figures.get('f2' as FigureId)!, formula: { op: 'growth', args: [refer(1), refer(2)] } });
  return { ...snapshot, figures };
}
