import type { ChangedFigure } from '../../../shared/domain/figure';
import type { FigureId, FileHash, TableId } from '../../../shared/domain/ids';
import type { MatterRecord, RecordChange, RecordFields } from '../../../shared/domain/matterRecord';
import { type Message, message } from '../../../shared/domain/message';
import { AppError } from '../../../shared/ipc/errors';
import { replyTableDefinition } from '../../../shared/ipc/replyTableSchema';
import type { ReadableDb } from '../db/handles';
import { RECORDED_TABLES, type RecordedTable } from '../db/history/recordedTables';
import { type Image, readAllImages } from '../db/history/rowImages';
import { getFigure } from '../db/queries/figures';
import { findFile } from '../db/queries/files';
import { findRecord, findRecordKey, hasField } from '../db/queries/matterRecords';
import { parseRedaction } from '../db/queries/redactions';
import { findDefinition } from '../db/queries/replyTables';
import { sql } from '../db/sql';
import type { WriteContext } from '../rpc/handlerKinds';
import { timestamp } from '../timestamp';
import { changeReplyTable, makeReplyTable } from './changeReplyTable';
import { recomputeFigures } from './recomputeFigures';
import { refuseTakenAlias } from './redactions';
import { removeReplyTable } from './removeReplyTable';
import { rereadTable, setCaption } from './rereadTable';

/** What came of carrying a change out: the figures that followed, or why it could not be done. */
export type Applied = { figures: ChangedFigure[] } | { why: Message };

const DONE: Applied = { figures: [] };
/** How a letter was cut up is corrected by hand, with all that hangs on it. */
const CUT_BY_HAND: ReadonlySet<MatterRecord> = new Set(['letter', 'question', 'item', 'ask', 'verification']);

/** Carries out an accepted change of a record beside the replies: adds it, changes the fields named, or takes it away. */
export function applyRecord(context: WriteContext, change: RecordChange): Applied {
  const { record, key, was } = change;
  const becomes = change.becomes && withoutMoment(record, change.becomes);
  const { db } = context;
  const present = findRecord(db, record, key);
  if (becomes === null) return present === null ? DONE : removeRecord(context, change);
  if (!Object.keys(becomes).every((name) => hasField(record, name))) return { why: message('why.unknownField') };
  // A link somebody made here as well stands as it was made here.
  if (record === 'link' && was === null && present !== null) return DONE;
  if (present === null && was !== null) return { why: message('why.recordGone') };
  const missing = findMissing(db, becomes);
  if (missing) return { why: missing };
  try {
    return present === null ? addRecord(context, change, becomes) : changeRecord(context, change, becomes);
  } catch (error) {
    return explainRefusal(error, change.label);
  }
}

/** When a link was made is each file's own; copies made before that was so still tell it. */
function withoutMoment(record: MatterRecord, { createdAt, ...fields }: RecordFields): RecordFields {
  return record === 'link' || createdAt === undefined ? fields : { ...fields, createdAt };
}

function removeRecord({ db, recorder }: WriteContext, { record, key, label }: RecordChange): Applied {
  if (CUT_BY_HAND.has(record)) return { why: message('why.letterByHand') };
  try {
    if (record === 'reply_table') removeReplyTable(db, recorder, key.tableId as TableId);
    else recorder.deleteRow(record as RecordedTable, findRecordKey(db, record, key)! as never);
    return DONE;
  } catch (error) {
    return explainRefusal(error, label);
  }
}

function addRecord(context: WriteContext, { record, key }: RecordChange, fields: RecordFields): Applied {
  const { db, recorder } = context;
  if (CUT_BY_HAND.has(record)) return { why: message('why.letterByHand') };
  if (record === 'reply_table') {
    makeReplyTable(context, replyTableDefinition.parse(JSON.parse(String(fields.definition))), key.tableId as TableId);
    return DONE;
  }
  if (record === 'redaction') refuseTakenAlias(db, parseRedaction({ ...key, ...fields } as never), null);
  if (record === 'link' && hasLink(db, fields)) return DONE;
  const columns: readonly string[] = RECORDED_TABLES[record as RecordedTable].columns;
  const position = columns.includes('position') ? { position: readAllImages(db, record as RecordedTable).length } : {};
  const moment = record === 'link' ? { createdAt: timestamp() } : {};
  recorder.insertRow(record as RecordedTable, { ...fields, ...key, ...position, ...moment } as never);
  return DONE;
}

function changeRecord(context: WriteContext, { record, key }: RecordChange, fields: RecordFields): Applied {
  const { db, recorder } = context;
  const tableId = key.tableId as TableId;
  switch (record) {
    case 'reply_table':
      return { figures: changeReplyTable(context, tableId, replyTableDefinition.parse(JSON.parse(String(fields.definition)))) };
    case 'data_table': {
      if (findDefinition(db, tableId)) return { why: message('why.computedTable') };
      const { caption, unit, headerRows } = fields as { caption?: string | null; unit?: string | null; headerRows?: number };
      if (caption !== undefined) setCaption(context, tableId, caption);
      if (unit === undefined && headerRows === undefined) return DONE;
      const known = { ...(unit === undefined ? {} : { unit }), ...(headerRows === undefined ? {} : { headerRows }) };
      return { figures: rereadTable(context, tableId, known) };
    }
    case 'figure':
      recorder.updateRow('figure', { figureId: String(key.figureId) }, fields);
      return { figures: recomputeFigures(db, recorder, [getFigure(db, key.figureId as FigureId)]) };
    default:
      recorder.updateRow(record as RecordedTable, findRecordKey(db, record, key)! as never, fields as never);
      return DONE;
  }
}

/** What a record refers to and this project does not have. */
function findMissing(db: ReadableDb, fields: RecordFields): Message | null {
  for (const [table, column] of [
    ['question', 'questionId'],
    ['item', 'itemId'],
    ['letter', 'letterId'],
    ['data_table', 'tableId'],
  ] as const) {
    const id = fields[column];
    if (id === undefined || id === null || id === '') continue;
    const name = sql.identifier(column);
    if (!db.get<Image>(sql`SELECT 1 FROM ${sql.identifier(table)} WHERE ${name} = ${id}`)) return message('why.parentGone');
  }
  return typeof fields.file === 'string' && !findFile(db, fields.file as FileHash) ? message('why.parentGone') : null;
}

function hasLink(db: ReadableDb, { questionId, itemId, tableId }: RecordFields): boolean {
  const same = sql`SELECT 1 FROM link WHERE questionId = ${questionId!} AND itemId IS ${itemId ?? null} AND tableId = ${tableId!}`;
  return db.get(same) !== undefined;
}

/** What refused before anything was written: a table that is used, a definition that cannot be built, an alias that is taken. */
function explainRefusal(error: unknown, label: string): Applied {
  if (!(error instanceof AppError)) throw error;
  switch (error.code) {
    case 'table-in-use':
      return { why: message('why.tableInUse', { table: label }) };
    case 'alias-taken':
    case 'name-has-alias':
      return { why: message('why.aliasTaken') };
    default:
      return { why: message('why.tableBroken', { table: label }) };
  }
}
