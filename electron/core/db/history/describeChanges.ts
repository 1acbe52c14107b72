import type { ItemId, LinkId, QuestionId, TableId } from '../../../../shared/domain/ids';
import type { Events } from '../../../../shared/ipc/contract';
import type { ReadableDb } from '../handles';
import { sql } from '../sql';
import type { RecordedTable } from './recordedTables';
import type { RowChange } from './recordedWrite';
import { parseKey } from './rowImages';

type Noun = Events['project:changed']['nouns'][number];

const NOUN_OF: Readonly<Record<RecordedTable, Noun>> = {
  project: 'project',
  letter: 'letter',
  letter_page: 'letter',
  question: 'letter',
  item: 'letter',
  ask: 'letter',
  verification: 'letter',
  deferral: 'letter',
  redaction: 'redaction',
  defined_term: 'term',
  document_template: 'project',
  accepted_difference: 'filing',
  filing_paper: 'filing',
  filing_plan: 'filing',
  source: 'source',
  source_update: 'source',
  data_table: 'table',
  table_row: 'table',
  table_col: 'table',
  cell: 'table',
  cell_correction: 'table',
  intended_correction: 'table',
  reply_table: 'table',
  link: 'link',
  restated_question: 'reply',
  reply: 'reply',
  section: 'reply',
  block: 'reply',
  figure: 'figure',
  exemption: 'figure',
  metric_alias: 'figure',
  acceptance: 'acceptance',
  change: 'review',
  decision: 'review',
  work_due: 'letter',
  sign_off: 'review',
};

/** What screens must read again after these changes. A source coming or going takes its tables and links with it. */
export function describeChanges(db: ReadableDb, changes: Iterable<RowChange>): Events['project:changed'] {
  const nouns = new Set<Noun>(['history']);
  const questionIds = new Set<QuestionId>();
  const tableIds = new Set<TableId>();
  const itemIds = new Set<ItemId>();
  const linkIds = new Set<LinkId>();
  const addTable = (tableKey: unknown) => {
    const row = db.get<{ tableId: TableId }>(sql`SELECT tableId FROM data_table WHERE tableKey = ${Number(tableKey)}`);
    if (row) tableIds.add(row.tableId);
  };
  for (const { table, rowKey, before, after } of changes) {
    nouns.add(NOUN_OF[table]);
    const key = parseKey(table, rowKey);
    const image = (after ?? before)!;
    if (table === 'source') {
      nouns.add('table');
      nouns.add('link');
    }
    if (typeof image.questionId === 'string') questionIds.add(image.questionId as QuestionId);
    if (table === 'item') itemIds.add(key.itemId as ItemId);
    if (table === 'link') linkIds.add(key.linkId as LinkId);
    if (table === 'data_table') tableIds.add(image.tableId as TableId);
    if (table === 'table_row' || table === 'table_col' || table === 'reply_table') addTable(image.tableKey);
    if (table === 'cell' || table === 'cell_correction') {
      addTable(db.get<{ tableKey: number }>(sql`SELECT tableKey FROM table_row WHERE rowKey = ${Number(image.rowKey)}`)?.tableKey);
    }
    if (table === 'decision') {
      const change = db.get<{ questionId: QuestionId | null }>(
        sql`SELECT questionId FROM change WHERE changeId = ${image.changeId as string}`,
      );
      if (change?.questionId) questionIds.add(change.questionId);
    }
    if (table === 'block') {
      const section = db.get<{ questionId: QuestionId }>(
        sql`SELECT questionId FROM section WHERE sectionId = ${image.sectionId as string}`,
      );
      if (section) questionIds.add(section.questionId);
    }
  }
  return {
    nouns: [...nouns],
    ...(questionIds.size > 0 ? { questionIds: [...questionIds] } : {}),
    ...(tableIds.size > 0 ? { tableIds: [...tableIds] } : {}),
    ...(itemIds.size > 0 ? { itemIds: [...itemIds] } : {}),
    ...(linkIds.size > 0 ? { linkIds: [...linkIds] } : {}),
  };
}
