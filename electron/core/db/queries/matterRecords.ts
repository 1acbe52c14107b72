import { MATTER_RECORDS, type MatterRecord, type RecordChange, type RecordFields } from '../../../../shared/domain/matterRecord';
import { getRedactedWords } from '../../../../shared/domain/redaction';
import type { ReadableDb } from '../handles';
import { RECORDED_TABLES, type RecordedTable } from '../history/recordedTables';
import { listFormerImages, type Parting, readFormerImages } from '../history/rollBack';
import { type Image, parseKey, readImage } from '../history/rowImages';
import { sql } from '../sql';
import { parseRedaction } from './redactions';

/** Fields that follow from others, or only say when a record came or in what order records stand. */
const FOLLOWING: Readonly<Partial<Record<MatterRecord, readonly string[]>>> = {
  source: ['importedAt'],
  link: ['createdAt'],
  data_table: ['tableId', 'kind', 'sourceId', 'place', 'period', 'notes', 'doubts'],
  section: ['blockIds', 'questionId'],
  figure: ['shown', 'questionId'],
};
/** Records that come and go with the words that show them, with a source, or with a definition: only what changes in them is told. */
const COMING_WITH_OTHERS: ReadonlySet<MatterRecord> = new Set(['section', 'figure', 'source', 'data_table']);
/** Records whose row goes by an integer of its own file, and by the id of its table everywhere else. */
const KEYED_BY_TABLE: ReadonlySet<MatterRecord> = new Set(['data_table', 'reply_table']);

/** Whether a record has a field that may be proposed for it. */
export function hasField(record: MatterRecord, name: string): boolean {
  return listFields(record).includes(name);
}

function listFields(record: MatterRecord): string[] {
  const { columns, key } = RECORDED_TABLES[record as RecordedTable];
  const following = FOLLOWING[record] ?? [];
  const own = KEYED_BY_TABLE.has(record) ? [] : key;
  return [...own, ...columns].filter((name) => name !== 'position' && !following.includes(name));
}

/** The key of a record's row in this file; null when there is none, or the key is none of such a record. */
export function findRecordKey(db: ReadableDb, record: MatterRecord, key: RecordFields): Image | null {
  if (KEYED_BY_TABLE.has(record)) {
    const { tableId } = key;
    return db.get<Image>(sql`SELECT tableKey FROM data_table WHERE tableId = ${tableId ?? null}`) ?? null;
  }
  const names = RECORDED_TABLES[record as RecordedTable].key;
  if (names.some((name) => key[name] === undefined)) return null;
  return Object.fromEntries(names.map((name) => [name, key[name]!]));
}

/** The fields a record has now; null when it is not there. */
export function findRecord(db: ReadableDb, record: MatterRecord, key: RecordFields): RecordFields | null {
  const rowKey = findRecordKey(db, record, key);
  const image = rowKey && readImage(db, record as RecordedTable, rowKey);
  return image && pickFields(record, image);
}

function pickFields(record: MatterRecord, image: Image): RecordFields {
  return Object.fromEntries(listFields(record).map((name) => [name, image[name]!]));
}

/** What was done to the records of a matter since two files parted, in terms of `theirs`: every record once, from what it was to what it is. */
export function listRecordChanges(theirs: ReadableDb, parting: Parting): Omit<RecordChange, 'label'>[] {
  const tableIds = readTableIds(theirs, parting);
  return MATTER_RECORDS.flatMap((record) =>
    [...listFormerImages(theirs, record as RecordedTable, parting)].flatMap(([rowKey, before]): Omit<RecordChange, 'label'>[] => {
      const own = parseKey(record as RecordedTable, rowKey);
      const after = readImage(theirs, record as RecordedTable, own);
      const tableId = tableIds.get(Number(own.tableKey));
      if (KEYED_BY_TABLE.has(record) && tableId === undefined) return [];
      const key = KEYED_BY_TABLE.has(record) ? { tableId: tableId! } : own;
      const difference = compareImages(record, before, after);
      return difference === null ? [] : [{ record, key, ...difference }];
    }),
  );
}

function compareImages(record: MatterRecord, before: Image | null, after: Image | null): Pick<RecordChange, 'was' | 'becomes'> | null {
  if (!before || !after) {
    if ((!before && !after) || COMING_WITH_OTHERS.has(record)) return null;
    return { was: before && pickFields(record, before), becomes: after && pickFields(record, after) };
  }
  const changed = listFields(record).filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return null;
  const pick = (image: Image) => Object.fromEntries(changed.map((name) => [name, image[name]!]));
  return { was: pick(before), becomes: pick(after) };
}

/** Ids of the tables there are, and of those that were there at the parting, by the integers of that file. */
function readTableIds(theirs: ReadableDb, parting: Parting): Map<number, string> {
  const now = theirs.all<{ tableKey: number; tableId: string }>(sql`SELECT tableKey, tableId FROM data_table`);
  const former = readFormerImages(theirs, 'data_table', parting).map(({ tableKey, tableId }) => ({
    tableKey: Number(tableKey),
    tableId: String(tableId),
  }));
  return new Map([...former, ...now].map(({ tableKey, tableId }) => [tableKey, tableId]));
}

/** What says which record it is, in its own words; '' where the kind says it all. */
export function nameRecord(db: ReadableDb, record: MatterRecord, key: RecordFields, fields: RecordFields): string {
  const nameTable = (tableId: unknown) =>
    db.get<{ caption: string | null }>(sql`SELECT caption FROM data_table WHERE tableId = ${String(tableId)}`)?.caption ?? '';
  const now = { ...findRecord(db, record, key), ...fields };
  const say = (name: string) => String(now[name] ?? '');
  switch (record) {
    case 'letter':
    case 'source':
    case 'document_template':
      return say('fileName');
    case 'question':
      return say('no');
    case 'item':
      return [say('label'), say('text')].join(' ').trim().slice(0, 24);
    case 'ask':
      return [say('verb'), say('object')].join('').slice(0, 80);
    case 'data_table':
    case 'reply_table':
      return nameTable(key.tableId);
    case 'link':
      return nameTable(now.tableId);
    case 'figure':
      return db.get<{ shown: string }>(sql`SELECT shown FROM figure WHERE figureId = ${String(key.figureId)}`)?.shown ?? '';
    case 'exemption':
      return say('text');
    case 'acceptance':
    case 'accepted_difference':
      return say('reason');
    case 'metric_alias':
      return [say('first'), say('second')].join(' = ');
    case 'redaction':
      return getRedactedWords(parseRedaction(now as never)).slice(0, 80);
    case 'defined_term':
      return say('term');
    case 'filing_paper':
      return say('title') || say('fileName');
    case 'deferral':
      return say('announcedOn');
    case 'sign_off':
      return say('actor');
    default:
      return '';
  }
}
