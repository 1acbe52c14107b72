import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { DataTable } from '../../../../shared/domain/dataTable';
import { newId, type TableId, type VersionId } from '../../../../shared/domain/ids';
import type { VersionSummary } from '../../../../shared/domain/project';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb, WritableDb } from '../handles';
import type { RecordedTable } from '../history/recordedTables';
import type { Recorder } from '../history/recordedWrite';
import { type Image, printKey, readAllImages, readImage } from '../history/rowImages';
import { sql } from '../sql';
import { findTable } from './dataTables';
import { listShownIds } from './replies';
import { message } from '../../../../shared/domain/message';
import { timestamp } from '../../timestamp';

/** Tables a version holds whole. Rows of imported tables never change by themselves: of these it holds what differs from the import. */
const WHOLE: readonly RecordedTable[] = [
  'project',
  'letter',
  'letter_page',
  'question',
  'item',
  'ask',
  'verification',
  'deferral',
  'redaction',
  'defined_term',
  'document_template',
  'source',
  'link',
  'restated_question',
  'reply',
  'section',
  'block',
  'figure',
  'exemption',
  'acceptance',
  'metric_alias',
  'data_table',
  'table_row',
  'table_col',
  'reply_table',
  'cell_correction',
  'source_update',
  'intended_correction',
];
const RESTORED: readonly RecordedTable[] = [...WHOLE, 'cell'];
/** Tables made since a version stay beside what it brings back. */
const STAYING: ReadonlySet<RecordedTable> = new Set(['data_table', 'table_row', 'table_col', 'reply_table']);

/** Tables whose rows go with the rows and columns put into a table since. */
const LINES: ReadonlySet<RecordedTable> = new Set(['table_row', 'table_col', 'cell', 'cell_correction']);

/** What a version keeps: rows by table, the hash of every block, and the tables the replies showed, nested ones too, with the values then in them. */
export type VersionContent = {
  format: 1;
  rows: Partial<Record<RecordedTable, Image[]>>;
  blockHashes: Record<string, string>;
  shownTables: DataTable[];
};

type VersionRow = Omit<VersionSummary, 'automatic'> & { automatic: number };

/** Versions, newest first. */
export function listVersions(db: ReadableDb): VersionSummary[] {
  return db
    .all<VersionRow>(sql`SELECT versionId, name, why, actor, at, automatic FROM version ORDER BY position DESC`)
    .map((row) => ({ ...row, automatic: row.automatic === 1 }));
}

/** Keeps the project as it is now. A version is only ever added, so it is not recorded in the log. */
export function insertVersion(db: WritableDb, version: { name: string; why: string; actor: string; automatic: boolean }): VersionSummary {
  const summary: VersionSummary = { versionId: newId(), ...version, at: timestamp() };
  const content = deflateSync(JSON.stringify(readContent(db)), { level: 6 });
  db.run(sql`
    INSERT INTO version (versionId, position, name, why, actor, at, automatic, content)
    VALUES (${summary.versionId}, (SELECT count(*) FROM version), ${version.name}, ${version.why}, ${version.actor}, ${summary.at},
      ${version.automatic ? 1 : 0}, ${content})`);
  return summary;
}

/**
 * Brings every row back to what the version holds, through the recorder, so that one undo takes it back. Sources imported since go out of sight; files
 * and imported rows stay. Throws not-found.
 */
export function restoreVersion(db: WritableDb, recorder: Recorder, versionId: VersionId): VersionSummary {
  const { rows: wanted } = readVersionContent(db, versionId);
  const summary = listVersions(db).find((version) => version.versionId === versionId)!;
  const present = readRows(db);
  // A version made before a table existed says nothing about its rows: they stay.
  const held = RESTORED.filter((table) => wanted[table] !== undefined);
  removeLaterLines(db, recorder, present, wanted);
  const plans = held.map((table) => ({ table, ...planTable(table, readPresent(db, present, table), wanted[table] ?? []) }));
  for (const { table, changed } of plans) for (const image of changed) recorder.updateRow(table, image as never, image as never);
  // A row taken away may be one that a row to come back no longer needs, or the other way round: references are checked at the end.
  db.run(sql`PRAGMA defer_foreign_keys = ON`);
  for (const { table, added } of plans) {
    for (const image of added) {
      if (readImage(db, table, image)) recorder.updateRow(table, image as never, image as never);
      else recorder.insertRow(table, image as never);
    }
  }
  for (const { table, gone } of plans.toReversed()) for (const image of gone) recorder.deleteRow(table, image as never);
  return summary;
}

/** What a version keeps. Throws not-found. */
export function readVersionContent(db: ReadableDb, versionId: VersionId): VersionContent {
  const row = db.get<{ content: Buffer }>(sql`SELECT content FROM version WHERE versionId = ${versionId}`);
  if (!row) throw new AppError('not-found', { what: message('what.version'), id: versionId });
  return JSON.parse(inflateSync(row.content).toString('utf8')) as VersionContent;
}

/** Takes away rows and columns put into a table since the version, with their cells. */
function removeLaterLines(db: ReadableDb, recorder: Recorder, present: VersionContent['rows'], wanted: VersionContent['rows']): void {
  const known = new Set((wanted.data_table ?? []).map((image) => image.tableKey));
  for (const [table, key] of [
    ['table_row', 'rowKey'],
    ['table_col', 'colKey'],
  ] as const) {
    const kept = new Set((wanted[table] ?? []).map((image) => image[key]));
    for (const line of present[table] ?? []) {
      if (!known.has(line.tableKey!) || kept.has(line[key]!)) continue;
      for (const cells of ['cell_correction', 'cell'] as const) {
        const images = readAllImages(db, cells, sql`${sql.identifier(key)} = ${Number(line[key])}`);
        for (const image of images) recorder.deleteRow(cells, image as never);
      }
      recorder.deleteRow(table, line as never);
    }
  }
}

/** Rows of a table as read before, without those taken away since. */
function readPresent(db: ReadableDb, present: VersionContent['rows'], table: RecordedTable): Image[] {
  const rows = present[table] ?? [];
  return LINES.has(table) ? rows.filter((image) => readImage(db, table, image) !== null) : rows;
}

function planTable(
  table: RecordedTable,
  present: readonly Image[],
  wanted: readonly Image[],
): { changed: Image[]; added: Image[]; gone: Image[] } {
  const presentByKey = new Map(present.map((image) => [printKey(table, image), image]));
  const changed: Image[] = [];
  const added: Image[] = [];
  for (const image of wanted) {
    const key = printKey(table, image);
    const now = presentByKey.get(key);
    presentByKey.delete(key);
    if (!now) added.push(image);
    else if (JSON.stringify(now) !== JSON.stringify(image)) changed.push(image);
  }
  const left = [...presentByKey.values()];
  if (table === 'source') return { changed: [...changed, ...left.map((image) => ({ ...image, state: 'hidden' }))], added, gone: [] };
  if (table === 'cell') return { changed: [...changed, ...left.map(toOriginalCell)], added, gone: [] };
  if (STAYING.has(table)) return { changed, added, gone: [] };
  return { changed, added, gone: left };
}

/** A cell changed since the version: back to what was first read. */
function toOriginalCell(image: Image): Image {
  if (image.originalText === null) return image;
  return {
    ...image,
    text: image.originalText ?? null,
    value: image.originalValue ?? null,
    unit: image.originalUnit ?? null,
    originalText: null,
    originalValue: null,
    originalUnit: null,
  };
}

function readContent(db: ReadableDb): VersionContent {
  const rows = readRows(db);
  const blockHashes: Record<string, string> = {};
  for (const block of rows.block ?? []) {
    blockHashes[String(block.blockId)] = createHash('sha256').update(String(block.document)).digest('hex');
  }
  return {
    format: 1,
    rows,
    blockHashes,
    shownTables: listShownTables(db),
  };
}

/** The tables the replies show, with those inside their cells. */
function listShownTables(db: ReadableDb): DataTable[] {
  const found = new Set(listShownIds(db, 'table') as TableId[]);
  const tables: DataTable[] = [];
  for (const tableId of found) {
    const table = findTable(db, tableId);
    if (!table) continue;
    tables.push(table);
    for (const cell of table.rows.flatMap((row) => row.cells)) for (const nested of cell.nested ?? []) found.add(nested);
  }
  return tables;
}

function readRows(db: ReadableDb): VersionContent['rows'] {
  const rows: VersionContent['rows'] = {};
  for (const table of WHOLE) rows[table] = readAllImages(db, table, table === 'source' ? sql`state <> 'importing'` : undefined);
  const shownRows = sql`
    SELECT rowKey FROM table_row JOIN data_table USING (tableKey) JOIN block_use ON block_use.kind = 'table' AND block_use.id = tableId`;
  rows.cell = readAllImages(db, 'cell', sql`revision > 0 OR rowKey IN (${shownRows})`);
  return rows;
}
